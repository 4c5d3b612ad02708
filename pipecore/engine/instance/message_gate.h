#pragma once

#include "connection_events.h"
#include "message_assembler.h"
#include "pipecore/engine/traffic_handler.h"

#include <cstdint>

namespace pipecore {

/// Publishes received messages and applies the decision of the handler. One message at a time is held:
/// reading pauses meanwhile. Engine's thread.
class MessageGate
{
public:
    /// `events` outlives this.
    explicit MessageGate(ConnectionEvents& events) : m_events(events) {}

    /// A message came, with this verdict; the reply is the caller's to send. Without `mayHold` it is not
    /// held: it can no longer be settled. The number of its row.
    std::uint64_t receive(const AssembledMessage& message, const Verdict& verdict, bool mayHold);
    [[nodiscard]] bool isHolding() const { return m_heldRow != 0; }
    /// Settles the held message. NoSuchTarget when that of row `row` is not held.
    [[nodiscard]] Result<void> settle(std::uint64_t row, HeldOutcome outcome, ByteView edited);
    /// The conversation ends: what is held goes nowhere.
    void discard();

private:
    void settled(std::uint64_t row, HeldOutcome outcome);

    ConnectionEvents& m_events;
    std::uint64_t m_heldRow = 0; ///< 0: none is held
};

} // namespace pipecore
