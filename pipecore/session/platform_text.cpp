#include "platform_text.h"

#ifdef _WIN32
#    include <windows.h>
#else
#    include <sys/utsname.h>
#endif

namespace pipecore {

#ifdef _WIN32

std::string hardwareText()
{
    SYSTEM_INFO info{};
    GetNativeSystemInfo(&info);
    switch (info.wProcessorArchitecture) {
    case PROCESSOR_ARCHITECTURE_AMD64: return "x86_64";
    case PROCESSOR_ARCHITECTURE_ARM64: return "aarch64";
    case PROCESSOR_ARCHITECTURE_INTEL: return "x86";
    default: return {};
    }
}

std::string systemText()
{
    // GetVersionEx tells a program without a manifest that it is on Windows 8.
    using RtlGetVersion = LONG(WINAPI*)(OSVERSIONINFOW*);
    OSVERSIONINFOW version{};
    version.dwOSVersionInfoSize = sizeof version;
    const HMODULE library = GetModuleHandleW(L"ntdll.dll");
    const FARPROC address = library == nullptr ? nullptr : GetProcAddress(library, "RtlGetVersion");
    if (address == nullptr) {
        return "Windows";
    }
    // Through void*: the compiler rightly warns of casts between unlike function types.
    const auto call = reinterpret_cast<RtlGetVersion>(reinterpret_cast<void*>(address));
    if (call(&version) != 0) {
        return "Windows";
    }
    return "Windows " + std::to_string(version.dwMajorVersion) + "."
           + std::to_string(version.dwMinorVersion) + "." + std::to_string(version.dwBuildNumber);
}

#else

std::string hardwareText()
{
    utsname names{};
    return ::uname(&names) == 0 ? names.machine : "";
}

std::string systemText()
{
    utsname names{};
    return ::uname(&names) == 0 ? std::string(names.sysname) + " " + names.release : "";
}

#endif

} // namespace pipecore
