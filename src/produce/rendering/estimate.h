// What a rendering will come to, before it is made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audio/profile.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/rendering/render.h"

namespace fullcast {

struct ChapterEstimate {
  std::string title;
  double seconds = 0;
};

struct BookEstimate {
  std::vector<ChapterEstimate> chapters;
  double seconds = 0;
  std::int64_t bytes = 0;
};

/// Within about a tenth of the truth for English, the user's own sounds included. Of the options
/// deliveries, sounds and style count. Throws Error if a speaker has no role.
BookEstimate EstimateBook(const Script& script, const Cast& cast, const Profile& profile,
                          const RenderOptions& options);

}  // namespace fullcast
