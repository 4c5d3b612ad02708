#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/ids.h"
#include "pipecore/model/options.h"
#include "pipecore/model/row_body.h"

#include <cstdint>

namespace pipecore {

/// The connection of a received message, as its handler sees it.
struct Conversation
{
    EndpointId endpoint;
    ConnectionId connection;
    PipeMode mode = PipeMode::Message; ///< how our end writes
    /// Verdict::reply() would be sent: the direction and the peer allow it.
    bool takesAnswers = false;
};

/// A message that was received (in byte mode: what one read gave), before it is published.
struct IncomingMessage
{
    ByteView payload;       ///< valid during the call
    bool continues = false; ///< as Message::continues: not the end of it
};

/// Decision about a message. The bytes in it are read before the handler is called again, or destroyed:
/// they may be those of the message, or in memory of the handler's.
class Verdict
{
public:
    enum class Kind : std::uint8_t { Pass, Hold, Replace, Drop, Reply };

    /// It is published, and no more.
    [[nodiscard]] static constexpr Verdict pass() { return {Kind::Pass, {}, {}}; }
    /// It is published as held, and nothing more is read until Engine::settle() says what becomes of it,
    /// or the conversation ends. A message that comes when the conversation has ended already passes.
    [[nodiscard]] static constexpr Verdict hold() { return {Kind::Hold, {}, {}}; }
    /// `payload` replaces it: published after it, as made from it.
    [[nodiscard]] static constexpr Verdict replace(ByteView payload, const Origin& origin)
    {
        return {Kind::Replace, payload, origin};
    }
    /// It goes nowhere: published as held, and as dropped.
    [[nodiscard]] static constexpr Verdict drop() { return {Kind::Drop, {}, {}}; }
    /// It is published, and `payload` is sent back. Not bounded by ConnectionOptions::writeQueueLimit:
    /// a peer that does not take its answers is not read from until it does.
    [[nodiscard]] static constexpr Verdict reply(ByteView payload, const Origin& origin)
    {
        return {Kind::Reply, payload, origin};
    }

    [[nodiscard]] constexpr Kind kind() const { return m_kind; }
    [[nodiscard]] constexpr ByteView payload() const { return m_payload; }
    /// Of the payload.
    [[nodiscard]] constexpr const Origin& origin() const { return m_origin; }

private:
    constexpr Verdict(Kind kind, ByteView payload, const Origin& origin)
        : m_kind(kind)
        , m_payload(payload)
        , m_origin(origin)
    {}

    Kind m_kind;
    ByteView m_payload;
    Origin m_origin;
};

/// Says what becomes of the messages that an endpoint receives, one after another, before they are
/// published. Every message is shown once. What we send is not: whoever sends it knows it.
///
/// Called on the engine's thread; it must not wait, and nothing may be thrown. It may call Engine's
/// submitting functions. One handler may serve several endpoints of one engine.
class TrafficHandler
{
public:
    TrafficHandler() = default;
    TrafficHandler(const TrafficHandler&) = delete;
    TrafficHandler& operator=(const TrafficHandler&) = delete;
    /// On the engine's thread, or on the thread that releases the engine or the handler last.
    virtual ~TrafficHandler() = default;

    [[nodiscard]] virtual Verdict onMessage(const Conversation& conversation,
                                            const IncomingMessage& message) noexcept = 0;
    /// Whether a conversation is over when the peer sends no more (it shut its sending side down) and
    /// everything was written. Else it stays open, to be answered, until one end closes it.
    [[nodiscard]] virtual bool endsWithInput() const noexcept { return false; }
};

} // namespace pipecore
