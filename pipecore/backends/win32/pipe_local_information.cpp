#include "pipe_local_information.h"

#include "nt_error.h"
#include "system_calls.h"

#include <array>
#include <string>

namespace pipecore::win32 {
namespace {

/// FILE_PIPE_LOCAL_INFORMATION of ntifs.h, which programs do not have.
struct LocalInformation
{
    ULONG namedPipeType;
    ULONG namedPipeConfiguration;
    ULONG maximumInstances;
    ULONG currentInstances;
    ULONG inboundQuota;
    ULONG readDataAvailable;
    ULONG outboundQuota;
    ULONG writeQuotaAvailable;
    ULONG namedPipeState;
    ULONG namedPipeEnd;
};

Result<LocalInformation> localInformation(HANDLE pipe)
{
    LocalInformation information{};
    IO_STATUS_BLOCK done{};
    const NTSTATUS status = systemCalls().ntQueryInformationFile(
        pipe, &done, &information, sizeof information, FilePipeLocalInformation);
    if (status < 0) {
        return std::unexpected(ntError("NtQueryInformationFile", status));
    }
    return information;
}

} // namespace

Result<Access> pipeAccess(HANDLE pipe)
{
    constexpr std::array ways{Access::Inbound, Access::Outbound, Access::Duplex};
    const auto information = localInformation(pipe);
    if (!information) {
        return std::unexpected(information.error());
    }
    if (information->namedPipeConfiguration >= ways.size()) {
        return refuse("the system reports an unknown direction: "
                          + std::to_string(information->namedPipeConfiguration),
                      ErrorKind::Corrupt);
    }
    return ways.at(information->namedPipeConfiguration);
}

Result<PipeState> pipeState(HANDLE pipe)
{
    const auto information = localInformation(pipe);
    if (!information) {
        return std::unexpected(information.error());
    }
    return static_cast<PipeState>(information->namedPipeState);
}

} // namespace pipecore::win32
