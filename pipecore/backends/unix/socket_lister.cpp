#include "socket_lister.h"

#include "file_descriptor.h"
#include "pipecore/model/pipe_name.h"
#include "socket_diag.h"
#include "socket_holders.h"
#include "unix_error.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <tuple>

namespace pipecore {

namespace {

/// The lexically simple spelling of an absolute path, or of one that its server made in its folder.
std::string absolutePath(const ListedPipe& pipe)
{
    std::filesystem::path path = pipe.path;
    if (path.is_relative()) {
        std::error_code failed;
        if (pipe.server.processId) {
            path = std::filesystem::read_symlink(
                       "/proc/" + std::to_string(*pipe.server.processId) + "/cwd", failed)
                   / path;
        }
        if (failed || path.is_relative()) {
            return {};
        }
    }
    return path.lexically_normal().string();
}

struct CloseFolder
{
    void operator()(DIR* folder) const { closedir(folder); }
};

/// Where a socket's file is after a move within its folder; empty when it is not found there.
std::string movedTo(const SocketFile& file, const std::string& before)
{
    // Files are renamed in their folder mostly, and a folder of this size is read in a millisecond.
    constexpr std::size_t maxEntries = 4096;
    const std::string folder = before.substr(0, before.rfind('/') + 1);
    const std::unique_ptr<DIR, CloseFolder> entries(opendir(folder.c_str()));
    for (std::size_t i = 0; entries && i < maxEntries; ++i) {
        const dirent* const entry = readdir(entries.get());
        if (entry == nullptr) {
            break;
        }
        if (entry->d_type != DT_SOCK && entry->d_type != DT_UNKNOWN) {
            continue;
        }
        std::string path = folder + entry->d_name;
        struct stat there
        {};
        if (lstat(path.c_str(), &there) == 0 && S_ISSOCK(there.st_mode)
            && isFileOf(file, path.c_str(), there) == SameFile::Yes) {
            return path;
        }
    }
    return {};
}

/// Checks where a socket is now: its name is the spelling of the moment when it was bound, and the file may
/// have been moved, removed or replaced since.
void findPlace(ListedPipe& pipe)
{
    if (pipe.path.starts_with('@')) {
        return;
    }
    std::string path = absolutePath(pipe);
    struct stat there
    {};
    bool isThere = !path.empty() && stat(path.c_str(), &there) == 0 && S_ISSOCK(there.st_mode);
    if (isThere && pipe.file) {
        isThere = isFileOf(*pipe.file, path.c_str(), there) != SameFile::No;
    }
    if (!isThere && !path.empty() && pipe.file) {
        path = movedTo(*pipe.file, path);
        isThere = !path.empty();
    }
    if (!isThere) {
        pipe.canConnect = false;
        pipe.isPlaceKnown = false;
        return;
    }
    pipe.path = path;
    pipe.name = nameOfSocket(path, temporaryFolder());
    const auto parsed = PipeName::parse(pipe.name);
    pipe.canConnect = parsed && parsed->native() == path;
}

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
        for (ListedPipe& pipe : pipes) {
            findPlace(pipe);
        }
        std::ranges::sort(pipes, {}, [](const ListedPipe& pipe) {
            return std::tie(pipe.name, pipe.path, pipe.inode);
        });
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
    if (auto rows = readSocketDiag()) {
        return rows;
    }
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
