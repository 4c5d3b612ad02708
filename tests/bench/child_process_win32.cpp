#ifdef _WIN32

#    include "child_process.h"

#    include "backends/win32/utf16.h"
#    include "pipecore/win32/handle.h"

#    include <windows.h>

#    include <array>
#    include <stdexcept>

namespace bench {
namespace {

constexpr DWORD endTimeMs = 3000;

[[noreturn]] void fail(const char* api)
{
    throw std::runtime_error(std::string(api) + " failed: " + std::to_string(GetLastError()));
}

} // namespace

struct PeerProcess::Impl
{
    pipecore::win32::KernelHandle process;
};

PeerProcess::PeerProcess(const std::vector<std::string>& arguments)
    : m_impl(std::make_unique<Impl>())
{
    std::array<wchar_t, 1024> program{};
    if (GetModuleFileNameW(nullptr, program.data(), program.size()) == program.size()) {
        fail("GetModuleFileName");
    }
    std::wstring line = L"\"" + std::wstring(program.data()) + L"\"";
    // Words of our own, without spaces or quotes.
    for (const std::string& word : arguments) {
        line += L" " + pipecore::win32::toUtf16(word).value();
    }
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    PROCESS_INFORMATION started{};
    if (CreateProcessW(program.data(), line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr,
                       &startup, &started)
        == FALSE) {
        fail("CreateProcess");
    }
    CloseHandle(started.hThread);
    m_impl->process = pipecore::win32::KernelHandle(started.hProcess);
}

PeerProcess::~PeerProcess()
{
    if (WaitForSingleObject(m_impl->process.get(), endTimeMs) == WAIT_OBJECT_0) {
        return;
    }
    TerminateProcess(m_impl->process.get(), 1);
    WaitForSingleObject(m_impl->process.get(), endTimeMs);
}

void pinToOneCore()
{
    DWORD_PTR allowed = 0;
    DWORD_PTR system = 0;
    if (GetProcessAffinityMask(GetCurrentProcess(), &allowed, &system) == FALSE) {
        fail("GetProcessAffinityMask");
    }
    const DWORD_PTR lowest = allowed & (~allowed + 1);
    if (SetProcessAffinityMask(GetCurrentProcess(), lowest) == FALSE) {
        fail("SetProcessAffinityMask");
    }
}

std::uint64_t residentBytes()
{
    return 0;
}

unsigned long ownProcessId()
{
    return GetCurrentProcessId();
}

} // namespace bench

#endif
