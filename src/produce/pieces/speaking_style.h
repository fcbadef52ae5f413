// How a book's texts are spoken, beside who speaks them: pronunciations and expression.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cast/delivery.h"
#include "core/pronunciation_lexicon.h"
#include "produce/pieces/piece.h"
#include "produce/reporter.h"
#include "produce/workspace.h"
#include "speech/lexicon_matcher.h"
#include "speech/phonemes.h"

namespace fullcast {

struct SpeakingStyle {
  PronunciationLexicon lexicon;             ///< of two entries for a word the later one counts
  double expression = kModerateExpression;  ///< 0 to 1, see cast/delivery.h
};

/// Where a book's own lexicon and the user's lie: voices/<book>.lexicon.txt, voices/lexicon.txt.
std::filesystem::path BookLexiconPath(const Workspace& workspace, const std::string& book);
std::filesystem::path UserLexiconPath(const Workspace& workspace);

/// What the book brings with it, then the user's lexicon, the user's for this book, then `files`,
/// each where it is there (`files` must be). Reports what can't be used in them. Throws Error with
/// file, line and column.
PronunciationLexicon ReadLexicons(const Script& script, const Workspace& workspace,
                                  const std::string& book, const std::vector<std::string>& files,
                                  Reporter& reporter);

/// Makes utterances of segments.
class UtteranceMaker {
 public:
  UtteranceMaker(const SpeakingStyle& style, std::string book_language);

  /// What is spoken of the segment at `index`, by its speaker's voice.
  [[nodiscard]] Utterance Make(const ScriptChapter& chapter, std::size_t index, const Voice& voice);

 private:
  [[nodiscard]] std::string VoiceFileOf(const std::string& language, const Voice& voice);

  LexiconMatcher matcher_;
  double expression_;
  std::string book_language_;
  std::map<std::string, std::string> voice_files_;  // by language
};

/// Names each pronunciation that its voice can't say, or only in part, once.
class PronunciationCheck {
 public:
  explicit PronunciationCheck(Reporter& reporter) : reporter_(reporter) {}

  void See(const Piece& piece);

 private:
  void See(const Utterance& utterance, const SpokenAs& as);

  Reporter& reporter_;
  std::map<std::string, PhonemeTable> tables_;          // by voice
  std::set<std::pair<std::string, std::string>> seen_;  // voice and phonemes
};

}  // namespace fullcast
