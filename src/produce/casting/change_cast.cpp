#include "produce/casting/change_cast.h"

#include <cstring>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "core/error.h"
#include "produce/casting/calibrate.h"
#include "produce/pieces/worker_pool.h"
#include "speech/engine_voices.h"
#include "speech/retrying_synthesizer.h"

namespace fullcast {

namespace {

// The engine must not start in this process, which may fork workers that start it later.
void CalibrateAll(const std::vector<Voice*>& voices) {
  if (voices.empty()) return;
  WorkerPool pool(1, [&]() -> WorkerPool::Work {
    std::shared_ptr<Synthesizer> synthesizer = MakeSynthesizer();
    return [&voices, synthesizer](std::string_view number) {
      const Voice& voice = *voices[std::stoul(std::string(number))];
      const double gain_db = Calibrate(voice, *synthesizer).gain_db;
      return std::string(reinterpret_cast<const char*>(&gain_db), sizeof gain_db);
    };
  });
  for (std::size_t i = 0; i < voices.size(); ++i) {
    pool.Submit(std::to_string(i));
    const WorkerPool::Result result = pool.Wait();
    if (result.failed) throw Error(result.bytes);
    std::memcpy(&voices[i]->gain_db, result.bytes.data(), sizeof voices[i]->gain_db);
  }
}

}  // namespace

void ChangeCast(const std::vector<RoleChange>& changes, const Presets& presets, Cast& cast) {
  ApplyChanges(changes, presets, cast);
  std::set<std::string> speakers;
  for (const RoleChange& change : changes) speakers.insert(change.speaker);
  std::vector<Voice*> uncalibrated;
  for (const std::string& speaker : speakers) {
    Voice& voice = cast.roles.at(speaker).voice;
    try {
      CheckVoice(voice);
    } catch (const Error& error) {
      throw error.Within(speaker);
    }
    if (NeedCalibration(changes, speaker)) uncalibrated.push_back(&voice);
  }
  CalibrateAll(uncalibrated);
}

}  // namespace fullcast
