#include "script/speakers/ages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "script/quotes/narration.h"

namespace fullcast {
namespace {

constexpr std::array<std::string_view, 3> kAges = {"child", "young", "old"};
constexpr int kYoungYears = 13;
constexpr int kGrownYears = 30;
constexpr int kOldYears = 60;

constexpr int kDecides = 1000;   ///< the weight of a number of years
constexpr int kLeastVotes = 3;   ///< words at a name
constexpr int kLeastShare = 10;  ///< percent of its mentions
constexpr int kReach = 12;       ///< tokens behind a name

class AgeReader {
 public:
  AgeReader(Dialogue& dialogue, const WordLists& lists)
      : dialogue_(dialogue), votes_(dialogue.people.persons.size()) {
    for (std::size_t age = 0; age < kAges.size(); ++age) {
      const std::string name(kAges[age]);
      for (const std::string& word : lists.Section(name)) ages_of_words_[word] = age;
      for (const std::string& word : lists.Section(name + "-years")) ages_of_years_[word] = age;
    }
  }

  void Read() {
    for (const Mention& mention : dialogue_.mentions) {
      if (mention.turn < 0) ReadMention(mention);
    }
    for (std::size_t p = 0; p < votes_.size(); ++p) Decide(dialogue_.people.persons[p], votes_[p]);
  }

 private:
  using Age = std::size_t;  ///< an index of kAges
  using Votes = std::array<int, kAges.size()>;
  using Ages = std::map<std::string, Age, std::less<>>;

  static std::optional<Age> Find(const Ages& ages, std::string_view word) {
    const auto found = ages.find(word);
    if (found == ages.end()) return std::nullopt;
    return found->second;
  }

  [[nodiscard]] std::optional<Age> AgeOfWord(std::string_view word) const {
    return Find(ages_of_words_, word);
  }

  /// "nine", "twenty-one", "12".
  [[nodiscard]] std::optional<Age> AgeOfYears(std::string_view number) const {
    int years = 0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), years);
    if (parsed.ec != std::errc()) {
      return Find(ages_of_years_, number.substr(0, number.find('-')));
    }
    if (years >= kOldYears) return 2;
    if (years >= kGrownYears) return std::nullopt;
    return years < kYoungYears ? 0 : 1;
  }

  [[nodiscard]] const Token& At(int i) const {
    return dialogue_.text.tokens[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] std::string_view Word(int i) const { return dialogue_.text.Word(At(i)); }

  void ReadMention(const Mention& mention) {
    const Person& person = dialogue_.people.persons[static_cast<std::size_t>(mention.person)];
    if (person.kind != PersonKind::kNamed) return;
    Votes& votes = votes_[static_cast<std::size_t>(mention.person)];
    const int i = mention.token;
    if (i > 0 && At(i - 1).paragraph == mention.paragraph) {
      if (const auto age = AgeOfWord(Word(i - 1))) ++votes[*age];
    }
    if (const auto age = YearsBehind(i)) votes[*age] += kDecides;
  }

  // "Tom, aged nine,", "Tom, a boy of nine,", "Tom was nine years old".
  [[nodiscard]] std::optional<Age> YearsBehind(int mention) const {
    const int end = std::min(mention + kReach, static_cast<int>(dialogue_.text.tokens.size()) - 2);
    for (int i = mention + 1; i < end; ++i) {
      if (At(i).paragraph != At(mention).paragraph || At(i).quotation >= 0) return std::nullopt;
      if (Word(i) == "." || Word(i) == ";" || (At(i).capital && i > mention + 3)) {
        return std::nullopt;
      }
      const auto age = AgeOfYears(Word(i));
      if (!age) continue;
      const bool told = Word(i - 1) == "aged" || IsYearsOld(i + 1) ||
                        (Word(i - 1) == "of" && i >= 2 && AgeOfWord(Word(i - 2)).has_value());
      return told ? age : std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool IsYearsOld(int i) const {
    const int count = static_cast<int>(dialogue_.text.tokens.size());
    if (i + 1 >= count || Word(i) != "years") return false;
    return Word(i + 1) == "old" || (Word(i + 1) == "of" && i + 2 < count && Word(i + 2) == "age");
  }

  void Decide(Person& person, const Votes& votes) const {
    if (!person.age.empty()) return;
    if (person.kind == PersonKind::kNominal) {
      // The adjective before the noun says more than the noun: "the old boy".
      for (const std::string& word : WordsOf(person.name)) {
        const auto age = AgeOfWord(word);
        if (!age) continue;
        person.age = kAges[*age];
        return;
      }
      return;
    }
    const auto most = std::max_element(votes.begin(), votes.end());
    if (*most < kLeastVotes) return;
    if (*most < kDecides && *most * 100 < kLeastShare * person.mentions) return;
    person.age = kAges[static_cast<std::size_t>(most - votes.begin())];
  }

  Dialogue& dialogue_;
  std::vector<Votes> votes_;  ///< by person
  Ages ages_of_words_;
  Ages ages_of_years_;
};

}  // namespace

void ReadAges(Dialogue& dialogue, const WordLists& lists) { AgeReader(dialogue, lists).Read(); }

}  // namespace fullcast
