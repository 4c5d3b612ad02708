#include "pipecore/base/translatable.h"
#include "pipecore/files/file.h"

#ifdef _WIN32

#    include <algorithm>
#    include <array>
#    include <cstring>
#    include <optional>
#    include <string>
#    include <windows.h>
// windows.h must come before it.
#    include <sddl.h>

namespace pipecore {

namespace {

class FileHandle
{
public:
    explicit FileHandle(HANDLE handle) : m_handle(handle) {}
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;
    ~FileHandle()
    {
        if (m_handle != INVALID_HANDLE_VALUE) {
            CloseHandle(m_handle);
        }
    }
    [[nodiscard]] HANDLE get() const { return m_handle; }

private:
    HANDLE m_handle;
};

/// A path may name a pipe: its server may know who we are, and not act as us.
constexpr DWORD onlyIdentified = SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION;
constexpr DWORD shareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
// A call takes a 32-bit size; 64 MiB also keeps the pages it locks within bounds.
constexpr std::size_t maxTransfer = std::size_t{64} * 1024 * 1024;
// From here on a call of its own costs less than the copy.
constexpr std::size_t minDirectWrite = std::size_t{16} * 1024;
constexpr std::size_t maxStagedBytes = std::size_t{256} * 1024;

ErrorKind kindOf(DWORD code)
{
    switch (code) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME: return ErrorKind::NotFound;
    case ERROR_ACCESS_DENIED:
    case ERROR_WRITE_PROTECT: return ErrorKind::AccessDenied;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS: return ErrorKind::NameInUse;
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION: return ErrorKind::Busy;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case ERROR_FILE_TOO_LARGE:
    case ERROR_NOT_ENOUGH_MEMORY: return ErrorKind::Resources;
    default: return ErrorKind::Io;
    }
}

std::unexpected<Error> failed(std::string_view api, DWORD code, std::string detail)
{
    return std::unexpected(Error{.kind = kindOf(code),
                                 .domain = ErrorDomain::Win32,
                                 .code = code,
                                 .api = api,
                                 .detail = std::move(detail)});
}

std::string atOffset(std::uint64_t offset)
{
    return "at offset " + std::to_string(offset);
}

OVERLAPPED placeOf(std::uint64_t offset)
{
    OVERLAPPED place{};
    place.Offset = static_cast<DWORD>(offset & 0xFFFFFFFFU);
    place.OffsetHigh = static_cast<DWORD>(offset >> 32U);
    return place;
}

/// Identity of a file on this computer.
struct FileIdentity
{
    std::uint64_t volume = 0;
    std::array<unsigned char, 16> number{};
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

std::optional<FileIdentity> identityOf(HANDLE file)
{
    FileIdentity identity;
    FILE_ID_INFO info{};
    if (GetFileInformationByHandleEx(file, FileIdInfo, &info, sizeof info) != 0) {
        identity.volume = info.VolumeSerialNumber;
        static_assert(sizeof info.FileId == sizeof identity.number);
        std::memcpy(identity.number.data(), &info.FileId, sizeof info.FileId);
        return identity;
    }
    // File systems (FAT) and systems that do not have the long numbers.
    BY_HANDLE_FILE_INFORMATION old{};
    if (GetFileInformationByHandle(file, &old) == 0) {
        return std::nullopt;
    }
    identity.volume = old.dwVolumeSerialNumber;
    std::memcpy(identity.number.data(), &old.nFileIndexLow, sizeof old.nFileIndexLow);
    std::memcpy(identity.number.data() + sizeof old.nFileIndexLow, &old.nFileIndexHigh,
                sizeof old.nFileIndexHigh);
    return identity;
}

bool isSame(const FileHandle& one, const FileHandle& other)
{
    const auto identity = identityOf(one.get());
    return identity && identity == identityOf(other.get());
}

} // namespace

class ReadableFile::Impl
{
public:
    explicit Impl(HANDLE handle) : file(handle) {}
    FileHandle file;
};

namespace {

class WindowsWritableFile final : public WritableFile
{
public:
    explicit WindowsWritableFile(HANDLE handle) : m_file(handle) {}

    Result<void> writeAt(std::uint64_t offset, ByteView bytes) override
    {
        while (!bytes.empty()) {
            OVERLAPPED place = placeOf(offset);
            DWORD written = 0;
            const auto count = static_cast<DWORD>(std::min(bytes.size(), maxTransfer));
            if (WriteFile(m_file.get(), bytes.data(), count, &written, &place) == 0) {
                const DWORD code = GetLastError();
                return failed("WriteFile", code, atOffset(offset));
            }
            if (written == 0) {
                return failed("WriteFile", ERROR_DISK_FULL, atOffset(offset));
            }
            offset += written;
            bytes = bytes.subspan(written);
        }
        return {};
    }

    Result<void> writeAllAt(std::uint64_t offset, std::span<const ByteView> pieces) override
    {
        m_staged.clear();
        const auto writeStaged = [&] {
            auto written = writeAt(offset, m_staged);
            offset += m_staged.size();
            m_staged.clear();
            return written;
        };
        for (const ByteView piece : pieces) {
            const bool isSmall = piece.size() < minDirectWrite;
            if (!isSmall || m_staged.size() + piece.size() > maxStagedBytes) {
                if (auto written = writeStaged(); !written) {
                    return written;
                }
            }
            if (isSmall) {
                m_staged.insert(m_staged.end(), piece.begin(), piece.end());
                continue;
            }
            if (auto written = writeAt(offset, piece); !written) {
                return written;
            }
            offset += piece.size();
        }
        return writeStaged();
    }

    Result<void> truncate(std::uint64_t size) override
    {
        FILE_END_OF_FILE_INFO info{};
        info.EndOfFile.QuadPart = static_cast<LONGLONG>(size);
        if (SetFileInformationByHandle(m_file.get(), FileEndOfFileInfo, &info, sizeof info) == 0) {
            const DWORD code = GetLastError();
            return failed("SetFileInformationByHandle", code,
                          "to " + std::to_string(size) + " bytes");
        }
        return {};
    }

    Result<void> flush() override
    {
        if (FlushFileBuffers(m_file.get()) == 0) {
            const DWORD code = GetLastError();
            return failed("FlushFileBuffers", code, {});
        }
        return {};
    }

    [[nodiscard]] bool isSameAs(const ReadableFile& other) const override
    {
        return isSame(m_file, openAs(other).file);
    }

private:
    FileHandle m_file;
    Bytes m_staged; ///< small pieces that are written with one call
};

} // namespace

std::string pathText(const std::filesystem::path& path)
{
    // Not path.string(): it uses the code page of the system and throws for missing characters.
    std::string text;
    for (const char8_t unit : path.u8string()) {
        text.push_back(static_cast<char>(unit));
    }
    return text;
}

ReadableFile::ReadableFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ReadableFile::~ReadableFile() = default;

Result<std::unique_ptr<ReadableFile>> ReadableFile::open(const std::filesystem::path& path)
{
    HANDLE handle = CreateFileW(path.c_str(), GENERIC_READ, shareAll, nullptr, OPEN_EXISTING,
                                FILE_ATTRIBUTE_NORMAL | onlyIdentified, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD code = GetLastError();
        return failed("CreateFileW", code, pathText(path));
    }
    auto impl = std::make_unique<Impl>(handle);
    if (GetFileType(handle) != FILE_TYPE_DISK) {
        return refuse(pathText(path) + " is not a file");
    }
    return std::unique_ptr<ReadableFile>(new ReadableFile(std::move(impl)));
}

Result<std::size_t> ReadableFile::readAt(std::uint64_t offset, std::span<std::byte> into) const
{
    std::size_t done = 0;
    while (done < into.size()) {
        OVERLAPPED place = placeOf(offset + done);
        DWORD count = 0;
        const auto wanted = static_cast<DWORD>(std::min(into.size() - done, maxTransfer));
        if (ReadFile(m_impl->file.get(), into.data() + done, wanted, &count, &place) == 0) {
            const DWORD code = GetLastError();
            if (code == ERROR_HANDLE_EOF) {
                break;
            }
            return failed("ReadFile", code, atOffset(offset + done));
        }
        if (count == 0) {
            break;
        }
        done += count;
    }
    return done;
}

Result<std::uint64_t> ReadableFile::size() const
{
    LARGE_INTEGER size{};
    if (GetFileSizeEx(m_impl->file.get(), &size) == 0) {
        const DWORD code = GetLastError();
        return failed("GetFileSizeEx", code, {});
    }
    return static_cast<std::uint64_t>(size.QuadPart);
}

bool ReadableFile::isAt(const std::filesystem::path& path) const
{
    // Without any right to it: to know its identity takes none.
    const FileHandle there(CreateFileW(path.c_str(), 0, shareAll, nullptr, OPEN_EXISTING,
                                       FILE_FLAG_BACKUP_SEMANTICS | onlyIdentified, nullptr));
    return there.get() != INVALID_HANDLE_VALUE && isSame(there, m_impl->file);
}

namespace {

/// A security descriptor for a file of this user's alone, whatever the folder would pass on.
class PrivateSecurity
{
public:
    PrivateSecurity()
    {
        HANDLE token = nullptr;
        if (OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token) == 0) {
            return;
        }
        const FileHandle owned(token);
        alignas(TOKEN_USER) std::array<std::byte, sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE>
            user{};
        DWORD size = 0;
        LPWSTR sid = nullptr;
        if (GetTokenInformation(token, TokenUser, user.data(), static_cast<DWORD>(user.size()),
                                &size)
                == 0
            || ConvertSidToStringSidW(reinterpret_cast<TOKEN_USER*>(user.data())->User.Sid, &sid)
                   == 0) {
            return;
        }
        const std::wstring sddl = L"D:P(A;;FA;;;" + std::wstring(sid) + L")";
        LocalFree(sid);
        ConvertStringSecurityDescriptorToSecurityDescriptorW(sddl.c_str(), SDDL_REVISION_1,
                                                             &m_descriptor, nullptr);
    }
    PrivateSecurity(const PrivateSecurity&) = delete;
    PrivateSecurity& operator=(const PrivateSecurity&) = delete;
    ~PrivateSecurity() { LocalFree(m_descriptor); }

    /// False with GetLastError() when the system did not give one.
    [[nodiscard]] explicit operator bool() const { return m_descriptor != nullptr; }
    [[nodiscard]] SECURITY_ATTRIBUTES attributes() const
    {
        return {.nLength = sizeof(SECURITY_ATTRIBUTES),
                .lpSecurityDescriptor = m_descriptor,
                .bInheritHandle = FALSE};
    }

private:
    PSECURITY_DESCRIPTOR m_descriptor = nullptr;
};

Result<std::unique_ptr<WritableFile>> createNew(const std::filesystem::path& path,
                                                SECURITY_ATTRIBUTES* attributes)
{
    HANDLE handle =
        CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE, attributes,
                    CREATE_NEW, FILE_ATTRIBUTE_NORMAL | onlyIdentified, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD code = GetLastError();
        return failed("CreateFileW", code, pathText(path));
    }
    return std::make_unique<WindowsWritableFile>(handle);
}

} // namespace

Result<std::unique_ptr<WritableFile>> WritableFile::create(const std::filesystem::path& path)
{
    const PrivateSecurity security;
    if (!security) {
        const DWORD code = GetLastError();
        return failed("ConvertStringSecurityDescriptorToSecurityDescriptorW", code, pathText(path));
    }
    SECURITY_ATTRIBUTES attributes = security.attributes();
    return createNew(path, &attributes);
}

Result<std::unique_ptr<WritableFile>> WritableFile::createShared(const std::filesystem::path& path)
{
    return createNew(path, nullptr);
}

Result<std::unique_ptr<WritableFile>> WritableFile::openExisting(const std::filesystem::path& path)
{
    HANDLE handle =
        CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL | onlyIdentified, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD code = GetLastError();
        return failed("CreateFileW", code, pathText(path));
    }
    return std::make_unique<WindowsWritableFile>(handle);
}

class FileLock::Impl
{
public:
    Impl(HANDLE handle, std::filesystem::path lockPath) : file(handle), path(std::move(lockPath)) {}
    FileHandle file;
    std::filesystem::path path;
};

FileLock::FileLock(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
FileLock::~FileLock() = default;

Result<std::unique_ptr<FileLock>> FileLock::acquire(const std::filesystem::path& path)
{
    HANDLE handle = CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                                FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD code = GetLastError();
        return failed("CreateFileW", code, pathText(path));
    }
    return std::unique_ptr<FileLock>(new FileLock(std::make_unique<Impl>(handle, path)));
}

void FileLock::removeAndRelease(std::unique_ptr<FileLock> lock)
{
    // It is not shared for deletion, so it is deleted only when it is closed; no program can hold a lock on
    // a deleted file here.
    const std::filesystem::path path = lock->m_impl->path;
    lock.reset();
    DeleteFileW(path.c_str());
}

bool leadsToOpenFile(const std::filesystem::path& /*path*/)
{
    return false;
}

namespace {

std::unexpected<Error> notReplaced(std::string_view api, DWORD code,
                                   const std::filesystem::path& path)
{
    auto error = failed(api, code, pathText(path));
    // A program that keeps a file open without FILE_SHARE_DELETE, as Wireshark does, is in the way of
    // the new file, and the system calls it a matter of rights.
    const bool isRefused = code == ERROR_ACCESS_DENIED || code == ERROR_SHARING_VIOLATION
                           || code == ERROR_UNABLE_TO_REMOVE_REPLACED;
    const DWORD attributes = GetFileAttributesW(path.c_str());
    if (isRefused && attributes != INVALID_FILE_ATTRIBUTES
        && (attributes & (FILE_ATTRIBUTE_READONLY | FILE_ATTRIBUTE_DIRECTORY)) == 0) {
        error.error().kind = ErrorKind::Busy;
        error.error().phrase = {
            PIPECORE_TR("ErrorDetail", "%1 is probably open in another program, such as Wireshark: "
                                       "close it there, or choose another name"),
            {pathText(path)}};
        error.error().detail = error.error().phrase.text();
    }
    return error;
}

} // namespace

Result<void> replaceFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    // MoveFileExW would give the file the access list of a new one.
    if (ReplaceFileW(to.c_str(), from.c_str(), nullptr, 0, nullptr, nullptr) != 0) {
        return {};
    }
    switch (const DWORD code = GetLastError()) {
    case ERROR_FILE_NOT_FOUND:               // nothing to replace
    case ERROR_UNABLE_TO_MOVE_REPLACEMENT_2: // what was there is gone, the new file is not
    case ERROR_INVALID_FUNCTION:             // file systems that cannot
    case ERROR_NOT_SUPPORTED: break;
    default: return notReplaced("ReplaceFileW", code, to);
    }
    if (MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)
        == 0) {
        const DWORD code = GetLastError();
        return notReplaced("MoveFileExW", code, to);
    }
    return {};
}

} // namespace pipecore

#endif
