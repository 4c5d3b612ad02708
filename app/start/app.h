#pragma once

namespace pipescope {

/// The whole program: reads the command line, shows the window, runs until it is closed. Returns
/// the exit status: 0, 1 when a scripted demo saw no messages, 2 for wrong use.
[[nodiscard]] int runApp(int& argc, char** argv);

/// What every program and test of ours sets before it makes its application: names, version, where
/// settings are kept (an ini file).
void setApplicationIdentity();

} // namespace pipescope
