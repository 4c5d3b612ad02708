#pragma once

#include <windows.h>

#include <cstdint>

/// How many handles this process has open, for tests that look for leaks.
inline int win32HandleCount()
{
    DWORD count = 0;
    if (GetProcessHandleCount(GetCurrentProcess(), &count) != FALSE && count > 0) {
        return static_cast<int>(count);
    }
    // Wine always says 0. Handles are multiples of four and the lowest free one is given out first,
    // so that a long row of free ones is the end.
    constexpr int longRow = 512;
    int found = 0;
    int freeInARow = 0;
    for (std::uintptr_t value = 4; freeInARow < longRow; value += 4) {
        DWORD flags = 0;
        if (GetHandleInformation(reinterpret_cast<HANDLE>(value), &flags) != FALSE) {
            ++found;
            freeInARow = 0;
        } else {
            ++freeInARow;
        }
    }
    return found;
}
