#pragma once

#include "pipecore/files/file.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <vector>

/// Device faults that a test can inject while a recorder writes.
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
        return writeAllAt(offset, std::span(&bytes, 1));
    }
    pipecore::Result<void> writeAllAt(std::uint64_t offset,
                                      std::span<const pipecore::ByteView> pieces) override
    {
        if (m_faults->lost) {
            return failed(pipecore::ErrorKind::Io, 5);
        }
        const std::uint64_t capacity = m_faults->capacity;
        std::uint64_t left = capacity - std::min(capacity, offset);
        std::vector<pipecore::ByteView> fitting;
        bool fits = true;
        for (const pipecore::ByteView piece : pieces) {
            fitting.push_back(
                piece.first(std::size_t(std::min<std::uint64_t>(piece.size(), left))));
            left -= fitting.back().size();
            fits = fits && fitting.back().size() == piece.size();
        }
        auto written = m_file->writeAllAt(offset, fitting);
        return written && !fits ? failed(pipecore::ErrorKind::Resources, 28) : written;
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
