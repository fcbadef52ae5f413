#include "script/speakers/pronouns.h"

#include <array>
#include <cstddef>

namespace fullcast {
namespace {

/// The person of one sex that the narration has in view.
struct InView {
  int person = -1;
  int paragraph = -1;  ///< where it was last the subject
};

class PronounReader {
 public:
  explicit PronounReader(const Dialogue& dialogue)
      : dialogue_(dialogue),
        he_(dialogue.text.vocabulary.Find("he")),
        she_(dialogue.text.vocabulary.Find("she")),
        speaks_(dialogue.text.tokens.size(), false) {
    for (const Turn& turn : dialogue.turns) {
      if (turn.cue.place == CuePlace::kNone) continue;
      for (int i = turn.cue.subject.begin; i < turn.cue.subject.end; ++i) {
        if (i >= 0) speaks_[static_cast<std::size_t>(i)] = true;
      }
    }
  }

  std::vector<Action> Read() {
    std::size_t mention = 0;
    std::size_t chapter = 0;
    const int count = static_cast<int>(dialogue_.text.tokens.size());
    for (int i = 0; i < count; ++i) {
      const Token& token = dialogue_.text.tokens[static_cast<std::size_t>(i)];
      const std::size_t here =
          dialogue_.text.paragraphs[static_cast<std::size_t>(token.paragraph)].chapter;
      if (here != chapter) in_view_ = named_ = {};
      chapter = here;
      for (; mention < dialogue_.mentions.size() && dialogue_.mentions[mention].token == i;
           ++mention) {
        if (dialogue_.mentions[mention].turn < 0) Take(dialogue_.mentions[mention]);
      }
      if (token.quotation >= 0) continue;
      if (token.word == he_) Resolve(i, 0);
      if (token.word == she_) Resolve(i, 1);
    }
    return std::move(actions_);
  }

 private:
  void Take(const Mention& mention) {
    const Person& person = dialogue_.people.persons[static_cast<std::size_t>(mention.person)];
    const bool acts = mention.subject || speaks_[static_cast<std::size_t>(mention.token)];
    if (acts) {
      actions_.push_back({mention.token, mention.paragraph, mention.person, Named(person.gender)});
    }
    if (person.kind == PersonKind::kGroup || person.kind == PersonKind::kTeller ||
        person.gender == Gender::kUnknown) {
      return;
    }
    const std::size_t sex = person.gender == Gender::kMale ? 0 : 1;
    // "Spiridione's manners were agreeable. He kissed her hand."
    const bool leads =
        dialogue_.text.tokens[static_cast<std::size_t>(mention.token)].starts_sentence;
    See(mention, acts || leads, in_view_[sex]);
    if (person.kind == PersonKind::kNamed) See(mention, acts || leads, named_[sex]);
  }

  static void See(const Mention& mention, bool acts, InView& view) {
    if (acts) {
      view = {mention.person, mention.paragraph};
    } else if (view.paragraph < mention.paragraph) {
      view = {mention.person, mention.paragraph - 1};
    }
  }

  /// Who of those with names is in view, of a sex or, where none is known, the last seen.
  [[nodiscard]] int Named(Gender sex) const {
    if (sex == Gender::kUnknown) {
      return (named_[0].paragraph > named_[1].paragraph ? named_[0] : named_[1]).person;
    }
    return named_[sex == Gender::kMale ? 0 : 1].person;
  }

  void Resolve(int i, std::size_t sex) {
    InView& view = in_view_[sex];
    if (view.person < 0) return;
    view.paragraph = dialogue_.text.tokens[static_cast<std::size_t>(i)].paragraph;
    if (named_[sex].person >= 0) named_[sex].paragraph = view.paragraph;
    actions_.push_back({i, view.paragraph, view.person, named_[sex].person});
  }

  const Dialogue& dialogue_;
  int he_;
  int she_;
  std::vector<bool> speaks_;
  std::array<InView, 2> in_view_;
  std::array<InView, 2> named_;  ///< ... of those who have names
  std::vector<Action> actions_;
};

}  // namespace

std::vector<Action> ResolvePronouns(const Dialogue& dialogue) {
  return PronounReader(dialogue).Read();
}

}  // namespace fullcast
