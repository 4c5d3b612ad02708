#include "session/partial_file.h"

#include "session/copy_bytes.h"

#include <string>
#include <system_error>

namespace pipecore {

Result<PartialFile> PartialFile::create(const std::filesystem::path& target,
                                        const ReadableFile* source)
{
    // What would be replaced has more in it than what is written, and is still read.
    if (source != nullptr && source->isAt(target)) {
        return refuse(pathText(target)
                      + " is the file that this session is read from: write to another file");
    }
    // A number of its own for each: two copies to one target may be under way, and one of a program
    // that was ended may lie about.
    for (unsigned number = 0;; ++number) {
        std::filesystem::path temporary = target;
        temporary += ".part" + std::to_string(number);
        auto file = WritableFile::create(temporary);
        if (file) {
            return PartialFile(std::move(*file), std::move(temporary), target);
        }
        if (file.error().kind != ErrorKind::NameInUse) {
            return std::unexpected(file.error());
        }
    }
}

PartialFile::~PartialFile()
{
    if (m_temporary.empty()) {
        return;
    }
    m_file.reset();
    std::error_code ignored;
    std::filesystem::remove(m_temporary, ignored);
}

Result<void> PartialFile::append(ByteView bytes)
{
    auto written = m_file->writeAt(m_size, bytes);
    if (written) {
        m_size += bytes.size();
    }
    return written;
}

Result<void> PartialFile::finish()
{
    if (auto flushed = m_file->flush(); !flushed) {
        return flushed;
    }
    m_file.reset();
    auto replaced = replaceFile(m_temporary, m_target);
    if (replaced) {
        m_temporary.clear();
    }
    return replaced;
}

Result<void> appendCopy(PartialFile& to, const ReadableFile& from, std::uint64_t bytes,
                        const std::function<bool(double)>& progress)
{
    return copyBytes(
        from, bytes, [&to](ByteView piece) { return to.append(piece); }, progress);
}

} // namespace pipecore
