// To whom something is said, as far as the words themselves tell.
#pragma once

#include "script/speakers/subjects.h"

namespace fullcast {

/// A call without a name: "sir", "papa", "my dear girl".
struct Call {
  Gender gender = Gender::kUnknown;  ///< of whom is called; unknown: nobody is, or no sex is told
  NounKind noun_kind = NounKind::kNone;
};

/// The first call that tells a sex in the quoted words among the tokens [begin, end).
Call CallIn(const Text& text, const SubjectReader& subjects, int begin, int end);

/// Whom a narration says to be spoken to, in the tokens [begin, end) of a cue's sentence: "said she
/// to Charlotte", "he asked her". Of kind kNone where it says nothing of it.
Subject ListenerIn(const Text& text, const SubjectReader& subjects, int begin, int end);

}  // namespace fullcast
