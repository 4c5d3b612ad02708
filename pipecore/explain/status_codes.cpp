#include "status_codes.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

constexpr std::array statusCodes = std::to_array<StatusCode>({
    {0x00000103, 997, "STATUS_PENDING"},
    {0x80000005, 234, "STATUS_BUFFER_OVERFLOW"},
    {0xC0000008, 6, "STATUS_INVALID_HANDLE"},
    {0xC000000D, 87, "STATUS_INVALID_PARAMETER"},
    {0xC0000010, 1, "STATUS_INVALID_DEVICE_REQUEST"},
    {0xC0000017, 8, "STATUS_NO_MEMORY"},
    {0xC0000022, 5, "STATUS_ACCESS_DENIED"},
    {0xC0000023, 122, "STATUS_BUFFER_TOO_SMALL"},
    {0xC0000033, 123, "STATUS_OBJECT_NAME_INVALID"},
    {0xC0000034, 2, "STATUS_OBJECT_NAME_NOT_FOUND"},
    {0xC0000035, 183, "STATUS_OBJECT_NAME_COLLISION"},
    {0xC000003A, 3, "STATUS_OBJECT_PATH_NOT_FOUND"},
    {0xC0000061, 1314, "STATUS_PRIVILEGE_NOT_HELD"},
    {0xC000006D, 1326, "STATUS_LOGON_FAILURE"},
    {0xC000009A, 1450, "STATUS_INSUFFICIENT_RESOURCES"},
    {0xC00000A5, 1346, "STATUS_BAD_IMPERSONATION_LEVEL"},
    {0xC00000AB, 231, "STATUS_INSTANCE_NOT_AVAILABLE"},
    {0xC00000AC, 231, "STATUS_PIPE_NOT_AVAILABLE"},
    {0xC00000AD, 230, "STATUS_INVALID_PIPE_STATE"},
    {0xC00000AE, 231, "STATUS_PIPE_BUSY"},
    {0xC00000AF, 1, "STATUS_ILLEGAL_FUNCTION"},
    {0xC00000B0, 233, "STATUS_PIPE_DISCONNECTED"},
    {0xC00000B1, 232, "STATUS_PIPE_CLOSING"},
    {0xC00000B2, 535, "STATUS_PIPE_CONNECTED"},
    {0xC00000B3, 536, "STATUS_PIPE_LISTENING"},
    {0xC00000B4, 230, "STATUS_INVALID_READ_MODE"},
    {0xC00000B5, 121, "STATUS_IO_TIMEOUT"},
    {0xC00000BB, 50, "STATUS_NOT_SUPPORTED"},
    {0xC00000BE, 53, "STATUS_BAD_NETWORK_PATH"},
    {0xC00000C9, 64, "STATUS_NETWORK_NAME_DELETED"},
    {0xC00000CA, 65, "STATUS_NETWORK_ACCESS_DENIED"},
    {0xC00000CC, 67, "STATUS_BAD_NETWORK_NAME"},
    {0xC00000D9, 232, "STATUS_PIPE_EMPTY"},
    {0xC000010D, 1368, "STATUS_CANNOT_IMPERSONATE"},
    {0xC0000120, 995, "STATUS_CANCELLED"},
    {0xC000014B, 109, "STATUS_PIPE_BROKEN"},
    {0xC0000225, 1168, "STATUS_NOT_FOUND"},
});

} // namespace

const StatusCode* findStatus(std::uint32_t status)
{
    const auto* found = std::ranges::find(statusCodes, status, &StatusCode::status);
    return found == statusCodes.end() ? nullptr : found;
}

const StatusCode* findStatus(std::string_view name)
{
    const auto* found = std::ranges::find(statusCodes, name, &StatusCode::name);
    return found == statusCodes.end() ? nullptr : found;
}

} // namespace pipecore
