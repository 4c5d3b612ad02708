#pragma once

#include <windows.h>

#include <memory>

namespace pipecore::win32 {

struct LocalFreer
{
    void operator()(void* memory) const { LocalFree(memory); }
};

/// Memory that a system call allocated and LocalFree releases.
template <typename T>
using LocalMemory = std::unique_ptr<T, LocalFreer>;

} // namespace pipecore::win32
