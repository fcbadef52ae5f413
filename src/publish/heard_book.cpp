#include "publish/heard_book.h"

#include <algorithm>

#include "core/json.h"
#include "core/pcm.h"

namespace fullcast {

namespace {

constexpr std::int64_t kMostSamples = std::int64_t{1} << 40;

class Reader {
 public:
  HeardBook Read(const Json& json) {
    const Json& rate = json.At("rate_hz");
    if (rate.AsInteger(1, kMostSamples) != kSampleRateHz) {
      throw rate.Wrong("a timeline of another sample rate");
    }
    book_.book = json.StringOr("book", "");
    for (const Json& chapter : json.At("chapters").AsArray()) TakeChapter(chapter);
    if (book_.words.empty() || book_.Samples() == 0)
      throw json.Wrong("nothing is heard in this timeline");
    return std::move(book_);
  }

 private:
  // Two times, in samples of the file that is read now.
  std::pair<std::int64_t, std::int64_t> Range(const Json& json) const {
    const auto& both = json.AsArray();
    if (both.size() != 2) throw json.Wrong("two samples are meant to stand here");
    const std::int64_t begin = both[0].AsInteger(0, kMostSamples);
    return {begin, both[1].AsInteger(begin, kMostSamples)};
  }

  void TakeChapter(const Json& chapter) {
    const std::string& file = chapter.At("file").AsString();
    if (book_.files.empty() || book_.files.back().name != file) {
      book_.files.push_back({file, book_.Samples(), 0});
      heard_ = 0;
    }
    const auto [begin, end] = Range(chapter.At("samples"));
    HeardFile& into = book_.files.back();
    into.samples = std::max(into.samples, end);
    for (const Json& segment : chapter.At("segments").AsArray()) TakeSegment(segment, into);
    if (heard_ > end) throw chapter.Wrong("this chapter ends before all of it is heard");
  }

  void TakeSegment(const Json& json, const HeardFile& file) {
    const auto [begin, end] = Range(json.At("samples"));
    if (begin < heard_) throw json.Wrong("this segment is heard before the one ahead of it ends");
    HeardSegment segment{json.StringOr("say", json.At("text").AsString()), book_.words.size(), 0};
    std::size_t from = 0;
    std::int64_t at = begin;
    const auto put = [&](std::size_t to, std::int64_t next) {
      if (next < at) throw json.Wrong("the words of this segment are out of order");
      book_.words.push_back(
          {segment.text.substr(from, to - from), file.begin + at, file.begin + next});
      from = to;
      at = next;
    };
    const auto& words = json.At("words").AsArray();
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto& word = words[i].AsArray();
      if (word.size() != 3) throw words[i].Wrong("a word is meant to be three numbers");
      const auto most = static_cast<std::int64_t>(segment.text.size());
      const auto text = static_cast<std::size_t>(word[0].AsInteger(0, most));
      if (text > from) put(text, word[2].AsInteger(0, kMostSamples));
    }
    put(segment.text.size(), end);
    segment.words = book_.words.size() - segment.first_word;
    book_.segments.push_back(std::move(segment));
    heard_ = end;
  }

  HeardBook book_;
  std::int64_t heard_ = 0;  // up to this sample of the file
};

}  // namespace

HeardBook ParseTimingJson(std::string_view text, const std::string& file) {
  return Reader().Read(Json::Parse(text, file));
}

}  // namespace fullcast
