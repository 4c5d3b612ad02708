#pragma once

#include <cstdint>

namespace pipecore {

/// Why an instance does not read at the moment.
enum class ReadPause : std::uint8_t {
    SinkFull,         ///< the consumer of the events is behind
    AnswersWait,      ///< the peer does not read the replies to its messages
    Held,             ///< a message is held, and later ones wait
    Transaction,      ///< a transaction, which reads itself, waits or is under way
    SynchronousWrite, ///< a write of a handle that runs one operation at a time
    InputEnded,       ///< there is nothing more to read: the peer ended its sending
};

/// The active reasons: reading resumes when none is left.
class ReadPauses
{
public:
    void set(ReadPause reason, bool holds)
    {
        m_reasons = holds ? m_reasons | bit(reason) : m_reasons & ~bit(reason);
    }
    [[nodiscard]] bool has(ReadPause reason) const { return (m_reasons & bit(reason)) != 0; }
    [[nodiscard]] bool isEmpty() const { return m_reasons == 0; }

private:
    [[nodiscard]] static constexpr unsigned bit(ReadPause reason)
    {
        return 1U << static_cast<unsigned>(reason);
    }

    unsigned m_reasons = 0;
};

} // namespace pipecore
