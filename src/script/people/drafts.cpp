#include "script/people/drafts.h"

#include <algorithm>

namespace fullcast {
namespace {

constexpr double kPartApart = 0.3;  ///< as kSurelyApart, where one is the other without a part

}  // namespace

bool Draft::HasRank() const {
  return std::any_of(titles.begin(), titles.end(),
                     [](const auto& title) { return title.second == TitleKind::kRank; });
}

bool Draft::MayBear(int title, TitleKind kind) const {
  if (titles.contains(title)) return true;
  return std::all_of(titles.begin(), titles.end(), [&](const auto& other) {
    if (kind == TitleKind::kKin || other.second == TitleKind::kKin) return true;
    return kind != TitleKind::kRank && kind == other.second;
  });
}

void Drafts::Add(int draft, const NameParts& p) {
  if (draft < 0) {
    draft = static_cast<int>(drafts_.size());
    drafts_.emplace_back();
  }
  Draft& d = drafts_[static_cast<std::size_t>(draft)];
  if (!p.given.empty() && d.given.insert(p.given).second) by_given_[p.given].push_back(draft);
  if (!p.written.empty()) d.written.insert(p.written);
  if (p.surname >= 0 && d.surname < 0) {
    d.surname = p.surname;
    by_surname_[p.surname].push_back(draft);
  }
  if (p.surname >= 0 && !p.given.empty()) by_full_[{p.surname, p.given}].push_back(draft);
  if (p.title >= 0 && d.titles.emplace(p.title, p.title_kind).second) {
    by_title_[p.title].push_back(draft);
  }
  d.titled = d.titled || p.title_gender != Gender::kUnknown;
  if (p.gender != Gender::kUnknown &&
      (d.gender == Gender::kUnknown || p.title_gender != Gender::kUnknown)) {
    d.gender = p.gender;
  }
  if (p.title_kind == TitleKind::kMiss && !p.given.empty()) d.styled_by_given = true;
  d.count += Form(p.form).count;
  d.forms.push_back(p.form);
  of_form_[static_cast<std::size_t>(p.form)] = draft;
}

bool Drafts::Apart(const Draft& d, int form, double share) const {
  int met = 0;
  int met_part = 0;
  for (const int other : d.forms) {
    (IsPart(other, form) ? met_part : met) += meetings_.Count(other, form);
  }
  const int least = std::min(d.count, Form(form).count);
  return (met >= 2 && met > share * least) || (met_part >= 2 && met_part > kPartApart * least);
}

/// Whether one of two forms is the other without its title or given name.
bool Drafts::IsPart(int a, int b) const {
  const auto untitled = [&](int form) {
    const std::vector<int>& words = Form(form).words;
    std::size_t first = 0;
    while (first + 1 < words.size() && parser_.IsTitle(words[first])) ++first;
    return std::vector<int>(words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
  };
  std::vector<int> part = untitled(a);
  std::vector<int> whole = untitled(b);
  if (part.size() > whole.size()) std::swap(part, whole);
  return std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

}  // namespace fullcast
