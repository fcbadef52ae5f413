#include "encode/quality.h"

#include <algorithm>
#include <array>

#include "core/error.h"

namespace fullcast {

namespace {

// Bits a second by Quality. The best is where noise is more than 10 dB below what the speech masks,
// so that it is hardly ever heard.
using BitRates = std::array<int, 3>;

BitRates BitRatesOf(Codec codec) {
  switch (codec) {
    case Codec::kAac:
      return {48'000, 64'000, 96'000};
    case Codec::kMp3:
      return {48'000, 64'000, 128'000};
    case Codec::kOpus:
      return {48'000, 48'000, 64'000};
    case Codec::kPcm:
      break;
  }
  return {};
}

}  // namespace

const std::vector<std::string>& QualityNames() {
  static const std::vector<std::string> names = {"fast", "default", "best"};
  return names;
}

Quality QualityNamed(std::string_view name) {
  const auto& names = QualityNames();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    throw Error("there is no quality \"" + std::string(name) + "\"; it is fast, default or best");
  }
  return static_cast<Quality>(found - names.begin());
}

EncoderSettings SettingsOf(Codec codec, Quality quality) {
  EncoderSettings settings{codec};
  settings.bit_rate = BitRatesOf(codec)[static_cast<std::size_t>(quality)];
  if (quality == Quality::kFast && codec != Codec::kPcm) settings.search = Search::kQuick;
  return settings;
}

}  // namespace fullcast
