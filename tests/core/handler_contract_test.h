#pragma once

#include "contract_test.h"

#include "pipecore/engine/traffic_handler.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pipecore {

inline constexpr Origin rule{.kind = OriginKind::Rule, .number = 7};

/// Judges by a function, and counts what it saw. The function may keep what it answers in `answer`.
class TestHandler final : public TrafficHandler
{
public:
    using Judge = std::function<Verdict(const Conversation&, ByteView message, Bytes& answer)>;

    explicit TestHandler(Judge judge) : m_judge(std::move(judge)) {}

    Verdict onMessage(const Conversation& conversation,
                      const IncomingMessage& message) noexcept override
    {
        ++seen;
        return m_judge(conversation, message.payload, m_answer);
    }

    std::atomic<unsigned> seen = 0;

private:
    Judge m_judge;
    Bytes m_answer;
};

/// Answers a message with the same in capitals.
inline Verdict inCapitals(const Conversation& /*conversation*/, ByteView message, Bytes& answer)
{
    std::string text(asText(message));
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    answer = toBytes(text);
    return Verdict::reply(answer, rule);
}

inline std::size_t received(TestPeer& peer)
{
    return peer.log.count([](const EventLog::Item& item) {
        const auto* const message = item.as<Message>();
        return message != nullptr && message->direction == Direction::Received;
    });
}

/// Messages in the log of a peer: "<x" came, "[x" came and was held, "*x" went on in
/// place of another, ">x" was sent; "released", "edited", "dropped". Waits for so many.
inline std::vector<std::string> story(TestPeer& peer, std::size_t count)
{
    std::vector<std::string> lines;
    peer.log.waitFor([&](const EventLog::Items& items) {
        lines.clear();
        for (const EventLog::Item& item : items) {
            if (const auto* const message = item.as<Message>()) {
                lines.push_back((message->direction == Direction::Sent ? ">"
                                 : message->partner != 0               ? "*"
                                 : message->held                       ? "["
                                                                       : "<")
                                + std::string(asText(item.payload)));
            } else if (const auto* const settled = item.as<HeldSettled>()) {
                lines.emplace_back(settled->outcome == HeldOutcome::Released ? "released"
                                   : settled->outcome == HeldOutcome::Edited ? "edited"
                                                                             : "dropped");
            }
        }
        return lines.size() >= count;
    });
    return lines;
}

using Story = std::vector<std::string>;

/// Holds the first messages, so many of them, and passes the others.
inline std::shared_ptr<TestHandler> holdFirst(unsigned count)
{
    return std::make_shared<TestHandler>(
        [count, seen = 0U](const Conversation&, ByteView, Bytes&) mutable {
            return ++seen <= count ? Verdict::hold() : Verdict::pass();
        });
}

/// The row of the nth message (from 1) that was held, waiting for it. Zero in the end.
inline std::uint64_t heldRow(TestPeer& peer, std::size_t nth = 1)
{
    std::uint64_t row = 0;
    peer.log.waitFor([&](const EventLog::Items& items) {
        std::size_t seen = 0;
        for (const EventLog::Item& item : items) {
            const auto* const message = item.as<Message>();
            if (message != nullptr && message->held && ++seen == nth) {
                row = item.event.row;
            }
        }
        return row != 0;
    });
    return row;
}

/// Contract tests of what says what becomes of the messages that are received.
class HandlerContractTest : public ContractTest
{
protected:
    static void modes()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("message") << int(PipeMode::Message);
        QTest::newRow("byte") << int(PipeMode::Byte);
    }
    /// A server of the current mode with this handler, and a client of it.
    [[nodiscard]] Pair pairWith(const ServerOptions& options,
                                std::shared_ptr<TrafficHandler> handler)
    {
        Pair pair{.server = newPeer(),
                  .client = newPeer(),
                  .serverEndpoint = {},
                  .atServer = {},
                  .atClient = {}};
        const auto endpoint = pair.server->engine().startServer(options, std::move(handler));
        if (!endpoint) {
            return pair;
        }
        pair.serverEndpoint = *endpoint;
        ClientOptions client = clientOptions(options.mode);
        client.access = asClientAccess(options.access);
        pair.atClient = pair.client->connect(client);
        if (pair.client->isConnected(pair.atClient.connection)) {
            pair.atServer = pair.server->clientOf(pair.serverEndpoint);
        }
        return pair;
    }
};

} // namespace pipecore
