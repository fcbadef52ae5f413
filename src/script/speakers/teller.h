// The "I" that tells a story.
#pragma once

#include "script/speakers/dialogue.h"

namespace fullcast {

/// Makes the narrator a person where the narration says "I" often, as stories in the first person
/// do. Needs the text only.
void FindTeller(Dialogue& dialogue);

/// Names the narrator, if there is one: by the name that others call out but the narration hardly
/// uses. Needs all mentions.
void NameTeller(Dialogue& dialogue);

}  // namespace fullcast
