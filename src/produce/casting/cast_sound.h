// The auditions of a cast, to be part of a page.
#pragma once

#include "audio/profile.h"
#include "cast/cast_page.h"
#include "cast/presets.h"
#include "core/cast.h"
#include "core/script.h"
#include "produce/rendering/render.h"
#include "produce/reporter.h"

namespace fullcast {

/// Renders everybody's audition (see MakeAudition) at a low bit rate. Of the options, workers and
/// cache count. Throws Error, as MakeAudition() and Render() do.
CastSound RenderCastSound(const Script& script, const Cast& cast, const Presets& presets,
                          const Profile& profile, RenderOptions options, Reporter& reporter);

}  // namespace fullcast
