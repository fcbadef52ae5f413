#include "core/bytes.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace fullcast {
namespace {

std::string SomeRecord() {
  ByteWriter writer;
  writer.Put(7).PutText("seven").PutAll(std::vector<std::uint16_t>{1, 2, 3}).Put(0.5);
  return writer.Take();
}

TEST(Bytes, ComeBackInOrder) {
  const std::string record = SomeRecord();
  ByteReader reader(record);
  EXPECT_EQ(reader.Get<int>(), 7);
  EXPECT_EQ(reader.GetText(), "seven");
  EXPECT_EQ(reader.GetAll<std::uint16_t>(), (std::vector<std::uint16_t>{1, 2, 3}));
  EXPECT_EQ(reader.Get<double>(), 0.5);
  EXPECT_NO_THROW(reader.ExpectEnd());
}

TEST(Bytes, ACountIsNotBelieved) {
  const std::string record = ByteWriter().Put(std::size_t{1} << 60U).Take();
  EXPECT_THROW(ByteReader(record).GetText(), Error);
  EXPECT_THROW(ByteReader(record).GetAll<double>(), Error);
}

TEST(Bytes, MoreOrFewerThanAskedForAreAnError) {
  const std::string record = SomeRecord();
  ByteReader reader(record);
  reader.Get<int>();
  EXPECT_THROW(reader.ExpectEnd(), Error);
  EXPECT_THROW(ByteReader("abc").Get<int>(), Error);
}

}  // namespace
}  // namespace fullcast
