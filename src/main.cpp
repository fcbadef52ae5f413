#include "cli/cli.h"

int main(int argc, char** argv) { return fullcast::RunCli(argc, argv); }
