#include "book/footnotes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

// What a note is announced with, by language.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kAnnouncements = {
    {{"en", "Footnote"},
     {"de", "Fußnote"},
     {"fr", "Note"},
     {"es", "Nota"},
     {"it", "Nota"},
     {"pt", "Nota"},
     {"nl", "Voetnoot"},
     {"sv", "Fotnot"},
     {"ru", "Примечание"},
     {"ar", "حاشية"}}};

std::string_view Announcement(const std::string& language) {
  const std::string_view primary = std::string_view(language).substr(0, language.find('-'));
  const auto found = std::find_if(kAnnouncements.begin(), kAnnouncements.end(),
                                  [&](const auto& entry) { return entry.first == primary; });
  return found == kAnnouncements.end() ? std::string_view() : found->second;
}

bool IsNote(const Block& block) {
  return block.kind == BlockKind::kFootnote && block.skip == kFootnoteReason;
}

}  // namespace

std::string_view WithoutLabel(std::string_view text) {
  std::size_t begin = 0;
  bool label = false;
  while (begin < text.size()) {
    std::size_t next = begin;
    const char32_t c = NextCodePoint(text, next);
    const bool frame = c == '[' || c == ']' || c == '(' || c == ')' || c == '.' || c == ':';
    if (!IsDigit(c) && !frame && c != '*' && c != 0x2020 && c != 0x2021) break;
    label = true;
    begin = next;
  }
  std::size_t next = begin;
  const bool separate = begin < text.size() && IsSpace(NextCodePoint(text, next));
  return label && separate ? Trim(text.substr(begin)) : text;
}

namespace {

// Footnotes by name, taken out of the chapters they stood in.
class Placer {
 public:
  Placer(Book& book, Footnotes footnotes) : book_(book), footnotes_(footnotes) {}

  void Place() {
    FindReferences();
    for (Chapter& chapter : book_.chapters) TakeNotes(chapter);
    for (std::size_t c = 0; c < book_.chapters.size(); ++c) PutNotes(c);
  }

 private:
  void FindReferences() {
    for (const Chapter& chapter : book_.chapters) {
      for (const Block& block : chapter.blocks) {
        if (!block.IsRead()) continue;
        for (const NoteReference& reference : block.notes) referred_.insert(reference.note);
      }
    }
  }

  void Announce(Block& block) {
    block.skip.clear();
    const bool first = block.note != announced_ || block.note.empty();
    announced_ = block.note;
    const std::string_view word = Announcement(book_.info.language);
    if (!first || word.empty()) return;
    block.say = std::string(word) + ": " + std::string(WithoutLabel(block.text));
  }

  // Lets the chapter's notes be read, and sets apart those that move.
  void TakeNotes(Chapter& chapter) {
    const bool of_notes = std::none_of(chapter.blocks.begin(), chapter.blocks.end(),
                                       [](const Block& block) { return block.IsRead(); });
    bool stays = false;
    for (Block& block : chapter.blocks) {
      if (!IsNote(block)) continue;
      Announce(block);
      const bool moves =
          referred_.contains(block.note) && (footnotes_ == Footnotes::kInline || !of_notes);
      if (moves) {
        notes_[block.note].push_back(std::move(block));
        block = Block{};  // its place; goes in PutNotes()
      } else {
        stays = true;
      }
    }
    // The heading above notes that stay, and what else is said there.
    for (Block& block : chapter.blocks) {
      if (stays && block.skip == kFootnoteReason) block.skip.clear();
    }
  }

  void Append(const std::vector<NoteReference>& references, std::vector<Block>& to) {
    for (const NoteReference& reference : references) {
      const auto note = notes_.find(reference.note);
      if (note == notes_.end()) continue;
      std::move(note->second.begin(), note->second.end(), std::back_inserter(to));
      notes_.erase(note);
    }
  }

  void PutNotes(std::size_t c) {
    std::vector<Block> placed;
    std::vector<Block> at_end;
    for (Block& block : book_.chapters[c].blocks) {
      if (block.text.empty()) continue;  // a note that moved
      placed.push_back(std::move(block));
      if (!placed.back().IsRead()) continue;
      const std::vector<NoteReference> references = placed.back().notes;
      Append(references, footnotes_ == Footnotes::kInline ? placed : at_end);
    }
    std::move(at_end.begin(), at_end.end(), std::back_inserter(placed));
    book_.chapters[c].blocks = std::move(placed);
  }

  Book& book_;
  Footnotes footnotes_;
  std::set<std::string> referred_;
  std::map<std::string, std::vector<Block>> notes_;
  std::string announced_;
};

}  // namespace

void PlaceFootnotes(Book& book, Footnotes footnotes) {
  if (footnotes == Footnotes::kSkip) return;
  Placer(book, footnotes).Place();
}

}  // namespace fullcast
