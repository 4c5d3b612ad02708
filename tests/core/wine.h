#pragma once

#ifdef _WIN32
#    include <windows.h>
#endif

/// Whether this Windows program runs under Wine: what Wine does not do as Windows does is skipped there
/// and proven on Windows only (docs/WINE.md).
inline bool runsUnderWine()
{
#ifdef _WIN32
    return GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
#else
    return false;
#endif
}
