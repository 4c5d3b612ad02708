#pragma once

#include "pipecore/base/bytes.h"

#include <string>

namespace pipecore {

/// Appends two lower-case hex digits a byte, without anything between them.
void appendHex(std::string& text, ByteView bytes);

} // namespace pipecore
