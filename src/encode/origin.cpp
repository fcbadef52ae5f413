#include "encode/origin.h"

#include "encode/libav.h"

namespace fullcast {

std::string OriginComment(const std::string& book_id) {
  return "Read by synthetic voices. Made with fullcast from book " + book_id + ".";
}

bool HasComment(const std::filesystem::path& path, const std::string& comment) {
  libav::Silence();
  AVDictionary* options = nullptr;
  av_dict_set(&options, "format_whitelist", "mov,mp3,ogg,flac,wav", 0);
  AVFormatContext* context = nullptr;
  const int code =
      avformat_open_input(&context, ("file:" + path.string()).c_str(), nullptr, &options);
  av_dict_free(&options);
  if (code < 0) return false;
  const libav::InputPtr input(context);
  const auto holds = [&](const AVDictionary* metadata) {
    for (const char* key : {"comment", "encoded-by"}) {
      const AVDictionaryEntry* tag = av_dict_get(metadata, key, nullptr, 0);
      if (tag != nullptr && comment == tag->value) return true;
    }
    return false;
  };
  // Ogg's comments belong to the stream.
  return holds(input->metadata) || (input->nb_streams > 0 && holds(input->streams[0]->metadata));
}

}  // namespace fullcast
