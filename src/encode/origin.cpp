#include "encode/origin.h"

#include <taglib/mp4file.h>

#include <string_view>

#include "encode/libav.h"

namespace fullcast {

namespace {

constexpr std::string_view kBeforeBook = "Read by synthetic voices. Made with fullcast from book ";
constexpr std::string_view kBeforeEdition = ", edition ";

std::optional<Origin> ParseOrigin(std::string_view comment) {
  const std::size_t edition = comment.rfind(kBeforeEdition);
  if (!comment.starts_with(kBeforeBook) || edition == comment.npos) return std::nullopt;
  const std::size_t book_end = std::max(edition, kBeforeBook.size());
  Origin origin{std::string(comment.substr(kBeforeBook.size(), book_end - kBeforeBook.size())),
                std::string(comment.substr(edition + kBeforeEdition.size()))};
  if (!origin.edition.empty()) origin.edition.pop_back();  // the full stop
  return origin;
}

// Libav would read all of an MPEG-4 file's index of packets, of ten hours in 0.2 s.
std::optional<Origin> OriginInMpeg4(const std::filesystem::path& path) {
  TagLib::MP4::File file(path.c_str(), false);
  if (!file.isValid()) return std::nullopt;
  return ParseOrigin(file.tag()->comment().to8Bit(true));
}

std::optional<Origin> OriginIn(const AVDictionary* metadata) {
  for (const char* key : {"comment", "encoded-by"}) {
    const AVDictionaryEntry* tag = av_dict_get(metadata, key, nullptr, 0);
    if (tag == nullptr) continue;
    if (auto origin = ParseOrigin(tag->value)) return origin;
  }
  return std::nullopt;
}

}  // namespace

std::string OriginComment(const Origin& origin) {
  return std::string(kBeforeBook) + origin.book_id + std::string(kBeforeEdition) + origin.edition +
         ".";
}

std::optional<Origin> ReadOrigin(const std::filesystem::path& path) {
  if (auto origin = OriginInMpeg4(path)) return origin;
  libav::Silence();
  AVDictionary* options = nullptr;
  av_dict_set(&options, "format_whitelist", "mp3,ogg,flac,wav", 0);
  AVFormatContext* context = nullptr;
  const int code =
      avformat_open_input(&context, ("file:" + path.string()).c_str(), nullptr, &options);
  av_dict_free(&options);
  if (code < 0) return std::nullopt;
  const libav::InputPtr input(context);
  if (auto origin = OriginIn(input->metadata)) return origin;
  // Ogg's comments belong to the stream.
  return input->nb_streams > 0 ? OriginIn(input->streams[0]->metadata) : std::nullopt;
}

}  // namespace fullcast
