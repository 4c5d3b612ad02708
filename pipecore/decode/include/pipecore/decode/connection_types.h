#pragma once

#include "pipecore/decode/decode.h"
#include "pipecore/decode/http2_calls.h"
#include "pipecore/decode/proto_types.h"

#include <atomic>
#include <memory>
#include <optional>

namespace pipecore {

/// How a message is decoded by the user's types. Refers to the ConnectionTypes that it comes from.
struct TypedMessage
{
    DecoderId decoder = DecoderId::Protobuf; ///< or Http2, for gRPC
    DecodeContext context;
};

/// The types of one connection's messages: each side sends one type, or the connection speaks gRPC, and its calls
/// say the types.
class ConnectionTypes
{
public:
    /// What each side sends; null: not known.
    struct Sides
    {
        const ProtoMessage* client = nullptr;
        const ProtoMessage* server = nullptr;
    };
    ConnectionTypes(std::shared_ptr<const ProtoTypes> types, const Sides& sides)
        : m_types(std::move(types))
        , m_sides(sides)
    {}

    /// Takes the next message of the connection. `isFrame`: HTTP/2 was parted into its frames. Returns
    /// DecodeContext::beginsInside of this message. One thread.
    bool add(ByteView payload, Sender sender, bool isFrame);
    /// Whether messages behind the first one say something new to add(). The thread of add().
    [[nodiscard]] bool readsOn() const { return m_kind.load() != Kind::Typed; }
    /// The connection ended. The thread of add().
    void ended() { m_calls.ended(); }
    /// Empty when nothing is known of the messages of this side. Any thread.
    [[nodiscard]] std::optional<TypedMessage> typed(Sender sender, bool beginsInside) const;

private:
    enum class Kind : std::uint8_t { Unknown, Typed, Http2 };

    const std::shared_ptr<const ProtoTypes> m_types;
    const Sides m_sides;
    std::atomic<Kind> m_kind{Kind::Unknown};
    Http2Calls m_calls;
};

} // namespace pipecore
