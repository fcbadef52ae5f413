// Abbreviations with a full stop, by what may stand around them.
#include <algorithm>
#include <array>
#include <iterator>

#include "core/utf8.h"
#include "speech/english/figures.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

enum class Place {
  kBeforeName,    ///< a title: its stop never ends a sentence
  kAnywhere,      ///< its stop may end a sentence too
  kBeforeNumber,  ///< an abbreviation only before a number, in figures or Roman
  kAfterNumber,   ///< an abbreviation only behind a figure
  kNearNumber,    ///< a month: "Oct. 4th", "4 Oct. 1895"
  kAfterPlace,    ///< a state behind a town and a comma
};

struct Abbreviation {
  std::string_view written;  ///< in lower case, without its stop
  std::string_view say;
  Place place;
};

constexpr Abbreviation kAbbreviations[] = {
    {"mr", "mister", Place::kBeforeName},
    {"mrs", "Mrs", Place::kBeforeName},
    {"ms", "Ms", Place::kBeforeName},
    {"messrs", "messers", Place::kBeforeName},
    {"dr", "doctor", Place::kBeforeName},
    {"rev", "reverend", Place::kBeforeName},
    {"revd", "reverend", Place::kBeforeName},
    {"hon", "honourable", Place::kBeforeName},
    {"prof", "professor", Place::kBeforeName},
    {"capt", "captain", Place::kBeforeName},
    {"col", "colonel", Place::kBeforeName},
    {"gen", "general", Place::kBeforeName},
    {"lieut", "lieutenant", Place::kBeforeName},
    {"lt", "lieutenant", Place::kBeforeName},
    {"maj", "major", Place::kBeforeName},
    {"adm", "admiral", Place::kBeforeName},
    {"sergt", "sergeant", Place::kBeforeName},
    {"sgt", "sergeant", Place::kBeforeName},
    {"corp", "corporal", Place::kBeforeName},
    {"insp", "inspector", Place::kBeforeName},
    {"supt", "superintendent", Place::kBeforeName},
    {"gov", "governor", Place::kBeforeName},
    {"pres", "president", Place::kBeforeName},
    {"mme", "madame", Place::kBeforeName},
    {"mlle", "mademoiselle", Place::kBeforeName},
    {"ste", "saint", Place::kBeforeName},
    {"mt", "mount", Place::kBeforeName},
    {"mdlle", "mademoiselle", Place::kBeforeName},
    {"rt", "right", Place::kBeforeName},
    {"wm", "William", Place::kBeforeName},
    {"geo", "George", Place::kBeforeName},
    {"chas", "Charles", Place::kBeforeName},
    {"jas", "James", Place::kBeforeName},
    {"thos", "Thomas", Place::kBeforeName},
    {"jno", "John", Place::kBeforeName},
    {"robt", "Robert", Place::kBeforeName},
    {"benj", "Benjamin", Place::kBeforeName},
    {"ft", "feet", Place::kAfterNumber},
    {"ft", "fort", Place::kBeforeName},
    {"esq", "esquire", Place::kAnywhere},
    {"esqr", "esquire", Place::kAnywhere},
    {"bart", "baronet", Place::kAnywhere},
    {"jr", "junior", Place::kAnywhere},
    {"sr", "senior", Place::kAnywhere},
    {"sen", "senior", Place::kAnywhere},
    {"etc", "et cetera", Place::kAnywhere},
    {"viz", "namely", Place::kAnywhere},
    {"inst", "instant", Place::kAnywhere},
    {"ult", "ultimo", Place::kAnywhere},
    {"prox", "proximo", Place::kAnywhere},
    {"vs", "versus", Place::kAnywhere},
    {"cf", "compare", Place::kAnywhere},
    {"ibid", "ibidem", Place::kAnywhere},
    {"co", "company", Place::kAnywhere},
    {"bros", "brothers", Place::kAnywhere},
    {"ltd", "limited", Place::kAnywhere},
    {"ave", "avenue", Place::kAnywhere},
    {"vols", "volumes", Place::kAnywhere},
    {"approx", "approximately", Place::kAnywhere},
    {"jan", "January", Place::kNearNumber},
    {"feb", "February", Place::kNearNumber},
    {"mar", "March", Place::kNearNumber},
    {"apr", "April", Place::kNearNumber},
    {"jun", "June", Place::kNearNumber},
    {"jun", "junior", Place::kAnywhere},
    {"jul", "July", Place::kNearNumber},
    {"aug", "August", Place::kNearNumber},
    {"sept", "September", Place::kNearNumber},
    {"sep", "September", Place::kNearNumber},
    {"oct", "October", Place::kNearNumber},
    {"nov", "November", Place::kNearNumber},
    {"dec", "December", Place::kNearNumber},
    {"va", "Virginia", Place::kAfterPlace},
    {"mass", "Massachusetts", Place::kAfterPlace},
    {"penn", "Pennsylvania", Place::kAfterPlace},
    {"pa", "Pennsylvania", Place::kAfterPlace},
    {"conn", "Connecticut", Place::kAfterPlace},
    {"ga", "Georgia", Place::kAfterPlace},
    {"ala", "Alabama", Place::kAfterPlace},
    {"fla", "Florida", Place::kAfterPlace},
    {"tenn", "Tennessee", Place::kAfterPlace},
    {"ky", "Kentucky", Place::kAfterPlace},
    {"md", "Maryland", Place::kAfterPlace},
    {"vt", "Vermont", Place::kAfterPlace},
    {"wis", "Wisconsin", Place::kAfterPlace},
    {"minn", "Minnesota", Place::kAfterPlace},
    {"mich", "Michigan", Place::kAfterPlace},
    {"cal", "California", Place::kAfterPlace},
    {"ill", "Illinois", Place::kAfterPlace},
    {"ind", "Indiana", Place::kAfterPlace},
    {"tex", "Texas", Place::kAfterPlace},
    {"ark", "Arkansas", Place::kAfterPlace},
    {"mo", "Missouri", Place::kAfterPlace},
    {"la", "Louisiana", Place::kAfterPlace},
    {"miss", "Mississippi", Place::kAfterPlace},
    {"wash", "Washington", Place::kAfterPlace},
    {"kan", "Kansas", Place::kAfterPlace},
    {"neb", "Nebraska", Place::kAfterPlace},
    {"del", "Delaware", Place::kAfterPlace},
    {"colo", "Colorado", Place::kAfterPlace},
    {"no", "number", Place::kBeforeNumber},
    {"nos", "numbers", Place::kBeforeNumber},
    {"vol", "volume", Place::kBeforeNumber},
    {"p", "page", Place::kBeforeNumber},
    {"pp", "pages", Place::kBeforeNumber},
    {"ch", "chapter", Place::kBeforeNumber},
    {"chap", "chapter", Place::kBeforeNumber},
    {"fig", "figure", Place::kBeforeNumber},
    {"sec", "section", Place::kBeforeNumber},
    {"art", "article", Place::kBeforeNumber},
    {"bk", "book", Place::kBeforeNumber},
    {"pop", "population", Place::kBeforeNumber},
    {"alt", "altitude", Place::kBeforeNumber},
    {"l", "pounds", Place::kAfterNumber},
    {"l", "line", Place::kBeforeNumber},
    {"ll", "lines", Place::kBeforeNumber},
    {"in", "inches", Place::kAfterNumber},
    {"yds", "yards", Place::kAfterNumber},
    {"m", "miles", Place::kAfterNumber},
    {"sq", "square", Place::kAfterNumber},
    {"lb", "pounds", Place::kAfterNumber},
    {"lbs", "pounds", Place::kAfterNumber},
    {"oz", "ounces", Place::kAfterNumber},
    {"cwt", "hundredweight", Place::kAfterNumber},
    {"hrs", "hours", Place::kAfterNumber},
    {"min", "minutes", Place::kAfterNumber},
    {"secs", "seconds", Place::kAfterNumber},
};

// "P. L. M." has no page 50: behind a single letter only a lower-case numeral is one.
bool IsNumberAt(const TextView& text, std::size_t at, bool behind_letter) {
  const char32_t c = text.At(at);
  if (c >= '0' && c <= '9') return true;
  if (behind_letter && IsUpper(c)) return false;
  const std::string letters = Lowercase(text.LettersAt(at));
  return !letters.empty() && letters.find_first_not_of("ivxlc") == std::string::npos;
}

// "Oct. 4th", "Oct. fourth".
bool IsBeforeDay(const TextView& text, std::size_t behind) {
  const std::size_t next = text.SkipSpaces(behind);
  const std::string word = text.LettersAt(next);
  return IsDigit(text.At(next)) || IsNumberWord(word) || word.ends_with("th") || word == "first" ||
         word == "second" || word == "third";
}

// "the 4th Oct.", "the 4th of Oct."
bool IsBehindOrdinal(const TextView& text, std::size_t at) {
  std::string before = WordBefore(text, at);
  if (before == "of") before = WordBefore(text, at - 3);
  return before == "st" || before == "nd" || before == "rd" || before == "th";
}

bool Fits(const Abbreviation& abbreviation, const TextView& text, std::size_t at,
          std::size_t behind) {
  switch (abbreviation.place) {
    case Place::kBeforeName: {
      const std::size_t hyphen = text.At(behind) == '-' ? 1 : 0;  // "Lieut.-Col."
      const std::size_t next = text.SkipSpaces(behind + hyphen);
      return IsUpper(text.At(next)) || IsLower(text.At(next)) || text.At(next) >= kFirstPhonemes;
    }
    case Place::kBeforeNumber:
      return IsNumberAt(text, text.SkipSpaces(behind), abbreviation.written.size() == 1);
    case Place::kAfterNumber:
      return IsNumberBefore(text, at) || WordBefore(text, at) == "sq";
    case Place::kNearNumber:
      return IsUpper(text.At(at)) &&
             (IsNumberBefore(text, at) || IsBeforeDay(text, behind) || IsBehindOrdinal(text, at));
    case Place::kAfterPlace: {
      const char32_t next = text.At(behind);
      return IsUpper(text.At(at)) && text.Before(at) == ' ' && text.Before(at - 1) == ',' &&
             IsWordPart(text.Before(at - 2)) && (next == ',' || next == ')' || next == ';');
    }
    default:
      return true;
  }
}

// "St. James's", "Lord St. Simon", but "in Baker St. He".
std::string_view SaintOrStreet(const TextView& text, std::size_t at, std::size_t behind) {
  const std::size_t next = text.SkipSpaces(behind);
  const std::string before = WordBefore(text, at);
  const bool behind_name = !before.empty() && text.Before(at) == ' ' &&
                           IsUpper(static_cast<unsigned char>(before.front())) &&
                           !IsTitle(before) && !BeginsSentences(before);
  const bool before_name = IsUpper(text.At(next)) || text.At(next) >= kFirstPhonemes;
  if (!before_name) return behind_name ? "street" : "saint";
  return behind_name && BeginsSentences(text.LettersAt(next)) ? "street" : "saint";
}

std::optional<Rewrite> ReadEtCetera(const TextView& text, std::size_t at) {
  std::size_t end = at + 1;
  if (text.At(end) == ' ') ++end;
  if (text.At(end) != 'c' || IsWordPart(text.At(end + 1))) return std::nullopt;
  ++end;
  if (text.At(end) != '.') return Rewrite{end - at, "et cetera"};
  return Rewrite{end + 1 - at, StopEndsSentence(text, end) ? "et cetera." : "et cetera"};
}

}  // namespace

std::optional<Rewrite> ReadAbbreviation(const TextView& text, std::size_t at) {
  if (text.At(at) == '&') return ReadEtCetera(text, at);
  const std::string letters = text.LettersAt(at);
  if (letters.empty()) return std::nullopt;
  const std::size_t stop = at + letters.size();
  const bool stopped = text.At(stop) == '.' && text.At(stop + 1) != '.';
  const std::string word = Lowercase(letters);
  if (word == "st" && stopped) {
    const std::string_view say = SaintOrStreet(text, at, stop + 1);
    const bool ends = say == "street" && StopEndsSentence(text, stop);
    return Rewrite{letters.size() + 1, std::string(say) + (ends ? "." : "")};
  }
  if (word == "cent" && stopped && WordBefore(text, at) == "per") {
    return Rewrite{letters.size() + 1, StopEndsSentence(text, stop) ? "cent." : "cent"};
  }
  for (const Abbreviation& abbreviation : kAbbreviations) {
    if (abbreviation.written != word || !Fits(abbreviation, text, at, stop + 1)) continue;
    if (!stopped) {
      // British print writes "Mr Bennet". Other letters without a stop are words.
      const bool british = word == "mr" || word == "dr" || word == "rev" || word == "capt";
      if (!british || !IsUpper(text.At(at)) || text.At(stop) != ' ') return std::nullopt;
      return Rewrite{letters.size(), std::string(abbreviation.say)};
    }
    const bool may_end = abbreviation.place == Place::kAnywhere ||
                         abbreviation.place == Place::kAfterNumber ||
                         abbreviation.place == Place::kNearNumber;
    std::string say(abbreviation.say);
    if (may_end && StopEndsSentence(text, stop)) say += '.';
    return Rewrite{letters.size() + 1, std::move(say)};
  }
  return std::nullopt;
}

}  // namespace fullcast::english
