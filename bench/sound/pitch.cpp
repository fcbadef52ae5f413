#include "sound/pitch.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace fullcast {
namespace {

constexpr std::size_t kThin = 3;  // every third sample is enough for a pitch
constexpr std::size_t kRateHz = kSampleRateHz / kThin;
constexpr std::size_t kFrame = kRateHz * 40 / 1000;
constexpr std::size_t kHop = kRateHz / 100;
constexpr std::size_t kShortestPeriod = kRateHz / 450;
constexpr std::size_t kLongestPeriod = kRateHz / 60;
constexpr double kVoiced = 0.6;        // least correlation with the period before
constexpr double kMostSemitones = 9;   // from the median: further is a slip of an octave
constexpr double kSilentBelow = 0.03;  // of the loudest frame's amplitude

double Correlation(std::span<const float> a, std::span<const float> b) {
  double ab = 0;
  double aa = 0;
  double bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += double{a[i]} * double{b[i]};
    aa += double{a[i]} * double{a[i]};
    bb += double{b[i]} * double{b[i]};
  }
  return ab / std::sqrt(aa * bb + 1e-20);
}

double Rms(std::span<const float> frame) {
  double power = 0;
  for (const float sample : frame) power += double{sample} * double{sample};
  return std::sqrt(power / static_cast<double>(frame.size()));
}

Samples Thinned(const Samples& samples) {
  Samples thinned;
  for (std::size_t i = 0; i + kThin <= samples.size(); i += kThin) {
    float sum = 0;
    for (std::size_t k = 0; k < kThin; ++k) sum += samples[i + k];
    thinned.push_back(sum / float{kThin});
  }
  return thinned;
}

// The place of a peak between the periods, by the parabola through three of them.
double Refined(const std::vector<double>& fits, std::size_t period) {
  const double before = fits[period - 1];
  const double after = fits[period + 1];
  const double bend = before - 2 * fits[period] + after;
  return static_cast<double>(period) + (bend < 0 ? 0.5 * (before - after) / bend : 0);
}

// 0: not voiced. Of periods that fit nearly alike the shortest is the voice's.
double PitchHz(std::span<const float> frame) {
  const std::size_t length = frame.size() - kLongestPeriod;
  std::vector<double> fits(kLongestPeriod + 1, -1);
  for (std::size_t period = kShortestPeriod; period <= kLongestPeriod; ++period) {
    fits[period] = Correlation(frame.first(length), frame.subspan(period, length));
  }
  const double best = *std::max_element(fits.begin(), fits.end());
  if (best < kVoiced) return 0;
  for (std::size_t period = kShortestPeriod + 1; period < kLongestPeriod; ++period) {
    const bool is_peak = fits[period] >= fits[period - 1] && fits[period] >= fits[period + 1];
    if (is_peak && fits[period] > 0.92 * best) return double{kRateHz} / Refined(fits, period);
  }
  return 0;
}

double HissShare(const Samples& samples) {
  // A first-order high-pass at 2 kHz.
  const double pole = std::exp(-2 * M_PI * 2000 / kSampleRateHz);
  double low = 0;
  double hiss = 0;
  double all = 1e-20;
  for (const float sample : samples) {
    low += (1 - pole) * (sample - low);
    hiss += (sample - low) * (sample - low);
    all += double{sample} * double{sample};
  }
  return hiss / all;
}

}  // namespace

double Melody::PercentileHz(double percent) const {
  if (pitch_hz.empty()) return 0;
  const double place = percent / 100 * static_cast<double>(pitch_hz.size() - 1);
  return pitch_hz[static_cast<std::size_t>(std::lround(place))];
}

double Melody::RangeSemitones() const {
  return pitch_hz.empty() ? 0 : 12 * std::log2(PercentileHz(90) / PercentileHz(10));
}

Melody MelodyOf(const Samples& samples) {
  Melody melody;
  const Samples thinned = Thinned(samples);
  double loudest = 0;
  for (std::size_t at = 0; at + kFrame <= thinned.size(); at += kHop) {
    loudest = std::max(loudest, Rms(std::span(thinned).subspan(at, kFrame)));
  }
  std::size_t sounding = 0;
  for (std::size_t at = 0; at + kFrame <= thinned.size(); at += kHop) {
    const auto frame = std::span(thinned).subspan(at, kFrame);
    if (Rms(frame) < kSilentBelow * loudest) continue;
    ++sounding;
    if (const double hz = PitchHz(frame); hz > 0) melody.pitch_hz.push_back(hz);
  }
  if (sounding > 0) {
    melody.voiced_share =
        static_cast<double>(melody.pitch_hz.size()) / static_cast<double>(sounding);
  }
  melody.hiss_share = HissShare(samples);
  std::sort(melody.pitch_hz.begin(), melody.pitch_hz.end());
  const double median_hz = melody.MedianHz();
  std::erase_if(melody.pitch_hz, [median_hz](double hz) {
    return std::abs(12 * std::log2(hz / median_hz)) > kMostSemitones;
  });
  return melody;
}

}  // namespace fullcast
