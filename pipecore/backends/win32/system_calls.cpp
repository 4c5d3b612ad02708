#include "system_calls.h"

#include <cstring>

namespace pipecore::win32 {

SystemCalls SystemCalls::real()
{
    SystemCalls calls;
    // Not every system has it, Wine for one: an import would keep the program from starting there.
    const FARPROC address =
        GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "GetNamedPipeClientComputerNameW");
    static_assert(sizeof calls.clientComputerName == sizeof address);
    std::memcpy(&calls.clientComputerName, &address, sizeof address);
    return calls;
}

SystemCalls& systemCalls()
{
    static SystemCalls calls = SystemCalls::real();
    return calls;
}

} // namespace pipecore::win32
