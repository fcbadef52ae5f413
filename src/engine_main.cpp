#include "speech/engine_heap.h"
#include "speech/engine_program.h"

int main(int argc, char** argv) {
  return fullcast::RunEngineProgram(argc, argv, fullcast::EngineHeap);
}
