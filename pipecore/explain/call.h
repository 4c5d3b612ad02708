#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace pipecore::explaining {

/// A set of system calls, one bit each.
using CallSet = std::uint64_t;

constexpr CallSet anyCall = ~CallSet{0};

constexpr CallSet createNamedPipe = 1ULL << 0U;
constexpr CallSet connectNamedPipe = 1ULL << 1U;
constexpr CallSet waitNamedPipe = 1ULL << 2U;
constexpr CallSet createFile = 1ULL << 3U;
constexpr CallSet callNamedPipe = 1ULL << 4U;
constexpr CallSet setHandleState = 1ULL << 5U;
constexpr CallSet transactNamedPipe = 1ULL << 6U;
constexpr CallSet readFile = 1ULL << 7U;
constexpr CallSet writeFile = 1ULL << 8U;
constexpr CallSet peekNamedPipe = 1ULL << 9U;
constexpr CallSet flushFileBuffers = 1ULL << 10U;
constexpr CallSet disconnectNamedPipe = 1ULL << 11U;
constexpr CallSet getHandleState = 1ULL << 12U;
constexpr CallSet getPipeInfo = 1ULL << 13U;
constexpr CallSet getProcessId = 1ULL << 14U;
constexpr CallSet getComputerName = 1ULL << 15U;
constexpr CallSet impersonate = 1ULL << 16U;
constexpr CallSet openThreadToken = 1ULL << 17U;
constexpr CallSet openProcess = 1ULL << 18U;
constexpr CallSet getSecurity = 1ULL << 19U;
constexpr CallSet setSecurity = 1ULL << 20U;
constexpr CallSet lookUpAccount = 1ULL << 21U;
constexpr CallSet getOverlappedResult = 1ULL << 22U;
constexpr CallSet getQueuedStatus = 1ULL << 23U;
constexpr CallSet waitForObject = 1ULL << 24U;
constexpr CallSet cancelIo = 1ULL << 25U;
constexpr CallSet createPort = 1ULL << 26U;
/// CreateFileW and open of a recording, not of a pipe.
constexpr CallSet openFile = 1ULL << 27U;

constexpr CallSet socketCall = 1ULL << 32U;
constexpr CallSet bindCall = 1ULL << 33U;
constexpr CallSet listenCall = 1ULL << 34U;
constexpr CallSet connectCall = 1ULL << 35U;
constexpr CallSet acceptCall = 1ULL << 36U;
constexpr CallSet sendCall = 1ULL << 37U;
constexpr CallSet recvCall = 1ULL << 38U;
constexpr CallSet setOption = 1ULL << 39U;
constexpr CallSet getOption = 1ULL << 40U;
constexpr CallSet chmodCall = 1ULL << 41U;
constexpr CallSet unlinkCall = 1ULL << 42U;
constexpr CallSet epollCall = 1ULL << 43U;

/// The calls with which a client finds or opens a pipe.
constexpr CallSet openingCalls = createFile | waitNamedPipe | callNamedPipe;

/// The call that an Error's `api` names; 0 when it is none of these.
[[nodiscard]] CallSet callOf(std::string_view api);
/// The documented names of a set, in the order above; none for anyCall.
[[nodiscard]] std::vector<std::string_view> namesOf(CallSet calls);
/// Calls of a server or a client.
[[nodiscard]] CallSet callsOf(Role role);

} // namespace pipecore::explaining
