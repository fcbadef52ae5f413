#include "book/markup/markup_notes.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "book/footnotes.h"
#include "book/source/archive.h"

namespace fullcast {

namespace {

class Linker {
 public:
  Linker(std::vector<MarkupDraft>& drafts, const std::vector<Source>& sources)
      : drafts_(drafts), sources_(sources) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      for (const std::string& id : drafts_[i].ids) {
        places_.try_emplace(FileOf(drafts_[i]) + '#' + id, i);
      }
    }
  }

  void Link() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      std::erase_if(drafts_[i].block.notes,
                    [&](NoteReference& reference) { return !Resolve(i, reference); });
    }
    for (std::size_t i = 1; i < drafts_.size(); ++i) TakeName(drafts_[i - 1].block, drafts_[i]);
  }

 private:
  [[nodiscard]] const std::string& FileOf(const MarkupDraft& draft) const {
    return sources_[draft.block.file].name;
  }

  static bool IsNote(const MarkupDraft& draft) {
    return draft.level == 0 && draft.block.kind == BlockKind::kFootnote &&
           draft.block.skip == kFootnoteReason;
  }

  static bool IsLabelled(const MarkupDraft& draft) {
    return draft.level == 0 && draft.block.skip.empty() &&
           WithoutLabel(draft.block.text).size() < draft.block.text.size();
  }

  // Whether the link of draft `from` leads to a note, which then has its name.
  bool Resolve(std::size_t from, NoteReference& reference) {
    const auto target = ResolveReference(FileOf(drafts_[from]), reference.note);
    if (!target) return false;
    const auto place = places_.find(target->file + '#' + target->anchor);
    if (place == places_.end() || place->second == from || IsNote(drafts_[from])) return false;
    MarkupDraft& note = drafts_[place->second];
    if (!IsNote(note)) {
      if (place->second < from || !IsLabelled(note)) return false;
      note.block.kind = BlockKind::kFootnote;
      note.block.skip = kFootnoteReason;
    }
    if (note.block.note.empty()) note.block.note = place->first;
    reference.note = note.block.note;
    return true;
  }

  // Further paragraphs of a note.
  static void TakeName(const Block& before, MarkupDraft& draft) {
    if (!IsNote(draft) || !draft.block.note.empty() || draft.block.file != before.file) return;
    draft.block.note = before.note;
  }

  std::vector<MarkupDraft>& drafts_;
  const std::vector<Source>& sources_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

void LinkNotes(std::vector<MarkupDraft>& drafts, const std::vector<Source>& sources) {
  Linker(drafts, sources).Link();
}

}  // namespace fullcast
