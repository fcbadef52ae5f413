// attribution_bench: trains the speaker model and annotates novels by models that have not seen
// their authors. See ../attribution.md.
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <thread>

#include "core/file.h"
#include "core/json_writer.h"
#include "losses.h"
#include "novels.h"
#include "script/speakers/attribution.h"
#include "training.h"

namespace fullcast {
namespace {

const std::map<std::string, std::string>& Authors() {
  static const std::map<std::string, std::string> authors = {
      {"APassageToIndia", "Forster"},
      {"ARoomWithAView", "Forster"},
      {"AlicesAdventuresInWonderland", "Carroll"},
      {"DaisyMiller", "James"},
      {"Emma", "Austen"},
      {"HowardsEnd", "Forster"},
      {"MansfieldPark", "Austen"},
      {"NightAndDay", "Woolf"},
      {"NorthangerAbbey", "Austen"},
      {"OliverTwist", "Dickens"},
      {"PrideAndPrejudice", "Austen"},
      {"SenseAndSensibility", "Austen"},
      {"TheGambler", "Dostoyevsky"},
      {"TheInvisibleMan", "Wells"},
      {"ThePictureOfDorianGray", "Wilde"},
      {"TheSunAlsoRises", "Hemingway"},
      {"WhereAngelsFearToTread", "Forster"},
  };
  return authors;
}

void WriteNode(const TreeNode* node, std::ostream& out) {
  if (node->feature < 0) {
    out << node->value;
    return;
  }
  out << node->feature << ':' << node->value << ' ';
  WriteNode(node + 1, out);
  out << ' ';
  WriteNode(node + node->right, out);
}

void WriteModel(const SpeakerModel& model, const std::filesystem::path& path) {
  std::ofstream out(path);
  out.precision(4);
  out << "features";
  for (const std::string_view name : FeatureNames()) out << ' ' << name;
  out << "\nconfidence";
  for (const auto& [probability, share] : model.calibration.points) {
    out << ' ' << probability << ':' << share;
  }
  out << '\n';
  for (const Tree& tree : model.trees) {
    WriteNode(tree.data(), out);
    out << '\n';
  }
  if (!out.flush()) throw Error("cannot write " + path.string());
}

/// What the scorer reads of a script.
void WriteScript(const Novel& novel, const SpeakerModel& model, const std::filesystem::path& path) {
  const AttributedBook result = Attribute(novel.book, novel.quotations, model);
  const std::map<Gender, std::string> sexes = {
      {Gender::kMale, "male"}, {Gender::kFemale, "female"}, {Gender::kUnknown, "unknown"}};
  JsonWriter json;
  json.BeginObject().Key("characters").BeginArray();
  for (const Character& character : result.characters) {
    json.BeginObject().Key("id").String(character.id).Key("name").String(character.name);
    json.Key("aliases").BeginArray();
    for (const std::string& alias : character.aliases) json.String(alias);
    json.EndArray().Key("gender").String(sexes.at(character.gender)).EndObject();
  }
  json.EndArray().Key("chapters").BeginArray();
  json.BeginObject().Key("segments").BeginArray();
  for (std::size_t q = 0; q < novel.quotations.size(); ++q) {
    const Attribution& attribution = result.attributions[q];
    for (const QuoteSpan& span : novel.quotations[q].spans) {
      const Block& block = novel.book.chapters[span.chapter].blocks[span.block];
      json.BeginObject().Key("speaker").String(attribution.speaker);
      json.Key("start").Integer(static_cast<std::int64_t>(block.SourceOffset(span.begin)));
      json.Key("end").Integer(static_cast<std::int64_t>(block.SourceOffset(span.end)));
      json.Key("confidence").Number(attribution.confidence);
      json.StringUnlessEmpty("reason", attribution.reason).EndObject();
    }
  }
  json.EndArray().EndObject().EndArray().EndObject();
  WriteFile(path, json.Text());
}

std::vector<std::unique_ptr<Novel>> ReadNovels(const std::filesystem::path& folder) {
  std::vector<std::unique_ptr<Novel>> novels;
  for (const auto& [name, author] : Authors()) {
    novels.push_back(ReadNovel(folder / name, author));
  }
  return novels;
}

/// Runs the jobs on as many threads as there are cores.
template <typename Job>
void InParallel(std::size_t jobs, const Job& job) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back([&] {
      for (std::size_t j = next++; j < jobs; j = next++) job(j);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

/// Decides every novel by models trained on novels of other groups; in the order of the novels;
/// fills in the models used. `group` tells a novel's group, `train` makes a model of the novels
/// with these numbers.
template <typename Train>
std::vector<Outcome> LeaveOut(const std::vector<std::unique_ptr<Novel>>& novels,
                              const std::vector<std::string>& group, const Train& train,
                              std::vector<SpeakerModel>& used) {
  const std::set<std::string> groups(group.begin(), group.end());
  const std::vector<std::string> list(groups.begin(), groups.end());
  std::vector<Outcome> outcomes(novels.size());
  used.resize(novels.size());
  InParallel(list.size(), [&](std::size_t g) {
    std::vector<std::size_t> others;
    for (std::size_t n = 0; n < novels.size(); ++n) {
      if (group[n] != list[g]) others.push_back(n);
    }
    const SpeakerModel model = train(others);
    for (std::size_t n = 0; n < novels.size(); ++n) {
      if (group[n] != list[g]) continue;
      used[n] = model;
      outcomes[n] = {novels[n].get(), Decode(novels[n]->dialogue, *novels[n]->features, model)};
    }
  });
  return outcomes;
}

std::vector<const Novel*> Some(const std::vector<std::unique_ptr<Novel>>& novels,
                               const std::vector<std::size_t>& numbers) {
  std::vector<const Novel*> some;
  for (const std::size_t n : numbers) some.push_back(novels[n].get());
  return some;
}

/// ... leaving out each author.
std::vector<Outcome> LeaveOutAuthors(const std::vector<std::unique_ptr<Novel>>& novels,
                                     const BoostingOptions& options,
                                     std::vector<SpeakerModel>& used) {
  std::vector<std::string> authors;
  for (const auto& novel : novels) authors.push_back(novel->author);
  const auto train = [&](const std::vector<std::size_t>& numbers) {
    return Train(Some(novels, numbers), options);
  };
  return LeaveOut(novels, authors, train, used);
}

/// One of four groups of authors.
std::string QuarterOf(const std::string& author) {
  if (author == "Austen" || author == "Forster") return author;
  const bool first =
      author == "Carroll" || author == "James" || author == "Woolf" || author == "Hemingway";
  return first ? "first" : "second";
}

/// One of two.
std::string HalfOf(const std::string& author) {
  const bool first = author == "Austen" || author == "Carroll" || author == "Woolf" ||
                     author == "Hemingway" || author == "Wells";
  return first ? "first" : "second";
}

/// ... by groups of authors, all rehearsed at once: a fraction of the time, to compare features.
std::vector<Outcome> LeaveOutGroups(const std::vector<std::unique_ptr<Novel>>& novels,
                                    std::string (*group_of)(const std::string& author),
                                    const BoostingOptions& options,
                                    std::vector<SpeakerModel>& used) {
  std::vector<std::string> groups;
  std::vector<std::size_t> all;
  for (const auto& novel : novels) {
    groups.push_back(group_of(novel->author));
    all.push_back(all.size());
  }
  const std::vector<std::vector<int>> spoken = Rehearse(Some(novels, all), options);
  const auto train = [&](const std::vector<std::size_t>& numbers) {
    std::vector<std::vector<int>> some;
    for (const std::size_t n : numbers) some.push_back(spoken[n]);
    return TrainAfter(Some(novels, numbers), some, options);
  };
  return LeaveOut(novels, groups, train, used);
}

/// The curve of all outcomes, or of all but one author's.
Calibration CalibrateWithout(const std::vector<Outcome>& outcomes, const std::string& author) {
  std::vector<const Outcome*> others;
  for (const Outcome& outcome : outcomes) {
    if (outcome.novel->author != author) others.push_back(&outcome);
  }
  return Calibrate(others);
}

/// Lists the persons of every novel and how many of its turns can be right.
void PrintPeople(const std::vector<std::unique_ptr<Novel>>& novels, std::ostream& out) {
  for (const auto& novel : novels) {
    std::size_t known = 0;
    std::size_t reached = 0;
    for (std::size_t t = 0; t < novel->gold.size(); ++t) {
      if (novel->gold[t] < 0) continue;
      ++known;
      for (const Candidate& candidate : novel->features->Candidates(static_cast<int>(t))) {
        reached += candidate.person == novel->gold[t] ? 1U : 0U;
      }
    }
    out << "== " << novel->name << ": " << novel->gold.size() << " turns, " << known
        << " of a known person, " << reached << " among the candidates\n";
    for (const Person& person : novel->dialogue.people.persons) {
      if (person.mentions < 3) continue;
      out << person.mentions << ' ' << static_cast<int>(person.kind) << ' '
          << (person.gender == Gender::kMale     ? 'M'
              : person.gender == Gender::kFemale ? 'F'
                                                 : '?');
      for (const std::string& alias : person.aliases) out << " | " << alias;
      out << '\n';
    }
  }
}

int Main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: attribution_bench leave-out|losses|compare|halves|train|annotate|people "
                 "NOVELS OUT "
                 "[trees depth "
                 "rate models]\n";
    return 2;
  }
  const std::string command = argv[1];
  const std::filesystem::path out = argv[3];
  BoostingOptions options;
  if (argc > 4) options.trees = std::atoi(argv[4]);
  if (argc > 5) options.depth = std::atoi(argv[5]);
  if (argc > 6) options.rate = std::atof(argv[6]);
  if (argc > 7) options.models = std::atoi(argv[7]);
  const std::vector<std::unique_ptr<Novel>> novels = ReadNovels(argv[2]);
  if (command == "people") {
    PrintPeople(novels, std::cout);
    return 0;
  }
  std::filesystem::create_directories(out);
  if (command == "annotate") {
    const SpeakerModel model = SpeakerModel::BuiltIn();
    for (const auto& novel : novels) WriteScript(*novel, model, out / (novel->name + ".json"));
    return 0;
  }
  std::vector<SpeakerModel> used;
  const std::vector<Outcome> outcomes =
      command == "compare"  ? LeaveOutGroups(novels, QuarterOf, options, used)
      : command == "halves" ? LeaveOutGroups(novels, HalfOf, options, used)
                            : LeaveOutAuthors(novels, options, used);
  for (std::size_t n = 0; n < novels.size(); ++n) {
    used[n].calibration = CalibrateWithout(outcomes, novels[n]->author);
    WriteScript(*novels[n], used[n], out / (novels[n]->name + ".json"));
  }
  if (command == "losses" || command == "compare" || command == "halves") {
    PrintLosses(outcomes, std::cout);
  }
  if (command == "train") {
    std::vector<const Novel*> all;
    for (const auto& novel : novels) all.push_back(novel.get());
    SpeakerModel model = Train(all, options);
    model.calibration = CalibrateWithout(outcomes, "");
    WriteModel(model, out / "speaker_model.txt");
  }
  return 0;
}

}  // namespace
}  // namespace fullcast

int main(int argc, char** argv) {
  try {
    return fullcast::Main(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "attribution_bench: " << error.what() << '\n';
    return 1;
  }
}
