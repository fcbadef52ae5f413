// Novels annotated by hand, as the scorer of who says what reads them, beside what fullcast makes
// of them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/book.h"
#include "script/quotes/quotation.h"
#include "script/speakers/dialogue.h"
#include "script/speakers/features.h"

namespace fullcast {

/// One annotated quotation.
struct GoldQuotation {
  std::string speaker;
  std::string kind;  ///< "explicit", "anaphoric", "implicit"
  int turn = -1;     ///< the turn that holds the most of it, or -1
};

/// An annotated novel: a folder with novel.txt, quotes.json and characters.json.
struct Novel {
  std::string name;
  std::string author;
  Book book;
  std::vector<Quotation> quotations;
  Dialogue dialogue;
  std::unique_ptr<FeatureReader> features;
  std::vector<GoldQuotation> quotes;     ///< those whose speaker is known
  std::vector<std::string> speakers;     ///< for each turn the annotated speaker, or ""
  std::map<std::string, int> person_of;  ///< by annotated speaker who speaks
  std::vector<int> gold;  ///< for each turn the person who speaks, or one of the two below
};

inline constexpr int kNotAnnotated = -1;
inline constexpr int kNotFound = -2;  ///< annotated, but no person stands for the character

/// Reads a novel and finds for each annotated character the person that stands for him.
std::unique_ptr<Novel> ReadNovel(const std::filesystem::path& folder, const std::string& author);

}  // namespace fullcast
