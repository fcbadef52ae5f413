#include "speech/espeak_engine.h"

#include <espeak-ng/speak_lib.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <optional>
#include <string_view>

#include "core/error.h"
#include "core/hash.h"
#include "core/language.h"
#include "core/utf8.h"
#include "speech/engine_voices.h"
#include "speech/fresh_stack.h"
#include "speech/phonemes.h"
#include "speech/plausible_length.h"
#include "speech/prepare_text.h"

namespace fullcast {
namespace {

// The sound depends on it (60, 200 and 1,000 ms agree, 5,000 does not).
constexpr int kBufferMs = 200;

// At the engine's own 100 half of the variants run into its automatic gain control or clip; at 60
// none does, and all is 4.4 dB softer. The gains of the presets assume it.
constexpr int kVolume = 60;

// A word as the engine tells of it.
struct WordEvent {
  espeak_EVENT word{};
  std::optional<int> first_phoneme;  // sample
};

// Pauses are phonemes, too: "_:", "_!", "_|".
bool IsSound(const espeak_EVENT& phoneme) { return phoneme.id.string[0] != '_'; }

// What the engine's callback collects, and hands on.
struct Collector {
  const TakeSound* take = nullptr;
  std::vector<WordEvent> word_events;
  std::size_t samples = 0;
  std::size_t most_samples = 0;
  bool flooded = false;
  bool unwanted = false;  // whoever takes the sound has enough
  bool out_of_memory = false;

  [[nodiscard]] bool is_done() const { return flooded || unwanted || out_of_memory; }

  void Take(const short* wave, int count, const espeak_EVENT* events) {
    for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
      if (events->type == espeakEVENT_WORD) {
        word_events.push_back({*events, std::nullopt});
      } else if (events->type == espeakEVENT_PHONEME && IsSound(*events) && !word_events.empty() &&
                 !word_events.back().first_phoneme) {
        word_events.back().first_phoneme = events->sample;
      }
    }
    const auto added = static_cast<std::size_t>(std::max(count, 0));
    samples += added;
    flooded = samples > most_samples;
    if (!flooded && added > 0) unwanted = !(*take)({wave, added});
  }
};

// Never throws: the engine is C.
int OnSound(short* wave, int count, espeak_EVENT* events) {
  auto* collector = static_cast<Collector*>(events->user_data);
  if (wave == nullptr || collector == nullptr) return 0;
  try {
    collector->Take(wave, count, events);
  } catch (...) {
    collector->out_of_memory = true;
  }
  return collector->is_done() ? 1 : 0;
}

template <typename Call>
auto Called(const Call& call) {
  decltype(call()) result{};
  OnFreshStack([&] { result = call(); });
  return result;
}

void Require(espeak_ERROR result, std::string_view what) {
  if (result != EE_OK) {
    throw Error(fmt::format("eSpeak NG failed to {} (error {})", what, static_cast<int>(result)));
  }
}

void SetNumbers(const Voice& voice) {
  CheckVoiceNumbers(voice);
  Require(espeak_SetParameter(espeakRATE, voice.rate_wpm, 0), "set the rate");
  Require(espeak_SetParameter(espeakPITCH, voice.pitch, 0), "set the pitch");
  Require(espeak_SetParameter(espeakRANGE, voice.pitch_range, 0), "set the pitch range");
  Require(espeak_SetParameter(espeakVOLUME, kVolume, 0), "set the volume");
}

// With espeakPHONEMES the engine trusts what it is given, so that all phonemes are checked here,
// whoever asks for them. What can't be said is read as it is written.
std::vector<SpokenAs> CheckedPronunciations(const Utterance& utterance) {
  std::vector<SpokenAs> checked;
  if (utterance.spoken_as.empty()) return checked;
  const PhonemeTable table = PhonemeTable::OfVoice(utterance.voice.engine_voice);
  for (const SpokenAs& as : utterance.spoken_as) {
    if (as.say_as.notation == Notation::kRespelling) {
      checked.push_back(as);
    } else if (Phonemes found = PhonemesOf(as.say_as, table); !found.mnemonics.empty()) {
      checked.push_back({as.span, {Notation::kMnemonics, std::move(found.mnemonics)}});
    }
  }
  return checked;
}

// The engine counts characters of the prepared text from 1; a mark counts bytes of the original. It
// also tells of blanks at the end of a clause, and more than once of a number or of words that it
// draws together: what was marked once is left out.
std::vector<WordMark> MarksOf(const std::vector<WordEvent>& events, const PreparedText& prepared,
                              std::string_view text) {
  std::vector<WordMark> marks;
  marks.reserve(events.size());
  const std::vector<Span>& origins = prepared.origins;
  for (const auto& [event, first_phoneme] : events) {
    if (event.text_position < 1 || event.sample < 0) continue;
    const auto first = static_cast<std::size_t>(event.text_position) - 1;
    if (first >= origins.size()) continue;
    const auto length = static_cast<std::size_t>(std::max(event.length, 1));
    const std::size_t last = std::min(first + length, origins.size()) - 1;
    const std::size_t begin = origins[first].begin;
    const std::size_t end = origins[last].end;
    const bool marked =
        !marks.empty() && begin < marks.back().text_begin + marks.back().text_length;
    if (marked || Trim(text.substr(begin, end - begin)).empty()) continue;
    const int sound = std::max(first_phoneme.value_or(event.sample), event.sample);
    marks.push_back({begin, end - begin, static_cast<std::size_t>(event.sample),
                     static_cast<std::size_t>(sound)});
  }
  return marks;
}

// espeak_TextToPhonemes() takes no flags: it reads "[[...]]" as phonemes if the last synthesis did.
Speech SpeechOfPhonemes(const PreparedText& prepared) {
  const unsigned flags = espeakCHARS_UTF8 | (prepared.has_phonemes ? espeakPHONEMES : 0U);
  Collector ignored;
  Require(
      Called([&] { return espeak_Synth("", 1, 0, POS_CHARACTER, 0, flags, nullptr, &ignored); }),
      "speak");
  Speech speech;
  const void* rest = prepared.text.c_str();
  while (rest != nullptr) {
    const char* clause = Called([&] { return espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, 0); });
    if (clause == nullptr) break;
    if (!speech.phonemes.empty()) speech.phonemes += '\n';
    speech.phonemes += Trim(clause);
  }
  return speech;
}

// Starts the engine unless this process has done so. It ends with the process: each start adds a
// thread, and espeak_Terminate() wakes one of them and waits for another, at times for ever.
void StartEngine() {
  static bool started = false;
  if (started) return;
  const std::string data = EngineDataFolder().string();
  const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, kBufferMs, data.c_str(),
                                     espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT);
  if (rate < 0) throw Error(fmt::format("eSpeak NG does not start with its data in '{}'", data));
  if (rate != kSampleRateHz) {
    throw Error(fmt::format("eSpeak NG speaks at {} Hz; {} Hz are needed", rate, kSampleRateHz));
  }
  espeak_SetSynthCallback(OnSound);
  started = true;
}

}  // namespace

EspeakEngine::EspeakEngine(Heap heap) : heap_(heap) {
  StartEngine();
  LoadVoice(Voice{});
  SetNumbers(Voice{});
  Remember();  // here, so that copies of it in forks of this process share what stays the same
}

void EspeakEngine::LoadVoice(const Voice& voice) {
  CheckVoiceFiles(voice);
  std::string name = voice.engine_voice;
  if (!voice.variant.empty()) name += "+" + voice.variant;
  Require(Called([&] { return espeak_SetVoiceByName(name.c_str()); }), "load the voice " + name);
}

Speech EspeakEngine::Speak(const Utterance& utterance, const TakeSound& take) {
  CheckVoiceNumbers(utterance.voice);
  const PreparedText prepared =
      PrepareText(utterance.text, CheckedPronunciations(utterance),
                  LanguageOfVoice(utterance.voice.engine_voice),
                  utterance.only_phonemes ? StressedWords() : StressOf(utterance));
  if (!HasAnythingToSpeak(prepared.text)) return {};
  SetNumbers(utterance.voice);

  if (utterance.only_phonemes) return SpeechOfPhonemes(prepared);
  const PlausibleLength bounds = PlausibleLengthOf(prepared.text, utterance.voice.rate_wpm);
  Collector collector;
  collector.take = &take;
  collector.most_samples = bounds.most;
  const unsigned flags = espeakCHARS_UTF8 | (prepared.has_phonemes ? espeakPHONEMES : 0U);
  Require(Called([&] {
            return espeak_Synth(prepared.text.c_str(), prepared.text.size() + 1, 0, POS_CHARACTER,
                                0, flags, nullptr, &collector);
          }),
          "speak");
  if (collector.out_of_memory) throw std::bad_alloc();

  if (collector.flooded) return {{}, {}, "the engine made far too much sound for this text"};
  Speech speech;
  if (collector.samples < bounds.least && !collector.unwanted) {
    return {{}, {}, "the engine made too little sound for this text"};
  }
  speech.words = MarksOf(collector.word_events, prepared, utterance.text);
  return speech;
}

// What speaking may change: variables, the heap, and the state of rand(), which nobody has called
// before.
bool EspeakEngine::Remember() {
  constexpr std::size_t kMostHeapBytes = 1U << 26;  // of a voice some MB
  if (heap_ == nullptr || heap_().empty()) return false;
  const auto variables = VariablesOfProgram();
  if (!saved_heap_) {
    for (const std::span<std::byte>& all : variables) {
      saved_variables_.push_back(std::make_unique<SavedMemory>(all.data(), all.size()));
    }
    saved_heap_.emplace(heap_().data(), kMostHeapBytes);
  }
  for (std::size_t i = 0; i < variables.size(); ++i) saved_variables_[i]->Save(variables[i].size());
  saved_heap_->Save(heap_().size());  // last: these are in it
  return true;
}

void EspeakEngine::GoBack() {
  for (const auto& variables : saved_variables_) variables->PutBack(0);
  saved_heap_->PutBack(heap_().size());
  std::srand(1);
}

std::string EngineVersion() {
  // The names and sizes of the data files tell a package's update that kept the version.
  std::vector<std::string> files;
  for (const auto& file : std::filesystem::directory_iterator(EngineDataFolder())) {
    if (!file.is_regular_file()) continue;
    files.push_back(fmt::format("{} {}", file.path().filename().string(), file.file_size()));
  }
  std::sort(files.begin(), files.end());
  return fmt::format("eSpeak NG {} {}", espeak_Info(nullptr),
                     ContentHash(fmt::format("{}", fmt::join(files, "\n"))));
}

}  // namespace fullcast
