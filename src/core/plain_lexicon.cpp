#include <algorithm>

#include "core/pronunciation_lexicon.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostWrittenBytes = 200;
constexpr std::size_t kMostSpokenBytes = 500;

// Behind a word "#" may be part of eSpeak NG's mnemonics.
std::string_view WithoutComment(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t')) {
      return line.substr(0, i);
    }
  }
  return line;
}

std::string WithSingleSpaces(std::string_view text) {
  std::string joined;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (!IsSpace(c)) {
      AppendUtf8(joined, c);
    } else if (!joined.ends_with(' ')) {
      joined += ' ';
    }
  }
  return joined;
}

// Takes the lines of one file.
class PlainParser {
 public:
  PlainParser(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  ParsedLexicon Parse() {
    for (std::size_t begin = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      ++line_;
      line_begin_ = begin;
      ParseLine(Trim(WithoutComment(text_.substr(begin, end - begin))));
      begin = end + 1;
    }
    return std::move(parsed_);
  }

 private:
  void ParseLine(std::string_view line) {
    if (line.empty()) return;
    if (!IsValidUtf8(line)) throw Wrong(line, "this line is not UTF-8");
    if (line.front() == '[') return SetLanguage(line);
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) {
      throw Wrong(line, "\"word = how to say it\" is expected");
    }
    const std::string_view written = Trim(line.substr(0, equals));
    const std::string_view spoken = Trim(line.substr(equals + 1));
    if (written.empty()) throw Wrong(line, "there is no word before \"=\"");
    if (spoken.empty()) throw Wrong(line.substr(equals), "\"=\" is followed by nothing to say");
    if (written.size() > kMostWrittenBytes) throw Wrong(written, "this word is too long");
    if (spoken.size() > kMostSpokenBytes) throw Wrong(spoken, "this pronunciation is too long");
    parsed_.entries.push_back(
        {WithSingleSpaces(written), SayAsOf(spoken), language_, PlaceOf(written)});
  }

  // "[fr]", "[*]".
  void SetLanguage(std::string_view line) {
    const std::string_view tag =
        line.size() > 2 && line.back() == ']' ? Trim(line.substr(1, line.size() - 2)) : "";
    const bool is_tag = !tag.empty() && std::all_of(tag.begin(), tag.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return c == '-' || (byte < 0x80 && (IsLetter(byte) || IsDigit(byte)));
    });
    if (!is_tag && tag != "*") throw Wrong(line, "a language, as in [en-GB], or [*] is expected");
    language_ = is_tag ? tag : std::string_view();
  }

  [[nodiscard]] SayAs SayAsOf(std::string_view spoken) const {
    const auto inside = [&](std::size_t marks) {
      const std::string_view inner = Trim(spoken.substr(marks, spoken.size() - 2 * marks));
      if (inner.empty()) throw Wrong(spoken, "there are no phonemes between the marks");
      return std::string(inner);
    };
    if (spoken.starts_with("[[")) {
      if (spoken.size() < 4 || !spoken.ends_with("]]")) {
        throw Wrong(spoken, "\"[[\" is never closed by \"]]\"");
      }
      return {Notation::kMnemonics, inside(2)};
    }
    if (spoken.front() == '/') {
      if (spoken.size() < 2 || spoken.back() != '/') {
        throw Wrong(spoken, "IPA stands between two \"/\"");
      }
      return {Notation::kIpa, inside(1)};
    }
    return {Notation::kRespelling, WithSingleSpaces(spoken)};
  }

  [[nodiscard]] Place PlaceOf(std::string_view part) const {
    const auto offset = static_cast<std::size_t>(part.data() - text_.data());
    return {file_, line_, offset - line_begin_ + 1};
  }

  [[nodiscard]] Error Wrong(std::string_view part, const std::string& message) const {
    return {PlaceOf(part), message};
  }

  std::string_view text_;
  const std::string& file_;
  std::size_t line_ = 0;
  std::size_t line_begin_ = 0;
  std::string language_;
  ParsedLexicon parsed_;
};

}  // namespace

ParsedLexicon ParsePlainLexicon(std::string_view text, const std::string& file) {
  return PlainParser(text, file).Parse();
}

}  // namespace fullcast
