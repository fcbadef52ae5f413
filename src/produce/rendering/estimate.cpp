#include "produce/rendering/estimate.h"

#include "cast/cast_table.h"
#include "produce/pieces/plan.h"

namespace fullcast {

namespace {

// Of speech in LAME's variable bit rates, as it was measured.
double BitRateOfQuality(const EncoderSettings& encoder) {
  constexpr double kBest = 71'000;
  constexpr double kStep = 4'200;
  constexpr double kAtTwiceTheRate = 1.3;
  const double bit_rate = kBest - kStep * encoder.quality;
  return encoder.sample_rate_hz > kSampleRateHz ? bit_rate * kAtTwiceTheRate : bit_rate;
}

double BytesPerSecond(const Delivery& delivery) {
  // The container's tables add 65 bytes in memory but about 4 on disk for each packet of 1,024
  // samples.
  constexpr double kTableBytesPerSecond = 4.0 * kSampleRateHz / 1024;
  constexpr double kFlacShare = 0.45;  // of speech with its pauses
  const bool by_bit_rate = delivery.encoder.quality == kByBitRate;
  const double encoded =
      (by_bit_rate ? delivery.encoder.bit_rate : BitRateOfQuality(delivery.encoder)) / 8.0;
  const double pcm = 2.0 * delivery.encoder.sample_rate_hz;
  switch (delivery.format) {
    case Format::kM4b:
    case Format::kM4a:
      return encoded + kTableBytesPerSecond;
    case Format::kMp3:
    case Format::kOpus:
      return encoded;
    case Format::kFlac:
      return pcm * kFlacShare;
    case Format::kWav:
      break;
  }
  return pcm;
}

}  // namespace

BookEstimate EstimateBook(const Script& script, const Cast& cast, const Profile& profile,
                          const RenderOptions& options) {
  BookEstimate book;
  for (const ScriptChapter& chapter : script.chapters) {
    book.chapters.push_back({chapter.title, 0});
  }
  for (const Piece& piece : PlanPieces(script, cast, profile, options.style, options.sounds)) {
    double& seconds = book.chapters[piece.chapter].seconds;
    for (const Line& line : piece.lines) {
      const std::size_t sound_samples = line.sound ? line.sound->size() : 0;
      seconds += EstimateSeconds(line.utterance.text.size(), line.utterance.voice.rate_wpm);
      seconds += static_cast<double>(line.pause_samples + sound_samples) / kSampleRateHz;
    }
  }
  for (const ChapterEstimate& chapter : book.chapters) book.seconds += chapter.seconds;
  double bytes_per_second = 0;
  for (const Delivery& delivery : options.deliveries) bytes_per_second += BytesPerSecond(delivery);
  book.bytes = static_cast<std::int64_t>(book.seconds * bytes_per_second);
  return book;
}

}  // namespace fullcast
