#include "pipecore/files/copy_bytes.h"

#include <algorithm>

namespace pipecore {

Result<void> copyBytes(const ReadableFile& file, std::uint64_t size,
                       const std::function<Result<void>(ByteView)>& sink,
                       const std::function<bool(double)>& progress)
{
    constexpr std::size_t chunk = std::size_t{1024} * 1024;
    Bytes buffer(static_cast<std::size_t>(std::min<std::uint64_t>(chunk, size)));
    for (std::uint64_t offset = 0; offset < size;) {
        if (progress && !progress(static_cast<double>(offset) / static_cast<double>(size))) {
            return refuse("Cancelled", ErrorKind::Cancelled);
        }
        const auto wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), size - offset));
        const auto count = file.readAt(offset, std::span(buffer).first(wanted));
        if (!count) {
            return std::unexpected(count.error());
        }
        if (*count != wanted) {
            return refuse("The file was truncated while it was copied", ErrorKind::Corrupt);
        }
        if (auto written = sink(ByteView(buffer).first(wanted)); !written) {
            return written;
        }
        offset += wanted;
    }
    return {};
}

} // namespace pipecore
