#include "book/markup/markup_paragraph.h"

#include <algorithm>
#include <utility>

#include "book/source/block_builder.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

using Kind = MarkupPiece::Kind;

constexpr std::size_t kLongestVerse = 100;  // bytes of a line

// Soft hyphens and characters without width; those that join letters stay.
bool IsInvisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E);
}

std::string_view LigatureLetters(char32_t c) {
  switch (c) {
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    default:
      return {};
  }
}

bool IsMark(Kind kind) { return kind > Kind::kBreak; }

Kind EndOf(Kind begin) { return static_cast<Kind>(static_cast<int>(begin) + 1); }

bool IsBegin(Kind kind) {
  return kind == Kind::kEmphasisBegin || kind == Kind::kForeignBegin || kind == Kind::kSoundBegin;
}

// Builds a line's block and notes what its marks hold.
class LineBuilder {
 public:
  LineBuilder(const SourceText& source, BlockKind kind) : builder_(source, kind) {}

  void Add(const MarkupPiece& piece) {
    switch (piece.kind) {
      case Kind::kText:
        builder_.Append(piece.span);
        break;
      case Kind::kInstead:
        builder_.AppendInstead(piece.text, piece.span);
        break;
      case Kind::kSpace:
      case Kind::kBreak:
        builder_.AppendSpace(piece.span.begin);
        break;
      case Kind::kNote:
        builder_.AddNoteReference(piece.text);
        break;
      case Kind::kEmphasisBegin:
        if (emphasis_++ == 0) builder_.BeginEmphasis();
        break;
      case Kind::kEmphasisEnd:
        if (emphasis_ > 0 && --emphasis_ == 0) builder_.EndEmphasis();
        break;
      case Kind::kForeignBegin:
      case Kind::kSoundBegin:
        open_.emplace_back(builder_.text().size(), &piece);
        break;
      case Kind::kForeignEnd:
      case Kind::kSoundEnd:
        Close();
        break;
    }
  }

  Block Finish(Span range) {
    if (emphasis_ > 0) builder_.EndEmphasis();
    Block block = builder_.Finish(range);
    for (const auto& [span, mark] : marks_) {
      const Span inside{span.begin, std::min(span.end, block.text.size())};
      if (inside.begin >= inside.end) continue;
      if (mark->kind == Kind::kSoundBegin) {
        if (block.pronunciations.empty() || block.pronunciations.back().span.end <= inside.begin) {
          block.pronunciations.push_back({inside, mark->text});
        }
      } else if (block.foreign.empty() || block.foreign.back().span.end <= inside.begin) {
        block.foreign.push_back({inside, mark->text});
      }
    }
    return block;
  }

 private:
  // Only the outermost of marks of one kind counts: they are sorted by their ends, so that of two
  // that overlap the inner one stands first.
  void Close() {
    if (open_.empty()) return;
    const std::size_t begin = open_.back().first;
    const MarkupPiece* mark = open_.back().second;
    open_.pop_back();
    const Span span{begin, builder_.text().size()};
    std::erase_if(marks_, [&](const auto& other) {
      return other.second->kind == mark->kind && other.first.begin >= span.begin;
    });
    marks_.emplace_back(span, mark);
  }

  BlockBuilder builder_;
  int emphasis_ = 0;
  std::vector<std::pair<std::size_t, const MarkupPiece*>> open_;
  std::vector<std::pair<Span, const MarkupPiece*>> marks_;
};

std::string TextOf(const std::vector<MarkupPiece>& pieces) {
  std::string text;
  for (const MarkupPiece& piece : pieces) {
    if (piece.kind == Kind::kSpace || piece.kind == Kind::kBreak) text += ' ';
    if (piece.kind == Kind::kText || piece.kind == Kind::kInstead) text += piece.text;
  }
  return std::string(Trim(text));
}

std::size_t EndOf(const std::vector<MarkupPiece>& pieces) {
  std::size_t end = 0;
  for (const MarkupPiece& piece : pieces) end = std::max(end, piece.span.end);
  return end;
}

bool BeginsSmall(std::string_view line) {
  std::size_t position = 0;
  return !line.empty() && IsLower(NextCodePoint(line, position));
}

}  // namespace

void MarkupParagraph::AddRun(std::string_view text, std::size_t begin, std::size_t end, Span span,
                             bool as_it_stands) {
  if (begin >= end) return;
  const Span place = as_it_stands ? Span{span.begin + begin, span.begin + end} : span;
  pieces_.push_back({as_it_stands ? Kind::kText : Kind::kInstead, place,
                     std::string(text.substr(begin, end - begin))});
  has_text_ = true;
}

void MarkupParagraph::AddText(std::string_view text, Span span, std::string_view raw) {
  const bool as_it_stands = text == raw;
  const auto place_of = [&](std::size_t offset, std::size_t size) {
    return as_it_stands ? Span{span.begin + offset, span.begin + offset + size} : span;
  };
  std::size_t run = 0;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t before = position;
    const char32_t c = NextCodePoint(text, position);
    const bool invisible = IsInvisible(c);
    const bool space = !invisible && IsSpace(c);
    const std::string_view letters = LigatureLetters(c);
    if (!invisible && !space && letters.empty()) continue;
    const bool single = c == ' ' && before > run && position < text.size() &&
                        !IsSpace(static_cast<unsigned char>(text[position])) &&
                        static_cast<unsigned char>(text[position]) < 0x80;
    if (single) continue;
    AddRun(text, run, before, span, as_it_stands);
    run = position;
    if (space) pieces_.push_back({Kind::kSpace, place_of(before, position - before)});
    if (!letters.empty()) {
      pieces_.push_back(
          {Kind::kInstead, place_of(before, position - before), std::string(letters)});
      has_text_ = true;
    }
  }
  AddRun(text, run, text.size(), span, as_it_stands);
}

void MarkupParagraph::DropSpaceAtEnd() {
  while (!pieces_.empty() && pieces_.back().kind == Kind::kSpace) pieces_.pop_back();
}

void MarkupParagraph::Append(const MarkupParagraph& other, std::size_t end) {
  pieces_.push_back({Kind::kBreak, {end - 1, end}});
  pieces_.insert(pieces_.end(), other.pieces_.begin(), other.pieces_.end());
}

// Marks that are open at the end of a line end there and begin anew on the next one.
std::vector<MarkupParagraph::Pieces> MarkupParagraph::SplitLines() const {
  std::vector<Pieces> lines(1);
  Pieces open;
  for (const MarkupPiece& piece : pieces_) {
    if (piece.kind == Kind::kBreak) {
      lines.back().push_back({Kind::kSpace, piece.span});
      for (std::size_t i = open.size(); i > 0; --i) {
        lines.back().push_back({EndOf(open[i - 1].kind), {}});
      }
      lines.push_back(open);
      continue;
    }
    if (IsBegin(piece.kind)) {
      open.push_back(piece);
    } else if (IsMark(piece.kind) && !open.empty()) {
      open.pop_back();
    }
    lines.back().push_back(piece);
  }
  std::erase_if(lines, [](const Pieces& line) { return TextOf(line).empty(); });
  return lines;
}

std::vector<std::string> MarkupParagraph::Lines() const {
  std::vector<std::string> lines;
  for (const Pieces& line : SplitLines()) lines.push_back(TextOf(line));
  return lines;
}

// Lines that begin with small letters are one text, wrapped by a converter.
bool MarkupParagraph::AreVerse(const std::vector<std::string>& lines) const {
  if (breaks == LineBreaks::kVerse) return true;
  if (breaks == LineBreaks::kJoin || lines.size() < 2) return false;
  const auto small = std::count_if(lines.begin() + 1, lines.end(),
                                   [](const std::string& line) { return BeginsSmall(line); });
  if (static_cast<std::size_t>(small) * 2 > lines.size() - 1) return false;
  return std::all_of(lines.begin(), lines.end(),
                     [](const std::string& line) { return line.size() <= kLongestVerse; });
}

std::vector<Block> MarkupParagraph::MakeBlocks(const SourceText& source, std::size_t begin,
                                               std::size_t end) const {
  const bool verse = AreVerse(Lines());
  std::vector<Pieces> lines = verse ? SplitLines() : std::vector<Pieces>{pieces_};
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool plain = kind == BlockKind::kText || kind == BlockKind::kQuote;
    LineBuilder builder(source, verse && plain ? BlockKind::kVerse : kind);
    for (const MarkupPiece& piece : lines[i]) builder.Add(piece);
    Span range{begin, end};
    if (i + 1 < lines.size()) range.end = EndOf(lines[i]);
    const auto text = std::string_view(source.text).substr(range.begin, range.end - range.begin);
    const std::string_view own = Trim(text);
    range.begin += static_cast<std::size_t>(own.data() - text.data());
    begin = range.end;
    range.end = range.begin + own.size();
    blocks.push_back(builder.Finish(range));
    blocks.back().skip = skip;
  }
  return blocks;
}

}  // namespace fullcast
