#pragma once

#include "cell.h"
#include "pipecore/base/bytes.h"

#include <chrono>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <vector>

/// Protocol of the two ends, independent of the transport. Both sides run the same three:
///   bool wantsToSend()            a message is to be sent now
///   ... next()                    which: a Message, or bytes that stay until the next call here
///   ... readBuffer(own)           where the next read goes: the loop's own buffer, or another
///   void received(ByteView)       some bytes came (message mode: a message or a part of it)
///   bool isDone()                 the end of the conversation, or of a run, is reached
///   holdsReadBuffer               next() is what was received: no reading until it is sent
namespace bench {

using pipecore::Bytes;
using pipecore::ByteView;
/// Both sides send the same one again and again, and so need not make it: the bare loop sends from its
/// memory, the engine is given a share in it.
using Message = std::shared_ptr<const Bytes>;
using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

/// Bytes of the receipt for a streamed run, and of the request for one.
inline constexpr std::size_t receiptSize = 64;

/// Takes what an end receives, and lends it the memory to read into.
class Follower
{
public:
    virtual ~Follower() = default;
    /// Memory for one read of at most `size` bytes. On the thread that reads.
    [[nodiscard]] virtual std::span<std::byte> readBuffer(std::size_t size) = 0;
    /// So many bytes were read into it.
    virtual void received(std::size_t count) = 0;
};

/// The end that measures. A run is a number of messages and their receipt, a request and so many
/// messages, or round trips for a time.
class Measurement
{
public:
    static constexpr bool holdsReadBuffer = false;

    explicit Measurement(const Cell& cell)
        : m_cell(cell)
        , m_message(std::make_shared<const Bytes>(cell.size, std::byte{0x5a}))
    {
        m_roundTrips.reserve(1'000'000);
    }

    /// `follower`, which is not owned, takes all that is received.
    void setFollower(Follower* follower) { m_follower = follower; }
    /// Of Stream: so many messages and the receipt for them; of Receive: the request for them.
    void beginStream(std::uint64_t messages)
    {
        // The first message tells the other end how much there is to come.
        const std::uint64_t bytes = messages * m_cell.size;
        const bool asks = m_cell.test == Test::Receive;
        Bytes first = asks ? Bytes(receiptSize) : *m_message;
        std::memcpy(first.data(), &bytes, sizeof bytes);
        m_first = std::make_shared<const Bytes>(std::move(first));
        m_toSend = asks ? 1 : messages;
        m_toReceive = asks ? bytes : receiptSize;
        m_isFirst = true;
        m_begun = Clock::now();
    }
    void beginPingPong(Seconds duration)
    {
        m_roundTrips.clear();
        m_toSend = 1;
        m_toReceive = m_cell.size;
        m_deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(duration);
    }

    [[nodiscard]] bool wantsToSend() const { return m_toSend != 0; }
    [[nodiscard]] const Message& next()
    {
        --m_toSend;
        if (m_cell.test == Test::PingPong) {
            m_begun = Clock::now();
        }
        return std::exchange(m_isFirst, false) ? m_first : m_message;
    }
    [[nodiscard]] std::span<std::byte> readBuffer(std::span<std::byte> own)
    {
        return m_follower != nullptr ? m_follower->readBuffer(own.size()) : own;
    }
    void received(ByteView bytes)
    {
        if (m_follower != nullptr) {
            m_follower->received(bytes.size());
        }
        m_toReceive -= bytes.size();
        if (m_toReceive != 0) {
            return;
        }
        const Clock::time_point now = Clock::now();
        m_elapsed = now - m_begun;
        if (m_cell.test != Test::PingPong) {
            return;
        }
        m_roundTrips.push_back(m_elapsed.count());
        if (now < m_deadline) {
            m_toSend = 1;
            m_toReceive = m_cell.size;
        }
    }
    [[nodiscard]] bool isDone() const { return m_toReceive == 0; }

    /// Of a streamed run: from the first message to the receipt for the last, or from the request to
    /// the last message.
    [[nodiscard]] Seconds elapsed() const { return m_elapsed; }
    /// Of the round trips of a run, in seconds.
    [[nodiscard]] std::vector<double>& roundTrips() { return m_roundTrips; }

private:
    const Cell m_cell;
    Message m_message;
    Message m_first; ///< of the streamed run
    bool m_isFirst = false;
    std::uint64_t m_toSend = 0;
    std::uint64_t m_toReceive = 0;
    Clock::time_point m_begun;
    Clock::time_point m_deadline;
    Seconds m_elapsed{0};
    std::vector<double> m_roundTrips;
    Follower* m_follower = nullptr;
};

/// The other end of a stream: counts, and sends a receipt for each run.
class Counter
{
public:
    static constexpr bool holdsReadBuffer = false;

    [[nodiscard]] bool wantsToSend() const { return m_owesReceipt; }
    [[nodiscard]] const Message& next()
    {
        m_owesReceipt = false;
        return m_receipt;
    }
    [[nodiscard]] static std::span<std::byte> readBuffer(std::span<std::byte> own) { return own; }
    void received(ByteView bytes)
    {
        if (m_toReceive == 0) {
            std::memcpy(&m_toReceive, bytes.data(), sizeof m_toReceive);
        }
        m_toReceive -= bytes.size();
        m_owesReceipt = m_toReceive == 0;
    }
    [[nodiscard]] static bool isDone() { return false; }

private:
    Message m_receipt = std::make_shared<const Bytes>(receiptSize);
    std::uint64_t m_toReceive = 0;
    bool m_owesReceipt = false;
};

/// The other end of Receive: sends the messages that are asked for.
class Source
{
public:
    static constexpr bool holdsReadBuffer = false;

    explicit Source(std::size_t messageSize)
        : m_message(std::make_shared<const Bytes>(messageSize, std::byte{0x5a}))
    {}

    [[nodiscard]] bool wantsToSend() const { return m_toSend != 0; }
    [[nodiscard]] const Message& next()
    {
        --m_toSend;
        return m_message;
    }
    [[nodiscard]] static std::span<std::byte> readBuffer(std::span<std::byte> own) { return own; }
    void received(ByteView bytes)
    {
        std::uint64_t wanted = 0;
        std::memcpy(&wanted, bytes.data(), sizeof wanted);
        m_toSend = wanted / m_message->size();
    }
    [[nodiscard]] static bool isDone() { return false; }

private:
    Message m_message;
    std::uint64_t m_toSend = 0;
};

/// The other end of a ping-pong: what comes goes back at once, in byte mode a read at a time.
class Echo
{
public:
    static constexpr bool holdsReadBuffer = true;

    [[nodiscard]] bool wantsToSend() const { return !m_received.empty(); }
    [[nodiscard]] ByteView next() { return std::exchange(m_received, {}); }
    [[nodiscard]] static std::span<std::byte> readBuffer(std::span<std::byte> own) { return own; }
    void received(ByteView bytes) { m_received = bytes; }
    [[nodiscard]] static bool isDone() { return false; }

private:
    ByteView m_received;
};

} // namespace bench
