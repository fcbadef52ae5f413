// ZIP archives from anywhere: what comes out is counted, whatever the archive says of itself.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct zip;

namespace fullcast {

/// The entries of an archive in memory.
class Archive {
 public:
  /// `bytes` must outlive the archive. Throws Error, with `name`: no archive, damaged, more than
  /// 20,000 entries.
  Archive(const std::string& bytes, std::string name);

  /// The content of an entry, or nothing where there is none of this name. Names are as in the
  /// archive, of folders and files with "/" between them. Throws Error: damaged, encrypted, above
  /// 32 MB, or above 128 MB in all that was read.
  std::optional<std::string> Read(const std::string& entry);

  /// The names of all entries, as they stand in the archive, folders left out.
  [[nodiscard]] std::vector<std::string> Names() const;

  /// The first name, in alphabetical order, that ends so in upper or lower case.
  [[nodiscard]] std::optional<std::string> FindEnding(std::string_view ending) const;

  /// The name in the archive of an entry, where it differs in upper and lower case only.
  [[nodiscard]] std::optional<std::string> FindName(const std::string& entry) const;

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };

  std::string name_;
  std::unique_ptr<zip, Closer> archive_;
  std::map<std::string, std::size_t> entries_;           // by name
  std::map<std::string, std::string> names_lower_case_;  // to the name
  std::size_t read_ = 0;                                 // bytes that came out so far
};

/// Where a reference from a file of an archive leads: "../text/a%20b.xhtml#x" in "epub/nav.xhtml"
/// is file "text/a b.xhtml", anchor "x". Nothing where it leads outside the archive.
struct Reference {
  std::string file;
  std::string anchor;
};
std::optional<Reference> ResolveReference(const std::string& from, std::string_view reference);

}  // namespace fullcast
