#pragma once

#include "pipecore/files/file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace pipecore {

/// Access to a new file; a replaced file keeps its access.
enum class NewFile : std::uint8_t {
    Recording, ///< its owner only: it keeps messages, which may be secret
    Export,    ///< default access of new files: the user chose content and place
};

/// A file that appears in its place only when it is complete: it is written beside its target, and
/// what was there before stays until then. It then has the owner, mode and access list of what it
/// replaces. One thread.
class PartialFile
{
public:
    /// `target` may be a file, or a link to one, which stays a link. `source`, where what is
    /// written comes from, may be null. Errors: InvalidArgument when `target` is `source`, or anything but
    /// a file (a FIFO, a device, a folder), or leads to a file that a program has open (/dev/stdout): there
    /// what was written before and comes later would be lost; what else the file system says.
    [[nodiscard]] static Result<PartialFile> create(const std::filesystem::path& target,
                                                    const ReadableFile* source, NewFile kind);
    PartialFile(PartialFile&&) = default;
    PartialFile& operator=(PartialFile&&) = delete;
    /// Removes the partial file, unless finish() succeeded.
    ~PartialFile();

    [[nodiscard]] Result<void> append(ByteView bytes);
    /// Waits for the device and puts the file in its place.
    [[nodiscard]] Result<void> finish();
    /// After finish(): the owner, mode or access list that could not be kept.
    [[nodiscard]] const std::optional<Error>& notKept() const { return m_notKept; }

private:
    PartialFile(std::unique_ptr<WritableFile> file, std::filesystem::path temporary,
                std::filesystem::path target)
        : m_file(std::move(file))
        , m_temporary(std::move(temporary))
        , m_target(std::move(target))
    {}

    std::unique_ptr<WritableFile> m_file;
    std::filesystem::path m_temporary;
    std::filesystem::path m_target;
    std::uint64_t m_size = 0;
    std::optional<Error> m_notKept;
};

/// Appends the first `bytes` bytes of `from`. `progress` gets 0 to 1 now and then; when it returns
/// false the error is Cancelled. Corrupt when `from` has become shorter.
[[nodiscard]] Result<void> appendCopy(PartialFile& to, const ReadableFile& from,
                                      std::uint64_t bytes,
                                      const std::function<bool(double)>& progress);

} // namespace pipecore
