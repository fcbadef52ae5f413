#include "script/people/name_parts.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "script/people/name_particles.h"

namespace fullcast {
namespace {

constexpr std::array<std::string_view, 8> kWives = {"mrs", "frau",   "signora", "madame",
                                                    "mme", "señora", "senora",  "goodwife"};
constexpr std::array<std::string_view, 8> kMisses = {
    "miss", "mlle", "mademoiselle", "fräulein", "fraulein", "signorina", "señorita", "senorita"};
constexpr std::array<std::string_view, 8> kRelatives = {
    "aunt", "uncle", "cousin", "grandmother", "father", "mother", "brother", "sister"};
constexpr std::array<std::string_view, 18> kProfessions = {
    "doctor", "dr",        "professor", "prof",    "rev",    "reverend",
    "squire", "parson",    "pastor",    "vicar",   "lawyer", "inspector",
    "insp",   "detective", "constable", "sheriff", "señor",  "senor"};

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

int Get(const std::map<int, int>& counts, int word) {
  const auto entry = counts.find(word);
  return entry == counts.end() ? 0 : entry->second;
}

}  // namespace

NameParser::NameParser(const Text& text, const Names& names, const Lexicon& lexicon)
    : text_(text), names_(names), lexicon_(lexicon), classes_(ClassesOf(text.vocabulary, lexicon)) {
  for (const NameForm& form : names.forms) {
    if (!form.person) continue;  // "Hatherley Farm" makes no given name of Hatherley
    std::size_t first = 0;
    while (first + 1 < form.words.size() && IsTitle(form.words[first])) ++first;
    if (StartsSurname(form.words, first)) {
      surname_count_[form.words.back()] += form.count;
    } else if (form.words.size() - first >= 2) {
      given_count_[form.words[first]] += form.count;
      surname_count_[form.words.back()] += form.count;
    } else if (first > 0 && (Classes(form.words[0]) & kAddress) != 0) {
      titled_count_[form.words.back()] += form.count;
    }
  }
}

bool NameParser::IsSurname(int word) const {
  return Get(surname_count_, word) + Get(titled_count_, word) > 0;
}

TitleKind NameParser::KindOf(int title) const {
  const std::string& word = Word(title);
  if (IsOneOf(word, kWives)) return TitleKind::kMrs;
  if (IsOneOf(word, kMisses)) return TitleKind::kMiss;
  if (IsOneOf(word, kRelatives)) return TitleKind::kKin;
  if (word == "master") return TitleKind::kMaster;  // a boy: no "Mr." of his name
  if (word == "sir" || word == "lord") return TitleKind::kRank;
  const bool mister = (Classes(title) & kAddress) != 0 && (Classes(title) & kMaleTitle) != 0;
  return mister || IsOneOf(word, kProfessions) ? TitleKind::kMister : TitleKind::kRank;
}

/// Whether the words of a form from one on are a surname alone: "von Humboldt", "Van Helsing", or
/// "of Omnium" behind a title.
bool NameParser::StartsSurname(const std::vector<int>& words, std::size_t first) const {
  if (first + 1 >= words.size()) return false;
  const std::string& word = Word(words[first]);
  return (IsNameParticle(word) && !IsGivenName(words[first])) || (first > 0 && word == "of");
}

/// Whether a word behind a title is rather a given name: "Lady Catherine", "Miss Eliza".
bool NameParser::IsGivenAfterTitle(int title, int word) const {
  const int as_given = Get(given_count_, word);
  const int as_surname = Get(surname_count_, word);
  if (as_surname != as_given) return as_given > as_surname;
  if (KindOf(title) == TitleKind::kKin) return Get(titled_count_, word) == 0;  // "Aunt Juley"
  const std::string& t = Word(title);
  return t != "mr" && t != "mrs" && t != "dr" && IsGivenName(word);
}

NameParts NameParser::Parse(int form) const {
  NameParts parts;
  parts.form = form;
  const std::vector<int>& words = names_.forms[static_cast<std::size_t>(form)].words;
  std::size_t first = 0;
  std::uint32_t title_classes = 0;
  while (first + 1 < words.size() && IsTitle(words[first]) &&
         (!IsGivenName(words[first]) || first > 0)) {
    parts.title = words[first];
    title_classes |= Classes(words[first]) & (kMaleTitle | kFemaleTitle);
    ++first;
  }
  if (parts.title >= 0) parts.title_kind = KindOf(parts.title);
  parts.title_gender = GenderOf(title_classes);
  std::uint32_t sex = Classes(words[first]) & kAnyName;
  if (StartsSurname(words, first)) {
    (parts.title < 0 ? parts.bare : parts.surname) = words.back();
    sex = 0;
  } else if (words.size() - first >= 2) {
    parts.written = Word(words[first]);
    parts.given = lexicon_.FullName(parts.written);
    parts.surname = words.back();
    if (parts.title >= 0 && Word(parts.title) == "mrs" && GenderOf(sex) == Gender::kMale) {
      parts.given = std::string(kWifeOf) + parts.given;  // Mrs. John Knightley is not called John
    }
  } else if (parts.title < 0) {
    parts.bare = words.back();
    sex = Classes(words.back()) & (kAnyName | kMaleNoun | kFemaleNoun | kMaleTitle | kFemaleTitle);
  } else if (IsGivenAfterTitle(parts.title, words.back())) {
    parts.given = lexicon_.FullName(Word(words.back()));
  } else {
    parts.surname = words.back();
    sex = 0;
  }
  parts.gender = parts.title_gender == Gender::kUnknown ? GenderOf(sex) : parts.title_gender;
  return parts;
}

std::vector<NameParts> NameParser::ParsePersons() const {
  std::vector<NameParts> parts;
  for (std::size_t f = 0; f < names_.forms.size(); ++f) {
    const NameForm& form = names_.forms[f];
    const bool address = std::all_of(form.words.begin(), form.words.end(),
                                     [&](int word) { return (Classes(word) & kAddress) != 0; });
    if (form.person && !address) parts.push_back(Parse(static_cast<int>(f)));
  }
  std::stable_sort(parts.begin(), parts.end(), [&](const NameParts& a, const NameParts& b) {
    return names_.forms[static_cast<std::size_t>(a.form)].count >
           names_.forms[static_cast<std::size_t>(b.form)].count;
  });
  return parts;
}

}  // namespace fullcast
