#include "core/shown_text.h"

#include <utf8proc.h>

#include <algorithm>

#include "core/utf8.h"

namespace fullcast {

namespace {

// C0, C1 and DEL.
bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// 0, 1 or 2.
std::size_t ColumnsOf(char32_t c) {
  return static_cast<std::size_t>(
      std::max(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)), 0));
}

}  // namespace

std::string ValidUtf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    AppendUtf8(valid, NextCodePoint(text, position));
  }
  return valid;
}

std::string WithoutControls(std::string_view text) {
  std::string harmless;
  for (std::size_t position = 0; position < text.size();) {
    const std::size_t begin = position;
    const char32_t c = NextCodePoint(text, position);
    if (!IsControl(c) || c == '\n' || c == '\t') harmless += text.substr(begin, position - begin);
  }
  return harmless;
}

std::string CutToColumns(std::string_view text, std::size_t columns) {
  constexpr std::string_view kCutMark = "...";
  std::string whole;
  std::string cut;  // what leaves room for the mark
  std::size_t width = 0;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    if (IsControl(c)) continue;
    width += ColumnsOf(c);
    if (width > columns) return columns < kCutMark.size() ? "" : cut + std::string(kCutMark);
    AppendUtf8(whole, c);
    if (width + kCutMark.size() <= columns) cut = whole;
  }
  return whole;
}

}  // namespace fullcast
