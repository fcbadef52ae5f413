#include "script/people/people.h"

#include <algorithm>
#include <map>
#include <utility>

#include "script/people/drafts.h"
#include "script/people/genders.h"
#include "script/people/name_particles.h"
#include "script/people/name_writer.h"

namespace fullcast {
namespace {

bool Agree(Gender a, Gender b) { return a == b || a == Gender::kUnknown || b == Gender::kUnknown; }

class Joiner {
 public:
  Joiner(const Text& text, const Names& names, const Lexicon& lexicon)
      : text_(text),
        names_(names),
        lexicon_(lexicon),
        parser_(text, names, lexicon),
        drafts_(text, names, parser_),
        writer_(text, names) {}

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
      if (p.bare >= 0 && drafts_.OfForm()[static_cast<std::size_t>(p.form)] < 0) JoinBare(p);
    }
    People people;
    for (const Draft& draft : drafts_.All()) people.persons.push_back(MakePerson(draft));
    people.of_form = drafts_.OfForm();
    return people;
  }

 private:
  using Numbers = Drafts::Numbers;

  [[nodiscard]] const std::string& Word(int word) const { return text_.vocabulary.Word(word); }
  [[nodiscard]] const NameForm& Form(int form) const {
    return names_.forms[static_cast<std::size_t>(form)];
  }
  [[nodiscard]] int Count(int form) const { return Form(form).count; }

  void NoteForm(const NameParts& p) {
    if (p.title_kind == TitleKind::kMiss && p.surname >= 0) misses_.insert(p.surname);
    if (p.given.starts_with(kWifeOf) && Count(p.form) > 2) {
      husbands_[p.surname].insert(p.given.substr(kWifeOf.size()));
    }
    if (p.bare >= 0) given_mentions_[lexicon_.FullName(Word(p.bare))] += Count(p.form);
  }

  /// Of some drafts the one that a test accepts and that scores most, or -1.
  template <typename Test, typename Score>
  int Best(const Numbers& drafts, const Test& test, const Score& score) const {
    int best = -1;
    double most = 0;
    for (const int i : drafts) {
      if (!test(drafts_.At(i))) continue;
      const double s = score(drafts_.At(i));
      if (best < 0 || s > most || (s == most && i < best)) {
        best = i;
        most = s;
      }
    }
    return best;
  }

  /// ... that is mentioned most.
  template <typename Test>
  int Best(const Numbers& drafts, const Test& test) const {
    return Best(drafts, test, [](const Draft& d) { return static_cast<double>(d.count); });
  }

  void JoinFull(const NameParts& p) {
    drafts_.Add(Best(drafts_.WithFullName(p.surname, p.given),
                     [&](const Draft& d) {
                       const bool rank = d.HasRank() || p.title_kind == TitleKind::kRank;
                       return Agree(d.gender, p.gender) &&
                              (d.written.contains(p.written) || !rank) &&
                              !drafts_.Apart(d, p.form, kSurelyApart);
                     }),
                p);
  }

  void JoinTitledGiven(const NameParts& p) {
    const Numbers drafts = drafts_.WithGiven(p.given);
    const auto fits = [&](const Draft& d) {
      // Sir Henry is not Henry Crawford, who is never called Sir Henry Crawford.
      const bool raised = p.title_kind == TitleKind::kRank && d.surname >= 0 && !d.HasRank();
      return Agree(d.gender, p.gender) && d.MayBear(p.title, p.title_kind) && !raised &&
             !drafts_.Apart(d, p.form, kMaybeApart);
    };
    int draft = Best(drafts, [&](const Draft& d) { return d.titles.contains(p.title) && fits(d); });
    if (draft < 0) draft = Best(drafts, fits);
    drafts_.Add(draft, p);
  }

  /// A word that is the given name of somebody known by more.
  void JoinBareGiven(const NameParts& p) {
    const std::string& word = Word(p.bare);
    const std::string full = lexicon_.FullName(word);
    Numbers drafts = drafts_.WithGiven(word);
    if (full != word) {
      const Numbers more = drafts_.WithGiven(full);
      drafts.insert(drafts.end(), more.begin(), more.end());
    }
    const auto fits = [&](const Draft& d) {
      if (!Agree(d.gender, p.gender)) return false;
      if (d.given.contains(word)) return !drafts_.Apart(d, p.form, kSurelyApart);
      return !d.HasRank() && !drafts_.Apart(d, p.form, kMaybeApart);
    };
    int draft = Best(drafts, [&](const Draft& d) { return !d.HasRank() && fits(d); });
    if (draft < 0) draft = Best(drafts, fits);
    if (draft >= 0) drafts_.Add(draft, p);
  }

  /// Of several of one surname: one who bears the title alone; else, of sisters, the one who is
  /// not styled by her given name; else the one mentioned most.
  void JoinTitledSurname(const NameParts& p) {
    Numbers fits;
    const auto collect = [&](const Numbers& drafts, double share) {
      for (const int i : drafts) {
        const Draft& d = drafts_.At(i);
        const bool bears = d.MayBear(p.title, p.title_kind) || IsNoble(d, p);
        if (Agree(d.gender, p.gender) && bears && !IsOfRank(d, p) && !IsYounger(d, p) &&
            !drafts_.Apart(d, p.form, share)) {
          fits.push_back(i);
        }
      }
    };
    collect(drafts_.WithSurname(p.surname), kMaybeApart);
    Numbers given = drafts_.WithGiven(Word(p.surname));
    std::erase_if(given, [&](int i) { return drafts_.At(i).surname >= 0; });
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
    drafts_.Add(draft >= 0 && !IsMothersStyle(drafts_.At(draft), p) ? draft : -1, p);
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

  /// Lady Bertram is not Julia Bertram, nor General Tilney Eleanor Tilney, nor Inspector Gage Nan
  /// Gage.
  [[nodiscard]] static bool IsOfRank(const Draft& d, const NameParts& p) {
    const bool rank = p.title_kind == TitleKind::kRank;
    const bool profession = p.title_kind == TitleKind::kMister;
    return (rank || profession) && !d.titles.contains(p.title) &&
           ((rank && p.gender == Gender::kFemale) || d.gender == Gender::kFemale);
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
      draft = Best(drafts_.WithTitle(p.bare),
                   [&](const Draft& d) { return !drafts_.Apart(d, p.form, kMaybeApart); });
    }
    if (draft < 0 && (parser_.IsSurname(p.bare) || p.gender == Gender::kUnknown)) {
      // A bare surname is a man's, where there is one, and never that of a "Mrs.".
      draft = Best(
          drafts_.WithSurname(p.bare),
          [&](const Draft& d) { return !IsWife(d) && !drafts_.Apart(d, p.form, kSurelyApart); },
          [](const Draft& d) { return d.count * (d.gender == Gender::kFemale ? 0.1 : 1.0); });
    }
    if (draft < 0) {
      draft = Best(drafts_.WithGiven(full), [&](const Draft& d) {
        return d.surname < 0 && d.titles.empty() && Agree(d.gender, p.gender) &&
               !drafts_.Apart(d, p.form, kMaybeApart);
      });
    }
    NameParts named = p;
    if (draft < 0 && parser_.IsSurname(p.bare) && !parser_.IsGivenName(p.bare)) {
      named.surname = p.bare;
    } else if (draft < 0) {
      named.given = full;
    }
    drafts_.Add(draft, named);
  }

  /// Monsieur de Brissac is the Comte de Brissac: whoever has such a name may have a rank.
  [[nodiscard]] bool IsNoble(const Draft& d, const NameParts& p) const {
    const auto has_particle = [&](int form) {
      const std::vector<int>& words = Form(form).words;
      return std::any_of(words.begin(), words.end(),
                         [&](int word) { return IsNameParticle(Word(word)); });
    };
    return d.gender == p.gender && d.gender == Gender::kMale && has_particle(p.form) &&
           std::any_of(d.forms.begin(), d.forms.end(), has_particle);
  }

  [[nodiscard]] static bool IsWife(const Draft& d) {
    return std::any_of(d.titles.begin(), d.titles.end(),
                       [](const auto& title) { return title.second == TitleKind::kMrs; });
  }

  [[nodiscard]] Person MakePerson(const Draft& d) const {
    Person person;
    person.gender = d.gender;
    person.titled = d.titled;
    person.surname = d.surname;
    person.mentions = d.count;
    for (const std::string& name : d.given) {
      if ((lexicon_.Classes(name) & kAnyName) != 0) person.given.insert(name);
    }
    std::vector<int> forms = d.forms;
    std::stable_sort(forms.begin(), forms.end(), [&](int a, int b) { return Count(a) > Count(b); });
    for (const int form : forms) {
      const std::vector<int>& words = Form(form).words;
      if (person.title == TitleKind::kNone && words.size() > 1 && parser_.IsTitle(words.front())) {
        person.title = parser_.KindOf(words.front());
      }
      person.aliases.push_back(writer_.Shown(form));
    }
    person.name = person.aliases.front();
    return person;
  }

  const Text& text_;
  const Names& names_;
  const Lexicon& lexicon_;
  NameParser parser_;
  Drafts drafts_;
  NameWriter writer_;
  std::map<int, std::set<std::string>> husbands_;  ///< by surname: John of "Mrs. John Knightley"
  std::set<int> misses_;                           ///< surnames that stand behind "Miss"
  std::map<std::string, int> given_mentions_;      ///< of single words, by full given name
};

}  // namespace

People JoinNames(const Text& text, const Names& names, const Lexicon& lexicon) {
  People people = Joiner(text, names, lexicon).Join();
  VoteGenders(text, names, people);
  return people;
}

}  // namespace fullcast
