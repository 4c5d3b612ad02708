#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bench {

/// A second process of this program.
class PeerProcess
{
public:
    /// Starts it; throws std::system_error.
    explicit PeerProcess(const std::vector<std::string>& arguments);
    PeerProcess(const PeerProcess&) = delete;
    PeerProcess& operator=(const PeerProcess&) = delete;
    /// Waits some seconds for it to end by itself, then ends it.
    ~PeerProcess();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// This thread, and what it starts from now on, keeps to one processor (sched_setaffinity,
/// SetProcessAffinityMask).
void pinToOneCore();

/// Bytes of memory that are resident; 0 where the system is not Linux.
[[nodiscard]] std::uint64_t residentBytes();

/// For names that nobody else has.
[[nodiscard]] unsigned long ownProcessId();

} // namespace bench
