#pragma once

#include <windows.h>
// windows.h must come before it.
#include <winternl.h>

namespace pipecore::win32 {

/// Every system call that this backend makes on a pipe, and the one that may wait for other computers to
/// name an account. The members are the functions of the same name
/// in Windows; a test replaces some of them, to write arguments down, or all of them, to run the backend
/// on the rules of NPFS where Wine does not follow them (tests/core/npfs_system.h).
/// For a single user at a time, while no engine runs.
struct SystemCalls
{
    // Coming and going.
    decltype(&CreateNamedPipeW) createNamedPipe = &CreateNamedPipeW;
    decltype(&CreateFileW) createFile = &CreateFileW;
    decltype(&WaitNamedPipeW) waitNamedPipe = &WaitNamedPipeW;
    decltype(&ConnectNamedPipe) connectNamedPipe = &ConnectNamedPipe;
    decltype(&DisconnectNamedPipe) disconnectNamedPipe = &DisconnectNamedPipe;
    decltype(&CloseHandle) closeHandle = &CloseHandle;

    // Data.
    decltype(&ReadFile) readFile = &ReadFile;
    decltype(&WriteFile) writeFile = &WriteFile;
    decltype(&TransactNamedPipe) transactNamedPipe = &TransactNamedPipe;
    decltype(&CallNamedPipeW) callNamedPipe = &CallNamedPipeW;
    decltype(&PeekNamedPipe) peekNamedPipe = &PeekNamedPipe;

    // Completion and cancellation.
    decltype(&CreateIoCompletionPort) createIoCompletionPort = &CreateIoCompletionPort;
    decltype(&CancelIoEx) cancelIoEx = &CancelIoEx;
    decltype(&CancelSynchronousIo) cancelSynchronousIo = &CancelSynchronousIo;

    // Modes and properties.
    decltype(&SetNamedPipeHandleState) setHandleState = &SetNamedPipeHandleState;
    decltype(&GetNamedPipeHandleStateW) getHandleState = &GetNamedPipeHandleStateW;
    decltype(&GetNamedPipeInfo) getNamedPipeInfo = &GetNamedPipeInfo;
    decltype(&NtQueryInformationFile) ntQueryInformationFile = &NtQueryInformationFile;
    decltype(&GetKernelObjectSecurity) getKernelObjectSecurity = &GetKernelObjectSecurity;

    // Who is at the other end.
    decltype(&GetNamedPipeClientProcessId) clientProcessId = &GetNamedPipeClientProcessId;
    decltype(&GetNamedPipeServerProcessId) serverProcessId = &GetNamedPipeServerProcessId;
    decltype(&GetNamedPipeClientSessionId) clientSessionId = &GetNamedPipeClientSessionId;
    decltype(&GetNamedPipeServerSessionId) serverSessionId = &GetNamedPipeServerSessionId;
    /// GetNamedPipeClientComputerName; null where the system lacks it, as Wine does.
    BOOL(WINAPI* clientComputerName)(HANDLE pipe, LPWSTR name, ULONG size) = nullptr;
    decltype(&ImpersonateNamedPipeClient) impersonateClient = &ImpersonateNamedPipeClient;
    decltype(&LookupAccountSidW) lookupAccountSid = &LookupAccountSidW;

    /// The calls of this system.
    [[nodiscard]] static SystemCalls real();
};

/// The program's table. Reading it needs no lock: it is written before threads start.
[[nodiscard]] SystemCalls& systemCalls();

} // namespace pipecore::win32
