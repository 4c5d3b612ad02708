#pragma once

#include "engine/inquiry_thread.h"

#include <windows.h>

#include <memory>

namespace pipecore::win32 {

/// A question about the client of a connected server's end, whose handle stays open until ask() has
/// returned: ImpersonateNamedPipeClient, OpenThreadToken, RevertToSelf; the token answers the rest.
[[nodiscard]] std::unique_ptr<InquiryJob> clientInquiry(HANDLE pipe, Inquiry inquiry);

} // namespace pipecore::win32
