#include "produce/scripting/proper_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "audio/mixer.h"
#include "audio/profile.h"
#include "audio/trim.h"
#include "audio/wav_file.h"
#include "core/text_breaks.h"
#include "core/utf8.h"
#include "produce/pieces/piece_renderer.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostNameBytes = 60;
constexpr std::size_t kContextBytes = 30;

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool inside_sentence = false;
};

bool IsApostrophe(char32_t c) { return c == '\'' || c == U'’'; }

bool EndsSentence(char32_t c) {
  constexpr std::u32string_view kMarks = U".!?:…\"“”‘«»—";
  return kMarks.find(c) != kMarks.npos;
}

// The words of a text, possessive endings left aside.
std::vector<Word> WordsIn(std::string_view text) {
  std::vector<Word> words;
  bool inside_sentence = false;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    char32_t c = NextCodePoint(text, position);
    if (!IsLetter(c)) {
      if (EndsSentence(c)) inside_sentence = false;
      continue;
    }
    std::size_t end = position;
    for (std::size_t next = position; next < text.size();) {
      c = NextCodePoint(text, next);
      if (!IsLetter(c)) break;
      end = position = next;
    }
    words.push_back({begin, end, inside_sentence});
    inside_sentence = true;
    std::size_t next = position;  // over "'s", "'ll"
    if (next < text.size() && IsApostrophe(NextCodePoint(text, next))) {
      while (next < text.size() && IsLetter(NextCodePoint(text, next))) position = next;
    }
  }
  return words;
}

bool IsCapitalised(std::string_view word) {
  std::size_t position = 0;
  if (!IsUpper(NextCodePoint(word, position)) || position >= word.size()) return false;
  return IsLower(NextCodePoint(word, position));
}

// From a word's beginning before the place to a word's end behind it.
std::string ContextOf(std::string_view text, const Word& word) {
  std::size_t begin = word.begin > kContextBytes ? word.begin - kContextBytes : 0;
  std::size_t end = std::min(word.end + kContextBytes, text.size());
  if (begin > 0) begin = std::min(text.find(' ', begin), word.begin);
  if (end < text.size()) end = std::max(text.rfind(' ', end), word.end);
  return std::string(Trim(text.substr(begin, end - begin)));
}

struct Seen {
  ProperName name;
  std::size_t inside_sentences = 0;
};

Utterance UtteranceOf(const std::string& name, const Voice& voice, const std::string& language,
                      const LexiconMatcher& matcher) {
  Utterance utterance{name, voice};
  utterance.spoken_as = matcher.Find(name, language);
  return utterance;
}

}  // namespace

std::vector<ProperName> FindProperNames(const Script& script) {
  std::map<std::string, Seen, std::less<>> capitalised;
  std::set<std::string, std::less<>> small;
  for (std::size_t c = 0; c < script.chapters.size(); ++c) {
    for (const Segment& segment : script.chapters[c].segments) {
      if (!segment.skip.empty() || segment.heading) continue;
      const std::string_view text = segment.text;
      for (const Word& word : WordsIn(text)) {
        const std::string_view written = text.substr(word.begin, word.end - word.begin);
        if (written.size() > kMostNameBytes || IsAbbreviation(written)) continue;
        if (!IsCapitalised(written)) {
          small.emplace(written);
          continue;
        }
        Seen& seen = capitalised[std::string(written)];
        if (seen.name.count++ == 0) {
          seen.name.name = written;
          seen.name.chapter = c;
          seen.name.first_use = ContextOf(text, word);
        }
        if (word.inside_sentence) ++seen.inside_sentences;
      }
    }
  }
  std::vector<ProperName> names;
  for (auto& [written, seen] : capitalised) {
    if (seen.inside_sentences > 0 && !small.contains(Lowercase(written))) {
      names.push_back(std::move(seen.name));
    }
  }
  std::stable_sort(names.begin(), names.end(),
                   [](const ProperName& a, const ProperName& b) { return a.count > b.count; });
  return names;
}

void PronounceNames(std::vector<ProperName>& names, const Voice& voice, const std::string& language,
                    const PronunciationLexicon& lexicon, Synthesizer& synthesizer) {
  const LexiconMatcher matcher(lexicon);
  for (ProperName& name : names) {
    Utterance utterance = UtteranceOf(name.name, voice, language, matcher);
    utterance.only_phonemes = true;
    name.phonemes = synthesizer.Speak(utterance).phonemes;
    for (const SpokenAs& as : utterance.spoken_as) name.lexicon = as.say_as.spoken;
  }
}

void SpeakNames(const std::vector<ProperName>& names, const Voice& voice,
                const std::string& language, const PronunciationLexicon& lexicon,
                Synthesizer& synthesizer, const std::filesystem::path& path) {
  constexpr double kPauseMs = 700;
  const LexiconMatcher matcher(lexicon);
  const Profile profile;
  Mixer mixer;
  for (const ProperName& name : names) {
    Speech speech = synthesizer.Speak(UtteranceOf(name.name, voice, language, matcher));
    TrimSilence(speech.samples);
    mixer.AddSpeech(speech.samples, GainDb(voice, profile));
    mixer.AddSilence(SamplesIn(kPauseMs));
  }
  WriteWav(path, mixer.Finish(profile, {}), WavFormat::kInt16);
}

}  // namespace fullcast
