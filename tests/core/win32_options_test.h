#pragma once

#include "side.h"

#include <windows.h>

#include <string>

// What tests of options that only Windows has begin with.

/// A name that no other test uses.
inline std::string freshName()
{
    static int count = 0;
    return "pipescope-options-" + std::to_string(GetCurrentProcessId()) + "-"
           + std::to_string(++count);
}

inline pipecore::ServerOptions server(const std::string& name)
{
    pipecore::ServerOptions options;
    options.name = name;
    return options;
}

inline pipecore::ClientOptions client(const std::string& name)
{
    pipecore::ClientOptions options;
    options.name = name;
    return options;
}
