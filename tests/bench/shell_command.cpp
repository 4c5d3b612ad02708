#include "shell_command.h"

#include <chrono>
#include <cstdlib>
#include <stdexcept>

namespace bench {

double secondsOf(const std::string& command)
{
    const auto begin = std::chrono::steady_clock::now();
    const int status = std::system(command.c_str());
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    if (status != 0) {
        throw std::runtime_error("failed: " + command);
    }
    return elapsed.count();
}

std::string quotedForShell(const std::string& text)
{
    return '\'' + text + '\'';
}

} // namespace bench
