#include "pipecore/model/event_text.h"

#include "pipecore/model/identity.h"
#include "pipecore/model/row_values.h"

#include <fmt/format.h>

namespace pipecore {

namespace {

std::string_view reasonText(CloseReason reason)
{
    switch (reason) {
    case CloseReason::PeerClosed: return "closed by the peer";
    case CloseReason::ClosedByUs: return "closed by PipeScope";
    case CloseReason::AbortedByUs: return "aborted by PipeScope";
    case CloseReason::EngineStopped: return "stopped";
    case CloseReason::TargetClosed: return "closed by the target";
    case CloseReason::Failed: return "failed";
    }
    return {};
}

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

/// Says more than the sentence of the kind does, where there is more to say.
struct Text
{
    const RowView& row;

    std::string operator()(const Message& message) const
    {
        std::string text =
            fmt::format("{} {} {}",
                        message.direction == Direction::Received   ? "<- received"
                        : message.origin.kind == OriginKind::Relay ? "-> from the target"
                                                                   : "-> sent",
                        message.length, message.length == 1 ? "byte" : "bytes");
        if (row.fragments.size() > 1) {
            text += fmt::format(" in {} reads", row.fragments.size());
        }
        if (message.continues) {
            text += ", continued in the next row";
        }
        if (row.payload.size() < message.length) {
            text += fmt::format(", {} of them kept", row.payload.size());
        }
        if (row.problem != nullptr) {
            text += "; malformed: " + row.problem->text();
        }
        return text;
    }
    std::string operator()(const PeerConnected& connected) const
    {
        const PeerInfo& peer = *connected.peer;
        return "connected: " + peerText(peer) + (peer.user ? ", user " + *peer.user : "");
    }
    std::string operator()(const TargetConnected& connected) const
    {
        return "target connected: " + peerText(*connected.peer);
    }
    std::string operator()(const DescriptorsPassed& passed) const
    {
        return passed.passedOn ? "file descriptors passed on with the next message: " + passed.what
                               : sentenceOf(row.body);
    }
    std::string operator()(const Disconnected& gone) const
    {
        std::string text = fmt::format("disconnected: {}", reasonText(gone.reason));
        if (gone.discardedBytes != 0) {
            text += fmt::format(", {} bytes were not sent", gone.discardedBytes);
        }
        return text;
    }
    std::string operator()(const Failed& failed) const
    {
        return "error: " + describe(failed.error)
               + (failed.outcomeUnknown ? "; how much the peer received is unknown" : "");
    }
    std::string operator()(const ClientIdentified& client) const
    {
        return "client: "
               + firstLine(client.identity ? summaryOf(*client.identity) : client.version1Text);
    }
    std::string operator()(const AccessChecked& checked) const
    {
        return "access as this client: "
               + firstLine(checked.answer ? summaryOf(*checked.answer) : checked.version1Text);
    }
    std::string operator()(const ReadModeChanged& changed) const
    {
        return sentenceOf(row.body)
               + (changed.isRefused ? ": the pipe grants no right to set the read mode "
                                      "(FILE_WRITE_ATTRIBUTES)"
                                    : "");
    }
    template <typename Body>
    std::string operator()(const Body& /*body*/) const
    {
        return sentenceOf(row.body);
    }
};

} // namespace

std::string peerText(const PeerInfo& peer)
{
    const std::string image = imageName(peer);
    const std::string program = image.empty() ? "unknown program" : image;
    return peer.processId
               ? fmt::format("{} (pid {}{})", program, *peer.processId,
                             peer.isRemote ? " on another computer" : "")
               : fmt::format("{} (pid unknown: {})", program, describe(peer.processId.error()));
}

std::string eventText(const RowView& row)
{
    return std::visit(Text{row}, row.body);
}

} // namespace pipecore
