// What two lists have in common.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace fullcast {

/// Pairs of indices of items that are in both lists, ascending in both. Equal items at the ends and
/// those that each list holds once are what all else is found between (patience diff, by Bram
/// Cohen); so near-linear, and no longest list in every case.
std::vector<std::pair<std::size_t, std::size_t>> CommonItems(
    const std::vector<std::string_view>& a, const std::vector<std::string_view>& b);

}  // namespace fullcast
