#include "shell_command.h"

#include <chrono>
#include <cstdlib>
#include <stdexcept>

namespace bench {

bool succeeds(const std::string& command)
{
    // The measured command is typed by the user; no part comes from elsewhere.
    // NOLINTNEXTLINE(cert-env33-c)
    return std::system(command.c_str()) == 0;
}

double secondsOf(const std::string& command)
{
    const auto begin = std::chrono::steady_clock::now();
    const bool isDone = succeeds(command);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    if (!isDone) {
        throw std::runtime_error("failed: " + command);
    }
    return elapsed.count();
}

std::string quotedForShell(const std::string& text)
{
    return '\'' + text + '\'';
}

} // namespace bench
