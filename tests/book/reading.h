// Short ways to read a text and to look at what came out.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "book/formats.h"

namespace fullcast {

inline Book ReadText(std::string bytes, const std::string& name = "story.txt") {
  return ReaderFor(name)({name, std::move(bytes), "Story", false});
}

inline Book ReadMarkdownText(std::string bytes) { return ReadText(std::move(bytes), "story.md"); }

inline std::vector<std::string> Titles(const Book& book) {
  std::vector<std::string> titles;
  for (const Chapter& chapter : book.chapters) titles.push_back(chapter.title);
  return titles;
}

inline std::vector<Block> Blocks(const Book& book) {
  std::vector<Block> blocks;
  for (const Chapter& chapter : book.chapters) {
    blocks.insert(blocks.end(), chapter.blocks.begin(), chapter.blocks.end());
  }
  return blocks;
}

inline std::vector<std::string> Texts(const Book& book, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : Blocks(book)) {
    if (block.kind == kind) texts.push_back(block.text);
  }
  return texts;
}

/// What is spoken for the headings.
inline std::vector<std::string> Announced(const Book& book) {
  std::vector<std::string> spoken;
  for (const Block& block : Blocks(book)) {
    if (block.kind == BlockKind::kHeading)
      spoken.push_back(block.say.empty() ? block.text : block.say);
  }
  return spoken;
}

/// What is read aloud, in order.
inline std::vector<std::string> Spoken(const Book& book) {
  std::vector<std::string> spoken;
  for (const Block& block : Blocks(book)) {
    if (block.IsRead()) spoken.push_back(block.say.empty() ? block.text : block.say);
  }
  return spoken;
}

/// What is read of the book, as it stands there.
inline std::vector<std::string> TextsRead(const Book& book) {
  std::vector<std::string> read;
  for (const Block& block : Blocks(book)) {
    if (block.IsRead()) read.push_back(block.text);
  }
  return read;
}

/// The chapters of which something is read.
inline std::vector<std::string> TitlesRead(const Book& book) {
  std::vector<std::string> titles;
  for (const Chapter& chapter : book.chapters) {
    for (const Block& block : chapter.blocks) {
      if (!block.IsRead()) continue;
      titles.push_back(chapter.title);
      break;
    }
  }
  return titles;
}

/// What is known of the book, the fields that are empty left out: "title: The Lamp; year: 1911".
inline std::string Told(const BookInfo& info) {
  std::string told;
  const auto add = [&](const std::string& name, const std::string& value) {
    if (!value.empty()) told += (told.empty() ? "" : "; ") + name + ": " + value;
  };
  add("title", info.title);
  add("author", info.author);
  add("translator", info.translator);
  add("language", info.language);
  add("year", info.year);
  add("series", info.series);
  add("index", info.series_index);
  add("description", info.description);
  return told;
}

/// A paragraph of running text, wrapped at 72 columns, about 600 bytes long.
inline std::string Prose() {
  std::string text;
  for (int i = 0; i < 3; ++i) {
    text +=
        "The lamp in the harbour had been lit before anybody thought of it, and\n"
        "so the boats came home one after the other, slowly, with the last of\n"
        "the wind. Nobody spoke. It had been a long day.\n";
  }
  return text + "\n";
}

}  // namespace fullcast
