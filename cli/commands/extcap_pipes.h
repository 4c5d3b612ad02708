#pragma once

#include "pipecore/discovery/listing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipescope::cli {

/// Name and description of an interface that connects to one pipe.
struct ExtcapPipe
{
    std::string interface;
    std::string display; ///< without characters special to the extcap protocol
};

/// The pipes of a listing that can be connected to, as interfaces: at most a hundred, because Wireshark
/// starts this program for each of them.
[[nodiscard]] std::vector<ExtcapPipe> extcapPipes(const std::vector<pipecore::ListedPipe>& pipes);

/// `pipescope-connect.orders`: other bytes than letters, digits, `.`, `-` and `_` are `%` and two hex digits, for
/// Wireshark makes file names of it.
[[nodiscard]] std::string interfaceOfPipe(std::string_view name);
/// The name of the pipe again; empty when it is not such an interface.
[[nodiscard]] std::optional<std::string> pipeOfInterface(std::string_view interface);

/// The mode that the listing tells of a pipe, which only Linux does; else messages.
[[nodiscard]] pipecore::PipeMode listedMode(std::string_view name);

} // namespace pipescope::cli
