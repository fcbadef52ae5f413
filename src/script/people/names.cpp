#include "script/people/names.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/interrupt.h"
#include "script/people/name_particles.h"

namespace fullcast {
namespace {

constexpr int kLongestName = 6;

class NameFinder {
 public:
  NameFinder(const Text& text, const Lexicon& lexicon)
      : text_(text), classes_(ClassesOf(text.vocabulary, lexicon)) {
    CountCapitals();
  }

  Names Find() {
    for (const Passage& paragraph : text_.paragraphs) {
      ThrowIfInterrupted();
      for (int i = paragraph.begin; i < paragraph.end;) i = TakeName(i, paragraph.end);
    }
    DropPlurals();
    for (NameForm& form : names_.forms) form.person = !form.plural && IsPerson(form);
    return std::move(names_);
  }

 private:
  /// How a word is written where no sentence starts.
  struct Spelling {
    int capital = 0;
    int small = 0;
    int titled = 0;  ///< behind "Mr." and the like
  };

  [[nodiscard]] const Token& At(int i) const { return text_.tokens[static_cast<std::size_t>(i)]; }
  [[nodiscard]] std::string_view Word(int i) const { return text_.Word(At(i)); }
  [[nodiscard]] std::uint32_t Classes(int i) const {
    return classes_[static_cast<std::size_t>(At(i).word)];
  }

  void CountCapitals() {
    spellings_.resize(text_.vocabulary.size());
    const Token* before = nullptr;
    for (const Token& token : text_.tokens) {
      const bool titled = before != nullptr && before->capital && token.capital &&
                          (classes_[static_cast<std::size_t>(before->word)] & kAddress) != 0;
      before = &token;
      if (!token.is_word) continue;
      Spelling& spelling = spellings_[static_cast<std::size_t>(token.word)];
      spelling.titled += titled ? 1 : 0;
      if (!token.capital) {
        ++spelling.small;
      } else if (!token.starts_sentence && !token.all_capitals) {
        ++spelling.capital;
      }
    }
  }

  /// A capitalised word that may be part of a name here.
  [[nodiscard]] bool IsNameWord(int i) const {
    const Token& token = At(i);
    if (!token.is_word || !token.capital) return false;
    const std::uint32_t classes = Classes(i);
    if ((classes & kNotName) != 0) return IsInitial(i);
    if ((classes & kRatherPlace) != 0 &&
        spellings_[static_cast<std::size_t>(token.word)].titled < 2) {
      return false;
    }
    const Spelling& spelling = spellings_[static_cast<std::size_t>(token.word)];
    if (token.all_capitals) return spelling.capital > spelling.small && spelling.capital > 1;
    if (!token.starts_sentence) return spelling.capital * 4 > spelling.small || IsAfterTitle(i);
    if (spelling.capital == 0) {
      return (classes & kAnyName) != 0 && spelling.small == 0;
    }
    return spelling.capital > spelling.small ||
           ((classes & kAnyName) != 0 && spelling.capital * 3 > spelling.small);
  }

  [[nodiscard]] bool IsAfterTitle(int i) const {
    return i > 0 && At(i - 1).capital && (Classes(i - 1) & kAnyTitle) != 0;
  }

  /// The "J." of "J. Smith".
  [[nodiscard]] bool IsInitial(int i) const {
    return At(i).is_word && At(i).capital && Word(i).size() == 1 && At(i).end - At(i).begin == 2;
  }

  /// A title right before a name: "Mr. Bennet", "Aunt Juley", "Herr von Hartmann".
  [[nodiscard]] bool IsTitleOfName(int i, int end) const {
    if (!At(i).is_word || !At(i).capital || (Classes(i) & kAnyTitle) == 0 || i + 1 >= end) {
      return false;
    }
    int name = i + 1;
    while (name < end && IsNameParticle(Word(name))) ++name;
    if (name == end) return false;
    const Token& next = At(name);
    // "Monsieur le Comte" has no name.
    const bool is_name = name == i + 1 || (Classes(name) & kAnyTitle) == 0;
    return is_name && !At(i).possessive && next.is_word && next.capital &&
           ((Classes(name) & kNotName) == 0 || IsInitial(name)) &&
           next.quotation == At(i).quotation;
  }

  /// Behind particles ("van der") the name word that they belong to, else the token itself.
  [[nodiscard]] int BehindParticles(int i, int end) const {
    int next = i;
    while (next < end && IsNameParticle(Word(next))) ++next;
    return next > i && next < end && IsNameWord(next) ? next : i;
  }

  /// Takes the name that starts at a token, if any; returns where to go on.
  int TakeName(int i, int end) {
    int begin = i;
    if (IsTitleOfName(i, end)) {
      ++i;
      while (IsTitleOfName(i, end) && (Classes(i) & kAnyName) == 0) ++i;
    } else if (!IsNameWord(i)) {
      return i + 1;
    }
    while (i < end && i - begin < kLongestName && !(i > begin && At(i - 1).possessive)) {
      if (i > begin && At(i).starts_sentence) break;
      if (At(i).quotation != At(begin).quotation) break;
      if (IsNameWord(i) || (i > begin && IsTitleOfName(i - 1, end))) {
        ++i;
      } else if (const int behind = BehindParticles(i, end); i > begin && behind > i) {
        i = behind + 1;
      } else if (i > begin && i + 1 < end && Word(i) == "of" && IsNameWord(i + 1) &&
                 (Classes(i - 1) & (kAnyTitle | kRoleNoun)) != 0) {
        i += 2;
      } else {
        break;
      }
    }
    if (i == begin) return i + 1;
    AddMention(begin, i);
    return i;
  }

  void AddMention(int begin, int end) {
    std::vector<int> words;
    for (int i = begin; i < end; ++i) {
      const bool skipped = i + 1 < end && IsInitial(i) && (Classes(i) & kAnyTitle) == 0;
      if (!skipped) words.push_back(At(i).word);
    }
    const auto [entry, added] =
        form_numbers_.try_emplace(words, static_cast<int>(names_.forms.size()));
    if (added) {
      names_.forms.emplace_back();
      names_.forms.back().words = std::move(words);
    }
    NameMention mention{begin, end, entry->second, false, IsSpeaker(begin, end)};
    mention.vocative = IsVocative(begin, end);
    NameForm& form = names_.forms[static_cast<std::size_t>(entry->second)];
    ++form.count;
    form.as_vocative += mention.vocative ? 1 : 0;
    form.possessive += At(end - 1).possessive ? 1 : 0;
    form.in_narration += At(begin).quotation < 0 ? 1 : 0;
    if (begin > 0 && At(begin).paragraph == At(begin - 1).paragraph) {
      form.with_the += Word(begin - 1) == "the" ? 1 : 0;
      form.as_elder += Word(begin - 1) == "old" || Word(begin - 1) == "elder" ? 1 : 0;
      form.as_younger += Word(begin - 1) == "young" || Word(begin - 1) == "younger" ? 1 : 0;
      const int before = Word(begin - 1) == "the" && begin > 1 ? begin - 2 : begin - 1;
      form.as_place += (Classes(before) & kPlacePreposition) != 0 ? 1 : 0;
    }
    form.as_speaker += mention.speaker ? 1 : 0;
    names_.mentions.push_back(mention);
  }

  [[nodiscard]] bool InParagraph(int i, int paragraph) const {
    return i >= 0 && i < static_cast<int>(text_.tokens.size()) && At(i).paragraph == paragraph;
  }

  /// Set off by punctuation in a quotation: "Well, Jane, is it you?" "Oh Jane!"
  [[nodiscard]] bool IsVocative(int begin, int end) const {
    const int quotation = At(begin).quotation;
    if (quotation < 0 || At(end - 1).possessive) return false;
    const auto inside = [&](int i) {
      return i >= 0 && i < static_cast<int>(text_.tokens.size()) && At(i).quotation == quotation &&
             At(i).paragraph == At(begin).paragraph;
    };
    int before = begin - 1;
    while (inside(before) && At(before).is_word && (Classes(before) & kVocativeLead) != 0) --before;
    const bool open = !inside(before) || (!At(before).is_word && Word(before) != "-");
    if (!open && (before == begin - 1 || Word(begin - 1) == "and")) return false;
    if (!inside(end)) return true;
    const std::string_view after = Word(end);
    if (At(end).is_word) return false;
    const bool free_start = !inside(before) || Word(before) != ",";
    // A name at the start followed by a comma is an address; in a list "Jane, Mary and I" too
    // seldom to matter.
    return after == "," || after == "!" || after == "?" || after == "." || after == ";" ||
           after == "\"" || after == "\u201d" || after == "--" || after == "\u2014" ||
           (free_start && after == "_");
  }

  /// Beside a verb of speech, in narration, not far from a quotation.
  [[nodiscard]] bool IsSpeaker(int begin, int end) const {
    if (At(begin).quotation >= 0) return false;
    const int paragraph = At(begin).paragraph;
    int first = begin - 1;
    while (InParagraph(first, paragraph) && (Word(first) == "the" || IsNameParticle(Word(first)))) {
      --first;
    }
    const bool verb_before = InParagraph(first, paragraph) && (Classes(first) & kSpeechVerb) != 0;
    const bool verb_after = InParagraph(end, paragraph) && (Classes(end) & kSpeechVerb) != 0;
    if (!verb_before && !verb_after) return false;
    for (int i = begin - 4; i < end + 4; ++i) {
      if (InParagraph(i, paragraph) && At(i).quotation >= 0) return true;
    }
    return false;
  }

  /// "the Bennets" are no person.
  void DropPlurals() {
    for (NameForm& form : names_.forms) {
      const std::string& last = text_.vocabulary.Word(form.words.back());
      if (form.with_the * 2 < form.count || !last.ends_with('s')) continue;
      const int single = text_.vocabulary.Find(last.substr(0, last.size() - 1));
      if (single >= 0 && spellings_[static_cast<std::size_t>(single)].capital > 0) {
        form.plural = true;
      }
    }
  }

  [[nodiscard]] bool IsPerson(const NameForm& form) const {
    const std::uint32_t first = classes_[static_cast<std::size_t>(form.words.front())];
    if ((first & kAnyTitle) != 0 && form.words.size() > 1) return true;
    const bool often_place = form.as_place * 3 > form.count;
    if (form.as_speaker > 1 && form.as_place * 2 < form.count) return true;
    if (often_place && form.as_speaker == 0) return false;
    if ((first & kAnyName) != 0) return true;
    if (form.as_speaker > 0 || form.as_vocative > 1) return true;
    if ((first & (kPersonNoun | kAnyTitle)) != 0 && form.count > 2) return true;
    return form.count > 4 && form.with_the == 0 && form.as_place * 8 < form.count &&
           form.possessive > 0;
  }

  const Text& text_;
  std::vector<std::uint32_t> classes_;
  std::vector<Spelling> spellings_;
  std::map<std::vector<int>, int> form_numbers_;
  Names names_;
};

}  // namespace

std::vector<std::uint32_t> ClassesOf(const Vocabulary& vocabulary, const Lexicon& lexicon) {
  std::vector<std::uint32_t> classes(vocabulary.size());
  for (std::size_t i = 0; i < classes.size(); ++i) {
    classes[i] = lexicon.Classes(vocabulary.Word(static_cast<int>(i)));
  }
  return classes;
}

Names FindNames(const Text& text, const Lexicon& lexicon) {
  return NameFinder(text, lexicon).Find();
}

}  // namespace fullcast
