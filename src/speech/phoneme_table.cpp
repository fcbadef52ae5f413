#include "speech/phoneme_table.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "core/error.h"
#include "core/file.h"
#include "core/language.h"
#include "speech/engine_voices.h"

namespace fullcast {

namespace {

constexpr std::size_t kFileHeadBytes = 4;
constexpr std::size_t kTableHeadBytes = 36;
constexpr std::size_t kNameOffset = 4;
constexpr std::size_t kPhonemeBytes = 16;
constexpr std::size_t kMnemonicBytes = 4;
constexpr std::size_t kCodeOffset = 10;
constexpr std::size_t kTypeOffset = 11;
constexpr unsigned char kInvalidType = 15;
// Switches to the language named behind it: none of what a lexicon may do.
constexpr std::string_view kSwitch = "_^_";

struct Phoneme {
  std::string mnemonic;
  unsigned char code = 0;
  bool valid = false;
};

struct Table {
  std::string name;
  std::size_t built_on = 0;
  std::vector<Phoneme> phonemes;
};

class TablesReader {
 public:
  explicit TablesReader(std::string_view bytes) : bytes_(bytes) {}

  std::vector<Table> Read() {
    const std::size_t count = Byte(Take(kFileHeadBytes), 0);
    std::vector<Table> tables;
    for (std::size_t t = 0; t < count; ++t) {
      const std::string_view head = Take(kTableHeadBytes);
      Table table{Text(head.substr(kNameOffset)), Byte(head, 1), {}};
      if (table.built_on > t) throw Error("eSpeak NG's file phontab is of an unknown format");
      for (std::size_t i = Byte(head, 0); i > 0; --i) {
        const std::string_view phoneme = Take(kPhonemeBytes);
        table.phonemes.push_back({Text(phoneme.substr(0, kMnemonicBytes)),
                                  Byte(phoneme, kCodeOffset),
                                  Byte(phoneme, kTypeOffset) != kInvalidType});
      }
      tables.push_back(std::move(table));
    }
    return tables;
  }

 private:
  static unsigned char Byte(std::string_view bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
  }

  static std::string Text(std::string_view bytes) {
    return std::string(bytes.substr(0, bytes.find('\0')));
  }

  std::string_view Take(std::size_t size) {
    if (size > bytes_.size()) throw Error("eSpeak NG's file phontab is not whole");
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::string_view bytes_;
};

// What the voice file says, or the language it is made for first.
std::string TableNameOf(const std::string& engine_voice) {
  std::istringstream lines(ReadFile(EngineDataFolder() / "lang" / engine_voice));
  std::string first_language;
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string key;
    std::string value;
    words >> key >> value;
    if (key == "phonemes") return value;
    if (key == "language" && first_language.empty()) first_language = PrimaryLanguage(value);
  }
  return first_language;
}

}  // namespace

PhonemeTable PhonemeTable::OfVoice(const std::string& engine_voice) {
  const std::string bytes = ReadFile(EngineDataFolder() / "phontab");
  const std::vector<Table> tables = TablesReader(bytes).Read();
  const std::string name = TableNameOf(engine_voice);
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const Table& table) { return table.name == name; });
  std::map<unsigned char, Phoneme> by_code;  // what a table has wins over what it is built on
  for (auto at = static_cast<std::size_t>(found - tables.begin()) + 1; at > 0;) {
    if (at > tables.size()) break;
    for (const Phoneme& phoneme : tables[at - 1].phonemes) by_code.emplace(phoneme.code, phoneme);
    at = tables[at - 1].built_on;
  }
  std::vector<std::string> mnemonics;
  for (const auto& [code, phoneme] : by_code) {
    if (phoneme.valid) mnemonics.push_back(phoneme.mnemonic);
  }
  return PhonemeTable(std::move(mnemonics));
}

PhonemeTable::PhonemeTable(std::vector<std::string> mnemonics) : mnemonics_(std::move(mnemonics)) {
  std::erase_if(mnemonics_, [](const std::string& mnemonic) {
    return mnemonic.empty() || mnemonic == kSwitch ||
           std::any_of(mnemonic.begin(), mnemonic.end(), [](char c) { return c <= ' '; });
  });
  std::sort(mnemonics_.begin(), mnemonics_.end());
}

bool PhonemeTable::Has(std::string_view mnemonic) const {
  return std::binary_search(mnemonics_.begin(), mnemonics_.end(), mnemonic);
}

std::size_t PhonemeTable::Match(std::string_view text) const {
  for (std::size_t length = std::min(text.size(), kMnemonicBytes); length > 0; --length) {
    if (Has(text.substr(0, length))) return length;
  }
  return 0;
}

}  // namespace fullcast
