#include "publish/paragraphs.h"

namespace fullcast {

std::vector<Paragraph> ParagraphsOf(const ScriptChapter& text, const TimedChapter& chapter) {
  std::vector<Paragraph> paragraphs;
  Paragraph paragraph;
  for (std::size_t i = 0; i < chapter.segments.size(); ++i) {
    const Segment& segment = text.segments[chapter.segments[i].segment];
    if (paragraph.begin == i) paragraph.heading = segment.heading;
    if (segment.pause < Pause::kParagraph && i + 1 < chapter.segments.size()) continue;
    paragraph.end = i + 1;
    paragraphs.push_back(paragraph);
    paragraph = {i + 1, i + 1, false, segment.pause == Pause::kScene};
  }
  return paragraphs;
}

}  // namespace fullcast
