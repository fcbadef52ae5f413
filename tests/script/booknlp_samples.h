// A tiny book with the files that BookNLP would write for it.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace fullcast {

/// `extension` by `content` of the files in one folder, to be changed before they are written.
using BookNlpSample = std::map<std::string, std::string>;

/// The paragraphs of the book.
inline const std::vector<std::string> kSampleText = {
    "\"Oh,\" said Maren, \"no!\" \"Yes,\" he said.", "\"Why?\""};

/// Maren (7) says "Oh," and "no!"; the ferryman (3) "Yes,"; nobody is known for "Why?".
inline BookNlpSample MakeBookNlpSample() {
  BookNlpSample files;
  files[".tokens"] =
      "paragraph_ID\ttoken_ID_within_document\tword\tbyte_onset\tbyte_offset\n"
      "0\t0\t\"\t0\t1\n"
      "0\t1\tOh\t1\t3\n"
      "0\t2\t,\t3\t4\n"
      "0\t3\t\"\t4\t5\n"
      "0\t4\tsaid\t6\t10\n"
      "0\t5\tMaren\t11\t16\n"
      "0\t6\t,\t16\t17\n"
      "0\t7\t\"\t18\t19\n"
      "0\t8\tno\t19\t21\n"
      "0\t9\t!\t21\t22\n"
      "0\t10\t\"\t22\t23\n"
      "0\t11\t\"\t24\t25\n"
      "0\t12\tYes\t25\t28\n"
      "0\t13\t,\t28\t29\n"
      "0\t14\t\"\t29\t30\n"
      "0\t15\the\t31\t33\n"
      "0\t16\tsaid\t34\t38\n"
      "0\t17\t.\t38\t39\n"
      "1\t18\t\"\t41\t42\n"
      "1\t19\tWhy\t42\t45\n"
      "1\t20\t?\t45\t46\n"
      "1\t21\t\"\t46\t47\n";
  files[".quotes"] =
      "quote_start\tquote_end\tmention_start\tmention_end\tmention_phrase\tchar_id\tquote\n"
      "0\t3\t5\t5\tMaren\t7\t\" Oh , \"\n"
      "7\t10\t5\t5\tMaren\t7\t\" no ! \"\n"
      "11\t14\t15\t15\the\t3\t\" Yes , \"\n"
      "18\t21\tNone\tNone\tNone\tNone\t\" Why ? \"\n";
  files[".entities"] =
      "COREF\tstart_token\tend_token\tprop\tcat\ttext\n"
      "7\t5\t5\tPROP\tPER\tMaren\n"
      "3\t15\t15\tPRON\tPER\the\n";
  files[".book"] = R"({"characters": [
    {"id": 7, "count": 6, "g": {"argmax": "she/her"}, "mentions": {
      "proper": [{"n": "maren", "c": 1}, {"n": "Maren", "c": 3}, {"n": "Miss Vik", "c": 2}],
      "common": [{"n": "the girl", "c": 9}], "pronoun": []}},
    {"id": 3, "count": 2, "g": null, "mentions": {
      "proper": [], "common": [{"n": "the ferryman", "c": 1}], "pronoun": [{"n": "he", "c": 1}]}}]})";
  return files;
}

inline void WriteBookNlpSample(const std::filesystem::path& folder, const BookNlpSample& files) {
  for (const auto& [extension, content] : files) {
    std::ofstream(folder / ("ferry" + extension), std::ios::binary) << content;
  }
}

}  // namespace fullcast
