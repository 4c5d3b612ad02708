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
/// Query of a server about the client of a connection.
using Inquiry = std::variant<IdentifyInquiry, AccessInquiry>;

/// Never null.
using InquiryAnswer =
    std::variant<std::shared_ptr<const ClientIdentity>, std::shared_ptr<const AccessAnswer>>;

} // namespace pipecore
