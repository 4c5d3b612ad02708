#include "open_pipe.h"

#include "flags.h"
#include "pipecore/base/translatable.h"
#include "system_calls.h"
#include "utf16.h"
#include "win32_error.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pipecore::win32 {

using namespace std::chrono_literals;

Result<OpenRequest> OpenRequest::from(const PipeName& name, const ClientOptions& options)
{
    Result<std::wstring> wideName = toUtf16(name.native());
    if (!wideName) {
        return std::unexpected(wideName.error());
    }
    return OpenRequest{.name = std::move(*wideName),
                       .accessRights = clientAccessRights(options),
                       .shareMode = clientShareMode(options),
                       .flags = clientFlags(options),
                       .readMode = clientReadMode(options),
                       .wait = options.wait == WaitPolicy::WaitThenOpen
                                   ? std::optional(options.timeout)
                                   : std::nullopt};
}

namespace {

using Clock = std::chrono::steady_clock;

/// Maximum time of a WaitNamedPipe, so that an abandoned one ends soon.
constexpr std::chrono::milliseconds waitSlice{200};

/// WaitNamedPipe until an instance is free, `end` has come, or the request was dropped.
Result<void> waitForInstance(const OpenRequest& request, Clock::time_point end,
                             const std::atomic<bool>& abandoned)
{
    while (true) {
        if (abandoned) {
            return std::unexpected(makeError("WaitNamedPipe", ERROR_OPERATION_ABORTED));
        }
        // The server's default is a time that only the system knows: one call then.
        const bool isDefault = request.wait->count() == 0;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
        const DWORD time = isDefault ? waitTime({}) : waitTime(std::clamp(left, 1ms, waitSlice));
        if (systemCalls().waitNamedPipe(request.name.c_str(), time) != FALSE) {
            return {};
        }
        Error error = lastError("WaitNamedPipe");
        if (error.kind != ErrorKind::TimedOut || isDefault || left <= waitSlice) {
            if (error.kind == ErrorKind::TimedOut && !isDefault) {
                // As when attempts are repeated; explanations go by the time.
                error.phrase = {PIPECORE_TR("ErrorDetail", "All instances were busy for %1 ms"),
                                {std::to_string(request.wait->count())}};
                error.detail = error.phrase.text();
            }
            return std::unexpected(std::move(error));
        }
    }
}

Result<PipeHandle> createFile(const OpenRequest& request, DWORD rights)
{
    PipeHandle pipe(systemCalls().createFile(request.name.c_str(), rights, request.shareMode,
                                             nullptr, OPEN_EXISTING, request.flags, nullptr));
    if (!pipe) {
        return std::unexpected(lastError("CreateFile"));
    }
    return pipe;
}

Result<OpenedPipe> openOnce(const OpenRequest& request)
{
    Result<PipeHandle> pipe = createFile(request, request.accessRights);
    constexpr DWORD forReadingOnly = GENERIC_READ | FILE_WRITE_ATTRIBUTES;
    if (!pipe && pipe.error().code == ERROR_ACCESS_DENIED
        && request.accessRights == forReadingOnly) {
        Result<PipeHandle> plain = createFile(request, GENERIC_READ);
        if (plain) {
            return OpenedPipe{.handle = std::move(*plain), .readsBytesInstead = true};
        }
    }
    if (!pipe) {
        return std::unexpected(pipe.error());
    }
    if (request.readMode) {
        DWORD mode = *request.readMode;
        if (systemCalls().setHandleState(pipe->get(), &mode, nullptr, nullptr) == FALSE) {
            return std::unexpected(lastError("SetNamedPipeHandleState"));
        }
    }
    return OpenedPipe{.handle = std::move(*pipe)};
}

} // namespace

Result<OpenedPipe> openPipe(const OpenRequest& request, const std::atomic<bool>& abandoned)
{
    if (!request.wait) {
        return openOnce(request);
    }
    const auto end = Clock::now() + *request.wait;
    while (true) {
        if (auto free = waitForInstance(request, end, abandoned); !free) {
            return std::unexpected(free.error());
        }
        Result<OpenedPipe> pipe = openOnce(request);
        // Another client can be faster between the two calls: the documentation says to wait again.
        if (pipe || pipe.error().kind != ErrorKind::Busy || Clock::now() >= end) {
            return pipe;
        }
    }
}

} // namespace pipecore::win32
