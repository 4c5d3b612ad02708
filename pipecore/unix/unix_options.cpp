#include "unix/unix_options.h"

namespace pipecore {
namespace {

Result<void> unsupported(std::string detail)
{
    return refuse(std::move(detail), ErrorKind::NotSupported);
}

Result<void> checkModel(IoModel io)
{
    if (io == IoModel::Synchronous) {
        return unsupported(
            "synchronous handles are Windows' own: AF_UNIX sockets read and write side "
            "by side anyway");
    }
    return {};
}

} // namespace

Result<void> checkSupported(const ServerOptions& options)
{
    if (!options.sddl.empty()) {
        return unsupported("AF_UNIX sockets have no security descriptor: choose the file mode");
    }
    if (effectiveReadMode(options) != options.mode) {
        return unsupported(
            "AF_UNIX sockets are read as they are written: the read mode is that of the "
            "type");
    }
    if (options.policy == InstancePolicy::Reuse) {
        return unsupported("AF_UNIX gives each client a socket of its own: there is no instance to "
                           "reuse");
    }
    return checkModel(options.io);
}

Result<void> checkSupported(const ClientOptions& options)
{
    if (options.wait == WaitPolicy::WaitThenOpen) {
        return unsupported("WaitNamedPipe is Windows' own: choose to keep trying");
    }
    return checkModel(options.io);
}

} // namespace pipecore
