#include "book/docx/docx_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "book/docx/docx_markup.h"
#include "book/docx/docx_styles.h"
#include "book/markup/contents_chapters.h"
#include "book/markup/markup_blocks.h"
#include "book/markup/markup_frame.h"
#include "book/markup/markup_notes.h"
#include "book/source/archive.h"
#include "book/source/charset.h"
#include "book/source/picture.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using Kind = MarkupNode::Kind;

// A part of the package, parsed.
struct Part {
  std::string file;
  std::string bytes;
  SourceText source;
  Markup markup;
};

class DocxPackage {
 public:
  explicit DocxPackage(BookFile file) : file_(std::move(file)), archive_(file_.bytes, file_.name) {}

  Book Read() {
    const std::string main = MainFile();
    std::optional<Part> text = ReadPart(main);
    if (!text) {
      throw Error(Place{file_.name}, "this is no Word document: " + main + " is missing");
    }
    folder_ = main.substr(0, main.rfind('/') + 1);
    if (const auto styles = ReadPart(folder_ + "styles.xml")) styles_ = DocxStyles(styles->markup);
    ReadMetadata();
    TakeTitle(text->markup);
    book_.cover = Cover(*text, main);
    AddPart(std::move(*text), DocxPart::kText);
    for (const auto& [name, part] : {std::pair("footnotes.xml", DocxPart::kFootnotes),
                                     std::pair("endnotes.xml", DocxPart::kEndnotes)}) {
      if (auto notes = ReadPart(folder_ + name)) AddPart(std::move(*notes), part);
    }
    if (!AnyIsRead(drafts_))
      throw Error(Place{file_.name}, "there is no text to read in this file");
    LinkNotes(drafts_, book_.sources);
    if (!file_.one_of_many) {
      const std::size_t first = FirstChapter({}, drafts_, book_.sources, book_.info.title);
      SkipTitlePage(drafts_, first, book_.info);
    }
    if (book_.info.title.empty()) book_.info.title = file_.title;
    book_.chapters =
        CutIntoChapters(std::move(drafts_), book_.sources, {},
                        {TitleSource::kHeadings, file_.one_of_many ? file_.title : book_.info.title,
                         book_.info.language});
    return std::move(book_);
  }

 private:
  std::optional<Part> ReadPart(const std::string& name) {
    const auto file = archive_.FindName(name);
    auto bytes = file ? archive_.Read(*file) : std::nullopt;
    if (!bytes || Trim(*bytes).empty()) return std::nullopt;
    const std::string place = file_.name + ": " + *file;
    Part part{*file, std::move(*bytes), {}, {}};
    part.source = DecodeMarkup(part.bytes, place);
    part.markup = ParseMarkup(part.source, place, MarkupKind::kXml);
    return part;
  }

  // Where a relationship leads whose `key` has or ends in this value.
  std::string Related(const std::string& rels, const std::string& from, std::string_view key,
                      std::string_view value) {
    const auto part = ReadPart(rels);
    if (!part) return {};
    for (const MarkupNode& node : part->markup) {
      if (node.kind != Kind::kBegin || node.value != "relationship") continue;
      if (!node.Attribute(key).ends_with(value)) continue;
      const auto reference = ResolveReference(from, node.Attribute("target"));
      return reference ? reference->file : std::string();
    }
    return {};
  }

  std::string MainFile() {
    const std::string main = Related("_rels/.rels", "", "type", "/officeDocument");
    return main.empty() ? "word/document.xml" : main;
  }

  void ReadMetadata() {
    if (!styles_.language().empty()) book_.info.language = styles_.language();
    const auto core = ReadPart("docProps/core.xml");
    if (!core) return;
    const auto text_of = [&](std::string_view name) {
      const std::size_t found = FindElement(core->markup, name, 0, core->markup.size());
      return found == core->markup.size() ? std::string() : TextInside(core->markup, found);
    };
    BookInfo& info = book_.info;
    info.title = text_of("title");
    info.author = text_of("creator");
    info.description = text_of("description");
    info.genre = text_of("subject");
    if (const std::string language = text_of("language"); !language.empty()) {
      info.language = language;
    }
  }

  // A paragraph of the style "Title", where the properties have none.
  void TakeTitle(const Markup& markup) {
    for (std::size_t i = 0; i < markup.size() && book_.info.title.empty(); ++i) {
      if (markup[i].kind != Kind::kBegin || markup[i].value != "p") continue;
      const DocxStyle style = styles_.Find(PropertyValue(markup, i, "ppr", "pstyle"));
      if (style.name == "title") book_.info.title = TextInside(markup, i);
    }
  }

  // A picture before any text.
  std::string Cover(const Part& text, const std::string& main) {
    const Markup& markup = text.markup;
    const std::size_t first_text = FindElement(markup, "t", 0, markup.size());
    const std::size_t picture = FindElement(markup, "blip", 0, first_text);
    if (picture == first_text) return {};
    const std::string name = main.substr(folder_.size());
    const std::string file = Related(folder_ + "_rels/" + name + ".rels", main, "id",
                                     markup[picture].Attribute("embed"));
    const auto bytes = file.empty() ? std::nullopt : archive_.Read(file);
    return bytes && IsPicture(*bytes) ? *bytes : std::string();
  }

  void AddPart(Part part, DocxPart kind) {
    const DocxNames names{folder_ + "footnotes.xml", folder_ + "endnotes.xml", book_.info.language};
    const Markup html = TranslateDocx(part.markup, kind, styles_, names);
    for (MarkupDraft& draft : MakeMarkupBlocks(part.source, html, book_.info.language)) {
      draft.block.file = book_.sources.size();
      drafts_.push_back(std::move(draft));
    }
    book_.sources.push_back({std::move(part.file), std::move(part.bytes)});
  }

  BookFile file_;
  Archive archive_;
  Book book_;
  std::string folder_;  // of the main part, with its "/"
  DocxStyles styles_;
  std::vector<MarkupDraft> drafts_;
};

}  // namespace

Book ReadDocx(BookFile file) {
  // A compound file: what Word writes for .doc, and around encrypted documents.
  if (file.bytes.starts_with("\xD0\xCF\x11\xE0")) {
    throw Error(Place{file.name},
                "this is an old Word document (.doc), or one with a password; save it as .docx "
                "without a password");
  }
  return DocxPackage(std::move(file)).Read();
}

}  // namespace fullcast
