#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace pipecore {

/// A code of the system and the name it has in that system's headers.
struct CodeName
{
    std::uint32_t code;
    std::string_view name;
};

namespace codes {

// Both tables are searched by halves, so they must stay in order.
inline constexpr std::array win32 = std::to_array<CodeName>({
    {1, "ERROR_INVALID_FUNCTION"},
    {2, "ERROR_FILE_NOT_FOUND"},
    {3, "ERROR_PATH_NOT_FOUND"},
    {4, "ERROR_TOO_MANY_OPEN_FILES"},
    {5, "ERROR_ACCESS_DENIED"},
    {6, "ERROR_INVALID_HANDLE"},
    {8, "ERROR_NOT_ENOUGH_MEMORY"},
    {14, "ERROR_OUTOFMEMORY"},
    {17, "ERROR_NOT_SAME_DEVICE"},
    {19, "ERROR_WRITE_PROTECT"},
    {21, "ERROR_NOT_READY"},
    {29, "ERROR_WRITE_FAULT"},
    {30, "ERROR_READ_FAULT"},
    {31, "ERROR_GEN_FAILURE"},
    {32, "ERROR_SHARING_VIOLATION"},
    {33, "ERROR_LOCK_VIOLATION"},
    {38, "ERROR_HANDLE_EOF"},
    {39, "ERROR_HANDLE_DISK_FULL"},
    {50, "ERROR_NOT_SUPPORTED"},
    {51, "ERROR_REM_NOT_LIST"},
    {53, "ERROR_BAD_NETPATH"},
    {64, "ERROR_NETNAME_DELETED"},
    {65, "ERROR_NETWORK_ACCESS_DENIED"},
    {66, "ERROR_BAD_DEV_TYPE"},
    {67, "ERROR_BAD_NET_NAME"},
    {80, "ERROR_FILE_EXISTS"},
    {82, "ERROR_CANNOT_MAKE"},
    {86, "ERROR_INVALID_PASSWORD"},
    {87, "ERROR_INVALID_PARAMETER"},
    {109, "ERROR_BROKEN_PIPE"},
    {110, "ERROR_OPEN_FAILED"},
    {111, "ERROR_BUFFER_OVERFLOW"},
    {112, "ERROR_DISK_FULL"},
    {120, "ERROR_CALL_NOT_IMPLEMENTED"},
    {121, "ERROR_SEM_TIMEOUT"},
    {122, "ERROR_INSUFFICIENT_BUFFER"},
    {123, "ERROR_INVALID_NAME"},
    {161, "ERROR_BAD_PATHNAME"},
    {170, "ERROR_BUSY"},
    {183, "ERROR_ALREADY_EXISTS"},
    {187, "ERROR_SEM_NOT_FOUND"},
    {206, "ERROR_FILENAME_EXCED_RANGE"},
    {229, "ERROR_PIPE_LOCAL"},
    {230, "ERROR_BAD_PIPE"},
    {231, "ERROR_PIPE_BUSY"},
    {232, "ERROR_NO_DATA"},
    {233, "ERROR_PIPE_NOT_CONNECTED"},
    {234, "ERROR_MORE_DATA"},
    {258, "WAIT_TIMEOUT"},
    {267, "ERROR_DIRECTORY"},
    {299, "ERROR_PARTIAL_COPY"},
    {535, "ERROR_PIPE_CONNECTED"},
    {536, "ERROR_PIPE_LISTENING"},
    {676, "ERROR_HANDLES_CLOSED"},
    {735, "ERROR_ABANDONED_WAIT_0"},
    {995, "ERROR_OPERATION_ABORTED"},
    {996, "ERROR_IO_INCOMPLETE"},
    {997, "ERROR_IO_PENDING"},
    {998, "ERROR_NOACCESS"},
    {1117, "ERROR_IO_DEVICE"},
    {1130, "ERROR_NOT_ENOUGH_SERVER_MEMORY"},
    {1168, "ERROR_NOT_FOUND"},
    {1203, "ERROR_NO_NET_OR_BAD_PATH"},
    {1223, "ERROR_CANCELLED"},
    {1231, "ERROR_NETWORK_UNREACHABLE"},
    {1232, "ERROR_HOST_UNREACHABLE"},
    {1295, "ERROR_DISK_QUOTA_EXCEEDED"},
    {1300, "ERROR_NOT_ALL_ASSIGNED"},
    {1307, "ERROR_INVALID_OWNER"},
    {1314, "ERROR_PRIVILEGE_NOT_HELD"},
    {1326, "ERROR_LOGON_FAILURE"},
    {1332, "ERROR_NONE_MAPPED"},
    {1336, "ERROR_INVALID_ACL"},
    {1337, "ERROR_INVALID_SID"},
    {1338, "ERROR_INVALID_SECURITY_DESCR"},
    {1346, "ERROR_BAD_IMPERSONATION_LEVEL"},
    {1347, "ERROR_CANT_OPEN_ANONYMOUS"},
    {1368, "ERROR_CANNOT_IMPERSONATE"},
    {1450, "ERROR_NO_SYSTEM_RESOURCES"},
    {1451, "ERROR_NONPAGED_SYSTEM_RESOURCES"},
    {1452, "ERROR_PAGED_SYSTEM_RESOURCES"},
    {1453, "ERROR_WORKING_SET_QUOTA"},
    {1455, "ERROR_COMMITMENT_LIMIT"},
    {1460, "ERROR_TIMEOUT"},
    {1783, "RPC_X_BAD_STUB_DATA"},
    {1784, "ERROR_INVALID_USER_BUFFER"},
    {1816, "ERROR_NOT_ENOUGH_QUOTA"},
});

// The numbers of Linux, also where this runs on something else: sessions travel.
inline constexpr std::array errnos = std::to_array<CodeName>({
    {1, "EPERM"},
    {2, "ENOENT"},
    {3, "ESRCH"},
    {4, "EINTR"},
    {5, "EIO"},
    {6, "ENXIO"},
    {9, "EBADF"},
    {11, "EAGAIN"},
    {12, "ENOMEM"},
    {13, "EACCES"},
    {14, "EFAULT"},
    {16, "EBUSY"},
    {17, "EEXIST"},
    {18, "EXDEV"},
    {19, "ENODEV"},
    {20, "ENOTDIR"},
    {21, "EISDIR"},
    {22, "EINVAL"},
    {23, "ENFILE"},
    {24, "EMFILE"},
    {26, "ETXTBSY"},
    {27, "EFBIG"},
    {28, "ENOSPC"},
    {29, "ESPIPE"},
    {30, "EROFS"},
    {32, "EPIPE"},
    {36, "ENAMETOOLONG"},
    {38, "ENOSYS"},
    {39, "ENOTEMPTY"},
    {40, "ELOOP"},
    {61, "ENODATA"},
    {71, "EPROTO"},
    {75, "EOVERFLOW"},
    {88, "ENOTSOCK"},
    {89, "EDESTADDRREQ"},
    {90, "EMSGSIZE"},
    {91, "EPROTOTYPE"},
    {92, "ENOPROTOOPT"},
    {93, "EPROTONOSUPPORT"},
    {94, "ESOCKTNOSUPPORT"},
    {95, "EOPNOTSUPP"},
    {96, "EPFNOSUPPORT"},
    {97, "EAFNOSUPPORT"},
    {98, "EADDRINUSE"},
    {99, "EADDRNOTAVAIL"},
    {103, "ECONNABORTED"},
    {104, "ECONNRESET"},
    {105, "ENOBUFS"},
    {106, "EISCONN"},
    {107, "ENOTCONN"},
    {108, "ESHUTDOWN"},
    {109, "ETOOMANYREFS"},
    {110, "ETIMEDOUT"},
    {111, "ECONNREFUSED"},
    {114, "EALREADY"},
    {115, "EINPROGRESS"},
    {116, "ESTALE"},
    {122, "EDQUOT"},
    {125, "ECANCELED"},
});

static_assert(std::ranges::is_sorted(win32, std::less{}, &CodeName::code));
static_assert(std::ranges::is_sorted(errnos, std::less{}, &CodeName::code));

} // namespace codes

/// The number behind a name of Windows, such as "ERROR_PIPE_BUSY"; a name that is not in the table does
/// not compile.
consteval std::uint32_t win32Code(std::string_view name)
{
    return std::ranges::find(codes::win32, name, &CodeName::name)->code;
}
/// The same for Linux, such as "EPIPE", on every system.
consteval std::uint32_t errnoCode(std::string_view name)
{
    return std::ranges::find(codes::errnos, name, &CodeName::name)->code;
}

} // namespace pipecore
