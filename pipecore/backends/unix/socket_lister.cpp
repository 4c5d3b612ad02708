#include "socket_lister.h"

#include "file_descriptor.h"
#include "pipecore/model/pipe_name.h"
#include "socket_holders.h"
#include "unix_error.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace pipecore {

namespace {

class SocketLister final : public PipeLister
{
public:
    [[nodiscard]] Result<std::vector<ListedPipe>> list() override
    {
        const auto rows = readSocketTable();
        if (!rows) {
            return std::unexpected(rows.error());
        }
        std::vector<ListedPipe> pipes = listedSockets(*rows, temporaryFolder());
        m_holders.fillIn(pipes);
        return pipes;
    }

private:
    SocketHolders m_holders;
};

} // namespace

Result<std::string> readProcFile(const char* path)
{
    const FileDescriptor file(open(path, O_RDONLY | O_CLOEXEC));
    if (!file) {
        Error error = systemError("open", errno, path);
        if (error.kind == ErrorKind::NotFound) {
            error.kind = ErrorKind::NotSupported;
        }
        return std::unexpected(std::move(error));
    }
    std::string text;
    std::array<char, 64 * 1024> buffer{};
    for (;;) {
        const ssize_t count = read(file.get(), buffer.data(), buffer.size());
        if (count == 0) {
            return text;
        }
        if (count > 0) {
            text.append(buffer.data(), static_cast<std::size_t>(count));
        } else if (errno != EINTR) {
            return std::unexpected(systemError("read", errno, path));
        }
    }
}

Result<std::vector<SocketRow>> readSocketTable()
{
    const auto text = readProcFile("/proc/net/unix");
    if (!text) {
        return std::unexpected(text.error());
    }
    return parseSocketTable(*text);
}

std::string temporaryFolder()
{
    // PipeName knows where .NET puts sockets.
    const auto example = PipeName::parse("x");
    return example ? example->native().substr(0, example->native().rfind('/')) : std::string();
}

std::unique_ptr<PipeLister> makePipeLister()
{
    return std::make_unique<SocketLister>();
}

} // namespace pipecore
