#include "pipecore/files/partial_file.h"

#include "pipecore/base/translatable.h"
#include "pipecore/files/copy_bytes.h"

#include <string>
#include <system_error>

namespace pipecore {

namespace {

/// Path of the new file: the target of a link, existing or not. The link stays.
Result<std::filesystem::path> placeOf(std::filesystem::path target)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status there = fs::status(target, error); // of the target of a link
    if (fs::exists(there) && !fs::is_regular_file(there)) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail",
                         "%1 is a folder, a pipe or a device: only a regular file can be replaced"),
             {pathText(target)}});
    }
    if (leadsToOpenFile(target)) {
        return refusePhrase(
            {PIPECORE_TR(
                 "ErrorDetail",
                 "%1 is already open for output: replacing it would lose the data written there"),
             {pathText(target)}});
    }
    constexpr int maxLinks = 40; // as many as Linux follows
    for (int links = 0; fs::is_symlink(fs::symlink_status(target, error)); ++links) {
        const fs::path next = fs::read_symlink(target, error);
        if (error || links == maxLinks) {
            return refusePhrase(
                {PIPECORE_TR("ErrorDetail", "%1 is a broken link"), {pathText(target)}});
        }
        target = target.parent_path() / next;
    }
    return target;
}

} // namespace

Result<PartialFile> PartialFile::create(const std::filesystem::path& wanted,
                                        const ReadableFile* source, NewFile kind)
{
    const auto place = placeOf(wanted);
    if (!place) {
        return std::unexpected(place.error());
    }
    const std::filesystem::path& target = *place;
    // The target is still being read and holds more than is written.
    if (source != nullptr && source->isAt(target)) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "%1 is the file of this session: choose another file"),
             {pathText(target)}});
    }
    // Private until it has the mode of the replaced file.
    std::error_code ignored;
    const bool isOpenToOthers =
        kind == NewFile::Export && !std::filesystem::exists(target, ignored);
    // A number of its own for each: two copies to one target may be under way, and one of a program
    // that was ended may lie about.
    for (unsigned number = 0;; ++number) {
        std::filesystem::path temporary = target;
        temporary += ".part" + std::to_string(number);
        auto file = isOpenToOthers ? WritableFile::createShared(temporary)
                                   : WritableFile::create(temporary);
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
    if (const auto kept = m_file->takeAccessOf(m_target); !kept) {
        m_notKept = kept.error();
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
