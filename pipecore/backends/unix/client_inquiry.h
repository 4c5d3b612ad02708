#pragma once

#include "pipecore/engine/inquiry_thread.h"

#include <memory>

namespace pipecore {

/// A question about the client of a connected socket, which stays open until ask() has returned:
/// SO_PEERCRED, SO_PEERGROUPS and SO_PEERSEC, and then names, or modes of files.
[[nodiscard]] std::unique_ptr<InquiryJob> clientInquiry(int socket, Inquiry inquiry);

} // namespace pipecore
