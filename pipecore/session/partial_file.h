#pragma once

#include "session/file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace pipecore {

/// A file that appears in its place only when it is complete: it is written beside its target, and
/// what was there before stays until then. One thread.
class PartialFile
{
public:
    /// What is at `target` may be a file, or a link to one, which stays a link. `source`, where what is
    /// written comes from, may be null. Errors: InvalidArgument when `target` is `source`, or anything but
    /// a file (a FIFO, a device, a folder), what else the file system says.
    [[nodiscard]] static Result<PartialFile> create(const std::filesystem::path& target,
                                                    const ReadableFile* source);
    PartialFile(PartialFile&&) = default;
    PartialFile& operator=(PartialFile&&) = delete;
    /// Removes what was written, unless finish() succeeded.
    ~PartialFile();

    [[nodiscard]] Result<void> append(ByteView bytes);
    /// Waits for the device and puts the file in its place.
    [[nodiscard]] Result<void> finish();

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
};

/// Appends the first `bytes` bytes of `from`. `progress` is told 0 to 1 now and then; when it answers
/// false the error is Cancelled. Corrupt when `from` has become shorter.
[[nodiscard]] Result<void> appendCopy(PartialFile& to, const ReadableFile& from,
                                      std::uint64_t bytes,
                                      const std::function<bool(double)>& progress);

} // namespace pipecore
