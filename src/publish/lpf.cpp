#include "publish/lpf.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/html.h"
#include "core/json_writer.h"
#include "core/pcm.h"
#include "publish/zip_writer.h"

namespace fullcast {

namespace {

// One audio file and the chapters in it.
struct Track {
  std::string file;
  std::string name;  ///< in the archive: a title may hold what a URL may not
  std::string title;
  std::int64_t samples = 0;
};

std::vector<Track> TracksOf(const Script& script, const Timeline& timeline) {
  std::vector<Track> tracks;
  for (const TimedChapter& chapter : timeline.chapters) {
    if (tracks.empty() || tracks.back().file != chapter.file) {
      const std::string extension = std::filesystem::path(chapter.file).extension().string();
      tracks.push_back({chapter.file, fmt::format("audio/{}{}", tracks.size() + 1, extension),
                        script.chapters[chapter.chapter].title, 0});
    } else {
      tracks.back().title = script.book.title;
    }
    tracks.back().samples = chapter.end;
  }
  return tracks;
}

// ISO 8601.
std::string Duration(std::int64_t samples) {
  return fmt::format("PT{:.3f}S", static_cast<double>(samples) / kSampleRateHz);
}

std::string Contents(const Script& script, const Timeline& timeline,
                     const std::vector<Track>& tracks) {
  std::string list;
  for (const TimedChapter& chapter : timeline.chapters) {
    const auto track = std::find_if(tracks.begin(), tracks.end(),
                                    [&](const Track& t) { return t.file == chapter.file; });
    list += fmt::format("<li><a href=\"{}#t={:.3f}\">{}</a></li>\n", track->name,
                        static_cast<double>(chapter.begin) / kSampleRateHz,
                        EscapeHtml(script.chapters[chapter.chapter].title));
  }
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>"
      "<body><nav role=\"doc-toc\"><h1>{}</h1><ol>\n{}</ol></nav></body></html>\n",
      EscapeHtml(script.book.language), EscapeHtml(script.book.title),
      EscapeHtml(script.book.title), list);
}

std::string Manifest(const Script& script, const std::vector<Track>& tracks,
                     const PublishedAudio& audio, const std::string& cover_name) {
  const BookInfo& book = script.book;
  std::int64_t total = 0;
  for (const Track& track : tracks) total += track.samples;
  JsonWriter json;
  json.BeginObject().Key("@context").BeginArray().String("https://schema.org");
  json.String("https://www.w3.org/ns/pub-context").EndArray();
  json.Key("conformsTo").String("https://www.w3.org/TR/audiobooks/");
  json.Key("type").String("Audiobook");
  json.Key("id").String("urn:fullcast:" + (book.id.empty() ? "book" : book.id));
  json.Key("name").String(book.title.empty() ? "Untitled" : book.title);
  json.StringUnlessEmpty("author", book.author).StringUnlessEmpty("readBy", book.narrator);
  json.Key("inLanguage").String(book.language.empty() ? "und" : book.language);
  json.StringUnlessEmpty("description", book.description);
  json.StringUnlessEmpty("datePublished", book.year);
  json.Key("accessMode").BeginArray().String("auditory").EndArray();
  json.Key("accessModeSufficient").BeginArray().BeginObject().Key("type").String("ItemList");
  json.Key("itemListElement").BeginArray().String("auditory").EndArray().EndObject().EndArray();
  json.Key("accessibilityFeature").BeginArray().String("tableOfContents").EndArray();
  json.Key("accessibilityHazard").BeginArray().String("none").EndArray();
  json.Key("accessibilitySummary").String("A book to listen to, with a table of contents.");
  json.Key("duration").String(Duration(total));
  json.Key("readingOrder").BeginArray();
  for (const Track& track : tracks) {
    json.BeginObject().Key("type").String("LinkedResource").Key("url").String(track.name);
    json.Key("encodingFormat").String(audio.media_type).StringUnlessEmpty("name", track.title);
    json.Key("duration").String(Duration(track.samples)).EndObject();
  }
  json.EndArray().Key("resources").BeginArray();
  json.BeginObject().Key("type").String("LinkedResource").Key("url").String("index.html");
  json.Key("rel").String("contents").Key("encodingFormat").String("text/html").EndObject();
  if (!cover_name.empty()) {
    json.BeginObject().Key("type").String("LinkedResource").Key("url").String(cover_name);
    json.Key("rel").String("cover").Key("name").String("Cover");
    json.Key("encodingFormat").String(cover_name.ends_with("png") ? "image/png" : "image/jpeg");
    json.EndObject();
  }
  return json.EndArray().EndObject().Text() + "\n";
}

}  // namespace

void WriteLpf(const std::filesystem::path& path, const Script& script, const Timeline& timeline,
              const PublishedAudio& audio, const std::string& cover) {
  const std::vector<Track> tracks = TracksOf(script, timeline);
  const std::string cover_name =
      cover.empty() ? "" : (cover.starts_with("\x89PNG") ? "cover.png" : "cover.jpg");
  ZipWriter zip(path);
  zip.Add("publication.json", Manifest(script, tracks, audio, cover_name));
  zip.Add("index.html", Contents(script, timeline, tracks));
  if (!cover.empty()) zip.Add(cover_name, cover);
  for (const Track& track : tracks) zip.AddFile(track.name, audio.folder / track.file);
  zip.Finish();
}

}  // namespace fullcast
