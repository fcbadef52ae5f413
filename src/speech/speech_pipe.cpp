#include "speech/speech_pipe.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/file.h"
#include "speech/patient_reader.h"

namespace fullcast {
namespace {

// An hour of sound: far above any utterance, far below what memory holds.
constexpr std::size_t kMostSamples = std::size_t{3600} * kSampleRateHz;
constexpr std::uint64_t kMostWords = kMostSamples / 100;
constexpr std::uint64_t kMostMessageBytes = 10000;
constexpr std::uint64_t kMostPhonemeBytes = 1'000'000;

// Stretches of sound, each behind the number of its samples; then 0 and this, with what it counts.
struct Trailer {
  std::uint64_t words;
  std::uint64_t message_bytes;  ///< the defect, or the error's message
  std::uint64_t phoneme_bytes;
  std::uint64_t is_error;
  std::uint64_t may_pass;
};

template <typename Value>
std::string_view BytesOf(const Value* values, std::size_t count) {
  return {reinterpret_cast<const char*>(values), count * sizeof(Value)};
}

template <typename Items>
bool ReadItems(PatientReader& reader, Items& items, std::uint64_t count) {
  items.resize(count);
  return reader.Read(items.data(), count * sizeof(items[0]));
}

bool IsPlausible(const Trailer& trailer) {
  return trailer.words <= kMostWords && trailer.message_bytes <= kMostMessageBytes &&
         trailer.phoneme_bytes <= kMostPhonemeBytes;
}

// At most as much as comes at once, so that a large number asks for no memory by itself.
constexpr std::size_t kMostAtOnce = std::size_t{1} << 16;

bool ReadSound(PatientReader& reader, Samples& samples) {
  std::vector<std::int16_t> sound;
  for (std::uint32_t count = 0;;) {
    if (!reader.Read(&count, sizeof(count))) return false;
    if (count == 0) return true;
    if (count > kMostAtOnce || samples.size() + count > kMostSamples) return false;
    if (!ReadItems(reader, sound, count)) return false;
    const std::size_t before = samples.size();
    samples.resize(before + count);
    std::transform(sound.begin(), sound.end(),
                   samples.begin() + static_cast<std::ptrdiff_t>(before),
                   [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
  }
}

}  // namespace

bool SpeechSender::Flush() {
  return WriteAll(fd_, {buffer_.data(), std::exchange(buffered_bytes_, 0)});
}

bool SpeechSender::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t count = std::min(bytes.size(), buffer_.size() - buffered_bytes_);
    std::copy_n(bytes.begin(), count,
                buffer_.begin() + static_cast<std::ptrdiff_t>(buffered_bytes_));
    buffered_bytes_ += count;
    bytes.remove_prefix(count);
    if (buffered_bytes_ == buffer_.size() && !Flush()) return false;
  }
  return true;
}

bool SpeechSender::Take(std::span<const std::int16_t> sound) {
  while (!sound.empty()) {
    const auto part = sound.first(std::min(sound.size(), kMostAtOnce));
    const auto count = static_cast<std::uint32_t>(part.size());
    if (!Write(BytesOf(&count, 1)) || !Write(BytesOf(part.data(), count))) return false;
    sound = sound.subspan(part.size());
  }
  return true;
}

bool SpeechSender::End(const Speech& speech, const std::string& message, bool is_error) {
  const std::size_t message_bytes = std::min<std::size_t>(message.size(), kMostMessageBytes);
  const std::size_t phoneme_bytes =
      std::min<std::size_t>(speech.phonemes.size(), kMostPhonemeBytes);
  const std::uint32_t no_more_sound = 0;
  const Trailer trailer{speech.words.size(), message_bytes, phoneme_bytes, is_error,
                        speech.may_pass};
  return Write(BytesOf(&no_more_sound, 1)) && Write(BytesOf(&trailer, 1)) &&
         Write(BytesOf(speech.words.data(), speech.words.size())) &&
         Write(BytesOf(message.data(), message_bytes)) &&
         Write(BytesOf(speech.phonemes.data(), phoneme_bytes)) && Flush();
}

bool SpeechSender::End(const Speech& speech) { return End(speech, speech.defect, false); }

bool SpeechSender::EndWithError(const std::string& message) { return End({}, message, true); }

Received ReceiveSpeech(int fd, std::chrono::seconds patience) {
  PatientReader reader(fd, patience);
  Received received;
  Speech& speech = received.speech;
  Trailer trailer{};
  if (ReadSound(reader, speech.samples) && reader.Read(&trailer, sizeof(trailer)) &&
      IsPlausible(trailer) && ReadItems(reader, speech.words, trailer.words) &&
      ReadItems(reader, speech.defect, trailer.message_bytes) &&
      ReadItems(reader, speech.phonemes, trailer.phoneme_bytes)) {
    if (trailer.is_error != 0) throw Error(speech.defect);
    if (!speech.defect.empty()) speech.samples.clear();
    speech.may_pass = trailer.may_pass != 0;
    received.state = Received::State::kWhole;
  } else if (reader.gave_up()) {
    received.state = Received::State::kQuiet;
  }
  return received;
}

}  // namespace fullcast
