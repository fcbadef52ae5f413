#include "book/epub/epub_reader.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "book/epub/cover_picture.h"
#include "book/epub/epub_package.h"
#include "book/footnotes.h"
#include "book/markup/contents_chapters.h"
#include "book/markup/markup.h"
#include "book/markup/markup_blocks.h"
#include "book/markup/markup_frame.h"
#include "book/markup/markup_notes.h"
#include "book/markup/matter_pages.h"
#include "book/markup/running_lines.h"
#include "book/source/archive.h"
#include "book/source/charset.h"
#include "book/source/size_limits.h"
#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

bool IsDocument(std::string_view media_type) {
  return media_type.empty() || media_type.find("html") != std::string_view::npos ||
         media_type.find("xml") != std::string_view::npos;
}

std::string MediaType(const EpubPackage& package, const std::string& file) {
  for (const ManifestItem& item : package.manifest) {
    if (item.file == file) return item.media_type;
  }
  return {};
}

// Adds a file of the reading order to the book; what can't be read is told, not fatal.
void AddDocument(const SpineItem& item, std::string bytes, const std::string& book_name, Book& book,
                 std::vector<MarkupDraft>& drafts) {
  const std::string name = book_name + ": " + item.file;
  SourceText source;
  std::vector<MarkupDraft> made;
  try {
    source = DecodeMarkup(bytes, name);
    made =
        MakeMarkupBlocks(source, ParseMarkup(source, name, MarkupKind::kXhtml), book.info.language);
  } catch (const TooLarge&) {
    throw;
  } catch (const Error& error) {
    book.warnings.emplace_back(error.what());
    return;
  }
  CheckCount(drafts.size() + made.size(), kMostParagraphs, "paragraphs", source, 0);
  for (MarkupDraft& draft : made) {
    draft.block.file = book.sources.size();
    if (!item.skip.empty()) {
      if (draft.block.skip.empty()) draft.block.skip = item.skip;
      if (item.skip == kFootnoteReason && draft.level == 0) draft.block.kind = BlockKind::kFootnote;
    }
    drafts.push_back(std::move(draft));
  }
  book.sources.push_back({item.file, std::move(bytes)});
}

// "part0001" for "text/part0001.xhtml": what programs call it that know of no titles.
bool NamesFile(const ContentsEntry& entry) {
  const std::filesystem::path path(entry.file);
  return entry.title == path.filename().string() || entry.title == path.stem().string();
}

// A book whose contents are broken has chapters by its headings.
std::vector<ContentsEntry> ReadContentsOf(Archive& archive, const EpubPackage& package,
                                          const std::string& book_name, Book& book) {
  try {
    std::vector<ContentsEntry> contents = ReadContents(archive, package);
    std::erase_if(contents, NamesFile);
    return contents;
  } catch (const Error& error) {
    book.warnings.emplace_back(error.Within(book_name).what());
    return {};
  }
}

void ReadLexicons(Archive& archive, const EpubPackage& package, Book& book) {
  for (const ManifestItem& item : package.manifest) {
    if (item.media_type != "application/pls+xml") continue;
    const auto bytes = archive.Read(item.file);
    if (!bytes) continue;
    try {
      ParsedLexicon parsed = ParsePls(*bytes, item.file);
      std::move(parsed.entries.begin(), parsed.entries.end(), std::back_inserter(book.lexicon));
      std::move(parsed.warnings.begin(), parsed.warnings.end(), std::back_inserter(book.warnings));
    } catch (const Error& error) {
      book.warnings.emplace_back(error.what());
    }
  }
}

}  // namespace

Book ReadEpub(BookFile file) {
  Book book;
  Archive archive(file.bytes, file.name);
  const EpubPackage package = ReadPackage(archive, file.name);
  book.info = package.info;
  if (book.info.title.empty()) book.info.title = file.title;
  std::vector<MarkupDraft> drafts;
  std::size_t text_bytes = 0;
  for (const SpineItem& item : package.spine) {
    if (!IsDocument(MediaType(package, item.file))) continue;
    auto bytes = archive.Read(item.file);
    if (!bytes) {
      book.warnings.push_back(file.name + ": the EPUB has no file " + item.file);
      continue;
    }
    text_bytes += bytes->size();
    CheckTextBytes(text_bytes, file.name);
    AddDocument(item, std::move(*bytes), file.name, book, drafts);
  }
  SkipFrame(drafts, book.info);
  SkipMatterPages(drafts);
  SkipRunningLines(drafts, book.info.title);
  LinkNotes(drafts, book.sources);
  if (!AnyIsRead(drafts)) {
    const std::string why = book.warnings.empty() ? "" : " (" + book.warnings.front() + ")";
    throw Error(Place{file.name}, "there is no text to read in this EPUB" + why);
  }
  ReadLexicons(archive, package, book);
  book.cover = ReadCover(archive, package);
  const std::vector<ContentsEntry> contents = ReadContentsOf(archive, package, file.name, book);
  SkipTitlePage(drafts, FirstChapter(contents, drafts, book.sources, book.info.title), book.info);
  book.chapters = CutIntoChapters(
      std::move(drafts), book.sources, contents,
      {TitleSource::kContents, file.one_of_many ? std::move(file.title) : book.info.title,
       book.info.language});
  return book;
}

}  // namespace fullcast
