#include "cast/cast_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "cast/conversation.h"
#include "core/html.h"

namespace fullcast {

namespace {

constexpr std::size_t kMostShown = 20;
constexpr double kWidth = 900;  // with room for a name on both sides
constexpr double kHeight = 560;
constexpr double kRadiusX = 250;
constexpr double kRadiusY = 215;
constexpr double kWidestLine = 14;
constexpr double kBiggestCircle = 26;
constexpr double kSmallestCircle = 5;
constexpr std::size_t kNameLetters = 22;

struct Point {
  double x = 0;
  double y = 0;
};

// The part of a conversation that is shown: the biggest characters, by their index in the parts.
class Graph {
 public:
  explicit Graph(const Conversation& conversation) : conversation_(conversation) {
    for (std::size_t i = 0; i < conversation.parts.size() && shown_.size() < kMostShown; ++i) {
      if (conversation.parts[i].character != nullptr) shown_.push_back(i);
    }
    for (const Partners& partners : conversation.partners) {
      if (partners.turns == 0 || !IsShown(partners.a) || !IsShown(partners.b)) continue;
      edges_.push_back(partners);
      most_turns_ = std::max(most_turns_, partners.turns);
    }
    std::erase_if(shown_, [&](std::size_t part) { return Turns(part) == 0; });
    std::stable_sort(edges_.begin(), edges_.end(),
                     [](const Partners& a, const Partners& b) { return a.turns < b.turns; });
    Place();
  }

  [[nodiscard]] bool empty() const { return edges_.empty(); }

  [[nodiscard]] std::string Lines() const {
    std::string lines;
    for (const Partners& each : edges_) {
      const double share = each.turns / most_turns_;
      const Point a = places_.at(each.a);
      const Point b = places_.at(each.b);
      lines += fmt::format(
          "<path d=\"M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}\" stroke-width=\"{:.1f}\" "
          "stroke-opacity=\"{:.2f}\"><title>{} and {}: {:.0f} turns</title></path>\n",
          a.x, a.y, Bent(a.x, b.x, kWidth), Bent(a.y, b.y, kHeight), b.x, b.y,
          std::max(1.0, kWidestLine * std::sqrt(share)), 0.25 + 0.45 * share, NameOf(each.a),
          NameOf(each.b), each.turns);
    }
    return lines;
  }

  [[nodiscard]] std::string Circles() const {
    const auto most = static_cast<double>(conversation_.parts[shown_.front()].letters);
    std::string circles;
    for (const auto& [part, place] : places_) {
      const double share = static_cast<double>(conversation_.parts[part].letters) / most;
      const double radius = std::max(kSmallestCircle, kBiggestCircle * std::sqrt(share));
      circles += fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>\n",
                             ClassOf(part), place.x, place.y, radius);
      circles += Label(part, place, radius);
    }
    return circles;
  }

 private:
  [[nodiscard]] bool IsShown(std::size_t part) const {
    return std::find(shown_.begin(), shown_.end(), part) != shown_.end();
  }

  [[nodiscard]] double Turns(std::size_t part) const {
    double turns = 0;
    for (const Partners& each : edges_) turns += each.a == part || each.b == part ? each.turns : 0;
    return turns;
  }

  [[nodiscard]] double Between(std::size_t a, std::size_t b) const {
    for (const Partners& each : edges_) {
      if ((each.a == a && each.b == b) || (each.a == b && each.b == a)) return each.turns;
    }
    return 0;
  }

  // Around the circle, the next one is always who talks most to the last two.
  void Place() {
    std::vector<std::size_t> order;
    std::vector<std::size_t> left = shown_;
    while (!left.empty()) {
      const auto closeness = [&](std::size_t part) {
        double sum = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(2, order.size()); ++i) {
          sum += Between(part, order[order.size() - 1 - i]) / static_cast<double>(i + 1);
        }
        return sum;
      };
      const auto next = std::max_element(
          left.begin(), left.end(), [&](auto a, auto b) { return closeness(a) < closeness(b); });
      order.push_back(*next);
      left.erase(next);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
      const double turn = 2 * M_PI * static_cast<double>(i) / static_cast<double>(order.size());
      places_[order[i]] = {kWidth / 2 + kRadiusX * std::sin(turn),
                           kHeight / 2 - kRadiusY * std::cos(turn)};
    }
  }

  // The middle of a line, bent towards the middle of the picture.
  static double Bent(double a, double b, double size) {
    constexpr double kBend = 0.35;
    return (a + b) / 2 * (1 - kBend) + size / 2 * kBend;
  }

  [[nodiscard]] const Character& CharacterOf(std::size_t part) const {
    return *conversation_.parts[part].character;
  }

  [[nodiscard]] std::string NameOf(std::size_t part) const {
    return EscapeHtml(CharacterOf(part).name);
  }

  [[nodiscard]] const char* ClassOf(std::size_t part) const {
    switch (CharacterOf(part).gender) {
      case Gender::kFemale:
        return "woman";
      case Gender::kMale:
        return "man";
      default:
        return "other";
    }
  }

  [[nodiscard]] std::string Label(std::size_t part, Point place, double radius) const {
    constexpr double kGap = 5;
    const double outwards = place.x - kWidth / 2;
    const bool is_in_the_middle = std::abs(outwards) < 0.2 * kRadiusX;
    double x = place.x + (outwards < 0 ? -radius - kGap : radius + kGap);
    double y = place.y + kGap;
    const char* anchor = outwards < 0 ? "end" : "start";
    if (is_in_the_middle) {
      x = place.x;
      y = place.y < kHeight / 2 ? place.y - radius - kGap : place.y + radius + 3 * kGap;
      anchor = "middle";
    }
    const std::string name = Shorten(CharacterOf(part).name, kNameLetters);
    return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y,
                       anchor, EscapeHtml(name));
  }

  const Conversation& conversation_;
  std::vector<std::size_t> shown_;
  std::vector<Partners> edges_;  // the thinnest first
  double most_turns_ = 1;
  std::map<std::size_t, Point> places_;
};

}  // namespace

std::string FormatCastGraph(const Script& script) {
  const Conversation conversation = ConversationOf(script);
  const Graph graph(conversation);
  if (graph.empty()) return {};
  return fmt::format(
      "<div class=\"graph\" role=\"group\" aria-label=\"Who talks to whom\" tabindex=\"0\"><svg "
      "viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
      "aria-labelledby=\"graph-title\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title id=\"graph-title\">Who talks to whom; each card lists the same in words</title>\n"
      "<g class=\"lines\" fill=\"none\">\n{}</g>\n<g class=\"people\">\n{}</g>\n</svg></div>\n",
      kWidth, kHeight, graph.Lines(), graph.Circles());
}

}  // namespace fullcast
