// Scripts for tests of who says what.
#pragma once

#include <string>

#include "core/script.h"

namespace fullcast::test {

inline Segment Said(const std::string& speaker, double confidence, const std::string& text,
                    Pause pause = Pause::kSpeaker) {
  Segment segment;
  segment.speaker = speaker;
  segment.text = text;
  segment.reason = "turn";
  segment.confidence = confidence;
  segment.pause = pause;
  return segment;
}

inline Segment Told(const std::string& text, Pause pause = Pause::kParagraph) {
  Segment segment;
  segment.text = text;
  segment.pause = pause;
  return segment;
}

}  // namespace fullcast::test
