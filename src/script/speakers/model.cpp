#include "script/speakers/model.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "core/error.h"
#include "script/language/word_lists.h"

namespace fullcast {
namespace {

/// Reads the words of a model file one by one.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : rest_(text) {}

  /// The next word of the line, or nothing at its end.
  std::string_view Next() {
    const std::size_t first = rest_.find_first_not_of(' ');
    rest_.remove_prefix(std::min(first, rest_.size()));
    const std::string_view word = rest_.substr(0, rest_.find_first_of(" \n"));
    rest_.remove_prefix(word.size());
    return word;
  }

  /// Goes on to the next line; false at the end.
  bool NextLine() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return false;
    rest_.remove_prefix(end + 1);
    return !rest_.empty();
  }

 private:
  std::string_view rest_;
};

[[noreturn]] void Fail(const std::string& what) {
  throw Error("speaker model: " + what + "; train it again with bench/train_attribution.sh");
}

double Number(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size()) {
    Fail("'" + std::string(word) + "' is no number");
  }
  return value;
}

/// Reads the points up to the end of the line.
Calibration ReadCalibration(WordReader& reader) {
  Calibration calibration;
  for (std::string_view word = reader.Next(); !word.empty(); word = reader.Next()) {
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) Fail("a point of the confidence is broken");
    calibration.points.emplace_back(Number(word.substr(0, colon)), Number(word.substr(colon + 1)));
    if (calibration.points.size() > 1 &&
        calibration.points.back().first <= (calibration.points.end() - 2)->first) {
      Fail("the points of the confidence are not sorted");
    }
  }
  return calibration;
}

/// Reads the node that a word stands for, and what is below it.
void ReadNode(std::string_view word, WordReader& reader, Tree& tree, int depth) {
  if (word.empty() || depth > 32) Fail("a tree is broken");
  const std::size_t here = tree.size();
  tree.emplace_back();
  const std::size_t colon = word.find(':');
  if (colon == std::string_view::npos) {
    tree[here].value = static_cast<float>(Number(word));
    return;
  }
  const double feature = Number(word.substr(0, colon));
  if (feature < 0 || feature >= static_cast<double>(kFeatureCount)) Fail("unknown feature");
  tree[here].feature = static_cast<int>(feature);
  tree[here].value = static_cast<float>(Number(word.substr(colon + 1)));
  ReadNode(reader.Next(), reader, tree, depth + 1);
  tree[here].right = static_cast<std::int32_t>(tree.size() - here);
  ReadNode(reader.Next(), reader, tree, depth + 1);
}

const TreeNode* Next(const TreeNode& node, const FeatureRow& row) {
  return &node + (row[static_cast<std::size_t>(node.feature)] < node.value ? 1 : node.right);
}

}  // namespace

SpeakerModel SpeakerModel::BuiltIn() { return Parse(LanguageFile("en", "speaker_model")); }

SpeakerModel SpeakerModel::Parse(std::string_view text) {
  SpeakerModel model;
  WordReader reader(text);
  if (reader.Next() != "features") Fail("no list of features");
  for (const std::string_view name : FeatureNames()) {
    if (reader.Next() != name) Fail("made for other features");
  }
  while (reader.NextLine()) {
    const std::string_view word = reader.Next();
    if (word == "confidence") {
      model.calibration = ReadCalibration(reader);
      continue;
    }
    model.trees.emplace_back();
    ReadNode(word, reader, model.trees.back(), 0);
  }
  return model;
}

double SpeakerModel::Score(const FeatureRow& row) const { return Finish(Begin(row), row); }

PartialScore SpeakerModel::Begin(const FeatureRow& row) const {
  PartialScore begun;
  for (const Tree& tree : trees) {
    const TreeNode* node = tree.data();
    while (node->feature >= 0 && !IsOfHistory(static_cast<Feature>(node->feature))) {
      node = Next(*node, row);
    }
    if (node->feature < 0) {
      begun.sum += static_cast<double>(node->value);
    } else {
      begun.open.push_back(node);
    }
  }
  return begun;
}

double SpeakerModel::Finish(const PartialScore& begun, const FeatureRow& row) {
  double score = begun.sum;
  for (const TreeNode* node : begun.open) {
    while (node->feature >= 0) node = Next(*node, row);
    score += static_cast<double>(node->value);
  }
  return score;
}

}  // namespace fullcast
