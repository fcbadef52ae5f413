#include "speech/utterance_bytes.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace fullcast {
namespace {

Utterance SomeUtterance() {
  Utterance utterance{"lay \xE2\x80\x9Csnow\xE2\x80\x9D.",
                      {"gmw/en", "m3", 40, 60, 180, -1.5, 0.25}};
  utterance.spoken_as = {{{0, 3}, {Notation::kIpa, "le\xC9\xAA"}}, {{7, 11}, {{}, "snoh"}}};
  utterance.only_phonemes = true;
  utterance.stressed = {{0, 3}, {7, 11}};
  utterance.stress = 0.5;
  return utterance;
}

std::string BytesOf(const Utterance& utterance) {
  ByteWriter writer;
  Put(writer, utterance);
  return writer.Take();
}

Utterance Read(std::string_view bytes) {
  ByteReader reader(bytes);
  Utterance utterance = GetUtterance(reader);
  reader.ExpectEnd();
  return utterance;
}

TEST(UtteranceBytes, BringAllThatDecidesTheSound) {
  const Utterance sent = SomeUtterance();
  const Utterance received = Read(BytesOf(sent));
  EXPECT_EQ(received.text, sent.text);
  EXPECT_EQ(received.voice, sent.voice);
  ASSERT_EQ(received.spoken_as.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(received.spoken_as[i].span, sent.spoken_as[i].span);
    EXPECT_EQ(received.spoken_as[i].say_as, sent.spoken_as[i].say_as);
  }
  EXPECT_TRUE(received.only_phonemes);
  EXPECT_EQ(received.stressed, sent.stressed);
  EXPECT_EQ(received.stress, sent.stress);
}

TEST(UtteranceBytes, AreRefusedWhenTheyAreNotWhole) {
  const std::string bytes = BytesOf(SomeUtterance());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(Read(std::string_view(bytes).substr(0, size)), Error);
  }
}

}  // namespace
}  // namespace fullcast
