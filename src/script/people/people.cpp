#include "script/people/people.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/utf8.h"
#include "script/people/genders.h"
#include "script/people/meetings.h"

namespace fullcast {
namespace {

// Shares of the mentions of a name form that stand in one sentence with another form, above which
// the two are two persons: where the forms differ, and where one is part of the other.
constexpr double kMaybeApart = 0.025;
constexpr double kSurelyApart = 0.15;
constexpr double kPartApart = 0.3;  ///< where one is the other without title or given name

/// What is known of a person while forms are being joined.
struct Draft {
  std::set<std::string> given;
  std::set<std::string> written;
  int surname = -1;
  std::map<int, TitleKind> titles;
  bool titled = false;
  Gender gender = Gender::kUnknown;
  int count = 0;
  bool styled_by_given = false;  ///< "Miss <given name>": a younger sister's style
  std::vector<int> forms;

  [[nodiscard]] bool HasRank() const {
    return std::any_of(titles.begin(), titles.end(),
                       [](const auto& title) { return title.second == TitleKind::kRank; });
  }

  [[nodiscard]] bool MayBear(int title, TitleKind kind) const {
    if (titles.contains(title)) return true;
    return std::all_of(titles.begin(), titles.end(), [&](const auto& other) {
      if (kind == TitleKind::kKin || other.second == TitleKind::kKin) return true;
      return kind != TitleKind::kRank && kind == other.second;
    });
  }
};

bool Agree(Gender a, Gender b) { return a == b || a == Gender::kUnknown || b == Gender::kUnknown; }

class Joiner {
 public:
  Joiner(const Text& text, const Names& names, const Lexicon& lexicon)
      : text_(text),
        names_(names),
        lexicon_(lexicon),
        parser_(text, names, lexicon),
        meetings_(text, names) {
    people_.of_form.assign(names.forms.size(), -1);
  }

  /// Joins from the longest forms to the shortest, so that each finds the person it is short for.
  People Join() {
    const std::vector<NameParts> parts = parser_.ParsePersons();
    for (const NameParts& p : parts) NoteForm(p);
    for (const NameParts& p : parts) {
      if (p.surname >= 0 && !p.given.empty()) JoinFull(p);
    }
    for (const NameParts& p : parts) {
      if (p.surname < 0 && !p.given.empty() && p.title >= 0) JoinTitledGiven(p);
    }
    for (const NameParts& p : parts) {
      if (p.bare >= 0) JoinBareGiven(p);
    }
    for (const NameParts& p : parts) {
      if (p.surname >= 0 && p.given.empty()) JoinTitledSurname(p);
    }
    for (const NameParts& p : parts) {
      if (p.bare >= 0 && people_.of_form[static_cast<std::size_t>(p.form)] < 0) JoinBare(p);
    }
    for (Draft& draft : drafts_) people_.persons.push_back(MakePerson(draft));
    return std::move(people_);
  }

 private:
  using Drafts = std::vector<int>;

  [[nodiscard]] const std::string& Word(int word) const { return text_.vocabulary.Word(word); }
  [[nodiscard]] const NameForm& Form(int form) const {
    return names_.forms[static_cast<std::size_t>(form)];
  }
  [[nodiscard]] int Count(int form) const { return Form(form).count; }
  [[nodiscard]] const Draft& At(int draft) const {
    return drafts_[static_cast<std::size_t>(draft)];
  }

  template <typename Key>
  static Drafts Find(const std::map<Key, Drafts>& index, const Key& key) {
    const auto entry = index.find(key);
    return entry == index.end() ? Drafts{} : entry->second;
  }

  void NoteForm(const NameParts& p) {
    if (p.title_kind == TitleKind::kMiss && p.surname >= 0) misses_.insert(p.surname);
    if (p.given.starts_with(kWifeOf) && Count(p.form) > 2) {
      husbands_[p.surname].insert(p.given.substr(kWifeOf.size()));
    }
    if (p.bare >= 0) given_mentions_[lexicon_.FullName(Word(p.bare))] += Count(p.form);
  }

  /// Whether a form and a draft are met side by side too often to be one person: in more than a
  /// share of the mentions of the rarer. "Kemp" is often told beside "Dr. Kemp" and is he.
  [[nodiscard]] bool Apart(const Draft& d, int form, double share) const {
    int met = 0;
    int met_part = 0;
    for (const int other : d.forms) {
      (IsPart(other, form) ? met_part : met) += meetings_.Count(other, form);
    }
    const int least = std::min(d.count, Count(form));
    return (met >= 2 && met > share * least) || (met_part >= 2 && met_part > kPartApart * least);
  }

  /// Whether one of two forms is the other without its title or given name.
  [[nodiscard]] bool IsPart(int a, int b) const {
    const auto untitled = [&](int form) {
      const std::vector<int>& words = Form(form).words;
      std::size_t first = 0;
      while (first + 1 < words.size() && parser_.IsTitle(words[first])) ++first;
      return std::vector<int>(words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
    };
    std::vector<int> part = untitled(a);
    std::vector<int> whole = untitled(b);
    if (part.size() > whole.size()) std::swap(part, whole);
    return std::equal(part.rbegin(), part.rend(), whole.rbegin());
  }

  void Add(int number, const NameParts& p) {
    Draft& d = drafts_[static_cast<std::size_t>(number)];
    if (!p.given.empty() && d.given.insert(p.given).second) by_given_[p.given].push_back(number);
    if (!p.written.empty()) d.written.insert(p.written);
    if (p.surname >= 0 && d.surname < 0) {
      d.surname = p.surname;
      by_surname_[p.surname].push_back(number);
    }
    if (p.surname >= 0 && !p.given.empty()) by_full_[{p.surname, p.given}].push_back(number);
    if (p.title >= 0 && d.titles.emplace(p.title, p.title_kind).second) {
      by_title_[p.title].push_back(number);
    }
    d.titled = d.titled || p.title_gender != Gender::kUnknown;
    if (p.gender != Gender::kUnknown &&
        (d.gender == Gender::kUnknown || p.title_gender != Gender::kUnknown)) {
      d.gender = p.gender;
    }
    if (p.title_kind == TitleKind::kMiss && !p.given.empty()) d.styled_by_given = true;
    d.count += Count(p.form);
    d.forms.push_back(p.form);
    people_.of_form[static_cast<std::size_t>(p.form)] = number;
  }

  void AddTo(int draft, const NameParts& p) {
    if (draft < 0) {
      draft = static_cast<int>(drafts_.size());
      drafts_.emplace_back();
    }
    Add(draft, p);
  }

  /// Of some drafts the one that a test accepts and that scores most, or -1.
  template <typename Test, typename Score>
  int Best(const Drafts& drafts, const Test& test, const Score& score) const {
    int best = -1;
    double most = 0;
    for (const int i : drafts) {
      if (!test(At(i))) continue;
      const double s = score(At(i));
      if (best < 0 || s > most || (s == most && i < best)) {
        best = i;
        most = s;
      }
    }
    return best;
  }

  /// ... that is mentioned most.
  template <typename Test>
  int Best(const Drafts& drafts, const Test& test) const {
    return Best(drafts, test, [](const Draft& d) { return static_cast<double>(d.count); });
  }

  void JoinFull(const NameParts& p) {
    AddTo(Best(Find(by_full_, {p.surname, p.given}),
               [&](const Draft& d) {
                 const bool rank = d.HasRank() || p.title_kind == TitleKind::kRank;
                 return Agree(d.gender, p.gender) && (d.written.contains(p.written) || !rank) &&
                        !Apart(d, p.form, kSurelyApart);
               }),
          p);
  }

  void JoinTitledGiven(const NameParts& p) {
    const Drafts drafts = Find(by_given_, p.given);
    const auto fits = [&](const Draft& d) {
      // Sir Henry is not Henry Crawford, who is never called Sir Henry Crawford.
      const bool raised = p.title_kind == TitleKind::kRank && d.surname >= 0 && !d.HasRank();
      return Agree(d.gender, p.gender) && d.MayBear(p.title, p.title_kind) && !raised &&
             !Apart(d, p.form, kMaybeApart);
    };
    int draft = Best(drafts, [&](const Draft& d) { return d.titles.contains(p.title) && fits(d); });
    if (draft < 0) draft = Best(drafts, fits);
    AddTo(draft, p);
  }

  /// A word that is the given name of somebody known by more.
  void JoinBareGiven(const NameParts& p) {
    const std::string& word = Word(p.bare);
    const std::string full = lexicon_.FullName(word);
    Drafts drafts = Find(by_given_, word);
    if (full != word) {
      const Drafts more = Find(by_given_, full);
      drafts.insert(drafts.end(), more.begin(), more.end());
    }
    const auto fits = [&](const Draft& d) {
      if (!Agree(d.gender, p.gender)) return false;
      if (d.given.contains(word)) return !Apart(d, p.form, kSurelyApart);
      return !d.HasRank() && !Apart(d, p.form, kMaybeApart);
    };
    int draft = Best(drafts, [&](const Draft& d) { return !d.HasRank() && fits(d); });
    if (draft < 0) draft = Best(drafts, fits);
    if (draft >= 0) Add(draft, p);
  }

  /// Of several of one surname: one who bears the title alone; else, of sisters, the one who is
  /// not styled by her given name; else the one mentioned most.
  void JoinTitledSurname(const NameParts& p) {
    Drafts fits;
    const auto collect = [&](const Drafts& drafts, double share) {
      for (const int i : drafts) {
        const Draft& d = At(i);
        if (Agree(d.gender, p.gender) && d.MayBear(p.title, p.title_kind) && !IsOfRank(d, p) &&
            !IsYounger(d, p) && !Apart(d, p.form, share)) {
          fits.push_back(i);
        }
      }
    };
    collect(Find(by_surname_, p.surname), kMaybeApart);
    Drafts given = Find(by_given_, Word(p.surname));
    std::erase_if(given, [&](int i) { return At(i).surname >= 0; });
    collect(given, kSurelyApart);
    const int draft = Best(
        fits, [](const Draft&) { return true; },
        [&](const Draft& d) {
          double score = d.count;
          for (const std::string& name : d.given) {
            const auto mentions = given_mentions_.find(name);
            if (mentions != given_mentions_.end()) score += mentions->second;
          }
          if (d.titles.contains(p.title)) score *= d.given.empty() ? 20 : 2;
          if (p.title_kind == TitleKind::kMiss && d.styled_by_given) score *= 0.02;
          return score;
        });
    AddTo(draft >= 0 && !IsMothersStyle(At(draft), p) ? draft : -1, p);
  }

  /// Mr. Emerson is not George Emerson where there are an old and a young Mr. Emerson, nor is Mr.
  /// Knightley John Knightley, whose wife is Mrs. John Knightley, if he is called so oftener.
  [[nodiscard]] bool IsYounger(const Draft& d, const NameParts& p) const {
    if (p.title_kind != TitleKind::kMister || d.given.empty()) return false;
    const NameForm& form = Form(p.form);
    if (form.as_elder > 1 && form.as_younger > 0) return true;
    const auto husbands = husbands_.find(p.surname);
    return husbands != husbands_.end() && form.count > d.count &&
           std::any_of(d.given.begin(), d.given.end(),
                       [&](const std::string& given) { return husbands->second.contains(given); });
  }

  /// Lady Bertram is not Julia Bertram, nor General Tilney Eleanor Tilney.
  [[nodiscard]] static bool IsOfRank(const Draft& d, const NameParts& p) {
    return p.title_kind == TitleKind::kRank && !d.titles.contains(p.title) &&
           (p.gender == Gender::kFemale || d.gender == Gender::kFemale);
  }

  /// Mrs. Miller is not Daisy Miller, if there is a Miss Miller.
  [[nodiscard]] bool IsMothersStyle(const Draft& d, const NameParts& p) const {
    return p.title_kind == TitleKind::kMrs && !d.given.empty() && misses_.contains(p.surname);
  }

  /// Any other single word: a title, a surname, or a name of its own.
  void JoinBare(const NameParts& p) {
    const std::string full = lexicon_.FullName(Word(p.bare));
    int draft = -1;
    if (parser_.IsTitle(p.bare) && !parser_.IsGivenName(p.bare)) {
      draft = Best(Find(by_title_, p.bare),
                   [&](const Draft& d) { return !Apart(d, p.form, kMaybeApart); });
    }
    if (draft < 0 && (parser_.IsSurname(p.bare) || p.gender == Gender::kUnknown)) {
      // A bare surname is a man's, where there is one.
      draft = Best(
          Find(by_surname_, p.bare),
          [&](const Draft& d) { return !Apart(d, p.form, kSurelyApart); },
          [](const Draft& d) { return d.count * (d.gender == Gender::kFemale ? 0.1 : 1.0); });
    }
    if (draft < 0) {
      draft = Best(Find(by_given_, full), [&](const Draft& d) {
        return d.surname < 0 && d.titles.empty() && Agree(d.gender, p.gender) &&
               !Apart(d, p.form, kMaybeApart);
      });
    }
    NameParts named = p;
    if (draft < 0) named.given = full;
    AddTo(draft, named);
  }

  [[nodiscard]] Person MakePerson(Draft& d) const {
    Person person;
    person.gender = d.gender;
    person.titled = d.titled;
    person.surname = d.surname;
    person.mentions = d.count;
    for (const std::string& name : d.given) {
      if ((lexicon_.Classes(name) & kAnyName) != 0) person.given.insert(name);
    }
    std::stable_sort(d.forms.begin(), d.forms.end(),
                     [&](int a, int b) { return Count(a) > Count(b); });
    for (const int form : d.forms) {
      const std::vector<int>& words = Form(form).words;
      if (person.title == TitleKind::kNone && words.size() > 1 && parser_.IsTitle(words.front())) {
        person.title = parser_.KindOf(words.front());
      }
      person.aliases.push_back(Shown(form));
    }
    person.name = person.aliases.front();
    return person;
  }

  /// "Mr. Bennet", "the Gryphon".
  [[nodiscard]] std::string Shown(int form) const {
    std::string shown;
    for (const int word : Form(form).words) {
      if (!shown.empty()) shown += ' ';
      const std::string& w = Word(word);
      const bool particle = w == "de" || w == "of" || w == "von" || w == "van" || w == "du";
      std::size_t rest = 0;
      const char32_t first = NextCodePoint(w, rest);
      AppendUtf8(shown, particle ? first : ToUpper(first));
      shown += w.substr(rest);
      if (w == "mr" || w == "mrs" || w == "dr") shown += '.';
    }
    return Form(form).with_the * 2 > Form(form).count ? "the " + shown : shown;
  }

  const Text& text_;
  const Names& names_;
  const Lexicon& lexicon_;
  NameParser parser_;
  Meetings meetings_;
  std::vector<Draft> drafts_;
  std::map<std::string, Drafts> by_given_;
  std::map<int, Drafts> by_surname_;
  std::map<std::pair<int, std::string>, Drafts> by_full_;
  std::map<int, Drafts> by_title_;
  std::map<int, std::set<std::string>> husbands_;  ///< by surname: John of "Mrs. John Knightley"
  std::set<int> misses_;                           ///< surnames that stand behind "Miss"
  std::map<std::string, int> given_mentions_;      ///< of single words, by full given name
  People people_;
};

}  // namespace

People JoinNames(const Text& text, const Names& names, const Lexicon& lexicon) {
  People people = Joiner(text, names, lexicon).Join();
  VoteGenders(text, names, people);
  return people;
}

}  // namespace fullcast
