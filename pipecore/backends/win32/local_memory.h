#pragma once

#include <windows.h>

#include <memory>

namespace pipecore::win32 {

struct LocalFreer
{
    void operator()(void* memory) const { LocalFree(memory); }
};

/// What a system call allocated and wants back by LocalFree.
template <typename T>
using LocalMemory = std::unique_ptr<T, LocalFreer>;

} // namespace pipecore::win32
