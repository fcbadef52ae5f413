#include "script/script_file.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/book_info_json.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/json.h"
#include "core/json_writer.h"
#include "script/name_table.h"
#include "script/segment_json.h"

namespace fullcast {

namespace {

constexpr std::array<std::pair<std::string_view, Gender>, 3> kGenderNames = {
    {{"unknown", Gender::kUnknown}, {"male", Gender::kMale}, {"female", Gender::kFemale}}};

constexpr std::array<std::pair<std::string_view, Notation>, 3> kNotationNames = {
    {{"say", Notation::kRespelling}, {"phonemes", Notation::kMnemonics}, {"ipa", Notation::kIpa}}};

std::string FormatCharacter(const Character& character) {
  JsonWriter json;
  json.BeginObject().Key("id").String(character.id).Key("name").String(character.name);
  json.Key("aliases").BeginArray();
  for (const std::string& alias : character.aliases) json.String(alias);
  json.EndArray().Key("gender").String(NameOf(character.gender));
  json.StringUnlessEmpty("age", character.age).EndObject();
  return json.Text();
}

std::string FormatLexiconEntry(const LexiconEntry& entry) {
  JsonWriter json;
  json.BeginObject().Key("word").String(entry.written);
  json.Key(NameIn(kNotationNames, entry.say_as.notation)).String(entry.say_as.spoken);
  json.StringUnlessEmpty("language", entry.language).EndObject();
  return json.Text();
}

// `append` puts one item behind the text: a script of megabytes is never copied.
template <typename Items, typename Append>
void AppendLines(std::string& text, const Items& items, const char* indent, const Append& append) {
  const char* separator = "";
  for (const auto& item : items) {
    text += separator;
    text += indent;
    append(text, item);
    separator = ",\n";
  }
  if (!items.empty()) text += '\n';
}

void AppendChapter(std::string& text, const ScriptChapter& chapter) {
  JsonWriter title;
  JsonWriter source;
  title.String(chapter.title);
  std::string_view last;
  if (!chapter.segments.empty()) last = chapter.segments.front().source;
  source.String(last);
  text += "{\"title\": " + title.Text() + ", \"source\": " + source.Text() + ", \"segments\": [\n";
  AppendLines(text, chapter.segments, "  ", [&last](std::string& to, const Segment& segment) {
    to += FormatSegment(segment, last);
  });
  text += "]}";
}

// All of the file that a hand may edit: what the digest speaks for.
std::string FormatBody(const Script& script) {
  std::string text = "\"book\": " + FormatBookInfo(script.book) + ",\n";
  if (!script.lexicon.empty()) {
    text += "\"lexicon\": [\n";
    AppendLines(text, script.lexicon, "  ", [](std::string& to, const LexiconEntry& entry) {
      to += FormatLexiconEntry(entry);
    });
    text += "],\n";
  }
  text += "\"characters\": [\n";
  AppendLines(text, script.characters, "  ", [](std::string& to, const Character& character) {
    to += FormatCharacter(character);
  });
  text += "],\n\"chapters\": [\n";
  AppendLines(text, script.chapters, "", AppendChapter);
  text += ']';
  return text;
}

// ["footnotes end", "exclude 3", ...]; nothing where all is as the reader found it.
void FormatReading(const ReadingChoice& reading, JsonWriter& json) {
  if (reading == ReadingChoice{}) return;
  json.Key("reading").BeginArray();
  if (reading.footnotes != Footnotes::kSkip) {
    json.String("footnotes " + std::string(NameOf(reading.footnotes)));
  }
  for (const ReadingRule& rule : reading.rules) {
    json.String((rule.include ? "include " : "exclude ") + rule.pattern);
  }
  json.EndArray();
}

ReadingChoice ParseReading(const Json& json) {
  ReadingChoice reading;
  for (const Json& item : json.AsArray()) {
    const std::string& text = item.AsString();
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = std::string_view(text).substr(0, space);
    const std::string rest = text.substr(std::min(space + 1, text.size()));
    const auto footnotes = FootnotesOf(rest);
    if (word == "footnotes" && footnotes) {
      reading.footnotes = *footnotes;
    } else if (word == "include" || word == "exclude") {
      reading.rules.push_back({word == "include", rest});
    } else {
      throw item.Wrong("unknown choice \"" + text +
                       "\"; known here: footnotes skip|inline|end, include ..., exclude ...");
    }
  }
  return reading;
}

std::string FormatFile(std::string body, std::string_view source_path, std::string_view source_hash,
                       const ReadingChoice& reading, std::string_view digest) {
  JsonWriter made;
  made.BeginObject().Key("from").String(source_path).Key("hash").String(source_hash);
  FormatReading(reading, made);
  made.Key("digest").String(digest).EndObject();
  body.insert(0, "{\"made\": " + made.Text() + ",\n");
  body += "}\n";
  return body;
}

Character ParseCharacter(const Json& json) {
  json.AllowOnly({"id", "name", "aliases", "gender", "age"});
  Character character;
  character.id = json.At("id").AsString();
  if (character.id.empty() || character.id == kNarrator || character.id == kUnknownSpeaker) {
    throw json.At("id").Wrong("\"" + character.id + "\" can't be a character's id");
  }
  character.name = json.StringOr("name", character.id);
  if (const Json* aliases = json.Find("aliases")) {
    for (const Json& alias : aliases->AsArray()) character.aliases.push_back(alias.AsString());
  }
  if (const Json* gender = json.Find("gender")) character.gender = ValueOf(kGenderNames, *gender);
  character.age = json.StringOr("age", "");
  return character;
}

LexiconEntry ParseLexiconEntry(const Json& json) {
  json.AllowOnly({"word", "say", "phonemes", "ipa", "language"});
  LexiconEntry entry;
  entry.written = json.At("word").AsString();
  entry.language = json.StringOr("language", "");
  for (const auto& [key, notation] : kNotationNames) {
    if (const Json* spoken = json.Find(key)) entry.say_as = {notation, spoken->AsString()};
  }
  if (entry.written.empty() || entry.say_as.spoken.empty()) {
    throw json.Wrong("an entry has a \"word\" and one of \"say\", \"phonemes\", \"ipa\"");
  }
  return entry;
}

ScriptChapter ParseChapter(const Json& json, const std::set<std::string>& speakers) {
  json.AllowOnly({"title", "source", "segments"});
  ScriptChapter chapter;
  chapter.title = json.At("title").AsString();
  std::string source = json.StringOr("source", "");
  std::size_t end = 0;
  const std::vector<Json>& lines = json.At("segments").AsArray();
  chapter.segments.reserve(lines.size());
  for (const Json& line : lines) {
    Segment segment = ParseSegment(line, speakers);
    segment.source = line.StringOr("source", source);
    if (segment.source == source && segment.start < end && !segment.note) {
      throw line.At("start").Wrong("this segment starts before the one above it ends");
    }
    source = segment.source;
    if (!segment.note) end = segment.end;
    chapter.segments.push_back(std::move(segment));
  }
  if (chapter.segments.empty()) throw json.Wrong("the chapter has no segments");
  return chapter;
}

ScriptFile ParseFile(std::string_view text, const std::string& file) {
  const Json json = Json::Parse(text, file);
  json.AllowOnly({"made", "book", "lexicon", "characters", "chapters"});
  ScriptFile result;
  Script& script = result.script;
  script.book = ParseBookInfo(json.At("book"));
  if (const Json* lexicon = json.Find("lexicon")) {
    for (const Json& entry : lexicon->AsArray()) {
      script.lexicon.push_back(ParseLexiconEntry(entry));
    }
  }
  std::set<std::string> speakers = {kNarrator, kUnknownSpeaker};
  for (const Json& character : json.At("characters").AsArray()) {
    script.characters.push_back(ParseCharacter(character));
    if (!speakers.insert(script.characters.back().id).second) {
      throw character.At("id").Wrong("two characters have the id \"" + script.characters.back().id +
                                     "\"");
    }
  }
  for (const Json& chapter : json.At("chapters").AsArray()) {
    script.chapters.push_back(ParseChapter(chapter, speakers));
  }
  if (script.chapters.empty()) throw json.At("chapters").Wrong("the script has no chapters");
  if (const Json* made = json.Find("made")) {
    made->AllowOnly({"from", "hash", "reading", "digest"});
    result.source_path = made->StringOr("from", "");
    result.source_hash = made->StringOr("hash", "");
    if (const Json* reading = made->Find("reading")) result.reading = ParseReading(*reading);
    result.digest = made->StringOr("digest", "");
  }
  return result;
}

}  // namespace

std::string_view NameOf(Gender gender) { return NameIn(kGenderNames, gender); }

std::string FormatScript(const Script& script, std::string_view source_path,
                         std::string_view source_hash, const ReadingChoice& reading) {
  std::string body = FormatBody(script);
  const std::string digest = ContentHash(body);
  return FormatFile(std::move(body), source_path, source_hash, reading, digest);
}

std::string FormatScript(const ScriptFile& file) {
  return FormatFile(FormatBody(file.script), file.source_path, file.source_hash, file.reading,
                    file.digest);
}

ScriptFile ParseScript(std::string_view text, const std::string& file) {
  if (const std::size_t first = text.find_first_not_of(" \t\r\n");
      first == std::string_view::npos || text[first] != '{') {
    throw Error(file + ": this is no script; fullcast annotate makes one of a book");
  }
  // The tree of a large script is gone before all of its text is made again for the digest.
  ScriptFile result = ParseFile(text, file);
  result.edited = result.digest != ContentHash(FormatBody(result.script));
  return result;
}

}  // namespace fullcast
