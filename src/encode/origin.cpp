#include "encode/origin.h"

#include "encode/libav.h"

namespace fullcast {

std::string OriginComment(const std::string& book_id) {
  return "Read by synthetic voices. Made with fullcast from book " + book_id + ".";
}

bool HasComment(const std::filesystem::path& path, const std::string& comment) {
  libav::Silence();
  AVFormatContext* context = nullptr;
  if (avformat_open_input(&context, ("file:" + path.string()).c_str(), av_find_input_format("mov"),
                          nullptr) < 0) {
    return false;
  }
  const libav::InputPtr input(context);
  const AVDictionaryEntry* tag = av_dict_get(input->metadata, "comment", nullptr, 0);
  return tag != nullptr && comment == tag->value;
}

}  // namespace fullcast
