#include "encode/resample.h"

#include <algorithm>
#include <array>
#include <memory>

#include "encode/libav.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libswresample/swresample.h>
}

namespace fullcast {

namespace {

struct FreeResampler {
  void operator()(SwrContext* context) const { swr_free(&context); }
};

}  // namespace

Samples Resample(std::span<const float> samples, int rate_hz) {
  if (rate_hz == kSampleRateHz) return {samples.begin(), samples.end()};
  AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
  SwrContext* context = nullptr;
  libav::Check(swr_alloc_set_opts2(&context, &mono, AV_SAMPLE_FMT_FLT, rate_hz, &mono,
                                   AV_SAMPLE_FMT_FLT, kSampleRateHz, 0, nullptr),
               "resampler");
  const std::unique_ptr<SwrContext, FreeResampler> resampler(context);
  libav::Check(swr_init(context), "resampler");

  Samples resampled(samples.size() * static_cast<std::size_t>(rate_hz) / kSampleRateHz);
  std::size_t done = 0;
  const auto convert = [&](const std::uint8_t** input, std::size_t count) {
    auto* output = reinterpret_cast<std::uint8_t*>(resampled.data() + done);
    const int room = static_cast<int>(resampled.size() - done);
    done += static_cast<std::size_t>(libav::Check(
        swr_convert(context, &output, room, input, static_cast<int>(count)), "resampler"));
  };
  const auto* input = reinterpret_cast<const std::uint8_t*>(samples.data());
  convert(&input, samples.size());
  convert(nullptr, 0);  // what its filter still holds; what is missing then stays silent
  return resampled;
}

}  // namespace fullcast
