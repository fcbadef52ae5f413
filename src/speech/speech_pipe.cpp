#include "speech/speech_pipe.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/error.h"
#include "core/file.h"
#include "speech/patient_reader.h"

namespace fullcast {
namespace {

// An hour of sound: far above any utterance, far below what memory holds.
constexpr std::uint64_t kMostSamples = std::uint64_t{3600} * kSampleRateHz;
constexpr std::uint64_t kMostWords = kMostSamples / 100;
constexpr std::uint64_t kMostMessageBytes = 10000;
constexpr std::uint64_t kMostPhonemeBytes = 1'000'000;

struct Header {
  std::uint64_t samples;
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

bool IsPlausible(const Header& header) {
  return header.samples <= kMostSamples && header.words <= kMostWords &&
         header.message_bytes <= kMostMessageBytes && header.phoneme_bytes <= kMostPhonemeBytes;
}

bool Send(int fd, const Speech& speech, const std::string& message, bool is_error) {
  const std::size_t message_bytes = std::min<std::size_t>(message.size(), kMostMessageBytes);
  const std::size_t phoneme_bytes =
      std::min<std::size_t>(speech.phonemes.size(), kMostPhonemeBytes);
  const Header header{
      speech.samples.size(), speech.words.size(), message_bytes, phoneme_bytes, is_error,
      speech.may_pass};
  return WriteAll(fd, BytesOf(&header, 1)) &&
         WriteAll(fd, BytesOf(speech.samples.data(), speech.samples.size())) &&
         WriteAll(fd, BytesOf(speech.words.data(), speech.words.size())) &&
         WriteAll(fd, BytesOf(message.data(), message_bytes)) &&
         WriteAll(fd, BytesOf(speech.phonemes.data(), phoneme_bytes));
}

}  // namespace

bool SendSpeech(int fd, const Speech& speech) { return Send(fd, speech, speech.defect, false); }

bool SendError(int fd, const std::string& message) { return Send(fd, {}, message, true); }

Received ReceiveSpeech(int fd, std::chrono::seconds patience) {
  PatientReader reader(fd, patience);
  Received received;
  Speech& speech = received.speech;
  Header header{};
  if (reader.Read(&header, sizeof(header)) && IsPlausible(header) &&
      ReadItems(reader, speech.samples, header.samples) &&
      ReadItems(reader, speech.words, header.words) &&
      ReadItems(reader, speech.defect, header.message_bytes) &&
      ReadItems(reader, speech.phonemes, header.phoneme_bytes)) {
    if (header.is_error != 0) throw Error(speech.defect);
    speech.may_pass = header.may_pass != 0;
    received.state = Received::State::kWhole;
  } else if (reader.gave_up()) {
    received.state = Received::State::kQuiet;
  }
  return received;
}

}  // namespace fullcast
