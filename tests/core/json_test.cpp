#include "core/json.h"

#include <gmock/gmock.h>

#include <string>

#include "core/json_writer.h"

namespace fullcast {
namespace {

using ::testing::StartsWith;

// The message of the Error that the call throws.
template <typename Call>
std::string MessageOf(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(Json, ReadsValuesOfEveryType) {
  const Json json = Json::Parse(R"({"a": "text", "b": [1, 2.5, true, null], "c": {}})", "f.json");
  EXPECT_EQ(json.At("a").AsString(), "text");
  EXPECT_EQ(json.At("b").AsArray()[0].AsInteger(0, 9), 1);
  EXPECT_DOUBLE_EQ(json.At("b").AsArray()[1].AsNumber(0, 9), 2.5);
  EXPECT_TRUE(json.At("b").AsArray()[2].AsBool());
  EXPECT_EQ(json.At("b").AsArray()[3].type(), Json::Type::kNull);
  EXPECT_TRUE(json.At("c").AsObject().empty());
  EXPECT_EQ(json.Find("d"), nullptr);
  EXPECT_EQ(json.StringOr("d", "other"), "other");
}

TEST(Json, SyntaxErrorsNameFileLineAndColumn) {
  EXPECT_THAT(MessageOf([] { Json::Parse("{\n  \"a\": 1,\n  b\n}", "f.json"); }),
              StartsWith("f.json:3:3: broken JSON: "));
  EXPECT_THAT(MessageOf([] { Json::Parse("", "f.json"); }), StartsWith("f.json:1:1: "));
  EXPECT_THAT(MessageOf([] { Json::Parse("{} {}", "f.json"); }), StartsWith("f.json:1:4: "));
}

TEST(Json, WrongTypesNameTheirPlace) {
  const Json json = Json::Parse("{\"a\":\n  [1,\n   \"two\"]}", "f.json");
  EXPECT_THAT(MessageOf([&] { (void)json.At("a").AsArray()[1].AsInteger(0, 9); }),
              StartsWith("f.json:3:"));
  EXPECT_THAT(MessageOf([&] { (void)json.At("a").AsString(); }), StartsWith("f.json:2:3: "));
  EXPECT_THAT(MessageOf([&] { (void)json.At("b"); }), StartsWith("f.json:1:1: \"b\" is missing"));
}

TEST(Json, EveryValueKnowsWhereItBegins) {
  const Json json = Json::Parse("{\"a\": [[], [1], {\"b\": \"c\"}],\n \"d\": \"e\"}", "f.json");
  const auto place = [](const Json& value) { return std::string(value.Wrong("x").what()); };
  EXPECT_EQ(place(json.At("a").AsArray()[1]), "f.json:1:12: x");
  EXPECT_EQ(place(json.At("a").AsArray()[2].At("b")), "f.json:1:23: x");
  EXPECT_EQ(place(json.At("d")), "f.json:2:7: x");
}

TEST(Json, NumbersOutOfRangeAreRefused) {
  const Json json = Json::Parse("[100, 1.5, 1e300]", "f.json");
  EXPECT_THROW((void)json.AsArray()[0].AsInteger(0, 99), Error);
  EXPECT_THROW((void)json.AsArray()[1].AsInteger(0, 99), Error);
  EXPECT_THROW((void)json.AsArray()[2].AsInteger(0, 99), Error);
  EXPECT_THROW(Json::Parse("[1e999]", "f.json"), Error);
}

TEST(Json, ZeroMayHaveAnExponent) {
  EXPECT_EQ(Json::Parse("0e-066", "f.json").AsNumber(0, 0), 0);
  EXPECT_THROW((void)Json::Parse("0e1", "f.json").AsInteger(0, 9), Error);
}

TEST(Json, MisspeltFieldsAreRefused) {
  const Json json = Json::Parse(R"({"pitch": 1, "pich": 2})", "f.json");
  EXPECT_THAT(MessageOf([&] {
                json.AllowOnly({"pitch", "rate"});
              }),
              ::testing::HasSubstr("unknown field \"pich\"; known here: pitch, rate"));
}

TEST(Json, DeepNestingAndBrokenUtf8AreRefused) {
  EXPECT_THAT(MessageOf([] { Json::Parse(std::string(1'000'000, '['), "f.json"); }),
              ::testing::HasSubstr("nested deeper"));
  EXPECT_THAT(MessageOf([] { Json::Parse("{\"a\":\n\"\xFF\"}", "f.json"); }),
              StartsWith("f.json:2:2: this byte is no UTF-8"));
}

TEST(JsonWriter, WritesWhatItIsTold) {
  JsonWriter json;
  json.BeginObject().Key("a").String("\"q\" — ü\n").Key("b").BeginArray();
  json.Integer(-3).Number(0.123456).Bool(false).EndArray();
  json.StringUnlessEmpty("c", "").StringUnlessEmpty("d", "x").EndObject();
  EXPECT_EQ(json.Text(), R"({"a":"\"q\" — ü\n","b":[-3,0.1235,false],"d":"x"})");
}

TEST(JsonWriter, IsValidWhateverBytesItIsGiven) {
  JsonWriter json;
  json.BeginObject().Key("\xFF").String("/books/caf\xE9.txt").EndObject();
  EXPECT_EQ(Json::Parse(json.Text(), "f.json").At("\uFFFD").AsString(), "/books/caf\uFFFD.txt");
}

TEST(JsonWriter, NumbersReadBackTheSame) {
  for (int i = 0; i <= 10'000; ++i) {
    JsonWriter first;
    first.Number(i / 10'000.0);
    JsonWriter second;
    second.Number(Json::Parse(first.Text(), "f.json").AsNumber(0, 1));
    ASSERT_EQ(first.Text(), second.Text());
  }
}

}  // namespace
}  // namespace fullcast
