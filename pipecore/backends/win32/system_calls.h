#pragma once

#include <windows.h>

namespace pipecore::win32 {

/// The calls that make, find and open pipes, as the backend makes them. A test puts a function of its own
/// here that writes the arguments down and makes the real call: what Wine does not act upon (first
/// instance, remote clients, security descriptor, SQOS, names of other computers) is proven that way.
/// For a single user at a time, while no engine runs.
struct SystemCalls
{
    decltype(&CreateNamedPipeW) createNamedPipe = &CreateNamedPipeW;
    decltype(&CreateFileW) createFile = &CreateFileW;
    decltype(&WaitNamedPipeW) waitNamedPipe = &WaitNamedPipeW;
    decltype(&CallNamedPipeW) callNamedPipe = &CallNamedPipeW;
    decltype(&SetNamedPipeHandleState) setHandleState = &SetNamedPipeHandleState;
};

/// Calls of the program. Reading them needs no lock: they are written before threads start.
[[nodiscard]] SystemCalls& systemCalls();

} // namespace pipecore::win32
