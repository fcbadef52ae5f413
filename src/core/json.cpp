#include "core/json.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>

#include "core/json_writer.h"
#include "core/utf8.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostLevels = 100;

// Iterative: nesting must not eat the stack. RapidJSON's own reading of numbers is undefined for
// some ("0e-66"), and only one of its ways is exact; the standard library's is both.
constexpr unsigned kParseFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;

const char* NameOf(Json::Type type) {
  switch (type) {
    case Json::Type::kNull:
      return "null";
    case Json::Type::kBool:
      return "true or false";
    case Json::Type::kNumber:
      return "a number";
    case Json::Type::kString:
      return "a text in quotation marks";
    case Json::Type::kArray:
      return "a list in [ ]";
    case Json::Type::kObject:
      return "an object in { }";
  }
  return "";
}

std::size_t FirstBrokenByte(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    const std::size_t before = position;
    if (NextCodePoint(text, position) == kReplacementCharacter && position == before + 1) {
      return before;
    }
  }
  return text.size();
}

}  // namespace

/// Builds the tree from RapidJSON's events (its own tree forgets where values stood).
class JsonBuilder {
 public:
  JsonBuilder(std::string_view text, const rapidjson::MemoryStream& stream,
              std::shared_ptr<const Json::Document> document)
      : text_(text), stream_(stream), document_(std::move(document)) {}

  // The names of the events are RapidJSON's.
  bool Null() { return Add(Make(Json::Type::kNull)); }
  bool Bool(bool value) { return Number(Json::Type::kBool, value ? 1 : 0, true); }
  bool Int(int value) { return Number(Json::Type::kNumber, value, true); }
  bool Uint(unsigned value) { return Number(Json::Type::kNumber, value, true); }
  bool Int64(std::int64_t value) {
    return Number(Json::Type::kNumber, static_cast<double>(value), true);
  }
  bool Uint64(std::uint64_t value) {
    return Number(Json::Type::kNumber, static_cast<double>(value), true);
  }
  bool Double(double value) { return Number(Json::Type::kNumber, value, false); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    const std::string_view number(text, length);
    double value = 0;
    out_of_range_ =
        std::from_chars(text, text + length, value).ec == std::errc::result_out_of_range;
    const bool integral = number.find_first_of(".eE") == std::string_view::npos;
    return !out_of_range_ && Number(Json::Type::kNumber, value, integral);
  }
  bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    Json value = Make(Json::Type::kString);
    value.value_.emplace<std::string>(text, length);
    return Add(std::move(value));
  }
  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    open_.back().key.assign(text, length);
    end_ = stream_.Tell();
    return true;
  }
  bool StartObject() { return Open(Json::Type::kObject); }
  bool StartArray() { return Open(Json::Type::kArray); }
  bool EndObject(rapidjson::SizeType /*members*/) { return Close(); }
  bool EndArray(rapidjson::SizeType /*elements*/) { return Close(); }

  [[nodiscard]] bool too_deep() const { return too_deep_; }
  [[nodiscard]] bool out_of_range() const { return out_of_range_; }
  Json Take() { return std::move(root_); }

 private:
  struct Level {
    Json value;
    std::string key;  // of the member being read
  };

  Json Make(Json::Type type) {
    Json value;
    value.type_ = type;
    // The event of a bracket comes before it is read, that of any other value after it.
    value.offset_ = type == Json::Type::kArray || type == Json::Type::kObject
                        ? stream_.Tell()
                        : text_.find_first_not_of(" \t\r\n:,[{]}", end_);
    value.document_ = document_;
    end_ = stream_.Tell();
    return value;
  }

  bool Number(Json::Type type, double number, bool integral) {
    Json value = Make(type);
    value.value_ = number;
    value.integral_ = integral;
    return Add(std::move(value));
  }

  bool Open(Json::Type type) {
    too_deep_ = open_.size() >= kMostLevels;
    if (too_deep_) return false;
    Json value = Make(type);
    if (type == Json::Type::kArray) {
      value.value_.emplace<std::vector<Json>>();
    } else {
      value.value_.emplace<std::vector<Json::Member>>();
    }
    open_.push_back({std::move(value), {}});
    return true;
  }

  bool Close() {
    end_ = stream_.Tell();
    Json value = std::move(open_.back().value);
    open_.pop_back();
    if (auto* elements = std::get_if<std::vector<Json>>(&value.value_)) elements->shrink_to_fit();
    if (auto* members = std::get_if<std::vector<Json::Member>>(&value.value_)) {
      members->shrink_to_fit();
    }
    return Add(std::move(value));
  }

  bool Add(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return true;
    }
    Level& level = open_.back();
    if (auto* elements = std::get_if<std::vector<Json>>(&level.value.value_)) {
      elements->push_back(std::move(value));
    } else {
      std::get<std::vector<Json::Member>>(level.value.value_)
          .emplace_back(std::move(level.key), std::move(value));
    }
    return true;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  std::size_t end_ = 0;  // of what the last event was about
  std::shared_ptr<const Json::Document> document_;
  std::vector<Level> open_;
  Json root_;
  bool too_deep_ = false;
  bool out_of_range_ = false;  // the last number is larger or smaller than any we can hold
};

Json Json::Parse(std::string_view text, const std::string& file) {
  const std::size_t broken = FirstBrokenByte(text);
  if (broken < text.size()) throw Error(PlaceAt(file, text, broken), "this byte is no UTF-8");
  auto document = std::make_shared<Document>();
  document->file = file;
  document->line_starts.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') document->line_starts.push_back(i + 1);
  }
  rapidjson::MemoryStream stream(text.data(), text.size());
  JsonBuilder builder(text, stream, document);
  rapidjson::Reader reader;
  const auto result = reader.Parse<kParseFlags>(stream, builder);
  if (builder.too_deep()) {
    throw Error(PlaceAt(file, text, stream.Tell()),
                "nested deeper than " + std::to_string(kMostLevels) + " levels");
  }
  if (builder.out_of_range()) {
    throw Error(PlaceAt(file, text, stream.Tell() - 1), "no number may be so large or so small");
  }
  if (result.IsError()) {
    throw Error(PlaceAt(file, text, result.Offset()),
                std::string("broken JSON: ") + rapidjson::GetParseError_En(result.Code()));
  }
  return builder.Take();
}

void Json::Expect(Type type) const {
  if (type_ != type) {
    throw Wrong(std::string("expected ") + NameOf(type) + ", found " + NameOf(type_));
  }
}

const std::string& Json::AsString() const {
  Expect(Type::kString);
  return std::get<std::string>(value_);
}

bool Json::AsBool() const {
  Expect(Type::kBool);
  return std::get<double>(value_) != 0;
}

double Json::AsNumber(double least, double most) const {
  Expect(Type::kNumber);
  const double number = std::get<double>(value_);
  if (number < least || number > most) {
    JsonWriter range;
    range.BeginArray().Number(number).Number(least).Number(most).EndArray();
    throw Wrong("out of range [value, least, most]: " + range.Text());
  }
  return number;
}

std::int64_t Json::AsInteger(std::int64_t least, std::int64_t most) const {
  Expect(Type::kNumber);
  if (!integral_) throw Wrong("expected a whole number");
  return static_cast<std::int64_t>(AsNumber(static_cast<double>(least), static_cast<double>(most)));
}

const std::vector<Json>& Json::AsArray() const {
  Expect(Type::kArray);
  return std::get<std::vector<Json>>(value_);
}

const std::vector<Json::Member>& Json::AsObject() const {
  Expect(Type::kObject);
  return std::get<std::vector<Member>>(value_);
}

const Json* Json::Find(std::string_view key) const {
  const std::vector<Member>& members = AsObject();
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const Member& member) { return member.first == key; });
  return found == members.end() ? nullptr : &found->second;
}

const Json& Json::At(std::string_view key) const {
  const Json* value = Find(key);
  if (value == nullptr) throw Wrong("\"" + std::string(key) + "\" is missing here");
  return *value;
}

std::string Json::StringOr(std::string_view key, std::string_view fallback) const {
  const Json* value = Find(key);
  return value == nullptr ? std::string(fallback) : value->AsString();
}

void Json::AllowOnly(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, value] : AsObject()) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    std::string known;
    for (const std::string_view each : keys) {
      if (!known.empty()) known += ", ";
      known += each;
    }
    throw value.Wrong("unknown field \"" + key + "\"; known here: " + known);
  }
}

Error Json::Wrong(const std::string& message) const {
  if (!document_) return Error(message);
  const auto& starts = document_->line_starts;
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset_);
  const auto line = static_cast<std::size_t>(after - starts.begin());
  return Error(Place{document_->file, line, offset_ - *std::prev(after) + 1}, message);
}

}  // namespace fullcast
