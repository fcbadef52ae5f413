#include "produce/estimate.h"

#include "cast/cast_table.h"
#include "produce/plan.h"

namespace fullcast {

BookEstimate EstimateBook(const Script& script, const Cast& cast, const Profile& profile,
                          const EncoderSettings& encoder) {
  // libavcodec's AAC encoder overshoots its target by an eighth at these rates; the container's
  // tables add 65 bytes in memory but about 4 on disk for each packet of 1,024 samples.
  constexpr double kOvershoot = 1.125;
  constexpr double kTableBytesPerSecond = 4.0 * kSampleRateHz / 1024;
  BookEstimate book;
  for (const ScriptChapter& chapter : script.chapters) {
    book.chapters.push_back({chapter.title, 0});
  }
  for (const Piece& piece : PlanPieces(script, cast, profile)) {
    double& seconds = book.chapters[piece.chapter].seconds;
    for (const Line& line : piece.lines) {
      seconds += EstimateSeconds(line.utterance.text.size(), line.utterance.voice.rate_wpm);
      seconds += static_cast<double>(line.pause_samples) / kSampleRateHz;
    }
  }
  for (const ChapterEstimate& chapter : book.chapters) book.seconds += chapter.seconds;
  const double bytes_per_second = encoder.bit_rate / 8.0 * kOvershoot + kTableBytesPerSecond;
  book.bytes = static_cast<std::int64_t>(book.seconds * bytes_per_second);
  return book;
}

}  // namespace fullcast
