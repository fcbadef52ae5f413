// The phonemes of a voice, as eSpeak NG's data has them. The file "phontab" is written by eSpeak
// NG's compiledata.c: for each table the number of its phonemes, the number of the table it is
// built on (from 1; 0: none), two bytes, a name of 32 bytes; then 16 bytes a phoneme, of which the
// first four are its mnemonic and the 11th and 12th its code and type.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fullcast {

class PhonemeTable {
 public:
  /// The table of a voice file below espeak-ng-data/lang. Throws Error if the engine's data is
  /// missing or of another format.
  static PhonemeTable OfVoice(const std::string& engine_voice);

  /// The table of the given mnemonics.
  explicit PhonemeTable(std::vector<std::string> mnemonics);

  [[nodiscard]] bool Has(std::string_view mnemonic) const;

  /// The length of the longest mnemonic that the text begins with: what the engine takes there.
  /// 0 if there is none.
  [[nodiscard]] std::size_t Match(std::string_view text) const;

 private:
  std::vector<std::string> mnemonics_;  // sorted
};

}  // namespace fullcast
