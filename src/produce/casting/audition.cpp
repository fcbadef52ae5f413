#include "produce/casting/audition.h"

#include <map>
#include <utility>

#include "cast/conversation.h"
#include "cast/role_change.h"
#include "cast/sample_lines.h"
#include "core/error.h"
#include "produce/casting/change_cast.h"

namespace fullcast {

namespace {

constexpr std::size_t kLinesEach = 3;

using Lines = std::map<std::string, std::vector<const Segment*>>;

std::string NameOf(const Script& script, const std::string& speaker) {
  const Character* character = script.FindCharacter(speaker);
  if (character != nullptr) return character->name;
  return speaker == kNarrator ? "The narrator" : "Unknown speakers";
}

std::vector<std::string> ChosenSpeakers(const Script& script, const AuditionRequest& request,
                                        const Lines& lines) {
  std::vector<std::string> speakers = request.characters;
  if (speakers.empty()) {
    for (const Part& part : ConversationOf(script).parts) speakers.push_back(part.speaker);
    std::erase_if(speakers, [&](const std::string& id) { return !lines.contains(id); });
  }
  for (const std::string& speaker : speakers) {
    CheckSpeaker(script, speaker);
    if (!lines.contains(speaker)) throw Error("\"" + speaker + "\" says nothing in this script");
  }
  if (request.most > 0 && speakers.size() > request.most) speakers.resize(request.most);
  if (speakers.empty()) throw Error("nobody says anything in this script");
  return speakers;
}

// `voice` is the role that speaks, in the audition's cast.
ScriptChapter MakeChapter(std::string title, const std::string& voice,
                          const std::vector<const Segment*>& lines) {
  ScriptChapter chapter;
  chapter.title = std::move(title);
  Segment name;
  name.text = chapter.title + ".";
  name.heading = true;
  name.pause = Pause::kHeading;
  chapter.segments.push_back(std::move(name));
  for (const Segment* line : lines) {
    Segment segment = *line;
    segment.speaker = voice;
    segment.pause = Pause::kParagraph;
    segment.pause_ms.reset();
    chapter.segments.push_back(std::move(segment));
  }
  chapter.segments.back().pause = Pause::kChapter;
  return chapter;
}

void AddTries(const Presets& presets, const AuditionRequest& request, const std::string& name,
              const std::vector<const Segment*>& lines, Audition& audition) {
  const std::string speaker = audition.speakers.front();
  const Role as_cast = audition.cast.roles.at(speaker);
  std::vector<RoleChange> changes;
  for (std::size_t i = 0; i < request.tries.size(); ++i) {
    const std::string variant = speaker + "/" + std::to_string(i + 1);
    for (RoleChange& change : ParseTry(request.tries[i], variant)) {
      changes.push_back(std::move(change));
    }
    audition.cast.roles[variant] = as_cast;
    audition.script.chapters.push_back(MakeChapter(name + ": " + request.tries[i], variant, lines));
    // Nobody wants to hear "pitch equals sixty-two, rate equals".
    audition.script.chapters.back().segments.front().say = "Variant " + std::to_string(i + 1) + ".";
    audition.speakers.push_back(speaker);
  }
  ChangeCast(changes, presets, audition.cast);
}

}  // namespace

Audition MakeAudition(const Script& script, const Cast& cast, const Presets& presets,
                      const AuditionRequest& request) {
  const Lines lines = SampleLines(script, kLinesEach);
  Audition audition{.script = {}, .cast = cast, .speakers = ChosenSpeakers(script, request, lines)};
  if (!request.tries.empty() && audition.speakers.size() != 1) {
    throw Error("which character is to try another voice? name one, as in --character " +
                audition.speakers.front());
  }
  audition.script.book = script.book;
  audition.script.book.id = script.book.id + "-audition";
  audition.script.book.title = "Audition: " + script.book.title;
  audition.script.book.cover.clear();
  audition.script.characters = script.characters;
  const bool is_choice = !request.tries.empty();
  for (const std::string& speaker : audition.speakers) {
    if (!cast.roles.contains(speaker)) throw Error("the cast has no voice for \"" + speaker + "\"");
    const std::string name = NameOf(script, speaker);
    audition.script.chapters.push_back(
        MakeChapter(is_choice ? name + ", as cast" : name, speaker, lines.at(speaker)));
  }
  if (is_choice) {
    const std::string speaker = audition.speakers.front();
    AddTries(presets, request, NameOf(script, speaker), lines.at(speaker), audition);
  }
  return audition;
}

}  // namespace fullcast
