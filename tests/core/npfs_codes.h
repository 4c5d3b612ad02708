#pragma once

#include "npfs_names.h"

/// The Win32 error numbers that the model gives.
namespace npfs::code {

inline constexpr Code success = 0;
inline constexpr Code fileNotFound = 2;
inline constexpr Code accessDenied = 5;
inline constexpr Code invalidHandle = 6;
inline constexpr Code badNetPath = 53;
inline constexpr Code invalidParameter = 87;
inline constexpr Code brokenPipe = 109;
inline constexpr Code semTimeout = 121;
inline constexpr Code invalidName = 123;
inline constexpr Code pipeLocal = 229;
inline constexpr Code badPipe = 230;
inline constexpr Code pipeBusy = 231;
inline constexpr Code noData = 232;
inline constexpr Code pipeNotConnected = 233;
inline constexpr Code moreData = 234;
inline constexpr Code pipeConnected = 535;
inline constexpr Code pipeListening = 536;
inline constexpr Code operationAborted = 995;
inline constexpr Code ioPending = 997;
inline constexpr Code notFound = 1168;
inline constexpr Code cannotImpersonate = 1368;

} // namespace npfs::code
