#include "book/text/text_notes.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "book/footnotes.h"
#include "book/frame/skipped_titles.h"
#include "book/markup/raised_numbers.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestLabel = 6;  // bytes
constexpr std::array<std::string_view, 6> kWords = {
    "footnote", "fußnote", "fussnote", "note de bas de page", "nota", "anmerkung"};
constexpr std::array<std::string_view, 4> kSigns = {"*", "\u2020", "\u2021", "\u00A7"};

bool IsSign(char32_t c) { return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xA7; }

// "1", "12", "A", "*": what stands between the brackets of a reference.
bool IsLabel(std::string_view text) {
  if (text.empty() || text.size() > kLongestLabel) return false;
  if (text.find_first_not_of("0123456789") == kNone) return text.size() <= 4;
  if (text.size() == 1) return IsUpper(static_cast<unsigned char>(text[0])) || text[0] == '*';
  for (std::size_t position = 0; position < text.size();) {
    if (!IsSign(NextCodePoint(text, position))) return false;
  }
  return true;
}

// The label of "[1]" at the beginning of a text, or nothing.
std::string_view BracketLabel(std::string_view text) {
  if (!text.starts_with('[')) return {};
  const std::size_t end = text.substr(0, kLongestLabel + 2).find(']');
  if (end == kNone || !IsLabel(text.substr(1, end - 1))) return {};
  return text.substr(1, end - 1);
}

// "¹", "²³" at the beginning of a text.
struct RaisedLabel {
  std::string digits;
  std::size_t length = 0;  // bytes
};

RaisedLabel RaisedLabelOf(std::string_view text) {
  constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  constexpr std::size_t kMostDigits = 3;
  RaisedLabel label;
  for (std::size_t position = 0; position < text.size(); label.length = position) {
    const std::size_t digit = kRaised.find(NextCodePoint(text, position));
    if (digit == kRaised.npos) break;
    if (label.digits.size() == kMostDigits) return {};
    label.digits += static_cast<char>('0' + digit);
  }
  return label;
}

// A reference to a note, as it stands: "[1]", "¹".
struct Reference {
  std::size_t begin = kNone;
  std::size_t length = 0;
  std::string label;  // of its note: "1", "¹"
};

// The next reference in a text; none has the place kNone.
Reference NextReference(std::string_view text, std::size_t from) {
  constexpr const char* kFirstBytes = "[\xC2\xE2";
  for (std::size_t at = text.find_first_of(kFirstBytes, from); at != kNone;
       at = text.find_first_of(kFirstBytes, at + 1)) {
    const std::string_view rest = text.substr(at);
    if (const auto label = BracketLabel(rest); !label.empty()) {
      return {at, label.size() + 2, std::string(label)};
    }
    const RaisedLabel raised = RaisedLabelOf(rest);
    if (raised.length == 0) continue;
    const std::string_view before = text.substr(from, at - from);
    const bool clings = !before.empty() && before.back() != ' ' && before.back() != '\n';
    if (clings && IsNoteBehind(before, raised.digits)) {
      return {at, raised.length, std::string(rest.substr(0, raised.length))};
    }
    at += raised.length - 1;
  }
  return {};
}

// The beginning of a footnote.
struct Opening {
  std::string label;
  std::size_t length = 0;  // bytes before the note's words
  bool bracket = false;    // a closing bracket ends the note
};

std::size_t SkipSpace(std::string_view text, std::size_t position) {
  while (position < text.size() && (text[position] == ' ' || text[position] == '\n')) ++position;
  return position;
}

// "[Footnote 1: ", "Footnote A. "
Opening WordedOpening(std::string_view text) {
  constexpr std::size_t kEnough = 48;
  const bool bracket = text.starts_with('[');
  const std::size_t begin = bracket ? 1 : 0;
  const std::string lower = Lowercase(text.substr(begin, kEnough));
  for (const std::string_view word : kWords) {
    if (!lower.starts_with(word)) continue;
    std::size_t position = SkipSpace(text, begin + word.size());
    const std::size_t end = text.find_first_of(":. \n", position);
    if (end == kNone) continue;
    const std::string_view label = text.substr(position, end - position);
    if (!label.empty() && !IsLabel(label)) continue;
    if (text[end] != ':' && (text[end] != '.' || label.empty())) continue;
    return {std::string(label), SkipSpace(text, end + 1), bracket};
  }
  return {};
}

// "[1] ", "[1]: "
Opening BracketOpening(std::string_view text) {
  const std::string_view label = BracketLabel(text);
  if (label.empty()) return {};
  std::size_t position = label.size() + 2;
  if (position < text.size() && text[position] == ':') ++position;
  const std::size_t words = SkipSpace(text, position);
  if (words >= text.size()) return {};
  return {std::string(label), words, false};
}

// "¹ "
Opening RaisedOpening(std::string_view text) {
  const std::size_t length = RaisedLabelOf(text).length;
  const std::size_t words = SkipSpace(text, length);
  if (length == 0 || words >= text.size()) return {};
  return {std::string(text.substr(0, length)), words, false};
}

// "* ", "** ", "\u2020 "
Opening SignOpening(std::string_view text) {
  for (const std::string_view sign : kSigns) {
    std::size_t position = 0;
    while (text.substr(position).starts_with(sign)) position += sign.size();
    if (position == 0 || position > kLongestLabel) continue;
    const std::size_t words = SkipSpace(text, position);
    std::size_t next = words;
    if (words >= text.size() || !IsLetter(NextCodePoint(text, next))) return {};
    return {std::string(text.substr(0, position)), words, false};
  }
  return {};
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<Line>& lines, std::vector<Unit>& units)
      : text_(text), lines_(lines), units_(units) {}

  std::vector<InlineMark> Find() {
    CountReferences();
    for (std::size_t i = 0; i < units_.size(); ++i) i = AddNoteAt(i);
    SkipTitles();
    for (const Unit& unit : units_) {
      if (unit.skip.empty()) AddReferences(ExtentOf(unit));
    }
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    return std::move(marks_);
  }

 private:
  Span ExtentOf(const Unit& unit) const {
    return {lines_[unit.lines.first].text.begin, lines_[unit.lines.last - 1].text.end};
  }

  std::string_view TextOf(const Unit& unit) const {
    const Span extent = ExtentOf(unit);
    return text_.substr(extent.begin, extent.end - extent.begin);
  }

  // Where each label is seen that does not begin a paragraph.
  void CountReferences() {
    for (const Unit& unit : units_) {
      const Span extent = ExtentOf(unit);
      const std::string_view text = text_.substr(0, extent.end);
      for (auto reference = NextReference(text, extent.begin); reference.begin != kNone;
           reference = NextReference(text, reference.begin + reference.length)) {
        if (reference.begin > extent.begin) referred_[reference.label].push_back(reference.begin);
      }
    }
  }

  // Whether "[label]" is seen before this place.
  bool IsReferredTo(const std::string& label, std::size_t before) const {
    const auto found = referred_.find(label);
    return found != referred_.end() && found->second.front() < before;
  }

  // The nearest sign behind a word in the few paragraphs above, or kNone.
  std::size_t FindSign(const std::string& sign, std::size_t unit) const {
    constexpr std::size_t kMostUnits = 4;
    for (std::size_t k = 1; k <= kMostUnits && k <= unit; ++k) {
      const Unit& above = units_[unit - k];
      if (!above.note.empty()) continue;
      const Span extent = ExtentOf(above);
      const std::string_view text = text_.substr(0, extent.end);
      for (std::size_t mark = text.find(sign, extent.begin + 1); mark != kNone;
           mark = text.find(sign, mark + 1)) {
        std::size_t before = mark;
        const char32_t c = PreviousCodePoint(text, before);
        std::size_t behind = mark + sign.size();
        const char32_t d = behind < extent.end ? NextCodePoint(text, behind) : ' ';
        const bool clings = !IsSpace(c) && !IsSign(c) && !IsSign(d) && !IsLetter(d) && !IsDigit(d);
        if (clings && !taken_.contains(mark)) return mark;
      }
    }
    return kNone;
  }

  // Makes a footnote of the unit, if it is one. Returns its last unit.
  std::size_t AddNoteAt(std::size_t i) {
    if (!units_[i].skip.empty()) return i;
    const Span extent = ExtentOf(units_[i]);
    const std::string_view words = TextOf(units_[i]);
    Opening opening = WordedOpening(words);
    if (opening.length > 0) return AddNote(i, LastUnit(i, opening), opening);
    opening = BracketOpening(words);
    if (opening.length == 0) opening = RaisedOpening(words);
    if (opening.length > 0 && IsReferredTo(opening.label, extent.begin)) {
      return AddNote(i, i, opening);
    }
    opening = SignOpening(words);
    if (opening.length == 0) return i;
    const std::size_t sign = FindSign(opening.label, i);
    if (sign == kNone) return i;
    AddNote(i, i, opening);
    taken_.insert(sign);
    marks_.push_back(
        {{sign, sign + opening.label.size()}, MarkKind::kNoteReference, units_[i].note});
    return i;
  }

  // "Notes", right above some.
  void SkipTitles() {
    for (std::size_t i = 0; i + 1 < units_.size(); ++i) {
      const bool title = units_[i].skip.empty() && units_[i].note.empty() &&
                         !units_[i + 1].note.empty() &&
                         SkipReasonOfTitle(TextOf(units_[i])) == kFootnoteReason;
      if (!title) continue;
      units_[i].skip = kFootnoteReason;
      units_[i].heading.reset();
    }
  }

  // "[Footnote 1: ..." may have several paragraphs before its bracket.
  std::size_t LastUnit(std::size_t i, const Opening& opening) const {
    constexpr std::size_t kMost = 12;
    if (!opening.bracket) return i;
    int depth = 0;
    for (std::size_t k = i; k < std::min(units_.size(), i + kMost); ++k) {
      for (const char c : TextOf(units_[k])) depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth <= 0) return k;
    }
    return i;
  }

  std::size_t AddNote(std::size_t first, std::size_t last, const Opening& opening) {
    const std::string name = "note " + std::to_string(++count_);
    for (std::size_t k = first; k <= last; ++k) {
      units_[k].note = name;
      units_[k].heading.reset();
      units_[k].scene_break = false;
    }
    const Span begin = ExtentOf(units_[first]);
    const Span end = ExtentOf(units_[last]);
    if (begin.begin + opening.length < begin.end) {
      marks_.push_back({{begin.begin, begin.begin + opening.length}, MarkKind::kDropped, {}});
    }
    if (opening.bracket && text_[end.end - 1] == ']' &&
        end.end - 1 > begin.begin + opening.length && end.end - 1 > end.begin) {
      marks_.push_back({{end.end - 1, end.end}, MarkKind::kDropped, {}});
    }
    if (!opening.label.empty()) notes_[opening.label].emplace_back(begin.begin, name);
    return last;
  }

  // A reference is to the next note of its label.
  void AddReferences(Span extent) {
    const std::string_view text = text_.substr(0, extent.end);
    for (auto reference = NextReference(text, extent.begin); reference.begin != kNone;
         reference = NextReference(text, reference.begin + reference.length)) {
      const std::size_t mark = reference.begin;
      const auto notes = notes_.find(reference.label);
      if (notes == notes_.end()) continue;
      const auto note =
          std::upper_bound(notes->second.begin(), notes->second.end(), mark,
                           [](std::size_t at, const auto& n) { return at < n.first; });
      const bool is_label = note != notes->second.begin() && std::prev(note)->first == mark;
      if (is_label || note == notes->second.end()) continue;
      const std::size_t end = mark + reference.length;
      if (mark == extent.begin && end == extent.end) continue;  // a paragraph needs words
      marks_.push_back({{mark, end}, MarkKind::kNoteReference, note->second});
    }
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<Unit>& units_;
  std::map<std::string, std::vector<std::size_t>> referred_;  // by label
  std::map<std::string, std::vector<std::pair<std::size_t, std::string>>> notes_;
  std::set<std::size_t> taken_;
  std::vector<InlineMark> marks_;
  std::size_t count_ = 0;
};

}  // namespace

std::vector<InlineMark> FindFootnotes(std::string_view text, const std::vector<Line>& lines,
                                      std::vector<Unit>& units) {
  return Finder(text, lines, units).Find();
}

}  // namespace fullcast
