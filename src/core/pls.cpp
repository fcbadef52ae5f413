#include <optional>
#include <utility>

#include "core/pronunciation_lexicon.h"
#include "core/utf8.h"
#include "core/xml.h"

namespace fullcast {

namespace {

// A lexeme while it is read.
struct Lexeme {
  std::vector<std::string> graphemes;
  std::optional<SayAs> say_as;
  bool preferred = false;
  std::string language;
  std::size_t offset = 0;
};

std::string_view ValueOf(std::span<const XmlAttribute> attributes, std::string_view name) {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

class PlsReader final : public XmlHandler {
 public:
  PlsReader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  ParsedLexicon Take() { return std::move(parsed_); }

  void Begin(std::string_view name, std::span<const XmlAttribute> attributes, Span place) override {
    const std::string_view element = XmlLocalName(name);
    if (!inside_) {
      if (element != "lexicon")
        throw Error(PlaceAt(file_, text_, place.begin), "this is no lexicon");
      inside_ = true;
      language_ = ValueOf(attributes, "xml:lang");
      alphabet_ = ValueOf(attributes, "alphabet");
    } else if (element == "lexeme") {
      lexeme_ = Lexeme{};
      lexeme_.offset = place.begin;
      const std::string_view language = ValueOf(attributes, "xml:lang");
      lexeme_.language = language.empty() ? language_ : language;
    }
    preferred_ = ValueOf(attributes, "prefer") == "true";
    const std::string_view alphabet = ValueOf(attributes, "alphabet");
    element_alphabet_ = alphabet.empty() ? alphabet_ : alphabet;
    content_.clear();
  }

  void End(std::string_view name, Span /*place*/) override {
    const std::string_view element = XmlLocalName(name);
    const std::string content(Trim(content_));
    content_.clear();
    if (element == "grapheme") {
      if (!content.empty()) lexeme_.graphemes.push_back(content);
    } else if (element == "alias") {
      Offer({Notation::kRespelling, content});
    } else if (element == "phoneme") {
      OfferPhonemes(content);
    } else if (element == "lexeme") {
      Finish();
    }
  }

  void Text(std::string_view text, Span /*place*/) override { content_ += text; }

  void Entity(std::string_view name, Span place) override {
    throw Error(PlaceAt(file_, text_, place.begin), "undefined entity &" + std::string(name) + ";");
  }

 private:
  void OfferPhonemes(const std::string& phonemes) {
    if (element_alphabet_ == "ipa" || element_alphabet_.empty()) {
      Offer({Notation::kIpa, phonemes});
    } else if (element_alphabet_ == "x-espeak" || element_alphabet_ == "espeak") {
      Offer({Notation::kMnemonics, phonemes});
    } else {
      Warn("phonemes in the alphabet \"" + element_alphabet_ + "\" are not known; IPA is");
    }
  }

  void Offer(SayAs say_as) {
    const bool better = !lexeme_.say_as || (preferred_ && !lexeme_.preferred);
    if (say_as.spoken.empty() || !better) return;
    lexeme_.say_as = std::move(say_as);
    lexeme_.preferred = preferred_;
  }

  void Finish() {
    if (lexeme_.graphemes.empty()) return Warn("a lexeme without a grapheme");
    if (!lexeme_.say_as) {
      return Warn("there is no pronunciation for \"" + lexeme_.graphemes.front() + "\"");
    }
    const Place place = PlaceOfLexeme();
    for (std::string& grapheme : lexeme_.graphemes) {
      parsed_.entries.push_back({std::move(grapheme), *lexeme_.say_as, lexeme_.language, place});
    }
  }

  void Warn(const std::string& message) {
    parsed_.warnings.emplace_back(Error(PlaceOfLexeme(), message).what());
  }

  // Lexemes come in order: only the lines since the last one are counted.
  [[nodiscard]] Place PlaceOfLexeme() {
    const std::size_t end = std::min(lexeme_.offset, text_.size());
    for (; counted_ < end; ++counted_) {
      if (text_[counted_] != '\n') continue;
      ++line_;
      line_begin_ = counted_ + 1;
    }
    return {file_, line_, end - line_begin_ + 1};
  }

  std::string_view text_;
  const std::string& file_;
  bool inside_ = false;
  std::string language_;
  std::string alphabet_;
  Lexeme lexeme_;
  bool preferred_ = false;
  std::string element_alphabet_;
  std::string content_;
  std::size_t line_ = 1;
  std::size_t line_begin_ = 0;
  std::size_t counted_ = 0;
  ParsedLexicon parsed_;
};

}  // namespace

ParsedLexicon ParsePls(std::string_view text, const std::string& file) {
  PlsReader reader(text, file);
  ParseXml(text, file, reader);
  return reader.Take();
}

}  // namespace fullcast
