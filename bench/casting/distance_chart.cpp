#include "casting/distance_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "cast/conversation.h"
#include "core/html.h"

namespace fullcast {
namespace {

constexpr double kPlotWidth = 420;
constexpr double kPlotHeight = 300;
constexpr double kLeft = 60;
constexpr double kTop = 50;
constexpr double kMostDistance = 8;
constexpr const char* kColours[] = {"#999999", "#c77700", "#0060a8"};

double PlotX(double distance) {
  return kLeft + kPlotWidth * std::min(distance / kMostDistance, 1.0);
}
double PlotY(double share) { return kTop + kPlotHeight * (1 - share); }

// The share of turns whose partners are nearer than a distance.
std::string Curve(const CastingDistances& way, const char* colour, double label_y) {
  auto sorted = way.distances;
  std::sort(sorted.begin(), sorted.end());
  double total = 0;
  for (const auto& [distance, turns] : sorted) total += turns;
  std::string points = fmt::format("{:.1f},{:.1f}", PlotX(0), PlotY(0));
  constexpr double kStep = 0.002;  // more points would not be seen
  double below = 0;
  double drawn = 0;
  for (const auto& [distance, turns] : sorted) {
    below += turns;
    if (below / total < drawn + kStep && below < total) continue;
    drawn = below / total;
    points += fmt::format(" {:.1f},{:.1f}", PlotX(distance), PlotY(below / total));
  }
  return fmt::format(
      "<polyline points=\"{0}\" fill=\"none\" stroke=\"{1}\" stroke-width=\"2\"/>\n"
      "<text x=\"{2}\" y=\"{3}\" fill=\"{1}\">{4}</text>\n",
      points, colour, kLeft + 12, label_y, way.name);
}

std::string Axes() {
  std::string axes;
  for (int distance = 0; distance <= kMostDistance; distance += 2) {
    axes += fmt::format(
        "<line x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2}\" stroke=\"#dddddd\"/>\n"
        "<text x=\"{0:.1f}\" y=\"{3}\" text-anchor=\"middle\">{4}</text>\n",
        PlotX(distance), kTop, kTop + kPlotHeight, kTop + kPlotHeight + 18, distance);
  }
  for (int percent = 0; percent <= 100; percent += 25) {
    axes += fmt::format(
        "<line x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\" stroke=\"#dddddd\"/>\n"
        "<text x=\"{3}\" y=\"{4:.1f}\" text-anchor=\"end\">{5} %</text>\n",
        kLeft, kLeft + kPlotWidth, PlotY(percent / 100.0), kLeft - 6, PlotY(percent / 100.0) + 4,
        percent);
  }
  return axes;
}

// Red where two voices are near, blue where they are far apart.
std::string ColourOf(double distance) {
  const double far = std::clamp((distance - 1) / 5, 0.0, 1.0);
  return fmt::format("rgb({:.0f},{:.0f},{:.0f})", 200 - 180 * far, 40 + 60 * far, 40 + 160 * far);
}

struct Place {
  double x = 0;
  double y = 0;
};

std::string Graph(const Script& script, const Cast& cast, const Presets& presets,
                  const VoiceSpace& space) {
  constexpr std::size_t kMostShown = 14;
  constexpr double kMiddleX = 800;
  constexpr double kMiddleY = 200;
  constexpr double kRadius = 140;
  const Conversation conversation = ConversationOf(script);
  std::map<std::size_t, Place> places;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < conversation.parts.size() && shown.size() < kMostShown; ++i) {
    if (conversation.parts[i].character != nullptr) shown.push_back(i);
  }
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const double turn = 2 * M_PI * static_cast<double>(i) / static_cast<double>(shown.size());
    places[shown[i]] = {kMiddleX + kRadius * std::sin(turn), kMiddleY - kRadius * std::cos(turn)};
  }
  double most_turns = 1;
  for (const Partners& each : conversation.partners) most_turns = std::max(most_turns, each.turns);
  const auto point = [&](std::size_t part) {
    const Role& role = cast.roles.at(conversation.parts[part].speaker);
    return space.At(*presets.Find(role.preset), role.voice);
  };
  std::string graph;
  for (const Partners& each : conversation.partners) {
    if (each.turns == 0 || !places.contains(each.a) || !places.contains(each.b)) continue;
    const double distance = VoiceSpace::Distance(point(each.a), point(each.b));
    const Place a = places.at(each.a);
    const Place b = places.at(each.b);
    graph += fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\" "
        "stroke-width=\"{:.1f}\" stroke-opacity=\"0.7\"/>\n",
        a.x, a.y, b.x, b.y, ColourOf(distance), 1 + 9 * std::sqrt(each.turns / most_turns));
  }
  for (const auto& [part, place] : places) {
    const double outwards = place.x - kMiddleX;
    const char* anchor = std::abs(outwards) < 20 ? "middle" : outwards < 0 ? "end" : "start";
    const double dx = std::abs(outwards) < 20 ? 0 : outwards < 0 ? -9 : 9;
    const double dy = std::abs(outwards) >= 20 ? 4 : place.y < kMiddleY ? -9 : 18;
    const Role& role = cast.roles.at(conversation.parts[part].speaker);
    graph += fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\" fill=\"#222222\"/>\n"
        "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{} <tspan fill=\"#888888\">{}</tspan>"
        "</text>\n",
        place.x, place.y, place.x + dx, place.y + dy, anchor,
        EscapeHtml(conversation.parts[part].character->name), EscapeHtml(role.preset));
  }
  return graph;
}

}  // namespace

std::string FormatDistanceChart(const std::vector<CastingDistances>& ways, const Script& script,
                                const Cast& cast, const Presets& presets, const VoiceSpace& space) {
  std::string curves;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    curves +=
        Curve(ways[i], kColours[i % std::size(kColours)], kTop + 20 + 18 * static_cast<double>(i));
  }
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1120 410\" "
      "font-family=\"sans-serif\" "
      "font-size=\"12\">\n<rect width=\"1120\" height=\"410\" fill=\"white\"/>\n"
      "<text x=\"{}\" y=\"28\" font-size=\"14\">Share of turns whose partners' voices are nearer "
      "than a distance</text>\n{}{}"
      "<text x=\"800\" y=\"28\" font-size=\"14\" text-anchor=\"middle\">{}: who talks to whom; red "
      "is near, blue is far apart</text>\n{}</svg>\n",
      kLeft, Axes(), curves, EscapeHtml(script.book.title), Graph(script, cast, presets, space));
}

}  // namespace fullcast
