#include "pipecore/model/event_text.h"

#include "pipecore/model/vocabulary.h"

namespace pipecore {

namespace {

std::string messageText(const Record& record, std::uint64_t here)
{
    std::string text = record.direction == Direction::Received ? "<- received " : "-> sent ";
    text += std::to_string(record.length) + (record.length == 1 ? " byte" : " bytes");
    if (record.fragments.size() > 1) {
        text += " in " + std::to_string(record.fragments.size()) + " reads";
    }
    if (record.continues) {
        text += ", goes on in the next row";
    }
    if (here < record.length) {
        text += ", of which " + std::to_string(here) + " are here";
    }
    return text;
}

std::string_view reasonText(CloseReason reason)
{
    switch (reason) {
    case CloseReason::PeerClosed: return "closed by the other end";
    case CloseReason::ClosedByUs: return "closed by us";
    case CloseReason::AbortedByUs: return "aborted by us";
    case CloseReason::EngineStopped: return "stopped";
    case CloseReason::Failed: return "failed";
    }
    return {};
}

std::string connectedText(const PeerInfo& peer)
{
    return "connected: " + peerText(peer) + (peer.user ? ", user " + *peer.user : "");
}

} // namespace

std::string peerText(const PeerInfo& peer)
{
    const std::string image = imageName(peer);
    std::string text = image.empty() ? "unknown program" : image;
    text += peer.processId ? " (pid " + std::to_string(*peer.processId) + ")"
                           : " (pid unknown: " + describe(peer.processId.error()) + ")";
    return text;
}

std::string eventText(const Record& record)
{
    return eventText(record, record.payload.size());
}

std::string eventText(const Record& record, std::uint64_t here)
{
    switch (record.kind) {
    case RecordKind::Message: return messageText(record, here);
    case RecordKind::EndpointOpened:
        return std::string(wordFor(record.opened.role)) + " opened, "
               + std::string(wordFor(record.opened.mode)) + " mode, "
               + std::string(wordFor(record.opened.access));
    case RecordKind::EndpointClosed: return "closed";
    case RecordKind::Connected: return connectedText(*record.peer);
    case RecordKind::Disconnected: {
        std::string text = "disconnected: " + std::string(reasonText(record.reason));
        if (record.discardedBytes != 0) {
            text += ", " + std::to_string(record.discardedBytes) + " bytes were not sent";
        }
        return text;
    }
    case RecordKind::Failed:
        return "error: " + describe(record.error)
               + (record.outcomeUnknown ? "; how much the other end got is not known" : "");
    case RecordKind::Dropped:
        return std::to_string(record.droppedCount) + " records lost, "
               + std::to_string(record.droppedBytes) + " bytes";
    case RecordKind::Throttled: return "reading stopped: the program is behind";
    case RecordKind::Resumed: return "reading goes on";
    case RecordKind::ClientIdentified:
    case RecordKind::AccessChecked:
        return (record.kind == RecordKind::AccessChecked ? "access as this client: " : "client: ")
               + record.text.substr(0, record.text.find('\n'));
    case RecordKind::ReadModeChanged:
        return std::string("reads ") + (record.readMode == PipeMode::Message ? "messages" : "bytes")
               + " from now on";
    }
    return {};
}

} // namespace pipecore
