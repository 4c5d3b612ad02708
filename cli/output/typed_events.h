#pragma once

#include "arguments/proto_options.h"

#include "pipecore/decode/connection_types.h"
#include "pipecore/model/event.h"

#include <memory>
#include <optional>
#include <unordered_map>

namespace pipescope::cli {

/// Decodes messages by the user's types of Protocol Buffers, for what is printed. Main thread only.
class TypedEvents
{
public:
    /// `isFramed`: a rule parts the streams into frames.
    TypedEvents(ProtoChoice choice, bool isFramed)
        : m_choice(std::move(choice))
        , m_isFramed(isFramed)
    {}

    /// Takes the next event; events come in their order. Returns what a message says, if it has a type.
    [[nodiscard]] std::optional<pipecore::Decoded> next(const pipecore::Event& event);

private:
    ProtoChoice m_choice;
    bool m_isFramed;
    std::unordered_map<pipecore::EndpointId, pipecore::Role> m_roles;
    std::unordered_map<pipecore::ConnectionId, std::unique_ptr<pipecore::ConnectionTypes>>
        m_connections;
};

} // namespace pipescope::cli
