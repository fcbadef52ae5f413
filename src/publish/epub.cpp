#include "publish/epub.h"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "core/html.h"
#include "publish/cues.h"
#include "publish/navigation.h"
#include "publish/paragraphs.h"
#include "publish/smil.h"
#include "publish/zip_writer.h"

namespace fullcast {

namespace {

constexpr const char* kXmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

constexpr const char* kStyle =
    "body{line-height:1.5}\np{margin:0;text-indent:1.2em}\nh1+p,p.scene{text-indent:0}\n"
    "p.scene{margin-top:1.5em}\n.reading{background:#ffe9a8;color:#000}\n";

std::string SegmentId(const TimedSegment& segment) {
  return fmt::format("s{}", segment.segment + 1);
}

class Epub {
 public:
  Epub(const Script& script, const Timeline& timeline, const PublishedAudio& audio,
       const std::string& cover)
      : script_(script), timeline_(timeline), audio_(audio), cover_(cover) {
    language_ = EscapeHtml(script.book.language.empty() ? "und" : script.book.language);
  }

  void Write(const std::filesystem::path& path) const {
    ZipWriter zip(path);
    zip.Add("mimetype", "application/epub+zip");
    zip.Add("META-INF/container.xml",
            std::string(kXmlHead) +
                "<container version=\"1.0\" "
                "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
                "full-path=\"EPUB/package.opf\" "
                "media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n");
    zip.Add("EPUB/package.opf", Package());
    zip.Add("EPUB/nav.xhtml", Navigation());
    zip.Add("EPUB/style.css", kStyle);
    if (!cover_.empty()) zip.Add("EPUB/" + CoverName(), cover_);
    for (const TimedChapter& chapter : timeline_.chapters) {
      zip.Add("EPUB/" + PageName(chapter), Page(chapter));
      zip.Add("EPUB/" + OverlayName(chapter),
              WriteSmil(PageName(chapter) + "#chapter", Overlay(chapter)));
    }
    for (const std::string& file : Files()) {
      zip.AddFile("EPUB/" + AudioName(file), audio_.folder / file);
    }
    zip.Finish();
  }

 private:
  static std::string PageName(const TimedChapter& chapter) {
    return fmt::format("chapter-{}.xhtml", chapter.chapter + 1);
  }
  static std::string OverlayName(const TimedChapter& chapter) {
    return fmt::format("chapter-{}.smil", chapter.chapter + 1);
  }
  [[nodiscard]] std::string CoverName() const {
    return cover_.starts_with("\x89PNG") ? "cover.png" : "cover.jpg";
  }
  [[nodiscard]] std::set<std::string> Files() const {
    std::set<std::string> files;
    for (const TimedChapter& chapter : timeline_.chapters) files.insert(chapter.file);
    return files;
  }
  // Names of our own: a title may hold what a URL may not.
  [[nodiscard]] std::string AudioName(const std::string& file) const {
    const std::set<std::string> files = Files();
    const auto number = std::distance(files.begin(), files.find(file)) + 1;
    return fmt::format("audio/{}{}", number, std::filesystem::path(file).extension().string());
  }

  [[nodiscard]] std::string Package() const {
    const BookInfo& book = script_.book;
    std::int64_t total = 0;
    std::string durations;
    std::string items;
    std::string spine;
    for (const TimedChapter& chapter : timeline_.chapters) {
      const std::size_t n = chapter.chapter + 1;
      const std::int64_t ms = DurationMs(Overlay(chapter));
      total += ms;
      durations += fmt::format("    <meta property=\"media:duration\" refines=\"#o{}\">{}</meta>\n",
                               n, ClockValue(ms));
      items += fmt::format(
          "    <item id=\"c{0}\" href=\"{1}\" media-type=\"application/xhtml+xml\" "
          "media-overlay=\"o{0}\"/>\n    <item id=\"o{0}\" href=\"{2}\" "
          "media-type=\"application/smil+xml\"/>\n",
          n, PageName(chapter), OverlayName(chapter));
      spine += fmt::format("    <itemref idref=\"c{}\"/>\n", n);
    }
    int number = 0;
    for (const std::string& file : Files()) {
      items += fmt::format("    <item id=\"a{}\" href=\"{}\" media-type=\"{}\"/>\n", ++number,
                           AudioName(file), audio_.media_type);
    }
    if (!cover_.empty()) {
      items += fmt::format(
          "    <item id=\"cover\" href=\"{0}\" media-type=\"image/{1}\" "
          "properties=\"cover-image\"/>\n",
          CoverName(), CoverName().ends_with("png") ? "png" : "jpeg");
    }
    std::string people;
    if (!book.author.empty()) {
      people += fmt::format("    <dc:creator>{}</dc:creator>\n", EscapeHtml(book.author));
    }
    if (!book.narrator.empty()) {
      people += fmt::format("    <meta property=\"media:narrator\">{}</meta>\n",
                            EscapeHtml(book.narrator));
    }
    // The time of the last change is required; ours must not depend on the clock.
    return fmt::format(
        "{}<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" "
        "unique-identifier=\"id\" xml:lang=\"{}\">\n"
        "  <metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
        "    <dc:identifier id=\"id\">urn:fullcast:{}</dc:identifier>\n"
        "    <dc:title>{}</dc:title>\n    <dc:language>{}</dc:language>\n{}"
        "    <meta property=\"dcterms:modified\">2000-01-01T00:00:00Z</meta>\n"
        "    <meta property=\"media:active-class\">reading</meta>\n"
        "    <meta property=\"media:duration\">{}</meta>\n{}"
        "  </metadata>\n  <manifest>\n"
        "    <item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
        "properties=\"nav\"/>\n"
        "    <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n{}"
        "  </manifest>\n  <spine>\n{}  </spine>\n</package>\n",
        kXmlHead, language_, EscapeHtml(book.id.empty() ? "book" : book.id),
        EscapeHtml(book.title.empty() ? "Untitled" : book.title), language_, people,
        ClockValue(total), durations, items, spine);
  }

  [[nodiscard]] std::string Html(const std::string& title, const std::string& body) const {
    return fmt::format(
        "{}<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
        "xmlns:epub=\"http://www.idpf.org/2007/ops\" xml:lang=\"{}\" lang=\"{}\">\n<head>"
        "<meta charset=\"utf-8\"/><title>{}</title><link rel=\"stylesheet\" href=\"style.css\"/>"
        "</head>\n<body>\n{}</body>\n</html>\n",
        kXmlHead, language_, language_, EscapeHtml(title.empty() ? "Untitled" : title), body);
  }

  [[nodiscard]] std::string Navigation() const {
    std::vector<NavigationEntry> entries;
    for (const TimedChapter& chapter : timeline_.chapters) {
      entries.push_back({TitleOf(chapter), PageName(chapter)});
    }
    return Html(script_.book.title, NavigationElement(entries));
  }

  [[nodiscard]] std::string TitleOf(const TimedChapter& chapter) const {
    const std::string& title = script_.chapters[chapter.chapter].title;
    return title.empty() ? fmt::format("Chapter {}", chapter.chapter + 1) : title;
  }

  [[nodiscard]] std::string Page(const TimedChapter& chapter) const {
    const ScriptChapter& text = script_.chapters[chapter.chapter];
    std::string body = "<section id=\"chapter\" epub:type=\"chapter\">\n";
    for (const Paragraph& paragraph : ParagraphsOf(text, chapter)) {
      const char* tag = paragraph.heading ? "h1" : "p";
      body += fmt::format("<{}{}>", tag, paragraph.after_scene ? " class=\"scene\"" : "");
      for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
        const TimedSegment& timed = chapter.segments[i];
        if (i > paragraph.begin) body += ' ';
        body += fmt::format("<span id=\"{}\">{}</span>", SegmentId(timed),
                            EscapeHtml(text.segments[timed.segment].text));
      }
      body += fmt::format("</{}>\n", tag);
    }
    return Html(TitleOf(chapter), body + "</section>\n");
  }

  [[nodiscard]] std::vector<SyncedText> Overlay(const TimedChapter& chapter) const {
    const std::string page = PageName(chapter);
    const std::string audio = AudioName(chapter.file);
    std::vector<SyncedText> texts;
    for (const Clip& clip : ClipsOf(chapter)) {
      texts.push_back({page + "#" + SegmentId(chapter.segments[clip.timed]), audio, clip.begin_ms,
                       clip.end_ms});
    }
    return texts;
  }

  const Script& script_;
  const Timeline& timeline_;
  const PublishedAudio& audio_;
  const std::string& cover_;
  std::string language_;
};

}  // namespace

void WriteEpub(const std::filesystem::path& path, const Script& script, const Timeline& timeline,
               const PublishedAudio& audio, const std::string& cover) {
  Epub(script, timeline, audio, cover).Write(path);
}

}  // namespace fullcast
