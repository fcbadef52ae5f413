#include "book/source/archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostEntries = 20'000;
constexpr std::size_t kMostEntryBytes = std::size_t{32} << 20;
constexpr std::size_t kMostBytes = std::size_t{128} << 20;

struct FileCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string PercentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    const char* begin = text.data() + i + 1;
    if (text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(begin, begin + 2, value, 16).ptr == begin + 2) {
      decoded += static_cast<char>(value);
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return decoded;
}

// The path without "." and "..", or nothing where it leaves the archive.
std::optional<std::string> Normalized(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string result;
  for (const std::string_view part : parts) {
    if (!result.empty()) result += '/';
    result += part;
  }
  return result;
}

}  // namespace

void Archive::Closer::operator()(zip* archive) const { zip_discard(archive); }

Archive::Archive(const std::string& bytes, std::string name) : name_(std::move(name)) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive_) zip_source_free(source);
  }
  if (!archive_) {
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    throw Error(Place{name_}, "this is no whole ZIP archive: " + reason);
  }
  const auto count = static_cast<std::size_t>(zip_get_num_entries(archive_.get(), 0));
  if (count > kMostEntries) {
    throw Error(Place{name_}, "the archive has " + std::to_string(count) +
                                  " files; a book has at most " + std::to_string(kMostEntries));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const char* entry = zip_get_name(archive_.get(), i, ZIP_FL_ENC_GUESS);
    if (entry == nullptr) continue;
    entries_.try_emplace(entry, i);
    names_lower_case_.try_emplace(Lowercase(entry), entry);
  }
}

std::vector<std::string> Archive::Names() const {
  std::vector<std::pair<std::size_t, std::string>> in_order;
  for (const auto& [name, number] : entries_) in_order.emplace_back(number, name);
  std::sort(in_order.begin(), in_order.end());
  std::vector<std::string> names;
  for (auto& [number, name] : in_order) {
    if (!name.ends_with('/')) names.push_back(std::move(name));
  }
  return names;
}

std::optional<std::string> Archive::FindName(const std::string& entry) const {
  if (entries_.contains(entry)) return entry;
  const auto found = names_lower_case_.find(Lowercase(entry));
  if (found == names_lower_case_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> Archive::FindEnding(std::string_view ending) const {
  for (const auto& [lower_case, name] : names_lower_case_) {
    if (lower_case.ends_with(ending)) return name;
  }
  return std::nullopt;
}

std::optional<std::string> Archive::Read(const std::string& entry) {
  const auto found = entries_.find(entry);
  if (found == entries_.end()) return std::nullopt;
  const std::unique_ptr<zip_file_t, FileCloser> file(
      zip_fopen_index(archive_.get(), found->second, 0));
  const std::string place = name_ + ": " + entry;
  if (!file) {
    throw Error(place + ": can't be read: " + zip_strerror(archive_.get()));
  }
  std::string content;
  std::array<char, 65536> buffer{};
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) throw Error(place + ": damaged: " + zip_file_strerror(file.get()));
    if (got == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(got));
    read_ += static_cast<std::size_t>(got);
    if (content.size() > kMostEntryBytes || read_ > kMostBytes) {
      throw Error(place + ": unpacks to more than a book can hold (" +
                  std::to_string(kMostEntryBytes >> 20) + " MB a file, " +
                  std::to_string(kMostBytes >> 20) + " MB in all)");
    }
  }
}

std::optional<Reference> ResolveReference(const std::string& from, std::string_view reference) {
  const std::size_t hash = reference.find('#');
  const std::string path = PercentDecoded(reference.substr(0, hash));
  if (path.find("://") != std::string::npos || path.starts_with("mailto:")) return std::nullopt;
  Reference result;
  if (hash != std::string_view::npos) result.anchor = PercentDecoded(reference.substr(hash + 1));
  if (path.empty()) {
    result.file = from;
    return result;
  }
  const std::size_t slash = from.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : from.substr(0, slash + 1);
  auto file = Normalized(path.starts_with('/') ? path : folder + path);
  if (!file) return std::nullopt;
  result.file = std::move(*file);
  return result;
}

}  // namespace fullcast
