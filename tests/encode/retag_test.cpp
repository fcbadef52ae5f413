#include "encode/retag.h"

#include <gmock/gmock.h>

#include "core/error.h"
#include "core/file.h"
#include "encode/audio_writer.h"
#include "encode/sounds.h"
#include "support/temporary_folder.h"

namespace fullcast {
namespace {

using test::Decode;
using test::MakePiece;
using test::PngBytes;
using test::Quoted;
using test::RunCommand;
using ::testing::HasSubstr;

void WriteBook(Format format, const std::filesystem::path& path) {
  const EncoderSettings settings{CodecOf(format), 48'000};
  Tags tags;
  tags.book.title = "Before";
  tags.book.author = "An Author";
  const auto writer = MakeWriter(format, path, tags, settings, {});
  std::vector<ChapterMark> marks;
  for (const char* title : {"One", "Zwei — „Ж“"}) {
    marks.push_back({title, writer->samples()});
    writer->Write(Encode(MakePiece(60'000, 1), settings));
  }
  writer->Finish(marks);
}

std::string Shown(const std::string& what, const std::filesystem::path& path) {
  return RunCommand("ffprobe -v error " + what + " " + Quoted(path.string()) + " 2>&1").output;
}

TEST(Retag, SoundAndChaptersStay) {
  const test::TemporaryFolder folder;
  for (const Format format :
       {Format::kM4b, Format::kM4a, Format::kMp3, Format::kOpus, Format::kFlac}) {
    SCOPED_TRACE(NameOf(format));
    const auto path = folder / ("book." + std::string(NameOf(format)));
    WriteBook(format, path);
    const std::string chapters = Shown("-show_chapters", path);
    EXPECT_THAT(chapters, HasSubstr("Zwei — „Ж“"));
    const Samples sound = Decode(path);
    TagChanges changes;
    changes.book.title = "Behind — „Ж“";
    changes.book.narrator = "A Voice";
    changes.cover = PngBytes();
    changes.book.series = "The Lighthouse #3";
    Retag(path, changes);
    EXPECT_EQ(Shown("-show_chapters", path), chapters);
    EXPECT_EQ(Decode(path), sound);
    const std::string shown = Shown("-show_format -show_streams", path);
    EXPECT_THAT(shown, HasSubstr("=Behind — „Ж“"));
    EXPECT_THAT(shown, HasSubstr("=An Author"));
    EXPECT_THAT(shown, HasSubstr("=A Voice"));
    EXPECT_THAT(shown, HasSubstr("=The Lighthouse"));
    EXPECT_THAT(shown, HasSubstr("codec_name=png"));
  }
}

TEST(Retag, WhatCantBeTaggedStaysAsItIs) {
  const test::TemporaryFolder folder;
  TagChanges changes;
  changes.book.title = "A title";
  for (const char* name : {"broken.m4b", "broken.flac", "book.wav", "book.txt"}) {
    WriteFile(folder / name, "no sound");
    EXPECT_THROW(Retag(folder / name, changes), Error) << name;
    EXPECT_EQ(ReadFile(folder / name), "no sound");
  }
  EXPECT_THROW(Retag(folder / "none.mp3", changes), Error);
  WriteBook(Format::kMp3, folder / "book.mp3");
  const std::string before = ReadFile(folder / "book.mp3");
  changes.cover = "no picture";
  EXPECT_THROW(Retag(folder / "book.mp3", changes), Error);
  EXPECT_EQ(ReadFile(folder / "book.mp3"), before);
}

}  // namespace
}  // namespace fullcast
