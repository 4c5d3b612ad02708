#include "pipecore/base/error.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <utility>

namespace pipecore {

namespace {

struct CodeName
{
    std::uint32_t code;
    std::string_view name;
};

// Both tables are searched by halves, so they must stay in order.
constexpr std::array win32Names = std::to_array<CodeName>({
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
constexpr std::array errnoNames = std::to_array<CodeName>({
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

static_assert(std::ranges::is_sorted(win32Names, std::less{}, &CodeName::code));
static_assert(std::ranges::is_sorted(errnoNames, std::less{}, &CodeName::code));

std::span<const CodeName> namesOf(ErrorDomain domain)
{
    switch (domain) {
    case ErrorDomain::Win32: return win32Names;
    case ErrorDomain::Errno: return errnoNames;
    case ErrorDomain::None: break;
    }
    return {};
}

std::string_view lookUp(std::span<const CodeName> names, std::uint32_t code)
{
    const auto found = std::ranges::lower_bound(names, code, std::less{}, &CodeName::code);
    return found != names.end() && found->code == code ? found->name : std::string_view{};
}

} // namespace

std::unexpected<Error> refuse(std::string detail, ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.detail = std::move(detail);
    return std::unexpected(std::move(error));
}

std::unexpected<Error> refusePhrase(Phrase phrase, ErrorKind kind)
{
    auto refused = refuse(phrase.text(), kind);
    refused.error().phrase = std::move(phrase);
    return refused;
}

std::string Phrase::text() const
{
    return fillIn(pattern, values);
}

std::string fillIn(std::string_view pattern, std::span<const std::string> values)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char next = i + 1 < pattern.size() ? pattern[i + 1] : '\0';
        const auto place = static_cast<std::size_t>(next - '1');
        if (pattern[i] == '%' && next >= '1' && next <= '9' && place < values.size()) {
            text += values[place];
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

std::string_view symbolicName(ErrorDomain domain, std::uint32_t code)
{
    return lookUp(namesOf(domain), code);
}

std::optional<std::uint32_t> codeNamed(ErrorDomain domain, std::string_view name)
{
    const auto names = namesOf(domain);
    const auto found = std::ranges::find(names, name, &CodeName::name);
    return found != names.end() ? std::optional(found->code) : std::nullopt;
}

std::string_view kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument: return "invalid argument";
    case ErrorKind::NotFound: return "not found";
    case ErrorKind::Busy: return "busy";
    case ErrorKind::TimedOut: return "timed out";
    case ErrorKind::Cancelled: return "cancelled";
    case ErrorKind::AccessDenied: return "access denied";
    case ErrorKind::NameInUse: return "name in use";
    case ErrorKind::InstanceLimit: return "instance limit reached";
    case ErrorKind::WouldBlock: return "would block";
    case ErrorKind::MessageTooLarge: return "message too large";
    case ErrorKind::PeerClosed: return "peer closed";
    case ErrorKind::ClientGone: return "client gone";
    case ErrorKind::WrongType: return "wrong type";
    case ErrorKind::NotSupported: return "not supported";
    case ErrorKind::NoSuchTarget: return "no such target";
    case ErrorKind::Stopped: return "stopped";
    case ErrorKind::Resources: return "out of resources";
    case ErrorKind::Corrupt: return "corrupt data";
    case ErrorKind::Io: break;
    }
    return "input/output error";
}

std::string describe(const Error& error)
{
    std::string line;
    if (!error.api.empty()) {
        line += error.api;
        line += " failed: ";
    }
    if (error.domain != ErrorDomain::None) {
        line += std::to_string(error.code);
        line += ' ';
        if (const auto name = symbolicName(error.domain, error.code); !name.empty()) {
            line += name;
            line += ' ';
        }
        line += '(';
        line += kindName(error.kind);
        line += ')';
    } else {
        line += kindName(error.kind);
    }
    if (!error.detail.empty()) {
        line += ": ";
        line += error.detail;
    }
    return line;
}

} // namespace pipecore
