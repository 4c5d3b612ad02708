#include "pipecore/files/file.h"

#include "pipecore/base/translatable.h"

#ifndef _WIN32

#    include <cerrno>
#    include <fcntl.h>
#    include <sys/file.h>
#    include <sys/stat.h>
#    include <sys/uio.h>
#    include <sys/vfs.h>
#    include <sys/xattr.h>
#    include <unistd.h>

#    include <linux/magic.h>

#    include <algorithm>
#    include <array>
#    include <optional>

namespace pipecore {

namespace {

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

ErrorKind kindOf(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR: return ErrorKind::NotFound;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorKind::AccessDenied;
    case EEXIST: return ErrorKind::NameInUse;
    case EWOULDBLOCK: return ErrorKind::Busy;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EMFILE:
    case ENFILE:
    case ENOMEM: return ErrorKind::Resources;
    default: return ErrorKind::Io;
    }
}

std::unexpected<Error> failed(std::string_view api, int code, std::string detail)
{
    return std::unexpected(Error{.kind = kindOf(code),
                                 .domain = ErrorDomain::Errno,
                                 .code = static_cast<std::uint32_t>(code),
                                 .api = api,
                                 .detail = std::move(detail)});
}

std::string atOffset(std::uint64_t offset)
{
    return "at offset " + std::to_string(offset);
}

constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;
constexpr mode_t asUsual = ownerOnly | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH; // less the umask

/// Attribute with a file's POSIX access list on Linux.
constexpr const char* accessList = "system.posix_acl_access";

/// The access list beyond the mode, as the system keeps it.
std::optional<std::string> accessListOf(const std::filesystem::path& path)
{
    const ssize_t size = ::getxattr(path.c_str(), accessList, nullptr, 0);
    if (size <= 0) {
        return std::nullopt;
    }
    std::string list(static_cast<std::size_t>(size), '\0');
    const ssize_t count = ::getxattr(path.c_str(), accessList, list.data(), list.size());
    if (count <= 0) {
        return std::nullopt;
    }
    list.resize(static_cast<std::size_t>(count));
    return list;
}

bool isSame(const struct stat& one, const struct stat& other)
{
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

} // namespace

class ReadableFile::Impl
{
public:
    explicit Impl(int fd) : file(fd) {}
    /// Whether `facts` are of this file.
    [[nodiscard]] bool is(const struct stat& facts) const
    {
        struct stat own
        {};
        return ::fstat(file.get(), &own) == 0 && isSame(own, facts);
    }
    Descriptor file;
};

namespace {

class PosixWritableFile final : public WritableFile
{
public:
    explicit PosixWritableFile(int fd) : m_fd(fd) {}

    Result<void> writeAt(std::uint64_t offset, ByteView bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t written =
                ::pwrite(m_fd.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (written < 0) {
                const int code = errno;
                if (code == EINTR) {
                    continue;
                }
                return failed("pwrite", code, atOffset(offset));
            }
            if (written == 0) {
                return failed("pwrite", ENOSPC, atOffset(offset));
            }
            offset += static_cast<std::uint64_t>(written);
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return {};
    }

    Result<void> writeAllAt(std::uint64_t offset, std::span<const ByteView> pieces) override
    {
        std::array<iovec, 256>
            parts;            // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
        std::size_t done = 0; // bytes of the first piece that are written
        for (;;) {
            while (!pieces.empty() && done >= pieces.front().size()) {
                done -= pieces.front().size();
                pieces = pieces.subspan(1);
            }
            if (pieces.empty()) {
                return {};
            }
            const std::size_t count = std::min(pieces.size(), parts.size());
            for (std::size_t i = 0; i < count; ++i) {
                const ByteView piece = pieces[i].subspan(i == 0 ? done : 0);
                parts[i] = {const_cast<std::byte*>(piece.data()), piece.size()}; // it is only read
            }
            const ssize_t written = ::pwritev(m_fd.get(), parts.data(), static_cast<int>(count),
                                              static_cast<off_t>(offset));
            if (written < 0) {
                const int code = errno;
                if (code == EINTR) {
                    continue;
                }
                return failed("pwritev", code, atOffset(offset));
            }
            if (written == 0) {
                return failed("pwritev", ENOSPC, atOffset(offset));
            }
            offset += static_cast<std::uint64_t>(written);
            done += static_cast<std::size_t>(written);
        }
    }

    Result<void> truncate(std::uint64_t size) override
    {
        if (::ftruncate(m_fd.get(), static_cast<off_t>(size)) != 0) {
            const int code = errno;
            return failed("ftruncate", code, "to " + std::to_string(size) + " bytes");
        }
        return {};
    }

    Result<void> flush() override
    {
        if (::fsync(m_fd.get()) != 0) {
            const int code = errno;
            return failed("fsync", code, {});
        }
        return {};
    }

    Result<void> takeAccessOf(const std::filesystem::path& other) override
    {
        struct stat theirs
        {};
        struct stat ours
        {};
        if (::stat(other.c_str(), &theirs) != 0 || ::fstat(m_fd.get(), &ours) != 0) {
            return {};
        }
        const bool ownerKept =
            theirs.st_uid == ours.st_uid || ::fchown(m_fd.get(), theirs.st_uid, theirs.st_gid) == 0;
        const bool groupKept = theirs.st_gid == ours.st_gid
                               || ::fchown(m_fd.get(), static_cast<uid_t>(-1), theirs.st_gid) == 0;
        const auto list = accessListOf(other);
        mode_t mode = theirs.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
        if (!groupKept || list) {
            // The group bits are for that group. With an access list these bits are its mask and may
            // be more than the group's own, until the list is there.
            mode &= ~static_cast<mode_t>(S_IRWXG);
        }
        // The one that the folder gives new files would let in whom the mode of the old one did not.
        ::fremovexattr(m_fd.get(), accessList);
        bool modeKept = ::fchmod(m_fd.get(), mode) == 0;
        if (list && ownerKept && groupKept) {
            modeKept =
                modeKept && ::fsetxattr(m_fd.get(), accessList, list->data(), list->size(), 0) == 0;
        }
        if (ownerKept && groupKept && modeKept) {
            return {};
        }
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "The owner, group or access list of %1 could not be kept; "
                                        "it now belongs to this user"),
             {pathText(other)}},
            ErrorKind::AccessDenied);
    }

    [[nodiscard]] bool isSameAs(const ReadableFile& other) const override
    {
        struct stat facts
        {};
        return ::fstat(m_fd.get(), &facts) == 0 && openAs(other).is(facts);
    }

private:
    Descriptor m_fd;
};

} // namespace

std::string pathText(const std::filesystem::path& path)
{
    return path.string();
}

ReadableFile::ReadableFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ReadableFile::~ReadableFile() = default;

Result<std::unique_ptr<ReadableFile>> ReadableFile::open(const std::filesystem::path& path)
{
    // Without O_NONBLOCK opening a FIFO would wait for a writer.
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        const int code = errno;
        return failed("open", code, pathText(path));
    }
    auto impl = std::make_unique<Impl>(fd);
    struct stat facts
    {};
    if (::fstat(fd, &facts) != 0) {
        const int code = errno;
        return failed("fstat", code, pathText(path));
    }
    if (!S_ISREG(facts.st_mode)) {
        return refuse(pathText(path) + " is not a file");
    }
    return std::unique_ptr<ReadableFile>(new ReadableFile(std::move(impl)));
}

Result<std::size_t> ReadableFile::readAt(std::uint64_t offset, std::span<std::byte> into) const
{
    std::size_t done = 0;
    while (done < into.size()) {
        const ssize_t count = ::pread(m_impl->file.get(), into.data() + done, into.size() - done,
                                      static_cast<off_t>(offset + done));
        if (count < 0) {
            const int code = errno;
            if (code == EINTR) {
                continue;
            }
            return failed("pread", code, atOffset(offset + done));
        }
        if (count == 0) {
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    return done;
}

Result<std::uint64_t> ReadableFile::size() const
{
    struct stat facts
    {};
    if (::fstat(m_impl->file.get(), &facts) != 0) {
        const int code = errno;
        return failed("fstat", code, {});
    }
    return static_cast<std::uint64_t>(facts.st_size);
}

bool ReadableFile::isAt(const std::filesystem::path& path) const
{
    struct stat facts
    {};
    return ::stat(path.c_str(), &facts) == 0 && m_impl->is(facts);
}

namespace {

Result<std::unique_ptr<WritableFile>> createWith(mode_t mode, const std::filesystem::path& path)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0) {
        const int code = errno;
        return failed("open", code, pathText(path));
    }
    return std::make_unique<PosixWritableFile>(fd);
}

} // namespace

Result<std::unique_ptr<WritableFile>> WritableFile::create(const std::filesystem::path& path)
{
    return createWith(ownerOnly, path);
}

Result<std::unique_ptr<WritableFile>> WritableFile::createShared(const std::filesystem::path& path)
{
    return createWith(asUsual, path);
}

Result<std::unique_ptr<WritableFile>> WritableFile::openExisting(const std::filesystem::path& path)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        const int code = errno;
        return failed("open", code, pathText(path));
    }
    return std::make_unique<PosixWritableFile>(fd);
}

class FileLock::Impl
{
public:
    Impl(int fd, std::filesystem::path lockPath) : file(fd), path(std::move(lockPath)) {}
    Descriptor file;
    std::filesystem::path path;
};

FileLock::FileLock(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
FileLock::~FileLock() = default;

Result<std::unique_ptr<FileLock>> FileLock::acquire(const std::filesystem::path& path)
{
    for (;;) {
        const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, ownerOnly);
        if (fd < 0) {
            const int code = errno;
            return failed("open", code, pathText(path));
        }
        auto impl = std::make_unique<Impl>(fd, path);
        if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
            const int code = errno;
            return failed("flock", code, pathText(path));
        }
        // Another program may have deleted it between open and flock: then the lock would be on nothing.
        struct stat facts
        {};
        if (::fstat(fd, &facts) == 0 && facts.st_nlink > 0) {
            return std::unique_ptr<FileLock>(new FileLock(std::move(impl)));
        }
    }
}

void FileLock::removeAndRelease(std::unique_ptr<FileLock> lock)
{
    ::unlink(lock->m_impl->path.c_str());
}

bool leadsToOpenFile(const std::filesystem::path& path)
{
    namespace fs = std::filesystem;
    std::error_code error;
    fs::path place = path;
    constexpr int maxLinks = 40; // as many as Linux follows
    for (int links = 0; links < maxLinks && fs::is_symlink(fs::symlink_status(place, error));
         ++links) {
        const fs::path folder = place.has_parent_path() ? place.parent_path() : fs::path(".");
        // Links of other file systems are texts; those of /proc lead to the open file itself, and the text
        // is only its name.
        struct statfs system
        {};
        if (::statfs(folder.c_str(), &system) == 0 && system.f_type == PROC_SUPER_MAGIC) {
            return true;
        }
        place = place.parent_path() / fs::read_symlink(place, error);
    }
    return false;
}

Result<void> replaceFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0) {
        const int code = errno;
        return failed("rename", code, pathText(to));
    }
    // The new name is on the device when the folder is. Some file systems have no such call for folders.
    const std::filesystem::path folder = to.has_parent_path() ? to.parent_path() : ".";
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() >= 0 && ::fsync(opened.get()) != 0) {
        const int code = errno;
        if (code == EIO || code == ENOSPC || code == EDQUOT) {
            return failed("fsync", code, pathText(folder));
        }
    }
    return {};
}

} // namespace pipecore

#endif
