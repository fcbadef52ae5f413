// Money of the books: pounds, shillings and pence, dollars and cents.
#include <fmt/format.h>

#include <string>

#include "speech/english/figures.h"
#include "speech/english/reading.h"

namespace fullcast::english {

namespace {

struct Currency {
  char32_t sign;
  const char* one;
  const char* many;
  const char* cents;  ///< what decimals are; empty: they have no name in speech
};

constexpr Currency kCurrencies[] = {{U'£', "pound", "pounds", ""},
                                    {'$', "dollar", "dollars", "cents"},
                                    {U'€', "euro", "euros", ""}};

// "sixpence", as one word.
std::string SayPence(const std::string& digits) {
  constexpr const char* kPence[] = {"",           "one penny", "twopence", "threepence",
                                    "fourpence",  "fivepence", "sixpence", "sevenpence",
                                    "eightpence", "ninepence", "tenpence", "elevenpence"};
  const auto value = static_cast<std::size_t>(std::stoul(digits));
  return value > 0 && value < std::size(kPence) ? kPence[value] : digits + " pence";
}

// Digits with a unit's letter behind them: "10s.", "6d".
struct Coins {
  std::string digits;
  std::size_t end = 0;  ///< behind the letter
  bool stopped = false;
};

std::optional<Coins> CoinsAt(const TextView& text, std::size_t at, char32_t unit) {
  constexpr std::size_t kMostDigits = 5;
  Coins coins{text.DigitsAt(at), 0, false};
  coins.end = at + coins.digits.size();
  if (coins.digits.empty() || coins.digits.size() > kMostDigits) return std::nullopt;
  if (text.At(coins.end) != unit || IsWordPart(text.At(coins.end + 1))) return std::nullopt;
  coins.stopped = text.At(++coins.end) == '.';
  return coins;
}

// What is said so far, and where it ends.
struct Sum {
  std::string say;
  std::size_t end = 0;
};

// A stop behind the last coin belongs to it, and may end the sentence too.
Rewrite Finish(const TextView& text, std::size_t at, Sum sum, bool stopped) {
  if (stopped) {
    if (StopEndsSentence(text, sum.end)) sum.say += '.';
    ++sum.end;
  } else if (text.At(sum.end) == '.' && StopEndsSentence(text, sum.end)) {
    sum.say += '.';
    ++sum.end;
  }
  return {sum.end - at, std::move(sum.say)};
}

std::size_t BehindCoins(const TextView& text, const Coins& coins) {
  return text.SkipSpaces(coins.end + (coins.stopped ? 1 : 0));
}

// "2s. 6d.", "10s.", "6d." The plain "10s" and "6d" only where a sum is being told.
std::optional<Rewrite> ReadCoins(const TextView& text, std::size_t at, std::size_t from,
                                 const std::string& pounds) {
  const bool in_sum = !pounds.empty();
  const auto join = [&](const std::string& say) { return in_sum ? pounds + ", " + say : say; };
  if (const auto shillings = CoinsAt(text, at, 's')) {
    const std::size_t next = BehindCoins(text, *shillings);
    const std::string say =
        shillings->digits + (shillings->digits == "1" ? " shilling" : " shillings");
    if (const auto pence = CoinsAt(text, next, 'd')) {
      return Finish(text, from, {join(say + " and " + SayPence(pence->digits)), pence->end},
                    pence->stopped);
    }
    const std::string before = WordBefore(text, at);
    const bool decade = before == "the" || before == "his" || before == "her" ||
                        before == "their" || before == "early" || before == "late";
    if (!in_sum && (!shillings->stopped || decade || shillings->digits.size() > 3)) {
      return std::nullopt;
    }
    return Finish(text, from, {join(say), shillings->end}, shillings->stopped);
  }
  if (const auto pence = CoinsAt(text, at, 'd')) {
    const std::string next = text.LettersAt(BehindCoins(text, *pence));
    const bool ordinal =
        !in_sum && (pence->digits.ends_with('2') || pence->digits.ends_with('3')) && next == "of";
    if (ordinal)
      return Rewrite{pence->end - from,
                     pence->digits + (pence->digits.ends_with('2') ? "nd" : "rd")};
    return Finish(text, from, {join(SayPence(pence->digits)), pence->end}, pence->stopped);
  }
  return std::nullopt;
}

// "£5 note", "$10 bill".
bool BeforeNote(const TextView& text, std::size_t end) {
  if (text.At(end) == '-') return true;
  if (text.At(end) != ' ') return false;
  const std::string next = text.LettersAt(end + 1);
  return next == "note" || next == "notes" || next == "bill" || next == "bills";
}

std::optional<Rewrite> ReadSign(const TextView& text, std::size_t at, const Currency& currency) {
  const std::size_t start = text.At(at + 1) == ' ' ? at + 2 : at + 1;
  const std::optional<Figures> figures = FiguresAt(text, start);
  if (!figures) return std::nullopt;
  std::size_t end = start + figures->length;
  const std::string unit = figures->whole == "1" ? currency.one : currency.many;
  const std::string scale = text.At(end) == ' ' ? text.LettersAt(end + 1) : "";
  if (scale == "million" || scale == "billion" || scale == "thousand" || scale == "hundred") {
    const std::string decimals = figures->decimals.empty() ? "" : "." + figures->decimals;
    return Rewrite{end + 1 + scale.size() - at,
                   fmt::format("{}{} {} {}", figures->whole, decimals, scale, currency.many)};
  }
  if (figures->decimals.size() == 2) {
    std::string say = figures->whole + " " + unit;
    if (figures->decimals != "00")
      say += (*currency.cents != 0 ? " and " : " ") + std::to_string(std::stoi(figures->decimals));
    if (figures->decimals != "00" && *currency.cents != 0) say += std::string(" ") + currency.cents;
    return Rewrite{end - at, std::move(say)};
  }
  if (!figures->decimals.empty()) {
    return Rewrite{end - at, fmt::format("{}.{} {}", figures->whole, figures->decimals, unit)};
  }
  if (BeforeNote(text, end)) {
    return Rewrite{end - at, fmt::format("{} {}", figures->whole, currency.one)};
  }
  const std::string pounds = figures->whole + " " + unit;
  if (currency.sign == U'£') {
    if (auto coins = ReadCoins(text, text.SkipSpaces(end), at, pounds)) return coins;
  }
  return Rewrite{end - at, pounds};
}

}  // namespace

std::optional<Rewrite> ReadMoney(const TextView& text, std::size_t at) {
  for (const Currency& currency : kCurrencies) {
    if (text.At(at) == currency.sign) return ReadSign(text, at, currency);
  }
  if (GoesOnFromFigures(text, at)) return std::nullopt;
  if (auto coins = ReadCoins(text, at, at, "")) return coins;
  if (const auto pounds = CoinsAt(text, at, 'l'); pounds && pounds->stopped) {
    const std::string say = pounds->digits + (pounds->digits == "1" ? " pound" : " pounds");
    return Finish(text, at, {say, pounds->end}, true);
  }
  return std::nullopt;
}

}  // namespace fullcast::english
