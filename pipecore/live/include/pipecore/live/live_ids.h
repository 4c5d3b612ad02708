#pragma once

#include "pipecore/model/ids.h"

#include <compare>

namespace pipecore {

/// The number of something that a running engine has. Rows and facts name theirs with the plain number,
/// which in a file is that of another time; what asks the engine for something takes this, so that it
/// cannot be asked about what was read from a file. LiveSession makes them.
template <typename IdType>
class Live
{
public:
    [[nodiscard]] constexpr IdType id() const { return m_id; }
    friend constexpr auto operator<=>(const Live&, const Live&) = default;

private:
    friend class LiveSession;
    friend class Operations;
    constexpr explicit Live(IdType id) : m_id(id) {}

    IdType m_id;
};

using LiveConnection = Live<ConnectionId>;
using LiveEndpoint = Live<EndpointId>;

} // namespace pipecore
