#include "script/people.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/utf8.h"

namespace fullcast {
namespace {

constexpr std::size_t kMostInSentence = 8;

// Shares of the mentions of a name form that stand in one sentence with another form, above which
// the two are two persons: where the forms differ, and where one is part of the other.
constexpr double kMaybeApart = 0.025;
constexpr double kSurelyApart = 0.15;

/// A name form taken apart.
struct NameParts {
  int form = 0;
  int title = -1;         ///< word number, or -1
  std::string given;      ///< full given name in lower case, or empty
  std::string written;    ///< the given name as it is written: a pet name, perhaps
  int surname = -1;       ///< word number, or -1
  int bare = -1;          ///< a single word that may be given name or surname
  Gender gender = Gender::kUnknown;  ///< by title, then by given name
  Gender title_gender = Gender::kUnknown;
};

/// What is known of a person while forms are being joined.
struct Draft {
  std::set<std::string> given;
  std::set<std::string> written;
  int surname = -1;
  std::set<int> titles;
  Gender gender = Gender::kUnknown;
  int count = 0;
  int miss_given = 0;  ///< mentions as "Miss <given name>": a younger sister's style
  std::vector<int> forms;
};

class Joiner {
 public:
  Joiner(const Text& text, const Names& names, const Lexicon& lexicon)
      : text_(text), names_(names), lexicon_(lexicon), classes_(ClassesOf(text.vocabulary, lexicon)) {
    of_form_.assign(names.forms.size(), -1);
    for (const auto word : {"mr", "mrs", "miss"}) style_.push_back(text.vocabulary.Find(word));
  }

  People Join() {
    CollectPositions();
    CountMeetings();
    std::vector<NameParts> parts;
    for (std::size_t f = 0; f < names_.forms.size(); ++f) {
      if (names_.forms[f].person && !IsAddress(names_.forms[f])) {
        parts.push_back(TakeApart(static_cast<int>(f)));
      }
    }
    std::stable_sort(parts.begin(), parts.end(), [&](const NameParts& a, const NameParts& b) {
      return Count(a.form) > Count(b.form);
    });
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
      if (p.bare >= 0 && of_form_[static_cast<std::size_t>(p.form)] < 0) JoinBare(p);
    }
    return Finish();
  }

 private:
  [[nodiscard]] std::uint32_t Classes(int word) const {
    return classes_[static_cast<std::size_t>(word)];
  }
  [[nodiscard]] const std::string& Word(int word) const { return text_.vocabulary.Word(word); }
  [[nodiscard]] const NameForm& Form(int form) const {
    return names_.forms[static_cast<std::size_t>(form)];
  }
  [[nodiscard]] int Count(int form) const { return Form(form).count; }
  [[nodiscard]] bool IsTitle(int word) const { return (Classes(word) & kAnyTitle) != 0; }

  [[nodiscard]] bool IsAddress(const NameForm& form) const {
    return std::all_of(form.words.begin(), form.words.end(),
                       [&](int word) { return (Classes(word) & kAddress) != 0; });
  }

  /// Which words stand as given names and which as surnames in names of two words and more.
  void CollectPositions() {
    for (const NameForm& form : names_.forms) {
      std::size_t first = 0;
      while (first + 1 < form.words.size() && IsTitle(form.words[first])) ++first;
      const std::size_t rest = form.words.size() - first;
      if (rest >= 2) {
        given_count_[form.words[first]] += form.count;
        surname_count_[form.words.back()] += form.count;
      } else if (first > 0 && (Classes(form.words[0]) & kAddress) != 0) {
        titled_count_[form.words.back()] += form.count;
      }
    }
  }

  /// Counts how often two forms stand in one sentence: those of one person hardly ever do.
  void CountMeetings() {
    std::vector<int> forms;
    int sentence = -1;
    int quotation = -1;
    std::size_t m = 0;
    const auto flush = [&] {
      for (std::size_t i = 0; i < forms.size() && i < kMostInSentence; ++i) {
        for (std::size_t j = i + 1; j < forms.size() && j < kMostInSentence; ++j) {
          if (forms[i] != forms[j]) ++meetings_[std::minmax(forms[i], forms[j])];
        }
      }
      forms.clear();
    };
    for (std::size_t i = 0; i < text_.tokens.size() && m < names_.mentions.size(); ++i) {
      const Token& token = text_.tokens[i];
      const std::string& word = text_.Word(token);
      if (token.paragraph != sentence || token.quotation != quotation || word == "." ||
          word == "!" || word == "?" || word == ";") {
        flush();
        sentence = token.paragraph;
        quotation = token.quotation;
      }
      if (static_cast<int>(i) == names_.mentions[m].begin) {
        forms.push_back(names_.mentions[m].form);
        ++m;
      }
    }
    flush();
  }

  /// Whether a form and a draft are met side by side too often to be one person: in more than a
  /// share of the mentions of the rarer.
  [[nodiscard]] bool Apart(const Draft& d, int form, double share) const {
    int met = 0;
    for (const int other : d.forms) {
      const auto entry = meetings_.find(std::minmax(other, form));
      if (entry != meetings_.end()) met += entry->second;
    }
    return met >= 2 && met > share * std::min(d.count, Count(form));
  }

  [[nodiscard]] static int Get(const std::map<int, int>& counts, int word) {
    const auto entry = counts.find(word);
    return entry == counts.end() ? 0 : entry->second;
  }

  /// Whether a word behind a title is rather a given name: "Lady Catherine", "Miss Eliza".
  [[nodiscard]] bool IsGivenAfterTitle(int title, int word) const {
    const int as_given = Get(given_count_, word);
    const int as_surname = Get(surname_count_, word);
    if (as_surname > as_given) return false;
    if (as_given > as_surname) return true;
    const std::string& t = Word(title);
    if (t == "mr" || t == "mrs" || t == "dr") return false;
    return (Classes(word) & kAnyName) != 0;
  }

  [[nodiscard]] NameParts TakeApart(int form) const {
    NameParts parts;
    parts.form = form;
    const std::vector<int>& words = Form(form).words;
    std::size_t first = 0;
    std::uint32_t title_classes = 0;
    while (first + 1 < words.size() && IsTitle(words[first]) &&
           ((Classes(words[first]) & kAnyName) == 0 || first > 0)) {
      parts.title = words[first];
      title_classes |= Classes(words[first]) & (kMaleTitle | kFemaleTitle);
      ++first;
    }
    parts.title_gender = GenderOf(title_classes);
    parts.gender = parts.title_gender;
    if (words.size() - first >= 2) {
      parts.written = Word(words[first]);
      parts.given = lexicon_.FullName(parts.written);
      parts.surname = words.back();
      if (parts.gender == Gender::kUnknown) parts.gender = GenderOf(Classes(words[first]) & kAnyName);
      if (style_[1] >= 0 && parts.title == style_[1] &&
          GenderOf(Classes(words[first]) & kAnyName) == Gender::kMale) {
        parts.given = "mrs " + parts.given;  // Mrs. John Knightley is not called John
      }
    } else if (parts.title >= 0) {
      if (IsGivenAfterTitle(parts.title, words.back())) {
        parts.given = lexicon_.FullName(Word(words.back()));
        if (parts.gender == Gender::kUnknown) {
          parts.gender = GenderOf(Classes(words.back()) & kAnyName);
        }
      } else {
        parts.surname = words.back();
      }
    } else {
      parts.bare = words.back();
      parts.gender = GenderOf(Classes(words.back()) & (kAnyName | kMaleNoun | kFemaleNoun |
                                                       kMaleTitle | kFemaleTitle));
    }
    return parts;
  }

  static bool Agree(Gender a, Gender b) {
    return a == b || a == Gender::kUnknown || b == Gender::kUnknown;
  }

  void Add(int draft, const NameParts& p) {
    Draft& d = drafts_[static_cast<std::size_t>(draft)];
    if (!p.given.empty()) d.given.insert(p.given);
    if (!p.written.empty()) d.written.insert(p.written);
    if (p.surname >= 0 && d.surname < 0) d.surname = p.surname;
    if (p.title >= 0) d.titles.insert(p.title);
    if (d.gender == Gender::kUnknown || p.title_gender != Gender::kUnknown) {
      if (p.gender != Gender::kUnknown) d.gender = p.gender;
    }
    if (p.title >= 0 && p.title == style_[2] && !p.given.empty()) d.miss_given += Count(p.form);
    d.count += Count(p.form);
    d.forms.push_back(p.form);
    of_form_[static_cast<std::size_t>(p.form)] = draft;
  }

  int New() {
    drafts_.emplace_back();
    return static_cast<int>(drafts_.size()) - 1;
  }

  /// The draft that a test accepts and that is mentioned most, or -1.
  template <typename Test>
  int Best(const Test& test) const {
    int best = -1;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (test(drafts_[i]) &&
          (best < 0 || drafts_[i].count > drafts_[static_cast<std::size_t>(best)].count)) {
        best = static_cast<int>(i);
      }
    }
    return best;
  }

  void JoinFull(const NameParts& p) {
    int draft = Best([&](const Draft& d) {
      return d.surname == p.surname && d.given.contains(p.given) && Agree(d.gender, p.gender) &&
             (d.written.contains(p.written) || !HasRank(d)) && !Apart(d, p.form, kSurelyApart);
    });
    if (draft < 0) draft = New();
    Add(draft, p);
  }

  void JoinTitledGiven(const NameParts& p) {
    const auto fits = [&](const Draft& d) {
      return d.given.contains(p.given) && Agree(d.gender, p.gender) && TitlesAgree(d, p.title) &&
             !Apart(d, p.form, kMaybeApart);
    };
    int draft = Best([&](const Draft& d) { return fits(d) && d.titles.contains(p.title); });
    if (draft < 0) draft = Best(fits);
    if (draft < 0) draft = New();
    Add(draft, p);
  }

  [[nodiscard]] TitleKind KindOf(int title) const {
    const std::string& t = Word(title);
    if (t == "mrs" || t == "frau" || t == "signora" || t == "madame") return TitleKind::kMrs;
    if (t == "miss" || t == "mlle" || t == "mademoiselle") return TitleKind::kMiss;
    if (t == "aunt" || t == "uncle" || t == "cousin" || t == "grandmother" || t == "father" ||
        t == "mother" || t == "brother" || t == "sister") {
      return TitleKind::kKin;
    }
    if (t == "doctor" || t == "dr" || t == "master" || t == "professor" || t == "prof" ||
        t == "rev" || t == "reverend" || (Classes(title) & (kAddress | kMaleTitle)) == (kAddress | kMaleTitle)) {
      return t == "sir" || t == "lord" ? TitleKind::kRank : TitleKind::kMister;
    }
    return TitleKind::kRank;
  }

  [[nodiscard]] bool HasRank(const Draft& d) const {
    return std::any_of(d.titles.begin(), d.titles.end(),
                       [&](int title) { return KindOf(title) == TitleKind::kRank; });
  }

  [[nodiscard]] bool TitlesAgree(const Draft& d, int title) const {
    if (d.titles.contains(title)) return true;
    const TitleKind kind = KindOf(title);
    return std::all_of(d.titles.begin(), d.titles.end(), [&](int other) {
      const TitleKind other_kind = KindOf(other);
      if (kind == TitleKind::kKin || other_kind == TitleKind::kKin) return true;
      if (kind == TitleKind::kRank) return false;
      return kind == other_kind;
    });
  }

  void JoinTitledSurname(const NameParts& p) {
    std::vector<int> fits;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& d = drafts_[i];
      const bool named = d.surname == p.surname || (d.surname < 0 && d.given.contains(Word(p.surname)));
      if (named && Agree(d.gender, p.gender) && TitlesAgree(d, p.title) && !IsLady(d, p) &&
          !Apart(d, p.form, d.surname < 0 ? kSurelyApart : kMaybeApart)) {
        fits.push_back(static_cast<int>(i));
      }
    }
    int draft = -1;
    if (fits.size() == 1) {
      draft = fits.front();
    } else if (!fits.empty()) {
      draft = BestOfFamily(fits, p);
    }
    if (draft >= 0 && !Confirmed(drafts_[static_cast<std::size_t>(draft)], p)) draft = -1;
    if (draft < 0) draft = New();
    Add(draft, p);
  }

  /// Lady Bertram is not Julia Bertram, nor General Tilney Eleanor Tilney.
  [[nodiscard]] bool IsLady(const Draft& d, const NameParts& p) const {
    const bool rank = KindOf(p.title) == TitleKind::kRank && !d.titles.contains(p.title);
    return rank && (p.gender == Gender::kFemale || d.gender == Gender::kFemale);
  }

  /// Mrs. Miller is not Daisy Miller, if Daisy is a Miss.
  [[nodiscard]] bool Confirmed(const Draft& d, const NameParts& p) const {
    if (p.title != style_[1] || p.title < 0) return true;
    if (d.given.empty()) return true;
    return !HasForm(style_[2], p.surname);
  }

  [[nodiscard]] bool HasForm(int title, int surname) const {
    if (title < 0) return false;
    return std::any_of(names_.forms.begin(), names_.forms.end(), [&](const NameForm& form) {
      return form.words.size() > 1 && form.words.front() == title && form.words.back() == surname;
    });
  }

  /// Of several of one surname: one who bears the title alone; else, of sisters, the one who is
  /// not styled by her given name; else the one mentioned most.
  [[nodiscard]] int BestOfFamily(const std::vector<int>& fits, const NameParts& p) const {
    int best = -1;
    double best_score = -1;
    for (const int i : fits) {
      const Draft& d = drafts_[static_cast<std::size_t>(i)];
      double score = static_cast<double>(d.count + GivenMentions(d));
      if (d.titles.contains(p.title)) score *= d.given.empty() ? 20 : 2;
      if (p.title == style_[2] && d.miss_given > 0) score *= 0.02;
      if (score > best_score) {
        best_score = score;
        best = i;
      }
    }
    return best;
  }

  /// How often a bare given name of the draft stands in the text.
  [[nodiscard]] int GivenMentions(const Draft& d) const {
    int mentions = 0;
    for (const NameForm& form : names_.forms) {
      if (form.words.size() == 1 && d.given.contains(lexicon_.FullName(Word(form.words[0])))) {
        mentions += form.count;
      }
    }
    return mentions;
  }

  /// A word that is the given name of somebody known by more.
  void JoinBareGiven(const NameParts& p) {
    const std::string word = Word(p.bare);
    const std::string full = lexicon_.FullName(word);
    const auto fits = [&](const Draft& d) {
      if (!Agree(d.gender, p.gender)) return false;
      if (d.given.contains(word)) return !Apart(d, p.form, kSurelyApart);
      return !HasRank(d) && d.given.contains(full) && !Apart(d, p.form, kMaybeApart);
    };
    const int draft = Best(fits);
    if (draft >= 0) Add(draft, p);
  }

  /// Any other single word: a title, a surname, or a name of its own.
  void JoinBare(const NameParts& p) {
    const std::string full = lexicon_.FullName(Word(p.bare));
    int draft = -1;
    if (IsTitle(p.bare) && (Classes(p.bare) & kAnyName) == 0) {
      draft = Best([&](const Draft& d) {
        return d.titles.contains(p.bare) && !Apart(d, p.form, kMaybeApart);
      });
    }
    const bool rather_surname = Get(surname_count_, p.bare) + Get(titled_count_, p.bare) > 0;
    if (draft < 0 && (rather_surname || p.gender == Gender::kUnknown)) draft = BestOfSurname(p);
    if (draft < 0) {
      draft = Best([&](const Draft& d) {
        return d.given.contains(full) && d.surname < 0 && d.titles.empty() &&
               Agree(d.gender, p.gender) && !Apart(d, p.form, kMaybeApart);
      });
    }
    if (draft >= 0) {
      Add(draft, p);
      return;
    }
    NameParts first = p;
    first.given = full;
    Add(New(), first);
  }

  /// A bare surname is a man's, where there is one.
  [[nodiscard]] int BestOfSurname(const NameParts& p) const {
    int best = -1;
    double best_score = 0;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& d = drafts_[i];
      if (d.surname != p.bare || Apart(d, p.form, kSurelyApart)) continue;
      double score = static_cast<double>(d.count);
      if (d.gender == Gender::kFemale) score *= 0.1;
      if (score > best_score) {
        best_score = score;
        best = static_cast<int>(i);
      }
    }
    return best;
  }

  People Finish() {
    People people;
    people.of_form = of_form_;
    for (Draft& d : drafts_) people.persons.push_back(MakePerson(d));
    VoteGenders(people);
    return people;
  }

  [[nodiscard]] Person MakePerson(Draft& d) const {
    Person person;
    person.gender = d.gender;
    person.surname = d.surname;
    person.mentions = d.count;
    for (const std::string& name : d.given) {
      if ((lexicon_.Classes(name) & kAnyName) != 0) person.given.insert(name);
    }
    std::stable_sort(d.forms.begin(), d.forms.end(),
                     [&](int a, int b) { return Count(a) > Count(b); });
    for (const int form : d.forms) {
      const int first = Form(form).words.front();
      if (IsTitle(first) && Form(form).words.size() > 1) {
        person.title = KindOf(first);
        break;
      }
    }
    for (const int form : d.forms) person.aliases.push_back(Shown(form));
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

  /// The pronoun that follows a mention in narration votes on its sex, where the name tells none.
  void VoteGenders(People& people) const {
    std::vector<int> male(people.persons.size());
    std::vector<int> female(people.persons.size());
    for (std::size_t m = 0; m < names_.mentions.size(); ++m) {
      const NameMention& mention = names_.mentions[m];
      const int person = people.of_form[static_cast<std::size_t>(mention.form)];
      const Token& at = text_.tokens[static_cast<std::size_t>(mention.begin)];
      if (person < 0) continue;
      const int end = m + 1 < names_.mentions.size() ? names_.mentions[m + 1].begin
                                                     : static_cast<int>(text_.tokens.size());
      for (int i = mention.end; i < std::min(end, mention.end + 25); ++i) {
        const Token& token = text_.tokens[static_cast<std::size_t>(i)];
        if (token.paragraph != at.paragraph) break;
        if (token.quotation != at.quotation) continue;
        const std::string& word = text_.Word(token);
        const bool he = word == "he" || word == "his" || word == "him" || word == "himself";
        const bool she = word == "she" || word == "her" || word == "herself";
        if (!he && !she) continue;
        ++(he ? male : female)[static_cast<std::size_t>(person)];
        break;
      }
    }
    for (std::size_t i = 0; i < people.persons.size(); ++i) {
      Gender& gender = people.persons[i].gender;
      const int votes = male[i] + female[i];
      const bool titled = gender != Gender::kUnknown && HasTitledForm(people, static_cast<int>(i));
      if (titled || votes == 0) continue;
      const double share = static_cast<double>(male[i]) / votes;
      if (gender == Gender::kUnknown || votes >= 10) {
        if (share > 0.6) gender = Gender::kMale;
        if (share < 0.4 && (gender == Gender::kUnknown || share < 0.25)) gender = Gender::kFemale;
      }
    }
  }

  [[nodiscard]] bool HasTitledForm(const People& people, int person) const {
    const Draft& d = drafts_[static_cast<std::size_t>(person)];
    static_cast<void>(people);
    return std::any_of(d.titles.begin(), d.titles.end(), [&](int title) {
      return (Classes(title) & (kMaleTitle | kFemaleTitle)) != 0;
    });
  }

  const Text& text_;
  const Names& names_;
  const Lexicon& lexicon_;
  std::vector<std::uint32_t> classes_;
  std::vector<int> style_;  ///< word numbers of "mr", "mrs", "miss", or -1
  std::map<std::pair<int, int>, int> meetings_;
  std::map<int, int> given_count_;
  std::map<int, int> surname_count_;
  std::map<int, int> titled_count_;
  std::vector<Draft> drafts_;
  std::vector<int> of_form_;
};

}  // namespace

People JoinNames(const Text& text, const Names& names, const Lexicon& lexicon) {
  return Joiner(text, names, lexicon).Join();
}

}  // namespace fullcast
