#include "call.h"

#include "pipecore/explain/explain.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace explaining {

namespace {

struct CallName
{
    CallSet call;
    std::string_view name;
    bool first = true; ///< how the call is shown; further spellings are only understood
};

constexpr std::array callNames = std::to_array<CallName>({
    {createNamedPipe, "CreateNamedPipe"},
    {connectNamedPipe, "ConnectNamedPipe"},
    {waitNamedPipe, "WaitNamedPipe"},
    {createFile, "CreateFile"},
    {callNamedPipe, "CallNamedPipe"},
    {setHandleState, "SetNamedPipeHandleState"},
    {transactNamedPipe, "TransactNamedPipe"},
    {readFile, "ReadFile"},
    {readFile, "ReadFileEx", false},
    {writeFile, "WriteFile"},
    {writeFile, "WriteFileEx", false},
    {peekNamedPipe, "PeekNamedPipe"},
    {flushFileBuffers, "FlushFileBuffers"},
    {disconnectNamedPipe, "DisconnectNamedPipe"},
    {getHandleState, "GetNamedPipeHandleState"},
    {getPipeInfo, "GetNamedPipeInfo"},
    {getProcessId, "GetNamedPipeClientProcessId"},
    {getProcessId, "GetNamedPipeServerProcessId", false},
    {getProcessId, "GetNamedPipeClientSessionId", false},
    {getProcessId, "GetNamedPipeServerSessionId", false},
    {getComputerName, "GetNamedPipeClientComputerName"},
    {impersonate, "ImpersonateNamedPipeClient"},
    {openThreadToken, "OpenThreadToken"},
    {openProcess, "OpenProcess"},
    {openProcess, "OpenProcessToken", false},
    {getSecurity, "GetSecurityInfo"},
    {getSecurity, "GetKernelObjectSecurity", false},
    {setSecurity, "SetSecurityInfo"},
    {setSecurity, "SetKernelObjectSecurity", false},
    {lookUpAccount, "LookupAccountName"},
    {lookUpAccount, "LookupAccountSid", false},
    {getOverlappedResult, "GetOverlappedResult"},
    {getOverlappedResult, "GetOverlappedResultEx", false},
    {getQueuedStatus, "GetQueuedCompletionStatus"},
    {getQueuedStatus, "GetQueuedCompletionStatusEx", false},
    {waitForObject, "WaitForSingleObject"},
    {waitForObject, "WaitForMultipleObjects", false},
    {cancelIo, "CancelIoEx"},
    {cancelIo, "CancelIo", false},
    {cancelIo, "CancelSynchronousIo", false},
    {createPort, "CreateIoCompletionPort"},
    {socketCall, "socket"},
    {bindCall, "bind"},
    {listenCall, "listen"},
    {connectCall, "connect"},
    {acceptCall, "accept"},
    {acceptCall, "accept4", false},
    {sendCall, "send"},
    {sendCall, "sendmsg", false},
    {sendCall, "write", false},
    {recvCall, "recv"},
    {recvCall, "recvmsg", false},
    {recvCall, "read", false},
    {setOption, "setsockopt"},
    {getOption, "getsockopt"},
    {chmodCall, "chmod"},
    {unlinkCall, "unlink"},
    {epollCall, "epoll_ctl"},
    {epollCall, "epoll_create1", false},
    {epollCall, "eventfd", false},
    {openFile, "open"},
});

constexpr CallSet serverCalls = createNamedPipe | connectNamedPipe | disconnectNamedPipe
                                | impersonate | bindCall | listenCall | acceptCall | chmodCall
                                | unlinkCall;
constexpr CallSet clientCalls =
    waitNamedPipe | createFile | callNamedPipe | setHandleState | transactNamedPipe | connectCall;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameLetters(std::string_view left, std::string_view right)
{
    return std::ranges::equal(left, right, {}, lower, lower);
}

const CallName* entryFor(std::string_view text)
{
    const auto found = std::ranges::find_if(
        callNames, [text](const CallName& entry) { return sameLetters(entry.name, text); });
    return found == callNames.end() ? nullptr : &*found;
}

} // namespace

CallSet callOf(std::string_view api)
{
    // The session's files report the wide spellings, the pipes the documented ones.
    if (api == "CreateFileW") {
        return openFile;
    }
    const CallName* entry = entryFor(findCall(api));
    return entry == nullptr ? 0 : entry->call;
}

std::vector<std::string_view> namesOf(CallSet calls)
{
    std::vector<std::string_view> names;
    if (calls == anyCall) {
        return names;
    }
    for (const CallName& entry : callNames) {
        if (entry.first && (entry.call & calls) != 0) {
            names.push_back(entry.name);
        }
    }
    return names;
}

CallSet callsOf(Role role)
{
    return ~(role == Role::Server ? clientCalls : serverCalls);
}

} // namespace explaining

std::string_view findCall(std::string_view text)
{
    if (const auto* entry = explaining::entryFor(text)) {
        return entry->name;
    }
    const bool hasSuffix = !text.empty() && std::string_view("AaWw").contains(text.back());
    if (const auto* entry =
            hasSuffix ? explaining::entryFor(text.substr(0, text.size() - 1)) : nullptr) {
        return entry->name;
    }
    return {};
}

ErrorDomain callDomain(std::string_view call)
{
    using namespace explaining;
    const CallSet bit = callOf(call);
    if (bit == 0) {
        return ErrorDomain::None;
    }
    return bit == openFile || bit >= socketCall ? ErrorDomain::Errno : ErrorDomain::Win32;
}

} // namespace pipecore
