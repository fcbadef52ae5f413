#include "book/frame/skipped_titles.h"

#include <array>
#include <utility>

#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 84> kSkippedTitles = {
    {{"contents", "contents"},
     {"table of contents", "contents"},
     {"the contents", "contents"},
     {"inhalt", "contents"},
     {"inhaltsverzeichnis", "contents"},
     {"table des matières", "contents"},
     {"sommaire", "contents"},
     {"indice", "contents"},
     {"índice", "contents"},
     {"list of illustrations", "list of illustrations"},
     {"illustrations", "list of illustrations"},
     {"list of tables", "list of tables"},
     {"index", "index"},
     {"imprint", "imprint"},
     {"copyright", "imprint"},
     {"copyright page", "imprint"},
     {"copyright notice", "imprint"},
     {"colophon", "colophon"},
     {"uncopyright", "imprint"},
     {"cover", "cover"},
     {"title page", "title page"},
     {"titlepage", "title page"},
     {"half title", "title page"},
     {"half title page", "title page"},
     {"half-title", "title page"},
     {"half-title page", "title page"},
     {"halftitle", "title page"},
     {"halftitlepage", "title page"},
     {"front cover", "cover"},
     {"back cover", "cover"},
     {"cover page", "cover"},
     {"cover image", "cover"},
     {"copyright information", "imprint"},
     {"copyright & permissions", "imprint"},
     {"legal notice", "imprint"},
     {"legal page", "imprint"},
     {"a note on the type", "colophon"},
     {"footnotes", "footnote"},
     {"endnotes", "footnote"},
     {"notes", "footnote"},
     {"transcriber's notes", "transcriber's note"},
     {"inhoud", "contents"},
     {"inhoudsopgave", "contents"},
     {"innehåll", "contents"},
     {"indhold", "contents"},
     {"spis treści", "contents"},
     {"obsah", "contents"},
     {"tartalom", "contents"},
     {"sisällys", "contents"},
     {"sumário", "contents"},
     {"contenido", "contents"},
     {"tabla de contenido", "contents"},
     {"indice generale", "contents"},
     {"содержание", "contents"},
     {"оглавление", "contents"},
     {"зміст", "contents"},
     {"المحتويات", "contents"},
     {"الفهرس", "contents"},
     {"فهرس", "contents"},
     {"impressum", "imprint"},
     {"mentions légales", "imprint"},
     {"aviso legal", "imprint"},
     {"copyrightvermerk", "imprint"},
     {"выходные данные", "imprint"},
     {"umschlag", "cover"},
     {"couverture", "cover"},
     {"cubierta", "cover"},
     {"copertina", "cover"},
     {"omslag", "cover"},
     {"обложка", "cover"},
     {"titelseite", "title page"},
     {"page de titre", "title page"},
     {"frontespizio", "title page"},
     {"portada", "title page"},
     {"титульный лист", "title page"},
     {"anmerkungen", "footnote"},
     {"fußnoten", "footnote"},
     {"notas", "footnote"},
     {"примечания", "footnote"},
     {"сноски", "footnote"},
     {"voetnoten", "footnote"},
     {"transcriber’s notes", "transcriber's note"},
     {"transcriber's note", "transcriber's note"},
     {"transcriber’s note", "transcriber's note"}}};

// How the titles of pages begin that sell books, or tell of those who made this one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 43> kSkippedBeginnings = {
    {{"also by ", "advertisement"},
     {"also available", "advertisement"},
     {"books by ", "advertisement"},
     {"by the same author", "advertisement"},
     {"other books", "advertisement"},
     {"other titles", "advertisement"},
     {"other works by", "advertisement"},
     {"more books", "advertisement"},
     {"more from ", "advertisement"},
     {"praise for ", "advertisement"},
     {"about the publisher", "advertisement"},
     {"advertisement", "advertisement"},
     {"newsletter", "advertisement"},
     {"sign up for ", "advertisement"},
     {"excerpt from ", "advertisement"},
     {"an excerpt from ", "advertisement"},
     {"preview of ", "advertisement"},
     {"a preview of ", "advertisement"},
     {"sneak peek", "advertisement"},
     {"a sneak peek", "advertisement"},
     {"read on for ", "advertisement"},
     {"coming soon", "advertisement"},
     {"discover more", "advertisement"},
     {"about the author", "about the author"},
     {"about the translator", "about the author"},
     {"about the illustrator", "about the author"},
     {"a note about the author", "about the author"},
     {"a note on the author", "about the author"},
     {"reading group guide", "reading guide"},
     {"a reading group guide", "reading guide"},
     {"discussion questions", "reading guide"},
     {"questions for discussion", "reading guide"},
     {"book club questions", "reading guide"},
     {"about the authors", "about the author"},
     {"über den autor", "about the author"},
     {"über die autorin", "about the author"},
     {"à propos de l'auteur", "about the author"},
     {"à propos de l’auteur", "about the author"},
     {"sobre el autor", "about the author"},
     {"sobre la autora", "about the author"},
     {"об авторе", "about the author"},
     {"du même auteur", "advertisement"},
     {"leseprobe", "advertisement"}}};

}  // namespace

std::string SkipReasonOfTitle(std::string_view title) {
  std::string lower = Lowercase(Trim(title));
  while (!lower.empty() && (lower.back() == '.' || lower.back() == ':')) lower.pop_back();
  for (const auto& [beginning, reason] : kSkippedBeginnings) {
    if (lower.starts_with(beginning)) return std::string(reason);
  }
  for (const auto& [known, reason] : kSkippedTitles) {
    if (lower == known) return std::string(reason);
  }
  return {};
}

}  // namespace fullcast
