#include "speech/utterance_bytes.h"

#include <utility>

namespace fullcast {
namespace {

void Put(ByteWriter& writer, const Voice& voice) {
  writer.PutText(voice.engine_voice).PutText(voice.variant).Put(voice.pitch);
  writer.Put(voice.pitch_range).Put(voice.rate_wpm).Put(voice.gain_db);
  writer.Put(voice.whisper);
}

Voice GetVoice(ByteReader& reader) {
  Voice voice;
  voice.engine_voice = reader.GetText();
  voice.variant = reader.GetText();
  voice.pitch = reader.Get<int>();
  voice.pitch_range = reader.Get<int>();
  voice.rate_wpm = reader.Get<int>();
  voice.gain_db = reader.Get<double>();
  voice.whisper = reader.Get<double>();
  return voice;
}

}  // namespace

void Put(ByteWriter& writer, const Utterance& utterance) {
  writer.PutText(utterance.text);
  Put(writer, utterance.voice);
  writer.Put(utterance.spoken_as.size());
  for (const SpokenAs& as : utterance.spoken_as) {
    writer.Put(as.span).Put(as.say_as.notation).PutText(as.say_as.spoken);
  }
  writer.Put(utterance.only_phonemes).PutAll(utterance.stressed).Put(utterance.stress);
}

Utterance GetUtterance(ByteReader& reader) {
  Utterance utterance;
  utterance.text = reader.GetText();
  utterance.voice = GetVoice(reader);
  const std::size_t spoken_as = reader.GetCount(1);
  for (std::size_t i = 0; i < spoken_as; ++i) {
    SpokenAs as;
    as.span = reader.Get<Span>();
    as.say_as.notation = reader.Get<Notation>();
    as.say_as.spoken = reader.GetText();
    utterance.spoken_as.push_back(std::move(as));
  }
  utterance.only_phonemes = reader.Get<bool>();
  utterance.stressed = reader.GetAll<Span>();
  utterance.stress = reader.Get<double>();
  return utterance;
}

}  // namespace fullcast
