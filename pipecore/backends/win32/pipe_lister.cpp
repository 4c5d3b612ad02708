#include "nt_error.h"
#include "pipecore/discovery/listing.h"
#include "pipecore/discovery/pipe_directory.h"
#include "pipecore/win32/handle.h"
#include "system_calls.h"
#include "win32_error.h"

#include <windows.h>
// windows.h must come before it.
#include <winternl.h>

#include <utility>

// ntifs.h, which programs do not have. NTSTATUS, parameters and ownership as documented there.
// NOLINTNEXTLINE(readability-identifier-naming): the system's own name
extern "C" NTSTATUS NTAPI NtQueryDirectoryFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE routine,
                                               PVOID context, PIO_STATUS_BLOCK status, PVOID buffer,
                                               ULONG length,
                                               FILE_INFORMATION_CLASS informationClass,
                                               BOOLEAN singleEntry, PUNICODE_STRING pattern,
                                               BOOLEAN restart);

namespace pipecore::win32 {
namespace {

constexpr NTSTATUS statusNoMoreFiles = static_cast<NTSTATUS>(0x80000006);

/// The root of the named pipe file system as a directory.
class PipeFileSystem final : public DirectoryReader
{
public:
    explicit PipeFileSystem(FileHandle directory) : m_directory(std::move(directory)) {}

    [[nodiscard]] Result<std::size_t> read(std::span<std::byte> buffer, bool restart) override
    {
        IO_STATUS_BLOCK done{};
        const NTSTATUS status =
            NtQueryDirectoryFile(m_directory.get(), nullptr, nullptr, nullptr, &done, buffer.data(),
                                 static_cast<ULONG>(buffer.size()), FileDirectoryInformation, FALSE,
                                 nullptr, restart ? TRUE : FALSE);
        if (status == statusNoMoreFiles) {
            return std::size_t{0};
        }
        if (status < 0) {
            return std::unexpected(listingError(status));
        }
        return std::size_t{done.Information};
    }

private:
    [[nodiscard]] static Error listingError(NTSTATUS status)
    {
        Error error = ntError("NtQueryDirectoryFile", status);
        // The answer of Wine, whose pipes are not in a directory.
        if (error.code == ERROR_BAD_DEV_TYPE) {
            error.kind = ErrorKind::NotSupported;
            error.detail = "listing pipes is not supported by this system";
        }
        return error;
    }

    FileHandle m_directory;
};

class Lister final : public PipeLister
{
public:
    [[nodiscard]] Result<std::vector<ListedPipe>> list() override
    {
        // With its last backslash it is the file system's root, and no pipe.
        FileHandle directory(systemCalls().createFile(
            L"\\\\.\\pipe\\", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
            nullptr, OPEN_EXISTING, 0, nullptr));
        if (!directory) {
            return std::unexpected(lastError("CreateFile"));
        }
        PipeFileSystem reader(std::move(directory));
        return readPipeDirectory(reader);
    }
};

} // namespace
} // namespace pipecore::win32

namespace pipecore {

std::unique_ptr<PipeLister> makePipeLister()
{
    return std::make_unique<win32::Lister>();
}

} // namespace pipecore
