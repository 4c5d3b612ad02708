#ifdef _WIN32

#    include "npfs_win32.h"

#    include "backends/win32/system_calls.h"
#    include "backends/win32/utf16.h"
#    include "npfs_codes.h"

#    include "pipecore/discovery/pipe_security.h"

#    include <algorithm>
#    include <array>
#    include <chrono>
#    include <cstring>
#    include <span>
#    include <string>

using namespace npfs;
using namespace pipecore;
using namespace pipecore::win32;

namespace {

/// The model that is installed; null: none. Written while no engine runs.
System* model = nullptr;

const SystemCalls& real()
{
    static const SystemCalls calls = SystemCalls::real();
    return calls;
}

Handle numberOf(HANDLE handle)
{
    return reinterpret_cast<std::uintptr_t>(handle);
}

HANDLE toHandle(Handle number)
{
    return reinterpret_cast<HANDLE>(static_cast<std::uintptr_t>(number)); // NOLINT: a number
}

/// TRUE, or FALSE with GetLastError() set.
BOOL answer(Code itsCode)
{
    if (itsCode != code::success) {
        SetLastError(itsCode);
        return FALSE;
    }
    return TRUE;
}

HANDLE answer(const std::expected<Handle, Code>& made)
{
    if (!made) {
        SetLastError(made.error());
        return INVALID_HANDLE_VALUE;
    }
    return toHandle(*made);
}

bool isPipe(std::wstring_view path)
{
    std::wstring folded(path);
    std::ranges::replace(folded, L'/', L'\\');
    std::ranges::transform(folded, folded.begin(), [](wchar_t c) {
        return c >= L'A' && c <= L'Z' ? static_cast<wchar_t>(c - L'A' + L'a') : c;
    });
    const std::size_t device = folded.find(L"\\pipe\\");
    return folded.starts_with(L"\\\\") && device != std::wstring::npos && device > 2
           && folded.size() > device + 6;
}

std::string utf8(LPCWSTR text)
{
    return toUtf8(text).value_or(std::string());
}

HANDLE WINAPI createNamedPipe(LPCWSTR name, DWORD openMode, DWORD pipeMode, DWORD instances,
                              DWORD outSize, DWORD inSize, DWORD timeout,
                              LPSECURITY_ATTRIBUTES attributes)
{
    Creation creation{.name = utf8(name),
                      .reads = (openMode & PIPE_ACCESS_INBOUND) != 0,
                      .writes = (openMode & PIPE_ACCESS_OUTBOUND) != 0,
                      .isFirst = (openMode & FILE_FLAG_FIRST_PIPE_INSTANCE) != 0,
                      .isSynchronous = (openMode & FILE_FLAG_OVERLAPPED) == 0,
                      .ofMessages = (pipeMode & PIPE_TYPE_MESSAGE) != 0,
                      .readsMessages = (pipeMode & PIPE_READMODE_MESSAGE) != 0,
                      .rejectsRemote = (pipeMode & PIPE_REJECT_REMOTE_CLIENTS) != 0,
                      .limit = instances,
                      .outQuota = outSize,
                      .inQuota = inSize,
                      .defaultTimeout = std::chrono::milliseconds(timeout)};
    if (attributes != nullptr && attributes->lpSecurityDescriptor != nullptr) {
        const auto* const bytes = static_cast<const std::byte*>(attributes->lpSecurityDescriptor);
        auto parsed =
            parseDescriptor({bytes, GetSecurityDescriptorLength(attributes->lpSecurityDescriptor)});
        if (!parsed) {
            SetLastError(ERROR_INVALID_SECURITY_DESCR);
            return INVALID_HANDLE_VALUE;
        }
        creation.descriptor = std::move(*parsed);
    }
    return answer(model->create(creation));
}

HANDLE WINAPI createFile(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES attributes,
                         DWORD disposition, DWORD flags, HANDLE pattern)
{
    if (!isPipe(name)) {
        return real().createFile(name, access, share, attributes, disposition, flags, pattern);
    }
    return answer(model->open({.name = utf8(name),
                               .rights = access,
                               .isSynchronous = (flags & FILE_FLAG_OVERLAPPED) == 0,
                               .hasSqos = (flags & SECURITY_SQOS_PRESENT) != 0,
                               .hasDynamicTracking = (flags & SECURITY_CONTEXT_TRACKING) != 0,
                               .level = static_cast<int>((flags & SECURITY_DELEGATION) >> 16)}));
}

BOOL WINAPI waitNamedPipe(LPCWSTR name, DWORD timeout)
{
    return answer(model->wait(utf8(name), std::chrono::milliseconds(timeout)));
}

BOOL WINAPI closeHandle(HANDLE handle)
{
    return model->isOurs(numberOf(handle)) ? answer(model->close(numberOf(handle)))
                                           : real().closeHandle(handle);
}

// --- data ---------------------------------------------------------------------------------------

void begin(LPOVERLAPPED overlapped)
{
    if (overlapped != nullptr) {
        overlapped->Internal = STATUS_PENDING;
        overlapped->InternalHigh = 0;
    }
}

BOOL finish(Outcome outcome, LPDWORD bytes)
{
    if (bytes != nullptr) {
        *bytes = outcome.bytes;
    }
    return answer(outcome.code);
}

BOOL WINAPI connectNamedPipe(HANDLE pipe, LPOVERLAPPED overlapped)
{
    begin(overlapped);
    return answer(model->connect(numberOf(pipe), overlapped));
}

BOOL WINAPI disconnectNamedPipe(HANDLE pipe)
{
    return answer(model->disconnect(numberOf(pipe)));
}

BOOL WINAPI readFile(HANDLE pipe, LPVOID buffer, DWORD size, LPDWORD bytes, LPOVERLAPPED overlapped)
{
    begin(overlapped);
    return finish(model->read(numberOf(pipe), {static_cast<std::byte*>(buffer), size}, overlapped),
                  bytes);
}

BOOL WINAPI writeFile(HANDLE pipe, LPCVOID data, DWORD size, LPDWORD bytes, LPOVERLAPPED overlapped)
{
    begin(overlapped);
    return finish(
        model->write(numberOf(pipe), {static_cast<const std::byte*>(data), size}, overlapped),
        bytes);
}

BOOL WINAPI transactNamedPipe(HANDLE pipe, LPVOID data, DWORD size, LPVOID buffer, DWORD room,
                              LPDWORD bytes, LPOVERLAPPED overlapped)
{
    begin(overlapped);
    return finish(model->transact(numberOf(pipe), {static_cast<const std::byte*>(data), size},
                                  {static_cast<std::byte*>(buffer), room}, overlapped),
                  bytes);
}

BOOL WINAPI callNamedPipe(LPCWSTR name, LPVOID data, DWORD size, LPVOID buffer, DWORD room,
                          LPDWORD bytes, DWORD timeout)
{
    const Opening opening{.name = utf8(name),
                          .rights = rights::genericRead | rights::genericWrite,
                          .isSynchronous = true};
    auto pipe = model->open(opening);
    if (!pipe && pipe.error() == code::pipeBusy && timeout != NMPWAIT_NOWAIT) {
        if (const Code waited = model->wait(opening.name, std::chrono::milliseconds(timeout))) {
            return answer(waited);
        }
        pipe = model->open(opening);
    }
    if (!pipe) {
        return answer(pipe.error());
    }
    Outcome outcome{.code = model->setReadMode(*pipe, true)};
    if (outcome.code == code::success) {
        outcome = model->transact(*pipe, {static_cast<const std::byte*>(data), size},
                                  {static_cast<std::byte*>(buffer), room}, nullptr);
    }
    model->close(*pipe);
    return finish(outcome, bytes);
}

BOOL WINAPI peekNamedPipe(HANDLE pipe, LPVOID /*buffer*/, DWORD /*size*/, LPDWORD /*read*/,
                          LPDWORD bytes, LPDWORD leftInMessage)
{
    const auto waiting = model->peek(numberOf(pipe));
    if (!waiting) {
        return answer(waiting.error());
    }
    *bytes = waiting->bytes;
    *leftInMessage = waiting->leftInMessage;
    return TRUE;
}

// --- completion ---------------------------------------------------------------------------------

/// The status that GetOverlappedResult turns into this code again.
NTSTATUS statusOf(Code itsCode)
{
    switch (itsCode) {
    case code::success: return 0;
    case code::moreData:
        return static_cast<NTSTATUS>(0x80000005); // STATUS_BUFFER_OVERFLOW
    // NTSTATUS_FROM_WIN32
    default: return static_cast<NTSTATUS>(0xC0070000U | itsCode);
    }
}

void post(void* port, std::uintptr_t key, void* overlapped, Outcome outcome)
{
    auto* const done = static_cast<OVERLAPPED*>(overlapped);
    done->InternalHigh = outcome.bytes;
    done->Internal = static_cast<ULONG_PTR>(statusOf(outcome.code));
    PostQueuedCompletionStatus(port, outcome.bytes, key, done);
}

HANDLE WINAPI createIoCompletionPort(HANDLE file, HANDLE port, ULONG_PTR key, DWORD threads)
{
    if (!model->isOurs(numberOf(file))) {
        return real().createIoCompletionPort(file, port, key, threads);
    }
    model->associate(numberOf(file), port, key);
    return port;
}

BOOL WINAPI cancelIoEx(HANDLE pipe, LPOVERLAPPED overlapped)
{
    return answer(model->cancel(numberOf(pipe), overlapped));
}

BOOL WINAPI cancelSynchronousIo(HANDLE thread)
{
    return answer(model->cancelThread(GetThreadId(thread)));
}

// --- modes and properties -----------------------------------------------------------------------

BOOL WINAPI setHandleState(HANDLE pipe, LPDWORD mode, LPDWORD /*bytes*/, LPDWORD /*time*/)
{
    return answer(model->setReadMode(numberOf(pipe), (*mode & PIPE_READMODE_MESSAGE) != 0));
}

BOOL WINAPI getHandleState(HANDLE pipe, LPDWORD state, LPDWORD instances, LPDWORD collectionBytes,
                           LPDWORD /*time*/, LPWSTR /*user*/, DWORD /*size*/)
{
    if (collectionBytes != nullptr) {
        return answer(code::invalidParameter); // of remote clients only
    }
    const auto properties = model->properties(numberOf(pipe));
    if (!properties) {
        return answer(properties.error());
    }
    *state = properties->readsMessages ? PIPE_READMODE_MESSAGE : PIPE_READMODE_BYTE;
    *instances = properties->instances;
    return TRUE;
}

BOOL WINAPI getNamedPipeInfo(HANDLE pipe, LPDWORD flags, LPDWORD outSize, LPDWORD inSize,
                             LPDWORD limit)
{
    const auto properties = model->properties(numberOf(pipe));
    if (!properties) {
        return answer(properties.error());
    }
    *flags = (properties->isServer ? PIPE_SERVER_END : PIPE_CLIENT_END)
             | (properties->ofMessages ? PIPE_TYPE_MESSAGE : PIPE_TYPE_BYTE);
    *outSize = properties->outQuota;
    *inSize = properties->inQuota;
    *limit = properties->limit;
    return TRUE;
}

NTSTATUS NTAPI queryInformationFile(HANDLE pipe, PIO_STATUS_BLOCK block, PVOID buffer, ULONG size,
                                    FILE_INFORMATION_CLASS what)
{
    if (!model->isOurs(numberOf(pipe))) {
        return real().ntQueryInformationFile(pipe, block, buffer, size, what);
    }
    const auto properties = model->properties(numberOf(pipe));
    if (!properties) {
        return static_cast<NTSTATUS>(properties.error() == code::accessDenied
                                         ? 0xC0000022U   // STATUS_ACCESS_DENIED
                                         : 0xC00000B0U); // STATUS_PIPE_DISCONNECTED
    }
    // FILE_PIPE_LOCAL_INFORMATION: type, configuration, maximum, current, and the rest.
    std::array<ULONG, 10> local{};
    local[0] = properties->ofMessages ? 1 : 0;
    // Inbound, outbound, duplex, as the server sees it.
    local[1] = properties->clientsRead && properties->clientsWrite ? 2
               : properties->clientsRead                           ? 1
                                                                   : 0;
    local[2] = properties->limit;
    local[3] = properties->instances;
    local[4] = properties->inQuota;
    local[6] = properties->outQuota;
    constexpr std::array<ULONG, 4> states{2, 3, 4, 1}; // FILE_PIPE_x_STATE, as InstanceState
    local[8] = states.at(static_cast<std::size_t>(properties->state));
    std::memcpy(buffer, local.data(), std::min<std::size_t>(size, sizeof local));
    return 0;
}

BOOL WINAPI getKernelObjectSecurity(HANDLE object, SECURITY_INFORMATION parts,
                                    PSECURITY_DESCRIPTOR into, DWORD room, LPDWORD size)
{
    if (!model->isOurs(numberOf(object))) {
        return real().getKernelObjectSecurity(object, parts, into, room, size);
    }
    const auto descriptor = model->security(numberOf(object));
    if (!descriptor) {
        return answer(descriptor.error());
    }
    const auto bytes = toBytes(*descriptor);
    if (!bytes) {
        return answer(ERROR_INVALID_SECURITY_DESCR);
    }
    *size = static_cast<DWORD>(bytes->size());
    if (*size > room) {
        return answer(ERROR_INSUFFICIENT_BUFFER);
    }
    std::ranges::copy(*bytes, static_cast<std::byte*>(into));
    return TRUE;
}

// --- who is there -------------------------------------------------------------------------------

BOOL WINAPI peerProcessId(HANDLE pipe, PULONG processId)
{
    const auto found = model->peerProcess(numberOf(pipe));
    if (!found) {
        return answer(found.error());
    }
    *processId = *found;
    return TRUE;
}

BOOL WINAPI peerSessionId(HANDLE pipe, PULONG session)
{
    if (const auto found = model->peerProcess(numberOf(pipe)); !found) {
        return answer(found.error());
    }
    DWORD own = 0;
    ProcessIdToSessionId(GetCurrentProcessId(), &own);
    *session = own;
    return TRUE;
}

BOOL WINAPI clientComputerName(HANDLE pipe, LPWSTR name, ULONG size)
{
    const auto computer = model->clientComputer(numberOf(pipe));
    if (!computer) {
        return answer(computer.error());
    }
    const std::wstring wide = toUtf16(*computer).value_or(std::wstring());
    if ((wide.size() + 1) * sizeof(wchar_t) > size) {
        return answer(ERROR_INSUFFICIENT_BUFFER);
    }
    std::ranges::copy(wide, name);
    name[wide.size()] = L'\0';
    return TRUE;
}

BOOL WINAPI impersonateClient(HANDLE pipe)
{
    const auto level = model->impersonate(numberOf(pipe));
    if (!level) {
        return answer(level.error());
    }
    // Client and server are this process: its own token at the level that the client allowed.
    return ImpersonateSelf(static_cast<SECURITY_IMPERSONATION_LEVEL>(*level));
}

} // namespace

NpfsOnWindows::NpfsOnWindows(NpfsRules rules) : m_system(std::make_unique<System>(rules))
{
    m_system->post = &post;
    m_system->threadNumber = [] { return std::uint64_t{GetCurrentThreadId()}; };
    m_system->processId = GetCurrentProcessId();
    if (auto subject = currentSubject()) {
        m_system->actAs(std::move(*subject));
    }
    model = m_system.get();
    systemCalls() = {.createNamedPipe = &createNamedPipe,
                     .createFile = &createFile,
                     .waitNamedPipe = &waitNamedPipe,
                     .connectNamedPipe = &connectNamedPipe,
                     .disconnectNamedPipe = &disconnectNamedPipe,
                     .closeHandle = &closeHandle,
                     .readFile = &readFile,
                     .writeFile = &writeFile,
                     .transactNamedPipe = &transactNamedPipe,
                     .callNamedPipe = &callNamedPipe,
                     .peekNamedPipe = &peekNamedPipe,
                     .createIoCompletionPort = &createIoCompletionPort,
                     .cancelIoEx = &cancelIoEx,
                     .cancelSynchronousIo = &cancelSynchronousIo,
                     .setHandleState = &setHandleState,
                     .getHandleState = &getHandleState,
                     .getNamedPipeInfo = &getNamedPipeInfo,
                     .ntQueryInformationFile = &queryInformationFile,
                     .getKernelObjectSecurity = &getKernelObjectSecurity,
                     .clientProcessId = &peerProcessId,
                     .serverProcessId = &peerProcessId,
                     .clientSessionId = &peerSessionId,
                     .serverSessionId = &peerSessionId,
                     .clientComputerName = &clientComputerName,
                     .impersonateClient = &impersonateClient};
}

NpfsOnWindows::~NpfsOnWindows()
{
    systemCalls() = SystemCalls::real();
    model = nullptr;
}

#endif
