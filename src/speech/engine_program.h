// The program that holds the engine, beside this one.
#pragma once

#include "speech/engine_server.h"
#include "speech/espeak_engine.h"

namespace fullcast {

/// What an engine's process does with its end of the socket until nobody asks any more: it runs
/// ServeUtterances() with eSpeak NG, or tells why it can't.
///
/// It becomes the program "fullcast-engine", whose heap is its own, so that the engine can go back
/// to an earlier state (see EspeakEngine), which is much faster than a fork for each utterance.
/// Where that program is not beside this one, or in the folder above, a fork of this process does
/// the same with forks, to the same samples.
ServeEngine EspeakToServe();

/// All of that program: its arguments are those that EspeakToServe() gives it, `heap` is all of its
/// heap. The exit code comes back.
int RunEngineProgram(int argc, char** argv, EspeakEngine::Heap heap);

}  // namespace fullcast
