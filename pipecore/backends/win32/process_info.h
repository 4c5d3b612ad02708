#pragma once

#include "pipecore/engine/account_names.h"
#include "pipecore/model/event.h"
#include "pipecore/win32/handle.h"

#include <cstdint>
#include <string>

namespace pipecore::win32 {

/// The process for the questions that one may ask about others (OpenProcess with
/// PROCESS_QUERY_LIMITED_INFORMATION).
///
/// The number may meanwhile belong to another process: for display only. NotFound when there is no
/// such process any more, AccessDenied for protected ones. Any thread.
[[nodiscard]] Result<KernelHandle> openProcess(std::uint32_t processId);
/// Its token, for reading (OpenProcessToken with TOKEN_QUERY). Any thread.
[[nodiscard]] Result<KernelHandle> processToken(HANDLE process);

/// Full path of the program that the process runs, UTF-8 (QueryFullProcessImageName). Errors are those
/// of openProcess() too. Any thread.
[[nodiscard]] Result<std::string> processImage(std::uint32_t processId);

/// The SID of the account that the process runs under, as a text ("S-1-5-18"): processToken(),
/// GetTokenInformation with TokenUser. Any thread.
[[nodiscard]] Result<std::string> processUser(HANDLE process);

/// The peer that is this process: its image, and the user of its token. Engine's thread.
[[nodiscard]] PeerInfo peerOfProcess(std::uint32_t processId, AccountNames& accounts);
/// The peer when not even its number is known, for the same reason.
[[nodiscard]] PeerInfo unknownPeer(const Error& error);
/// The peer that has this number on another computer; here it would name some other program.
[[nodiscard]] PeerInfo remotePeer(std::uint32_t processId);

} // namespace pipecore::win32
