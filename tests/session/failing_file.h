#pragma once

#include "pipecore/files/file.h"

#include <atomic>
#include <memory>

/// What a test can do to a device while a recorder writes to it.
struct DeviceFaults
{
    std::atomic<std::uint64_t> capacity{~std::uint64_t{0}}; ///< bytes until the disk is full
    std::atomic<bool> lost{false};                          ///< nothing works any more
    std::atomic<int> attempts{0};                           ///< failed writes
};

/// A file on a device that fills up or goes away: writes what fits, then fails, as a real one does.
class FailingFile final : public pipecore::WritableFile
{
public:
    FailingFile(std::unique_ptr<pipecore::WritableFile> file, std::shared_ptr<DeviceFaults> faults)
        : m_file(std::move(file))
        , m_faults(std::move(faults))
    {}

    pipecore::Result<void> writeAt(std::uint64_t offset, pipecore::ByteView bytes) override
    {
        if (m_faults->lost) {
            return failed(pipecore::ErrorKind::Io, 5);
        }
        const std::uint64_t capacity = m_faults->capacity;
        if (offset + bytes.size() <= capacity) {
            return m_file->writeAt(offset, bytes);
        }
        const std::uint64_t fits = capacity - std::min(capacity, offset);
        if (const auto part = m_file->writeAt(offset, bytes.first(std::size_t(fits))); !part) {
            return part;
        }
        return failed(pipecore::ErrorKind::Resources, 28);
    }
    pipecore::Result<void> truncate(std::uint64_t size) override
    {
        return m_faults->lost ? failed(pipecore::ErrorKind::Io, 5) : m_file->truncate(size);
    }
    pipecore::Result<void> flush() override { return m_file->flush(); }
    bool isSameAs(const pipecore::ReadableFile& other) const override
    {
        return m_file->isSameAs(other);
    }

private:
    pipecore::Result<void> failed(pipecore::ErrorKind kind, std::uint32_t code)
    {
        ++m_faults->attempts;
        return std::unexpected(pipecore::Error{.kind = kind,
                                               .domain = pipecore::ErrorDomain::Errno,
                                               .code = code,
                                               .api = "pwrite",
                                               .detail = "test"});
    }

    std::unique_ptr<pipecore::WritableFile> m_file;
    std::shared_ptr<DeviceFaults> m_faults;
};
