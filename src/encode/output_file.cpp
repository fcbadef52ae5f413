#include "encode/output_file.h"

namespace fullcast::libav {

OutputFile::OutputFile(const std::filesystem::path& path, const char* muxer)
    : name_(path.string()), file_(path) {
  Silence();
  const std::string temporary = file_.temporary_path().string();
  AVFormatContext* context = nullptr;
  Check(avformat_alloc_output_context2(&context, nullptr, muxer, temporary.c_str()),
        std::string("muxer ") + muxer);
  context_.reset(context);
  context->flags |= AVFMT_FLAG_BITEXACT;
  stream_ = avformat_new_stream(context, nullptr);
  if (stream_ == nullptr) throw std::bad_alloc();
  CheckWrite(avio_open(&context->pb, temporary.c_str(), AVIO_FLAG_WRITE));
}

void OutputFile::Begin(AVDictionary* options) {
  const int code = avformat_write_header(context_.get(), &options);
  av_dict_free(&options);
  CheckWrite(code);
}

void OutputFile::Write(AVPacket& packet) {
  const int code = av_write_frame(context_.get(), &packet);
  av_packet_unref(&packet);
  CheckWrite(code);
  CheckWrite(context_->pb->error);
}

void OutputFile::End() {
  CheckWrite(av_write_trailer(context_.get()));
  avio_flush(context_->pb);
  CheckWrite(context_->pb->error);
  CheckWrite(avio_closep(&context_->pb));
}

}  // namespace fullcast::libav
