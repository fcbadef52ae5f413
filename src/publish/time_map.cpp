#include "publish/time_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "core/json_writer.h"
#include "core/pcm.h"
#include "publish/common_items.h"

namespace fullcast {

namespace {

using Pair = std::pair<std::size_t, std::size_t>;

// A number of words, by index.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Range WordsOf(const HeardSegment& segment) {
  return {segment.first_word, segment.first_word + segment.words};
}

void MatchWords(const HeardBook& a, Range in_a, const HeardBook& b, Range in_b,
                std::vector<Pair>& matches) {
  const auto texts = [](const HeardBook& book, Range range) {
    std::vector<std::string_view> all;
    for (std::size_t i = range.begin; i < range.end; ++i) all.push_back(book.words[i].text);
    return all;
  };
  for (const auto& [i, j] : CommonItems(texts(a, in_a), texts(b, in_b))) {
    matches.emplace_back(in_a.begin + i, in_b.begin + j);
  }
}

// Words that are in both books, by index, ascending in both.
std::vector<Pair> CommonWords(const HeardBook& a, const HeardBook& b) {
  const auto texts = [](const HeardBook& book) {
    std::vector<std::string_view> all;
    for (const HeardSegment& segment : book.segments) all.push_back(segment.text);
    return all;
  };
  std::vector<Pair> matches;
  Range gap_a;
  Range gap_b;
  for (const auto& [i, j] : CommonItems(texts(a), texts(b))) {
    const Range same_a = WordsOf(a.segments[i]);
    const Range same_b = WordsOf(b.segments[j]);
    MatchWords(a, {gap_a.begin, same_a.begin}, b, {gap_b.begin, same_b.begin}, matches);
    MatchWords(a, same_a, b, same_b, matches);
    gap_a.begin = same_a.end;
    gap_b.begin = same_b.end;
  }
  MatchWords(a, {gap_a.begin, a.words.size()}, b, {gap_b.begin, b.words.size()}, matches);
  return matches;
}

std::int64_t Proportional(std::int64_t at, std::int64_t from_begin, std::int64_t from_end,
                          std::int64_t to_begin, std::int64_t to_end) {
  const std::int64_t length = to_end - to_begin;
  if (from_end - from_begin == length) return to_begin + at - from_begin;
  const double share =
      static_cast<double>(at - from_begin) / static_cast<double>(from_end - from_begin);
  return to_begin + std::llround(share * static_cast<double>(length));
}

// Begins of files that lie strictly inside.
std::vector<std::int64_t> Borders(const HeardBook& book, std::int64_t begin, std::int64_t end) {
  std::vector<std::int64_t> borders;
  for (const HeardFile& file : book.files) {
    if (file.begin > begin && file.begin < end) borders.push_back(file.begin);
  }
  return borders;
}

// Puts spans together, in the order of the old sound, and cuts them where files end.
class Spans {
 public:
  Spans(const HeardBook& old_book, const HeardBook& new_book) : old_(old_book), new_(new_book) {}

  // Up to these ends everything corresponds.
  void Keep(std::int64_t old_end, std::int64_t new_end) {
    const std::vector<std::int64_t> old_borders = Borders(old_, old_at_, old_end);
    const std::vector<std::int64_t> new_borders = Borders(new_, new_at_, new_end);
    if (old_borders.size() == new_borders.size()) {
      for (std::size_t i = 0; i < old_borders.size(); ++i) Put(old_borders[i], new_borders[i]);
      return Put(old_end, new_end);
    }
    std::vector<Pair> cuts;
    cuts.reserve(old_borders.size() + new_borders.size());
    const auto at = [](std::int64_t sample) { return static_cast<std::size_t>(sample); };
    for (const std::int64_t border : old_borders) {
      cuts.emplace_back(at(border), at(Proportional(border, old_at_, old_end, new_at_, new_end)));
    }
    for (const std::int64_t border : new_borders) {
      cuts.emplace_back(at(Proportional(border, new_at_, new_end, old_at_, old_end)), at(border));
    }
    std::sort(cuts.begin(), cuts.end());
    for (const auto& [in_old, in_new] : cuts) {
      Put(static_cast<std::int64_t>(in_old), static_cast<std::int64_t>(in_new));
    }
    Put(old_end, new_end);
  }

  // Up to this end the old sound is gone; the nearest that was kept ended here, or begins there.
  void Drop(std::int64_t old_end, std::int64_t new_end, bool is_first, bool is_last) {
    const std::int64_t middle = is_first  ? old_at_
                                : is_last ? old_end
                                          : old_at_ + (old_end - old_at_) / 2;
    PutDropped(middle, new_at_);
    new_at_ = new_end;
    PutDropped(old_end, new_at_);
  }

  std::vector<MappedSpan> Take() { return std::move(spans_); }

 private:
  void Put(std::int64_t old_end, std::int64_t new_end) {
    const MappedSpan span{old_at_, old_end, new_at_, new_end, true};
    old_at_ = old_end;
    new_at_ = new_end;
    if (span.old_begin == span.old_end) return;
    if (!spans_.empty() && GoesOn(spans_.back(), span)) {
      spans_.back().old_end = old_end;
      spans_.back().new_end = new_end;
    } else {
      spans_.push_back(span);
    }
  }

  void PutDropped(std::int64_t old_end, std::int64_t nearest) {
    std::vector<std::int64_t> ends = Borders(old_, old_at_, old_end);
    ends.push_back(old_end);
    for (const std::int64_t end : ends) {
      if (end > old_at_) spans_.push_back({old_at_, end, nearest, nearest, false});
      old_at_ = end;
    }
  }

  [[nodiscard]] bool GoesOn(const MappedSpan& before, const MappedSpan& span) const {
    const auto same_length = [](const MappedSpan& s) {
      return s.old_end - s.old_begin == s.new_end - s.new_begin;
    };
    const auto begins_file = [](const HeardBook& book, std::int64_t sample) {
      return std::any_of(book.files.begin(), book.files.end(),
                         [=](const HeardFile& file) { return file.begin == sample; });
    };
    return before.kept && before.new_end == span.new_begin && same_length(before) &&
           same_length(span) && !begins_file(old_, span.old_begin) &&
           !begins_file(new_, span.new_begin);
  }

  const HeardBook& old_;
  const HeardBook& new_;
  std::int64_t old_at_ = 0;
  std::int64_t new_at_ = 0;
  std::vector<MappedSpan> spans_;
};

const HeardFile& FileAt(const HeardBook& book, std::int64_t sample) {
  const auto next =
      std::upper_bound(book.files.begin(), book.files.end(), sample,
                       [](std::int64_t s, const HeardFile& file) { return s < file.begin; });
  return *(next - 1);
}

}  // namespace

TimeMap::TimeMap(HeardBook old_book, HeardBook new_book)
    : old_(std::move(old_book)), new_(std::move(new_book)) {
  const std::vector<Pair> matches = CommonWords(old_, new_);
  if (matches.empty()) throw Error("the two timelines have no text in common");
  Spans spans(old_, new_);
  // One behind the last word stands for the end, which both have.
  std::size_t next_old = 0;
  std::size_t next_new = 0;
  const auto reach = [&](Pair word, std::int64_t old_begin, std::int64_t new_begin, bool is_last) {
    if (word.first == next_old && word.second == next_new) {
      spans.Keep(old_begin, new_begin);
    } else {
      spans.Drop(old_begin, new_begin, next_old == 0 && next_new == 0, is_last);
    }
  };
  for (const Pair& match : matches) {
    const HeardWord& in_old = old_.words[match.first];
    const HeardWord& in_new = new_.words[match.second];
    reach(match, in_old.begin, in_new.begin, false);
    spans.Keep(in_old.end, in_new.end);
    next_old = match.first + 1;
    next_new = match.second + 1;
  }
  reach({old_.words.size(), new_.words.size()}, old_.Samples(), new_.Samples(), true);
  spans_ = spans.Take();
}

double TimeMap::KeptShare() const {
  std::int64_t kept = 0;
  for (const MappedSpan& span : spans_) kept += span.kept ? span.old_end - span.old_begin : 0;
  return static_cast<double>(kept) / static_cast<double>(old_.Samples());
}

TimeMap::Found TimeMap::Find(const FileTime& old_time) const {
  const auto file = std::find_if(old_.files.begin(), old_.files.end(), [&](const HeardFile& f) {
    return f.name == old_time.file || (old_time.file.empty() && old_.files.size() == 1);
  });
  if (file == old_.files.end()) {
    throw Error(old_time.file.empty() ? "the old book is in several files: say which one"
                                      : "the old book has no file \"" + old_time.file + "\"");
  }
  if (old_time.sample > file->samples) {
    throw Error(fmt::format("{} ends at {:.3f} s", file->name,
                            static_cast<double>(file->samples) / kSampleRateHz));
  }
  const std::int64_t sample = file->begin + old_time.sample;
  auto span = std::upper_bound(
      spans_.begin(), spans_.end(), sample,
      [](std::int64_t s, const MappedSpan& mapped) { return s < mapped.old_begin; });
  if (span != spans_.begin()) --span;
  // The end of a file belongs to it, not to the next one's begin.
  if (sample == span->old_begin && old_time.sample > 0 && sample == file->begin + file->samples &&
      span != spans_.begin()) {
    --span;
  }
  const std::int64_t now = Proportional(std::min(sample, span->old_end), span->old_begin,
                                        span->old_end, span->new_begin, span->new_end);
  const HeardFile& now_in = FileAt(new_, span->new_begin);
  return {{now_in.name, now - now_in.begin}, span->kept};
}

std::string TimeMap::ToJson() const {
  std::string text =
      fmt::format("{{\"rate_hz\":{},\"kept\":{:.4f},\"spans\":[", kSampleRateHz, KeptShare());
  const char* before = "\n";
  for (const MappedSpan& span : spans_) {
    const HeardFile& old_file = FileAt(old_, span.old_begin);
    const HeardFile& new_file = FileAt(new_, span.new_begin);
    JsonWriter json;
    const auto put = [&](const char* key, const HeardFile& file, std::int64_t begin,
                         std::int64_t end) {
      json.Key(key).BeginObject().Key("file").String(file.name).Key("samples").BeginArray();
      json.Integer(begin - file.begin).Integer(end - file.begin).EndArray().EndObject();
    };
    json.BeginObject();
    put("old", old_file, span.old_begin, span.old_end);
    put("new", new_file, span.new_begin, span.new_end);
    json.Key("kept").Bool(span.kept).EndObject();
    text += before + json.Text();
    before = ",\n";
  }
  return text + "\n]}\n";
}

}  // namespace fullcast
