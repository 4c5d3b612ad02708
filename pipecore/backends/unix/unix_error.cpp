#include "unix_error.h"

#include "pipecore/base/translatable.h"

#include <sys/stat.h>

#include <cerrno>
#include <utility>

namespace pipecore {
namespace {

ErrorKind kindOf(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
    case ECONNREFUSED: // a socket file whose server is gone
        return ErrorKind::NotFound;
    case EAGAIN: // connect(2): the backlog is full
        return ErrorKind::Busy;
    case ETIMEDOUT: return ErrorKind::TimedOut;
    case ECANCELED: return ErrorKind::Cancelled;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorKind::AccessDenied;
    case EADDRINUSE: return ErrorKind::NameInUse;
    case EMSGSIZE: return ErrorKind::MessageTooLarge;
    case EPIPE:
    case ECONNRESET:
    case ENOTCONN: return ErrorKind::PeerClosed;
    case EPROTOTYPE: return ErrorKind::WrongType;
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case ENOBUFS:
    case ENOSPC: return ErrorKind::Resources;
    case EOPNOTSUPP:
    case EAFNOSUPPORT: return ErrorKind::NotSupported;
    case ENAMETOOLONG:
    case EINVAL: return ErrorKind::InvalidArgument;
    default: return ErrorKind::Io;
    }
}

} // namespace

Error systemError(std::string_view api, int code, std::string detail)
{
    return {.kind = kindOf(code),
            .domain = ErrorDomain::Errno,
            .code = static_cast<std::uint32_t>(code),
            .api = api,
            .detail = std::move(detail)};
}

Error systemError(std::string_view api, int code, Phrase phrase)
{
    Error error = systemError(api, code, phrase.text());
    error.phrase = std::move(phrase);
    return error;
}

Error connectError(int code, const std::string& path)
{
    struct stat file
    {};
    if (code == ECONNREFUSED && stat(path.c_str(), &file) == 0 && !S_ISSOCK(file.st_mode)) {
        return systemError("connect", code,
                           {PIPECORE_TR("ErrorDetail", "%1 is not a socket"), {path}});
    }
    const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
    if (code == ENOENT && (name.starts_with('@') || name.starts_with("CoreFxPipe_@"))) {
        return systemError(
            "connect", code,
            {PIPECORE_TR("ErrorDetail", "%1 does not exist; a name that begins with @ "
                                        "is a file here, not an abstract socket"),
             {path}});
    }
    return systemError("connect", code, path);
}

} // namespace pipecore
