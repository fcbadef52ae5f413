#include "book/headings/chapters.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "book/headings/heading_text.h"
#include "core/interrupt.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kPrelude = 2000;  // bytes below a part's heading that are still no chapter
constexpr std::size_t kFront = 500;     // ... above the first heading: a dedication, an epigraph

// Whether chapter numbers start anew in a later part.
bool CountsAnew(const std::vector<Draft>& drafts) {
  std::map<std::pair<HeadingKind, std::string>, int> last;
  bool part = false;
  for (const Draft& draft : drafts) {
    if (draft.rank == Rank::kPart) part = true;
    if (draft.rank != Rank::kChapter || draft.heading.number == 0) continue;
    int& number = last[{draft.heading.kind, Lowercase(draft.heading.word)}];
    if (part && draft.heading.number <= number) return true;
    number = draft.heading.number;
  }
  return false;
}

// Whether the part at this place has no chapter right below it.
bool HoldsText(const std::vector<Draft>& drafts, std::size_t part) {
  std::size_t text = 0;
  for (std::size_t i = part + 1; i < drafts.size(); ++i) {
    if (drafts[i].rank == Rank::kPart) return text > 0;
    if (drafts[i].rank == Rank::kChapter) return text > kPrelude;
    if (drafts[i].block.IsRead()) text += drafts[i].block.text.size();
  }
  return text > 0;
}

class ChapterMaker {
 public:
  ChapterMaker(bool parts_in_all_titles, const std::string& language)
      : parts_in_all_titles_(parts_in_all_titles), language_(language) {}

  void AddHeading(Draft draft, bool holds_text) {
    switch (draft.rank) {
      case Rank::kPart:
        EnterPart(draft.heading);
        if (!waiting_) Begin();
        waiting_ = !holds_text;
        chapters_.back().title = PartsTitle(true);
        fresh_part_ = waiting_;
        break;
      case Rank::kChapter:
        if (!waiting_) Begin();
        waiting_ = false;
        chapters_.back().title = ChapterTitle(draft.heading);
        fresh_part_ = false;
        break;
      default:
        break;
    }
    draft.block.kind = BlockKind::kHeading;
    draft.block.say = SpokenHeading(draft.heading, draft.rank == Rank::kSection, language_);
    if (draft.block.say == draft.block.text) draft.block.say.clear();
    AddBlock(std::move(draft.block));
  }

  void AddBlock(Block block) {
    if (chapters_.empty()) {
      front_.push_back(std::move(block));
    } else {
      chapters_.back().blocks.push_back(std::move(block));
    }
  }

  std::vector<Chapter> Finish(const std::string& whole_title) {
    std::size_t read = 0;
    for (const Block& block : front_) read += block.IsRead() ? block.text.size() : 0;
    if (chapters_.empty()) {
      chapters_.push_back({whole_title, std::move(front_)});
    } else if (read > kFront) {
      chapters_.insert(chapters_.begin(), {kOpening, std::move(front_)});
    } else {
      auto& first = chapters_.front().blocks;
      first.insert(first.begin(), std::make_move_iterator(front_.begin()),
                   std::make_move_iterator(front_.end()));
    }
    return std::move(chapters_);
  }

 private:
  // "BOOK II" ends "BOOK I" and what was inside it, but not the volume around both.
  void EnterPart(const Heading& part) {
    const std::string word = Lowercase(part.word);
    parts_.erase(std::find_if(parts_.begin(), parts_.end(),
                              [&](const Heading& other) { return Lowercase(other.word) == word; }),
                 parts_.end());
    parts_.push_back(part);
  }

  void Begin() { chapters_.emplace_back(); }

  std::string PartsTitle(bool with_titles) const {
    std::string title;
    for (Heading part : parts_) {
      if (!with_titles) part.title.clear();
      if (!title.empty()) title += ", ";
      title += TitleOf(part);
    }
    return title;
  }

  std::string ChapterTitle(const Heading& heading) const {
    const bool numbered = heading.number > 0;
    if (parts_.empty() || !(fresh_part_ || (parts_in_all_titles_ && numbered))) {
      return TitleOf(heading);
    }
    return PartsTitle(fresh_part_ && !parts_in_all_titles_) + ", " + TitleOf(heading);
  }

  bool parts_in_all_titles_;
  const std::string& language_;
  std::vector<Block> front_;
  std::vector<Chapter> chapters_;
  std::vector<Heading> parts_;  // the part we are in, volume and book for example
  bool waiting_ = false;        // the last chapter has parts' headings only so far
  bool fresh_part_ = false;
};

}  // namespace

std::vector<Chapter> MakeChapters(std::vector<Draft> drafts, const std::string& whole_title,
                                  const std::string& language) {
  std::vector<bool> holds_text(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].rank == Rank::kPart) holds_text[i] = HoldsText(drafts, i);
  }
  ChapterMaker maker(CountsAnew(drafts), language);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    ThrowIfInterrupted();
    if (drafts[i].rank == Rank::kText) {
      maker.AddBlock(std::move(drafts[i].block));
    } else {
      maker.AddHeading(std::move(drafts[i]), holds_text[i]);
    }
  }
  return maker.Finish(whole_title);
}

}  // namespace fullcast
