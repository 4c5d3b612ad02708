#pragma once

#include <string>

namespace pipecore {

/// The processor's family, for the header of a file: "x86_64".
[[nodiscard]] std::string hardwareText();
/// The operating system and its version: uname; RtlGetVersion.
[[nodiscard]] std::string systemText();

} // namespace pipecore
