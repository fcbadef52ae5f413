#include "speech/speech_pipe.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <string_view>

#include "core/error.h"
#include "core/file.h"
#include "core/interrupt.h"

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

// Waits in steps of a second: a signal that came just before poll() is noticed then, and a time in
// which the process was stopped counts as one step.
class PatientReader {
 public:
  PatientReader(int fd, std::chrono::seconds patience) : fd_(fd), patience_(patience) {}

  [[nodiscard]] bool gave_up() const { return gave_up_; }

  bool Read(void* data, std::size_t size) {
    auto* bytes = static_cast<char*>(data);
    while (size > 0) {
      if (!WaitForInput()) return false;
      const ssize_t got = read(fd_, bytes, size);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return false;
      bytes += got;
      size -= static_cast<std::size_t>(got);
    }
    return true;
  }

  template <typename Items>
  bool ReadItems(Items& items, std::uint64_t count) {
    items.resize(count);
    return Read(items.data(), count * sizeof(items[0]));
  }

 private:
  bool WaitForInput() {
    for (std::chrono::seconds waited{0}; waited < patience_;) {
      ThrowIfInterrupted();
      pollfd entry{fd_, POLLIN, 0};
      const int ready = poll(&entry, 1, 1000);
      if (ready > 0) return true;
      if (ready == 0) waited += std::chrono::seconds{1};
      if (ready < 0 && errno != EINTR) throw SystemError("waiting for the speech engine");
    }
    gave_up_ = true;
    return false;
  }

  int fd_;
  std::chrono::seconds patience_;
  bool gave_up_ = false;
};

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
      reader.ReadItems(speech.samples, header.samples) &&
      reader.ReadItems(speech.words, header.words) &&
      reader.ReadItems(speech.defect, header.message_bytes) &&
      reader.ReadItems(speech.phonemes, header.phoneme_bytes)) {
    if (header.is_error != 0) throw Error(speech.defect);
    speech.may_pass = header.may_pass != 0;
    received.state = Received::State::kWhole;
  } else if (reader.gave_up()) {
    received.state = Received::State::kQuiet;
  }
  return received;
}

}  // namespace fullcast
