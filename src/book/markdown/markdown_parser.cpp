#include "book/markdown/markdown_parser.h"

#include <md4c.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <utility>

#include "core/error.h"

namespace fullcast {

namespace {

bool HasSpan(const MarkdownPiece& piece) {
  return piece.kind == MarkdownPieceKind::kText || piece.kind == MarkdownPieceKind::kEntity ||
         piece.kind == MarkdownPieceKind::kRaised;
}

class Parser {
 public:
  Parser(std::string_view text, std::size_t begin) : text_(text), begin_(begin) {}

  std::vector<MarkdownBlock> Parse() {
    MD_PARSER parser{};
    parser.flags =
        MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return Guard(self, [&](Parser& p) { p.EnterBlock(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return Guard(self, [&](Parser& p) { p.LeaveBlock(type); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return Guard(self, [&](Parser& p) { p.EnterSpan(type); });
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return Guard(self, [&](Parser& p) { p.LeaveSpan(type); });
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size, void* self) {
      return Guard(self, [&](Parser& p) { p.Text(type, {chars, size}); });
    };
    const int result =
        md_parse(text_.data() + begin_, static_cast<MD_SIZE>(text_.size() - begin_), &parser, this);
    if (failure_) std::rethrow_exception(failure_);
    if (result != 0) throw Error("the Markdown parser ran out of memory");
    return std::move(blocks_);
  }

 private:
  // No exception may pass through the C library: it waits until that has returned.
  template <typename Call>
  static int Guard(void* self, const Call& call) noexcept {
    auto& parser = *static_cast<Parser*>(self);
    try {
      call(parser);
      return 0;
    } catch (...) {
      parser.failure_ = std::current_exception();
      return 1;
    }
  }

  static bool IsCell(MD_BLOCKTYPE type) { return type == MD_BLOCK_TH || type == MD_BLOCK_TD; }

  void EnterBlock(MD_BLOCKTYPE type, void* detail) {
    if (IsCell(type) && !pieces_.empty()) pieces_.push_back({MarkdownPieceKind::kCell, {}});
    if (IsCell(type)) return;
    Flush();
    paragraph_begins_ = type == MD_BLOCK_P;
    if (type == MD_BLOCK_QUOTE) ++quotes_;
    if (type == MD_BLOCK_LI) ++items_;
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) silent_ = true;
    if (type == MD_BLOCK_H) {
      level_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    }
  }

  void LeaveBlock(MD_BLOCKTYPE type) {
    if (IsCell(type)) return;
    Flush();
    verse_ = false;
    line_block_ = false;
    raised_ = false;
    if (type == MD_BLOCK_QUOTE) --quotes_;
    if (type == MD_BLOCK_LI) --items_;
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) silent_ = false;
    if (type == MD_BLOCK_H) level_ = 0;
  }

  void EnterSpan(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) ++images_;
    const bool emphasis = type == MD_SPAN_EM || type == MD_SPAN_STRONG;
    if (emphasis && emphasis_++ == 0) pieces_.push_back({MarkdownPieceKind::kEmphasisBegin, {}});
  }

  void LeaveSpan(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --images_;
    const bool emphasis = type == MD_SPAN_EM || type == MD_SPAN_STRONG;
    if (emphasis && --emphasis_ == 0) pieces_.push_back({MarkdownPieceKind::kEmphasisEnd, {}});
  }

  void Text(MD_TEXTTYPE type, std::string_view chars) {
    if (type == MD_TEXT_HTML) TakeTag(chars);
    if (silent_ || images_ > 0 || type == MD_TEXT_HTML) return;
    if (type == MD_TEXT_SOFTBR && line_block_) type = MD_TEXT_BR;
    if (type == MD_TEXT_BR && level_ == 0) {
      verse_ = true;
      Flush();
      if (emphasis_ > 0) pieces_.push_back({MarkdownPieceKind::kEmphasisBegin, {}});
      return;
    }
    const bool inside = std::less_equal<>()(text_.data(), chars.data()) &&
                        std::less<>()(chars.data(), text_.data() + text_.size());
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR ||
        !inside) {  // in code, a line end is a space of the library's own
      pieces_.push_back({MarkdownPieceKind::kSoftBreak, {}});
      return;
    }
    auto begin = static_cast<std::size_t>(chars.data() - text_.data());
    const std::size_t end = begin + chars.size();
    if (chars.starts_with('|') && (paragraph_begins_ || (line_block_ && BeginsLine()))) {
      line_block_ = true;
      begin = std::min(text_.find_first_not_of("| ", begin), end);
    }
    paragraph_begins_ = false;
    MarkdownPieceKind kind = MarkdownPieceKind::kText;
    if (type == MD_TEXT_ENTITY) kind = MarkdownPieceKind::kEntity;
    if (raised_) kind = MarkdownPieceKind::kRaised;
    if (begin < end) pieces_.push_back({kind, {begin, end}});
  }

  [[nodiscard]] bool BeginsLine() const {
    return std::none_of(pieces_.begin(), pieces_.end(), HasSpan);
  }

  // "10<sup>3</sup>"
  void TakeTag(std::string_view tag) {
    if (tag == "<sup>") raised_ = true;
    if (tag == "</sup>") raised_ = false;
  }

  void Flush() {
    const bool text = std::any_of(pieces_.begin(), pieces_.end(), HasSpan);
    if (text) blocks_.push_back({Kind(), level_, std::move(pieces_)});
    pieces_.clear();
  }

  BlockKind Kind() const {
    if (level_ > 0) return BlockKind::kHeading;
    if (verse_) return BlockKind::kVerse;
    if (items_ > 0) return BlockKind::kListItem;
    return quotes_ > 0 ? BlockKind::kQuote : BlockKind::kText;
  }

  std::string_view text_;
  std::size_t begin_;
  std::vector<MarkdownBlock> blocks_;
  std::vector<MarkdownPiece> pieces_;
  int level_ = 0;
  int quotes_ = 0;
  int items_ = 0;
  int images_ = 0;
  int emphasis_ = 0;
  bool verse_ = false;  // a hard line break was seen in this paragraph
  bool paragraph_begins_ = false;
  bool line_block_ = false;  // the paragraph is one of Pandoc's: "| " before each line of verse
  bool raised_ = false;      // inside <sup>
  bool silent_ = false;      // inside code or HTML
  std::exception_ptr failure_;
};

}  // namespace

std::size_t MarkdownBlock::Begin() const {
  return std::find_if(pieces.begin(), pieces.end(), HasSpan)->span.begin;
}

std::size_t MarkdownBlock::End() const {
  return std::find_if(pieces.rbegin(), pieces.rend(), HasSpan)->span.end;
}

std::vector<MarkdownBlock> ParseMarkdown(std::string_view text, std::size_t begin) {
  return Parser(text, begin).Parse();
}

}  // namespace fullcast
