#pragma once

#include "pipecore/engine/inquiry_thread.h"

#include <windows.h>

#include <memory>
#include <string>

namespace pipecore::win32 {

/// A question about the client of a connected server's end, whose handle stays open until ask() has
/// returned: ImpersonateNamedPipeClient, OpenThreadToken, RevertToSelf; the token answers the rest.
/// `shortName` is the pipe's own name.
[[nodiscard]] std::unique_ptr<InquiryJob> clientInquiry(HANDLE pipe, std::string shortName,
                                                        Inquiry inquiry);

/// The computer that the client is on (GetNamedPipeClientComputerName). NotSupported when it is this one.
[[nodiscard]] Result<std::string> clientComputer(HANDLE pipe);

} // namespace pipecore::win32
