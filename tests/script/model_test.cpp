#include "script/speakers/model.h"

#include <gtest/gtest.h>

#include <string>

#include "core/error.h"

namespace fullcast {
namespace {

std::string WithFeatures(const std::string& rest) {
  std::string text = "features";
  for (const std::string_view name : FeatureNames()) text += " " + std::string(name);
  return text + "\n" + rest;
}

TEST(ModelTest, SumsTheLeavesOfAllTrees) {
  const SpeakerModel model = SpeakerModel::Parse(WithFeatures("0:1.5 -1 2:0 3 4\n0.5\n"));
  FeatureRow row{};
  EXPECT_DOUBLE_EQ(model.Score(row), -0.5);
  row[0] = 1.5F;
  EXPECT_DOUBLE_EQ(model.Score(row), 4.5);
  row[2] = -1;
  EXPECT_DOUBLE_EQ(model.Score(row), 3.5);
}

TEST(ModelTest, WhatIsBegunIsFinishedForAnyHistory) {
  const auto history = std::to_string(static_cast<int>(Feature::spoke_1));
  const SpeakerModel model = SpeakerModel::Parse(
      WithFeatures("0:1.5 -1 " + history + ":0.5 0:2.5 8 16 4\n0.5\n" + history + ":0.5 0.25 0\n"));
  FeatureRow row{};
  row[0] = 3;
  const PartialScore begun = model.Begin(row);
  EXPECT_DOUBLE_EQ(begun.sum, 0.5);
  EXPECT_EQ(begun.open.size(), 2U);
  EXPECT_DOUBLE_EQ(SpeakerModel::Finish(begun, row), 16.75);
  Put(row, Feature::spoke_1) = 1;
  EXPECT_DOUBLE_EQ(SpeakerModel::Finish(begun, row), 4.5);
  EXPECT_DOUBLE_EQ(model.Score(row), 4.5);
}

TEST(ModelTest, ConfidenceLiesOnItsCurve) {
  const SpeakerModel model = SpeakerModel::Parse(WithFeatures("confidence 0.2:0.1 0.6:0.5\n"));
  EXPECT_DOUBLE_EQ(model.calibration.Confidence(0.1), 0.1);
  EXPECT_DOUBLE_EQ(model.calibration.Confidence(0.4), 0.3);
  EXPECT_DOUBLE_EQ(model.calibration.Confidence(0.9), 0.5);
}

TEST(ModelTest, BrokenModelsAreErrors) {
  EXPECT_THROW(SpeakerModel::Parse(""), Error);
  EXPECT_THROW(SpeakerModel::Parse("features cue other\n"), Error);
  EXPECT_THROW(SpeakerModel::Parse(WithFeatures("0:1 2\n")), Error);
  EXPECT_THROW(SpeakerModel::Parse(WithFeatures("999:1 2 3\n")), Error);
  EXPECT_THROW(SpeakerModel::Parse(WithFeatures("x\n")), Error);
  EXPECT_THROW(SpeakerModel::Parse(WithFeatures("confidence 0.5:0.5 0.4:0.6\n")), Error);
}

TEST(ModelTest, TheBuiltInModelIsReadable) {
  const SpeakerModel model = SpeakerModel::BuiltIn();
  EXPECT_FALSE(model.trees.empty());
  EXPECT_FALSE(model.calibration.points.empty());
}

}  // namespace
}  // namespace fullcast
