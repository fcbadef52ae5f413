#include "script/quotes/quote_pairing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

namespace fullcast {

namespace {

// Where the reading stands between two marks.
enum State : std::uint8_t { kOutside, kInside, kNested, kAwaiting, kStates };
// kAwaiting: inside, at the beginning of a paragraph that repeats the opening mark.

// What happens at a mark, or at the end of a block.
enum class Step : std::uint8_t {
  kNothing,
  kOpen,
  kClose,
  kNest,  // an inner quotation in the marks of the outer one
  kUnnest,
  kContinue,     // the opening mark repeated
  kOpenMissed,   // a closing mark, and nothing was open
  kCloseMissed,  // an opening mark, or the end, and something was still open
  kCloseBoth,    // a closing mark outside, the inner one is missing
  kRunOn,        // into the next block
  kTurnEnds,     // what was open ends: the next block is a turn of its own, by its dash
};

constexpr float kMissingMark = 3;
constexpr float kNesting = 1.5F;
constexpr float kRepeatedMark = 0.4F;
constexpr float kSilentRunOn = 2.7F;
constexpr float kSetOffRunOn = 0.2F;
constexpr float kImpossible = std::numeric_limits<float>::infinity();

struct Back {
  State from = kOutside;
  Step step = Step::kNothing;
};

struct Column {
  std::array<float, kStates> cost{};
  std::array<Back, kStates> back{};

  Column() { cost.fill(kImpossible); }

  void Offer(const Column& before, State from, State to, Step step, float price) {
    const float total = before.cost[from] + price;
    if (total < cost[to]) {
      cost[to] = total;
      back[to] = {from, step};
    }
  }
};

Column AfterMark(const Column& before, const QuoteMark& mark) {
  Column after;
  after.Offer(before, kOutside, kInside, Step::kOpen, mark.open);
  after.Offer(before, kInside, kOutside, Step::kClose, mark.close);
  after.Offer(before, kOutside, kOutside, Step::kNothing, mark.nothing);
  after.Offer(before, kInside, kInside, Step::kNothing, mark.nothing);
  after.Offer(before, kNested, kNested, Step::kNothing, mark.nothing);
  after.Offer(before, kInside, kNested, Step::kNest, kNesting + mark.open);
  after.Offer(before, kNested, kInside, Step::kUnnest, mark.close);
  after.Offer(before, kNested, kOutside, Step::kCloseBoth, kMissingMark + mark.close);
  after.Offer(before, kOutside, kOutside, Step::kOpenMissed, kMissingMark + mark.close);
  after.Offer(before, kInside, kInside, Step::kCloseMissed, kMissingMark + mark.open);
  after.Offer(before, kAwaiting, kInside, Step::kContinue, 0);
  return after;
}

Column AfterBlock(const Column& before, const MarkedBlock& block, const MarkedBlock* next) {
  Column after;
  const bool turns = block.turn || (next != nullptr && next->turn);
  const float missing = turns ? 0 : kMissingMark;
  const Step ends = turns ? Step::kTurnEnds : Step::kCloseMissed;
  after.Offer(before, kOutside, kOutside, Step::kNothing, 0);
  after.Offer(before, kInside, kOutside, ends, missing);
  after.Offer(before, kNested, kOutside, ends, missing + kNesting);
  if (next == nullptr || turns) return after;
  const float silent = block.set_off && next->set_off ? kSetOffRunOn : kSilentRunOn;
  after.Offer(before, kInside, kInside, Step::kRunOn, silent);
  after.Offer(before, kNested, kInside, Step::kRunOn, silent + kNesting);
  if (!next->marks.empty() && next->marks.front().leads) {
    after.Offer(before, kInside, kAwaiting, Step::kRunOn, kRepeatedMark);
    after.Offer(before, kNested, kAwaiting, Step::kRunOn, kRepeatedMark + kNesting);
  }
  return after;
}

// The steps of the cheapest way: for each block its marks, then its end.
std::vector<Step> CheapestSteps(const std::vector<MarkedBlock>& blocks) {
  std::vector<std::array<Back, kStates>> backs;
  Column column;
  column.cost[kOutside] = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const QuoteMark& mark : blocks[i].marks) {
      column = AfterMark(column, mark);
      backs.push_back(column.back);
    }
    column = AfterBlock(column, blocks[i], i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
    backs.push_back(column.back);
    // Costs are relative: keep them small, so that a float holds them in a book of any length.
    const float least = *std::min_element(column.cost.begin(), column.cost.end());
    for (float& cost : column.cost) cost -= least;
  }
  std::vector<Step> steps(backs.size());
  State state = kOutside;
  for (std::size_t i = backs.size(); i > 0; --i) {
    steps[i - 1] = backs[i - 1][state].step;
    state = backs[i - 1][state].from;
  }
  return steps;
}

// Makes spans out of steps.
class SpanWriter {
 public:
  void Take(Step step, const QuoteMark& mark);
  void EndBlock(Step step, std::size_t text_size);

  std::vector<PairedSpan> spans;

 private:
  void Open(std::size_t begin, bool opened, bool continues) {
    span_ = {block_, begin, begin, opened, true, continues, false};
    inside_ = true;
  }
  void Close(std::size_t end, bool closed, bool doubtful) {
    span_.end = end;
    span_.closed = closed;
    span_.doubtful = doubtful;
    spans.push_back(span_);
    inside_ = false;
  }

  PairedSpan span_;
  bool inside_ = false;
  bool runs_on_ = false;  // into this block, whose mark may still repeat the opening one
  std::size_t block_ = 0;
};

void SpanWriter::Take(Step step, const QuoteMark& mark) {
  if (step == Step::kContinue || (runs_on_ && !inside_)) {
    Open(step == Step::kContinue ? mark.begin : 0, step == Step::kContinue, true);
  }
  runs_on_ = false;
  switch (step) {
    case Step::kOpen:
      Open(mark.begin, true, false);
      break;
    case Step::kClose:
    case Step::kCloseBoth:
      Close(mark.end, true, step == Step::kCloseBoth);
      break;
    case Step::kCloseMissed:
      Close(mark.begin, false, true);
      Open(mark.begin, true, false);
      break;
    case Step::kOpenMissed: {
      const bool first = spans.empty() || spans.back().block != block_;
      Open(first ? 0 : spans.back().end, false, false);
      Close(mark.end, true, true);
      break;
    }
    default:
      break;
  }
}

void SpanWriter::EndBlock(Step step, std::size_t text_size) {
  if (runs_on_) Open(0, false, true);  // a block without marks
  if (inside_) Close(text_size, false, step == Step::kCloseMissed);
  runs_on_ = step == Step::kRunOn;
  ++block_;
}

}  // namespace

std::vector<PairedSpan> PairMarks(const std::vector<MarkedBlock>& blocks,
                                  const std::vector<std::size_t>& text_sizes) {
  const std::vector<Step> steps = CheapestSteps(blocks);
  SpanWriter writer;
  std::size_t step = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const QuoteMark& mark : blocks[i].marks) writer.Take(steps[step++], mark);
    writer.EndBlock(steps[step++], text_sizes[i]);
  }
  return std::move(writer.spans);
}

}  // namespace fullcast
