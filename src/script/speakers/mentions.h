// Where the text mentions its persons: by names, by "I", by descriptions and by nouns.
#pragma once

#include <map>

#include "script/speakers/descriptions.h"
#include "script/speakers/dialogue.h"
#include "script/speakers/nominals.h"

namespace fullcast {

/// Who is described where: by token of the noun ("wife" of "his wife") the person.
using Described = std::map<int, int>;

/// Adds whom the narration means where it describes somebody who does not speak there.
void ReadDescriptions(const Dialogue& dialogue, const SubjectReader& subjects,
                      const Descriptions& descriptions, Described& described);

/// Fills in the mentions of a dialogue whose turns are known, and whom each turn calls and speaks
/// of.
void CollectMentions(const Names& names, const SubjectReader& subjects, const Nominals& nominals,
                     const Described& described, Dialogue& dialogue);

}  // namespace fullcast
