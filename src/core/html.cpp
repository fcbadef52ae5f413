#include "core/html.h"

#include <sodium.h>

#include "core/utf8.h"

namespace fullcast {

std::string EscapeHtml(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const char32_t c = NextCodePoint(text, position);
    switch (c) {
      case U'&':
        escaped += "&amp;";
        break;
      case U'<':
        escaped += "&lt;";
        break;
      case U'>':
        escaped += "&gt;";
        break;
      case U'"':
        escaped += "&quot;";
        break;
      default: {
        const bool is_control = (c < U' ' && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
        AppendUtf8(escaped, is_control ? kReplacementCharacter : c);
      }
    }
  }
  return escaped;
}

std::string Shorten(std::string_view label, std::size_t most_code_points) {
  std::size_t end = 0;
  std::size_t at = 0;
  for (std::size_t count = 0; at < label.size() && count < most_code_points; ++count) {
    end = at;
    NextCodePoint(label, at);
  }
  return at == label.size() ? std::string(label) : std::string(label.substr(0, end)) + "…";
}

std::string Base64(std::string_view bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), kVariant);
  text.pop_back();  // the terminating zero
  return text;
}

}  // namespace fullcast
