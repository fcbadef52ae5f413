#include "book/headings/capitals.h"

#include <gtest/gtest.h>

namespace fullcast {
namespace {

TEST(CalmCapitals, CalmsWhatIsShouted) {
  EXPECT_EQ(CalmCapitals("THE LAMP IN THE HARBOUR"), "The Lamp in the Harbour");
  EXPECT_EQ(CalmCapitals("DOWN THE STAIR-CASE"), "Down the Stair-Case");
  EXPECT_EQ(CalmCapitals("MR. GREY'S LETTER"), "Mr. Grey's Letter");
  EXPECT_EQ(CalmCapitals("WHAT HE WAS LOOKING FOR"), "What He Was Looking For");
  EXPECT_EQ(CalmCapitals("HENRY VIII AND I"), "Henry VIII and I");
  EXPECT_EQ(CalmCapitals("NIGHT: A STORM"), "Night: A Storm");
  EXPECT_EQ(CalmCapitals("\u00C9T\u00C9"), "\u00C9t\u00E9");
}

TEST(CalmCapitals, BeginsTheTitleBehindItsNumber) {
  EXPECT_EQ(CalmCapitals("190 A LAMP IN THE HARBOUR"), "190 A Lamp in the Harbour");
  EXPECT_EQ(CalmCapitals("30 OF THE CREW"), "30 of the Crew");
}

TEST(CalmCapitals, LeavesOtherTextAlone) {
  EXPECT_EQ(CalmCapitals("The BBC calls"), "The BBC calls");
  EXPECT_EQ(CalmCapitals("1813"), "1813");
}

TEST(IsTitleCase, DoesNotMindSmallWords) {
  EXPECT_TRUE(IsTitleCase("The Lamp in the Harbour"));
  EXPECT_TRUE(IsTitleCase("Who Goes There?"));
  EXPECT_FALSE(IsTitleCase("The lamp was lit"));
  EXPECT_FALSE(IsTitleCase("1813"));
}

TEST(TitleFromName, SplitsNames) {
  EXPECT_EQ(TitleFromName("leaving-atlanta"), "Leaving Atlanta");
  EXPECT_EQ(TitleFromName("ALampInTheHarbour"), "A Lamp in the Harbour");
  EXPECT_EQ(TitleFromName("the_harbour lights"), "The Harbour Lights");
  EXPECT_EQ(TitleFromName("chapter3"), "Chapter 3");
  EXPECT_EQ(TitleFromName(""), "");
}

}  // namespace
}  // namespace fullcast
