#include "book/markup/matter_pages.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "book/frame/skipped_titles.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kLongestPage = 8'000;     // bytes read of a page with such a title
constexpr std::size_t kLongestImprint = 4'000;  // ... of an imprint
constexpr std::size_t kFewestSigns = 3;         // that it is one
constexpr std::size_t kFewestOffers = 2;        // ... that a page sells something
constexpr std::array<std::string_view, 19> kImprintSigns = {
    "copyright",        "\u00A9",          "all rights reserved", "isbn",
    "first published",  "published by",    "published in ",       "library of congress",
    "catalogue record", "cataloguing",     "cataloging",          "cover design",
    "cover art",        "no part of this", "work of fiction",     "moral right",
    "printed in ",      "ebook edition",   "typeset by"};

// What stands at the end of a book for those who liked it.
constexpr std::array<std::string_view, 17> kOffers = {
    "newsletter",           "sign up",         "mailing list", "www.",           "http",
    "leave a review",       "click ",          "enjoyed this", "if you enjoyed", "did you love",
    "then you should read", "don\u2019t miss", "don't miss",   "next book",      "follow me",
    "available now",        "to be notified"};

class Page {
 public:
  Page(std::vector<MarkupDraft>& drafts, std::size_t begin, std::size_t end)
      : drafts_(drafts), begin_(begin), end_(end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (!drafts[i].block.IsRead()) continue;
      if (read_ == 0) title_ = drafts[i].block.text;
      read_ += drafts[i].block.text.size();
      const Heading& heading = drafts[i].heading;
      chapter_ = chapter_ || (drafts[i].level > 0 && heading.number > 0);
      named_ = named_ || (drafts[i].level > 0 && heading.kind == HeadingKind::kNamed);
    }
  }

  // Why nothing of it is read; empty: it is.
  [[nodiscard]] std::string Reason() const {
    if (read_ == 0 || read_ > kLongestPage || chapter_) return {};
    if (std::string reason = SkipReasonOfTitle(title_); !reason.empty()) return reason;
    if (read_ > kLongestImprint) return {};
    if (Signs(kImprintSigns) >= kFewestSigns) return "imprint";
    return !named_ && Signs(kOffers) >= kFewestOffers ? "advertisement" : "";
  }

  void Skip(const std::string& reason) {
    for (std::size_t i = begin_; i < end_; ++i) {
      if (drafts_[i].block.IsRead() && !drafts_[i].front) drafts_[i].block.skip = reason;
    }
  }

 private:
  [[nodiscard]] std::size_t Signs(std::span<const std::string_view> signs) const {
    std::string text;
    for (std::size_t i = begin_; i < end_; ++i) text += Lowercase(drafts_[i].block.text) + '\n';
    return static_cast<std::size_t>(
        std::count_if(signs.begin(), signs.end(),
                      [&](std::string_view sign) { return text.find(sign) != text.npos; }));
  }

  std::vector<MarkupDraft>& drafts_;
  std::size_t begin_;
  std::size_t end_;
  std::size_t read_ = 0;  // bytes
  std::string title_;     // its first paragraph
  bool chapter_ = false;  // it has a heading with a number
  bool named_ = false;    // ... "Acknowledgements"
};

}  // namespace

void SkipMatterPages(std::vector<MarkupDraft>& drafts) {
  for (std::size_t begin = 0; begin < drafts.size();) {
    std::size_t end = begin + 1;
    while (end < drafts.size() && drafts[end].block.file == drafts[begin].block.file) ++end;
    Page page(drafts, begin, end);
    if (const std::string reason = page.Reason(); !reason.empty()) page.Skip(reason);
    begin = end;
  }
}

}  // namespace fullcast
