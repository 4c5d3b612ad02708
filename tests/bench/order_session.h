#pragma once

#include <cstdint>
#include <filesystem>

namespace bench {

/// Records a session of so many messages into a new file: orders and their answers in JSON, about a
/// hundred bytes each. Throws std::runtime_error.
void recordOrders(const std::filesystem::path& path, std::uint64_t messages);

} // namespace bench
