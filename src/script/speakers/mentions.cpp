#include "script/speakers/mentions.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "core/interrupt.h"

namespace fullcast {
namespace {

constexpr int kDescription = 6;  ///< tokens of the longest

class MentionCollector {
 public:
  MentionCollector(const Names& names, const SubjectReader& subjects, const Nominals& nominals,
                   const Described& described, Dialogue& dialogue)
      : names_(names),
        subjects_(subjects),
        nominals_(nominals),
        described_(described),
        dialogue_(dialogue) {}

  void Collect() {
    const std::vector<int> turn_of = TurnsByQuotation();
    const int count = static_cast<int>(dialogue_.text.tokens.size());
    for (int i = 0; i < count; ++i) {
      ThrowIfInterrupted();
      const int quotation = At(i).quotation;
      const int turn = quotation < 0 ? -1 : turn_of[static_cast<std::size_t>(quotation)];
      const int name = subjects_.MentionAt(i);
      if (name >= 0) {
        const NameMention& mention = names_.mentions[static_cast<std::size_t>(name)];
        Add(i, dialogue_.people.of_form[static_cast<std::size_t>(mention.form)], turn,
            mention.vocative, !At(mention.end - 1).possessive);
      } else if (turn < 0) {
        AddNoun(i);
      }
    }
  }

 private:
  [[nodiscard]] const Token& At(int i) const {
    return dialogue_.text.tokens[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] const std::string& Word(int i) const { return dialogue_.text.Word(At(i)); }

  [[nodiscard]] std::vector<int> TurnsByQuotation() const {
    std::vector<int> turn_of;
    for (std::size_t t = 0; t < dialogue_.turns.size(); ++t) {
      for (const int q : dialogue_.turns[t].quotations) {
        turn_of.resize(std::max(turn_of.size(), static_cast<std::size_t>(q) + 1), -1);
        turn_of[static_cast<std::size_t>(q)] = static_cast<int>(t);
      }
    }
    return turn_of;
  }

  void AddNoun(int i) {
    if (dialogue_.narrator >= 0 && At(i).capital && Word(i) == "i") {
      Add(i, dialogue_.narrator, -1, false, true);
      return;
    }
    if (const auto described = described_.find(i); described != described_.end()) {
      Add(i, described->second, -1, false, !At(i).possessive);
      return;
    }
    const int chapter = static_cast<int>(
        dialogue_.text.paragraphs[static_cast<std::size_t>(At(i).paragraph)].chapter);
    if (!nominals_.IsPerson(i)) return;
    for (const int person : nominals_.Called(At(i).word, chapter)) {
      Add(i, person, -1, false, !At(i).possessive);
    }
  }

  void Add(int token, int person, int turn, bool vocative, bool may_be_subject) {
    Mention mention;
    mention.token = token;
    mention.paragraph = At(token).paragraph;
    mention.person = person;
    mention.turn = turn;
    mention.vocative = vocative;
    mention.subject = may_be_subject && StartsClause(token);
    dialogue_.mentions.push_back(mention);
    if (turn < 0) return;
    Turn& t = dialogue_.turns[static_cast<std::size_t>(turn)];
    (vocative ? t.addressed : t.spoken_of).push_back(person);
  }

  [[nodiscard]] bool StartsClause(int i) const {
    if (At(i).starts_sentence || i == 0) return true;
    const Token& before = At(i - 1);
    if (before.paragraph != At(i).paragraph || !before.is_word) return true;
    const std::string& word = Word(i - 1);
    return word == "and" || word == "but" || word == "the" || word == "then" || word == "when" ||
           word == "as" || word == "while" || word == "that";
  }

  const Names& names_;
  const SubjectReader& subjects_;
  const Nominals& nominals_;
  const Described& described_;
  Dialogue& dialogue_;
};

}  // namespace

void ReadDescriptions(const Dialogue& dialogue, const SubjectReader& subjects,
                      const Descriptions& descriptions, Described& described) {
  const Text& text = dialogue.text;
  const int count = static_cast<int>(text.tokens.size());
  for (int i = 0; i < count; ++i) {
    const Token& token = text.tokens[static_cast<std::size_t>(i)];
    if (token.quotation >= 0) continue;
    const std::string& word = text.Word(token);
    if (word != "the" && word != "his" && word != "her") continue;
    const Passage& paragraph = text.paragraphs[static_cast<std::size_t>(token.paragraph)];
    const Subject subject = subjects.SubjectAt(i, std::min(paragraph.end, i + kDescription));
    if (subject.kind != SubjectKind::kNoun || described.contains(subject.end - 1)) continue;
    const int person = descriptions.PersonMeant(subject);
    if (person >= 0) described[subject.end - 1] = person;
  }
}

void CollectMentions(const Names& names, const SubjectReader& subjects, const Nominals& nominals,
                     const Described& described, Dialogue& dialogue) {
  MentionCollector(names, subjects, nominals, described, dialogue).Collect();
}

}  // namespace fullcast
