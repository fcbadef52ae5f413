#include "produce/pieces/speaking_style.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/file.h"
#include "core/language.h"
#include "speech/engine_voices.h"

namespace fullcast {

namespace fs = std::filesystem;

namespace {

void AppendLexicon(const fs::path& path, PronunciationLexicon& to, Reporter& reporter) {
  ParsedLexicon parsed = ParseLexicon(ReadFile(path), path.string());
  for (const std::string& warning : parsed.warnings) reporter.Warn(warning);
  std::move(parsed.entries.begin(), parsed.entries.end(), std::back_inserter(to));
}

bool Overlap(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

// What the book says of its own words wins over the lexicon.
std::vector<SpokenAs> Merge(const std::vector<Pronunciation>& of_book,
                            std::vector<SpokenAs> of_lexicon) {
  std::erase_if(of_lexicon, [&](const SpokenAs& as) {
    return std::any_of(of_book.begin(), of_book.end(), [&](const Pronunciation& pronunciation) {
      return Overlap(pronunciation.span, as.span);
    });
  });
  for (const Pronunciation& pronunciation : of_book) {
    of_lexicon.push_back({pronunciation.span, {Notation::kIpa, pronunciation.ipa}});
  }
  std::sort(of_lexicon.begin(), of_lexicon.end(),
            [](const SpokenAs& a, const SpokenAs& b) { return a.span.begin < b.span.begin; });
  return of_lexicon;
}

}  // namespace

fs::path BookLexiconPath(const Workspace& workspace, const std::string& book) {
  return workspace.workdir / "voices" / (book + ".lexicon.txt");
}

fs::path UserLexiconPath(const Workspace& workspace) {
  return workspace.workdir / "voices" / "lexicon.txt";
}

PronunciationLexicon ReadLexicons(const Script& script, const Workspace& workspace,
                                  const std::string& book, const std::vector<std::string>& files,
                                  Reporter& reporter) {
  PronunciationLexicon of_user;
  for (const fs::path& path : {UserLexiconPath(workspace), BookLexiconPath(workspace, book)}) {
    if (fs::exists(path)) AppendLexicon(path, of_user, reporter);
  }
  for (const std::string& file : files) AppendLexicon(file, of_user, reporter);
  // An entry for one language wins over one for all, but not the book's over the user's.
  std::set<std::string_view> for_all_languages;
  for (const LexiconEntry& entry : of_user) {
    if (entry.language.empty()) for_all_languages.insert(entry.written);
  }
  PronunciationLexicon lexicon = script.lexicon;
  std::erase_if(lexicon, [&](const LexiconEntry& entry) {
    return for_all_languages.contains(entry.written);
  });
  lexicon.insert(lexicon.end(), of_user.begin(), of_user.end());
  return lexicon;
}

UtteranceMaker::UtteranceMaker(const SpeakingStyle& style, std::string book_language)
    : matcher_(style.lexicon),
      expression_(style.expression),
      book_language_(std::move(book_language)) {}

// The voice's own file if it speaks the language, or nothing of the engine's does.
std::string UtteranceMaker::VoiceFileOf(const std::string& language, const Voice& voice) {
  const std::string wanted = PrimaryLanguage(language);
  if (wanted == PrimaryLanguage(LanguageOfVoice(voice.engine_voice))) return voice.engine_voice;
  const auto known = voice_files_.find(language);
  if (known != voice_files_.end()) {
    return known->second.empty() ? voice.engine_voice : known->second;
  }
  const std::string file = EngineVoiceFor(language);
  voice_files_.emplace(language, file);
  return file.empty() ? voice.engine_voice : file;
}

Utterance UtteranceMaker::Make(const ScriptChapter& chapter, std::size_t index,
                               const Voice& voice) {
  const Segment& segment = chapter.segments[index];
  const bool said_otherwise = !segment.say.empty();
  Utterance utterance{
      said_otherwise ? segment.say : segment.text,
      DeliveredVoice(voice, segment, {IsBetweenSpeech(chapter, index)}, expression_)};
  if (!said_otherwise && StressesWords(segment)) {
    utterance.stressed = segment.emphasis;
    utterance.stress = expression_;
  }
  if (!segment.language.empty()) {
    utterance.voice.engine_voice = VoiceFileOf(segment.language, utterance.voice);
  }
  const std::string& language = segment.language.empty() ? book_language_ : segment.language;
  static const std::vector<Pronunciation> none;
  utterance.spoken_as = Merge(said_otherwise ? none : segment.pronunciations,
                              matcher_.Find(utterance.text, language));
  return utterance;
}

void PronunciationCheck::See(const Piece& piece) {
  for (const Line& line : piece.lines) {
    for (const SpokenAs& as : line.utterance.spoken_as) {
      if (as.say_as.notation != Notation::kRespelling) See(line.utterance, as);
    }
  }
}

void PronunciationCheck::See(const Utterance& utterance, const SpokenAs& as) {
  const std::string& voice = utterance.voice.engine_voice;
  if (!seen_.emplace(voice, as.say_as.spoken).second) return;
  const auto table = tables_.try_emplace(voice, PhonemeTable::OfVoice(voice)).first;
  const Phonemes phonemes = PhonemesOf(as.say_as, table->second);
  if (phonemes.unknown.empty()) return;
  std::string unknown;
  for (const std::string& sound : phonemes.unknown) unknown += " " + sound;
  const std::string written = utterance.text.substr(as.span.begin, as.span.end - as.span.begin);
  reporter_.Warn(
      "\"" + written + "\": the voice " + voice + " has no sound for" + unknown +
      (phonemes.mnemonics.empty() ? "; it is read as it is written" : "; the rest is spoken"));
}

}  // namespace fullcast
