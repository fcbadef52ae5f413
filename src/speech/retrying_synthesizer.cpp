#include "speech/retrying_synthesizer.h"

#include <string>
#include <utility>

#include "core/language.h"
#include "speech/engine_program.h"
#include "speech/isolated_synthesizer.h"
#include "speech/unspeakable.h"

namespace fullcast {
namespace {

constexpr double kDefectMs = 1000;

// What eSpeak NG itself leaves between sentences and clauses at 175 words a minute, less what it
// leaves at an utterance's ends.
constexpr double kReferenceRateWpm = 175;
constexpr double kSentencePauseMs = 330;
constexpr double kClausePauseMs = 170;

double PauseMs(Cut cut, int rate_wpm) {
  const double scale = kReferenceRateWpm / rate_wpm;
  if (cut == Cut::kSentence) return kSentencePauseMs * scale;
  if (cut == Cut::kClause) return kClausePauseMs * scale;
  return 0;
}

// Joins the parts of one utterance.
class Joiner {
 public:
  explicit Joiner(int rate_wpm) : rate_wpm_(rate_wpm) {}

  void Add(const TextPart& part, Speech speech) {
    const bool failed = speech.samples.empty() && !speech.defect.empty();
    if (failed && !last_failed_) speech.samples.resize(SamplesIn(kDefectMs));
    last_failed_ = failed;
    whole_.may_pass = whole_.may_pass || speech.may_pass;
    if (whole_.defect.empty()) whole_.defect = std::move(speech.defect);
    if (!whole_.phonemes.empty() && !speech.phonemes.empty()) whole_.phonemes += '\n';
    whole_.phonemes += speech.phonemes;
    if (speech.samples.empty()) return;

    Samples& samples = whole_.samples;
    samples.resize(samples.size() + pause_);
    for (WordMark word : speech.words) {
      word.text_begin += part.begin;
      word.sample += samples.size();
      word.first_phoneme += samples.size();
      whole_.words.push_back(word);
    }
    if (samples.empty()) {
      samples = std::move(speech.samples);
    } else {
      samples.insert(samples.end(), speech.samples.begin(), speech.samples.end());
    }
    pause_ = failed ? 0 : SamplesIn(PauseMs(part.cut, rate_wpm_));
  }

  Speech Take() { return std::move(whole_); }

 private:
  int rate_wpm_;
  Speech whole_;
  std::size_t pause_ = 0;
  bool last_failed_ = false;
};

}  // namespace

Speech RetryingSynthesizer::SpeakOrRetry(const Utterance& utterance) {
  Speech speech = engine_->Speak(utterance);
  if (speech.defect.empty()) return speech;

  const std::vector<TextPart> parts = SplitSmaller(utterance.text);
  if (parts.size() < 2) return {{}, {}, speech.defect, speech.may_pass};
  Joiner joiner(utterance.voice.rate_wpm);
  for (const TextPart& part : parts) {
    Speech retried = engine_->Speak(PartOf(utterance, part.begin, part.end));
    if (!retried.defect.empty()) retried.samples.clear(), retried.words.clear();
    joiner.Add(part, std::move(retried));
  }
  return joiner.Take();
}

Speech RetryingSynthesizer::Speak(const Utterance& utterance) {
  Joiner joiner(utterance.voice.rate_wpm);
  const auto speak = [&](std::size_t begin, std::size_t end) {
    if (begin == end && !utterance.text.empty()) return;
    for (TextPart part : SplitText(utterance.text.substr(begin, end - begin), kMostBytesAtOnce)) {
      part.begin += begin;
      part.end += begin;
      joiner.Add(part, SpeakOrRetry(PartOf(utterance, part.begin, part.end)));
    }
  };
  std::size_t done = 0;
  for (const Unspeakable& left_out :
       FindUnspeakable(utterance.text, LanguageOfVoice(utterance.voice.engine_voice))) {
    const Span& span = left_out.span;
    speak(done, span.begin);
    joiner.Add({span.begin, span.end, Cut::kWord}, {{}, {}, left_out.reason});
    done = span.end;
  }
  speak(done, utterance.text.size());
  return joiner.Take();
}

std::unique_ptr<Synthesizer> MakeSynthesizer() {
  return std::make_unique<RetryingSynthesizer>(
      std::make_unique<IsolatedSynthesizer>(EspeakToServe()));
}

}  // namespace fullcast
