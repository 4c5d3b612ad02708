#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace pipecore {

/// A path for people: UTF-8, as the system spells it.
[[nodiscard]] std::string pathText(const std::filesystem::path& path);

/// A file that is read at given places. Any thread, several at once.
class ReadableFile
{
public:
    /// Opens for reading; other programs may keep writing, rename and delete it (CreateFileW with all
    /// share modes; open). Errors: NotFound, AccessDenied and what else the system says.
    [[nodiscard]] static Result<std::unique_ptr<ReadableFile>>
    open(const std::filesystem::path& path);
    ReadableFile(const ReadableFile&) = delete;
    ReadableFile& operator=(const ReadableFile&) = delete;
    ~ReadableFile();

    /// Fills `into` from `offset` on and returns how many bytes there were: fewer than asked for
    /// only at the end of the file (ReadFile with an offset; pread).
    [[nodiscard]] Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> into) const;
    [[nodiscard]] Result<std::uint64_t> size() const;
    /// Whether it is this very file, not one like it, that is at `path` now (GetFileInformationByHandleEx
    /// with FileIdInfo; stat). False when nothing is there or the system cannot say.
    [[nodiscard]] bool isAt(const std::filesystem::path& path) const;

private:
    friend class WritableFile;
    class Impl;
    explicit ReadableFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// A file that is written at given places. One thread. Tests put failing devices in its place.
class WritableFile
{
public:
    WritableFile() = default;
    WritableFile(const WritableFile&) = delete;
    WritableFile& operator=(const WritableFile&) = delete;
    virtual ~WritableFile() = default;

    /// Creates a file that is not there yet; others may read, rename and delete it. It is readable
    /// by its owner only: messages may be secret.
    [[nodiscard]] static Result<std::unique_ptr<WritableFile>>
    create(const std::filesystem::path& path);
    /// The same, readable by whom the system lets read new files (the umask, the folder's access list).
    [[nodiscard]] static Result<std::unique_ptr<WritableFile>>
    createShared(const std::filesystem::path& path);

    /// Opens an existing file, unchanged; other programs may read, rename and delete it.
    [[nodiscard]] static Result<std::unique_ptr<WritableFile>>
    openExisting(const std::filesystem::path& path);

    /// Writes all of `bytes` (WriteFile with an offset; pwrite). After an error any part of them
    /// may be there. A full disk is ErrorKind::Resources.
    [[nodiscard]] virtual Result<void> writeAt(std::uint64_t offset, ByteView bytes) = 0;
    /// The same for `pieces` one behind the other, none of which is copied first (pwritev; on Windows,
    /// where WriteFileGather takes whole pages only, small ones are).
    [[nodiscard]] virtual Result<void> writeAllAt(std::uint64_t offset,
                                                  std::span<const ByteView> pieces) = 0;
    /// Cuts the file (SetFileInformationByHandle with FileEndOfFileInfo; ftruncate).
    [[nodiscard]] virtual Result<void> truncate(std::uint64_t size) = 0;
    /// Returns when the device has everything (FlushFileBuffers; fsync).
    [[nodiscard]] virtual Result<void> flush() = 0;
    /// Gives this file the owner, group, mode and access list of `other`, which it is about to replace, as
    /// far as the system permits (fchown, fchmod, fsetxattr); it never becomes readable for users who cannot read
    /// `other`. Success when nothing is at `other`, and where replaceFile() does this (Windows). An
    /// AccessDenied says that something was not kept.
    [[nodiscard]] virtual Result<void> takeAccessOf(const std::filesystem::path& /*other*/)
    {
        return {};
    }
    /// Whether both are the same file, under any name. False when the system cannot tell.
    [[nodiscard]] virtual bool isSameAs(const ReadableFile& other) const = 0;

protected:
    /// For implementations: the system handle of `other`.
    [[nodiscard]] static const ReadableFile::Impl& openAs(const ReadableFile& other)
    {
        return *other.m_impl;
    }
};

/// A lock file that is held, until destruction or the end of the process.
class FileLock
{
public:
    /// Creates the file if need be and takes the lock. Busy when another handle, of this or another
    /// process, holds it (CreateFileW without sharing; flock).
    [[nodiscard]] static Result<std::unique_ptr<FileLock>>
    acquire(const std::filesystem::path& path);
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    /// Deletes the file and unlocks it, so that no program holds a lock on a deleted file
    /// unknowingly.
    static void removeAndRelease(std::unique_ptr<FileLock> lock);

private:
    class Impl;
    explicit FileLock(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Whether `path` is a link of the system to a file that a program has open, or leads to one: /dev/stdout,
/// /dev/fd/1, /proc/self/fd/1. False on Windows, which has none.
[[nodiscard]] bool leadsToOpenFile(const std::filesystem::path& path);

/// Puts `from` in the place of `to` in one step (rename; ReplaceFileW, which keeps the access list of
/// what it replaces, or MoveFileExW where nothing is there).
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& from,
                                       const std::filesystem::path& to);

} // namespace pipecore
