// The program that holds the engine, beside this one.
#pragma once

#include "speech/engine_server.h"

namespace fullcast {

/// What an engine's process does with its end of the socket until nobody asks any more: it runs
/// ServeUtterances() with eSpeak NG.
///
/// It becomes the program "fullcast-engine", which maps a quarter of the files that this program
/// does (FFmpeg's libraries are many), so that a fork of it takes half the time. Where that program
/// is not beside this one, or in the folder above, a fork of this process does the same.
/// Throws Error if the engine is missing.
ServeEngine EspeakToServe();

/// All of that program: its arguments are those that EspeakToServe() gives it. The exit code comes
/// back.
int RunEngineProgram(int argc, char** argv);

}  // namespace fullcast
