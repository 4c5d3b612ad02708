#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace pipecore {

/// A number that names one thing of one kind. Two kinds never mix, zero names nothing.
template <typename Tag>
struct Id
{
    std::uint64_t value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

/// A server or a client that the user started. Numbered from 1 in each engine.
using EndpointId = Id<struct EndpointTag>;
/// A client's stay at a pipe instance, or a client end of ours. Numbered from 1 in each engine
/// in the order in which they appear; never used twice, also when the instance behind it is.
using ConnectionId = Id<struct ConnectionTag>;
/// An accepted request to an Engine; its outcome carries the same number.
using OperationId = Id<struct OperationTag>;

} // namespace pipecore

template <typename Tag>
struct std::hash<pipecore::Id<Tag>>
{
    std::size_t operator()(const pipecore::Id<Tag>& id) const noexcept
    {
        return std::hash<std::uint64_t>{}(id.value);
    }
};
