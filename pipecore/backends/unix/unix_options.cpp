#include "unix_options.h"

#include "pipecore/base/translatable.h"

namespace pipecore {
namespace {

/// `sentence` is a string literal and a translation source.
Result<void> unsupported(std::string_view sentence)
{
    return refusePhrase({sentence}, ErrorKind::NotSupported);
}

Result<void> checkModel(IoModel io)
{
    if (io == IoModel::Synchronous) {
        return unsupported(
            PIPECORE_TR("ErrorDetail",
                        "synchronous handles are Windows' own: AF_UNIX sockets read and write side "
                        "by side anyway"));
    }
    return {};
}

} // namespace

Result<void> checkSupported(const ServerOptions& options)
{
    if (!options.sddl.empty()) {
        return unsupported(PIPECORE_TR(
            "ErrorDetail", "AF_UNIX sockets have no security descriptor: choose the file mode"));
    }
    if (effectiveReadMode(options) != options.mode) {
        return unsupported(PIPECORE_TR(
            "ErrorDetail",
            "AF_UNIX sockets are read as they are written: the read mode is that of the "
            "type"));
    }
    if (options.policy == InstancePolicy::Reuse) {
        return unsupported(PIPECORE_TR(
            "ErrorDetail", "AF_UNIX gives each client a socket of its own: there is no instance to "
                           "reuse"));
    }
    return checkModel(options.io);
}

Result<void> checkSupported(const ClientOptions& options)
{
    if (options.wait == WaitPolicy::WaitThenOpen) {
        return unsupported(
            PIPECORE_TR("ErrorDetail", "WaitNamedPipe is Windows' own: choose to keep trying"));
    }
    return checkModel(options.io);
}

} // namespace pipecore
