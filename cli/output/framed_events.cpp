#include "output/framed_events.h"

#include "pipecore/analysis/framed_rows.h"

#include <utility>

namespace pipescope::cli {

using pipecore::Event;
using pipecore::Frame;
using pipecore::Message;

void FramedEvents::next(const Event& event, const Print& print)
{
    if (std::holds_alternative<Message>(event.body)) {
        takeMessage(event, print);
        return;
    }
    if (std::holds_alternative<pipecore::Disconnected>(event.body)) {
        if (const auto known = m_connections.find(event.connection); known != m_connections.end()) {
            end(known->second->received, print);
            end(known->second->sent, print);
            m_connections.erase(known);
        }
    }
    print(event, nullptr);
}

void FramedEvents::takeMessage(const Event& event, const Print& print)
{
    const auto& message = std::get<Message>(event.body);
    auto& connection = m_connections[event.connection];
    if (!connection) {
        connection = std::make_unique<Connection>();
    }
    Stream& stream = message.direction == pipecore::Direction::Received ? connection->received
                                                                        : connection->sent;
    if (message.length != event.payload.size() && !stream.isBroken) {
        // Bytes were not kept: frames go on at some place that nobody knows.
        end(stream, print);
        stream.isBroken = true;
    }
    if (stream.isBroken) {
        print(event, nullptr);
        return;
    }
    if (!stream.reassembler) {
        stream.leaves = m_rule.leaves();
        stream.reassembler.emplace(
            m_rule, [&stream](Frame&& frame) { stream.frames.push_back(std::move(frame)); },
            connection->context);
    }
    stream.last = event;
    stream.last.payload = {};
    stream.last.fragments = {};
    stream.reassembler->add(event.row, event.payload);
    for (const Frame& frame : stream.frames) {
        printFrame(stream, frame, print);
    }
    stream.frames.clear();
}

/// Prints what the stream ends with.
void FramedEvents::end(Stream& stream, const Print& print)
{
    if (stream.reassembler && !stream.isBroken) {
        if (const Frame* const begun = stream.reassembler->unfinished()) {
            printFrame(stream, *begun, print);
        }
    }
}

void FramedEvents::printFrame(const Stream& stream, const Frame& frame, const Print& print)
{
    const pipecore::FramingRule& rule = stream.leaves[frame.leaf];
    const auto& last = std::get<Message>(stream.last.body);
    const bool isWhole = pipecore::isShownWhole(frame, rule);
    Event shown = stream.last;
    shown.payload = isWhole ? pipecore::ByteView(frame.bytes) : frame.content();
    const std::uint64_t length = isWhole           ? frame.size
                                 : frame.truncated ? frame.size - frame.headerSize
                                                   : shown.payload.size();
    std::vector<std::uint32_t> fragments;
    if (frame.parts.size() > 1) {
        for (const pipecore::FramePart& part : frame.parts) {
            fragments.push_back(static_cast<std::uint32_t>(part.length));
        }
    }
    shown.fragments = fragments;
    shown.body = Message{.direction = last.direction,
                         .continues = !frame.complete,
                         .length = length,
                         .droppedBytes = length - shown.payload.size(),
                         .origin = last.origin};
    print(shown, frame.isMalformed() ? &*frame.problem : nullptr);
}

} // namespace pipescope::cli
