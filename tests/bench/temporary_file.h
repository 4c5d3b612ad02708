#pragma once

#include <filesystem>
#include <system_error>
#include <utility>

namespace bench {

/// A file that goes with the object; what was there before goes at once.
class TemporaryFile
{
public:
    explicit TemporaryFile(std::filesystem::path path) : m_path(std::move(path)) { remove(); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { remove(); }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    void remove()
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }

    std::filesystem::path m_path;
};

} // namespace bench
