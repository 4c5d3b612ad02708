#pragma once

namespace pipescope {

/// Runs the program: reads the command line, shows the window, runs until it is closed. Returns the
/// exit status: 0, 1 if a scripted demo saw no messages, 2 for wrong usage.
[[nodiscard]] int runApp(int& argc, char** argv);

/// Sets the application's identity, for every program and test, before the application is made:
/// names, version, location of settings (an ini file).
void setApplicationIdentity();

} // namespace pipescope
