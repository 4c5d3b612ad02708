#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/discovery/listing.h"

#include <cstddef>
#include <span>
#include <vector>

namespace pipecore {

/// Entry of a pipe in the directory of the named pipe file system.
struct DirectoryEntry
{
    std::string name;            ///< UTF-8; a lone surrogate is U+FFFD
    bool isExact = true;         ///< `name` is the whole truth
    std::uint32_t instances = 0; ///< FILE_DIRECTORY_INFORMATION::EndOfFile
    std::uint32_t limit = 0;     ///< FILE_DIRECTORY_INFORMATION::AllocationSize; 0xFFFFFFFF: none

    friend bool operator==(const DirectoryEntry&, const DirectoryEntry&) = default;
};

/// Takes a buffer of FILE_DIRECTORY_INFORMATION records apart. The named pipe file system has its own
/// use for two members: EndOfFile is the number of instances, AllocationSize the most there may be.
/// Corrupt when a record does not lie within the buffer or records overlap; any bytes are safe.
[[nodiscard]] Result<std::vector<DirectoryEntry>> parseDirectory(ByteView buffer);

/// Source of directory buffers: NtQueryDirectoryFile, or a recording of it.
class DirectoryReader
{
public:
    DirectoryReader() = default;
    DirectoryReader(const DirectoryReader&) = delete;
    DirectoryReader& operator=(const DirectoryReader&) = delete;
    virtual ~DirectoryReader() = default;

    /// Puts the next records into `buffer` and says how many bytes they take; 0 when all were given.
    /// `restart` begins from the first.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<std::byte> buffer, bool restart) = 0;
};

/// Reads the whole directory as a listing. A directory that does not end is Corrupt.
[[nodiscard]] Result<std::vector<ListedPipe>> readPipeDirectory(DirectoryReader& reader);

} // namespace pipecore
