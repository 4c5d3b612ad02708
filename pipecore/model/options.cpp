#include "pipecore/model/options.h"

#include "pipecore/base/translatable.h"
#include "pipecore/model/option_table.h"
#include "pipecore/model/pipe_name.h"

namespace pipecore {

namespace {

Result<void> checkCombination(const ServerOptions& options)
{
    if (options.mode == PipeMode::Byte && effectiveReadMode(options) == PipeMode::Message) {
        return refusePhrase({PIPECORE_TR(
            "ErrorDetail",
            "a byte pipe cannot be read as messages: choose the message type, or read bytes")});
    }
    if (options.connection.echo && options.access != Access::Duplex) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "echo needs both directions: choose duplex")});
    }
    return {};
}

Result<void> checkCombination(const ClientOptions& options)
{
    if (options.connection.echo && options.access != ClientAccess::ReadWrite) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "echo needs both directions: choose read and write")});
    }
    return {};
}

} // namespace

Result<void> validate(const ServerOptions& options)
{
    const auto name = PipeName::parse(options.name);
    if (!name) {
        return std::unexpected(name.error());
    }
    if (name->isRemote()) {
        return refusePhrase(
            {PIPECORE_TR(
                 "ErrorDetail",
                 "a server cannot use a name on another computer (%1): use . for this computer"),
             {name->computer()}});
    }
    if (auto checked = checkOptions(options); !checked) {
        return checked;
    }
    return checkCombination(options);
}

Result<void> validate(const CallOptions& options)
{
    if (auto name = PipeName::parse(options.name); !name) {
        return std::unexpected(name.error());
    }
    return checkOptions(options);
}

Result<void> validate(const RelayOptions& options)
{
    for (auto checked : {validate(options.server), validate(options.target)}) {
        if (!checked) {
            return checked;
        }
    }
    const auto served = PipeName::parse(options.server.name);
    const auto target = PipeName::parse(options.target.name);
    if (served->display() == target->display()) {
        return refuse("a relay cannot be its own target: " + served->display()
                          + " is both the name it serves and its target",
                      ErrorKind::InvalidArgument);
    }
    if (options.server.mode != options.target.mode
        || effectiveReadMode(options.server) != options.server.mode) {
        return refuse("a relay has one mode on both sides: bytes or messages",
                      ErrorKind::InvalidArgument);
    }
    if (asClientAccess(options.server.access) != options.target.access) {
        return refuse("a relay passes on in the same direction on both sides",
                      ErrorKind::InvalidArgument);
    }
    if (options.server.io != IoModel::Overlapped || options.target.io != IoModel::Overlapped) {
        return refuse("a relay uses overlapped handles only", ErrorKind::InvalidArgument);
    }
    if (options.server.connection.echo || options.target.connection.echo) {
        return refuse("a relay does not echo", ErrorKind::InvalidArgument);
    }
    return {};
}

Result<void> validate(const ClientOptions& options)
{
    if (auto name = PipeName::parse(options.name); !name) {
        return std::unexpected(name.error());
    }
    if (auto checked = checkOptions(options); !checked) {
        return checked;
    }
    return checkCombination(options);
}

} // namespace pipecore
