// WordprocessingML as the elements of HTML that mean the same, which the blocks are made from.
#pragma once

#include <string>

#include "book/docx/docx_styles.h"
#include "book/markup/markup.h"

namespace fullcast {

/// Which part of a document this is: notes lie in files of their own, and the text names them by
/// their number.
enum class DocxPart { kText, kFootnotes, kEndnotes };

/// The anchor of a note in the translation of its file.
std::string NoteAnchor(std::string_view id);

/// References lead to `footnotes_file` and `endnotes_file`. A paragraph that is all in another
/// language than `language` says so.
struct DocxNames {
  std::string footnotes_file;
  std::string endnotes_file;
  std::string language;
};
Markup TranslateDocx(const Markup& docx, DocxPart part, const DocxStyles& styles,
                     const DocxNames& names);

}  // namespace fullcast
