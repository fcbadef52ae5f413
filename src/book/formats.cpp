#include "book/formats.h"

#include <algorithm>
#include <array>

#include "book/docx/docx_reader.h"
#include "book/epub/epub_reader.h"
#include "book/fb2/fb2_reader.h"
#include "book/html/html_reader.h"
#include "book/markdown/markdown_reader.h"
#include "book/text/text_reader.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

struct Format {
  std::string_view extension;
  Reader read;
};

constexpr std::array kFormats = {
    Format{".txt", ReadPlainText}, Format{".md", ReadMarkdown}, Format{".markdown", ReadMarkdown},
    Format{".epub", ReadEpub},     Format{".html", ReadHtml},   Format{".htm", ReadHtml},
    Format{".xhtml", ReadHtml},    Format{".fb2", ReadFb2},     Format{".fb2.zip", ReadZippedFb2},
    Format{".fbz", ReadZippedFb2}, Format{".docx", ReadDocx},
};

const Format* FormatFor(const std::filesystem::path& path) {
  const std::string name = Lowercase(path.filename().string());
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) {
    return name.ends_with(format.extension);
  });
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace

Reader ReaderFor(const std::filesystem::path& path) {
  const Format* format = FormatFor(path);
  return format == nullptr ? ReadPlainText : format->read;
}

bool IsBookFile(const std::filesystem::path& path) {
  return FormatFor(path) != nullptr && !path.filename().string().starts_with('.');
}

bool IsChapterFile(const std::filesystem::path& path) { return IsBookFile(path); }

}  // namespace fullcast
