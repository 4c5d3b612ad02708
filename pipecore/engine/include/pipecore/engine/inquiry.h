#pragma once

#include "pipecore/model/identity.h"

#include <memory>
#include <variant>

namespace pipecore {

/// "Who is the client?"
struct IdentifyInquiry
{};
/// "May the client?"
struct AccessInquiry
{
    AccessTarget target;
    RequestedAccess requested = RequestedAccess::Read;
};
/// What a server can ask the system about the client of one of its connections.
using Inquiry = std::variant<IdentifyInquiry, AccessInquiry>;

/// Never null.
using InquiryAnswer =
    std::variant<std::shared_ptr<const ClientIdentity>, std::shared_ptr<const AccessAnswer>>;

} // namespace pipecore
