#include "detail/row_facts.h"

#include "pipecore/model/pipe_name.h"
#include "pipecore/model/presets.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QStringList>

namespace pipescope {

namespace {

using pipecore::Record;
using pipecore::RecordKind;

/// Names the translation context of this file.
struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(RowFacts)
};

void add(RowFacts& facts, const QString& name, const QString& value)
{
    if (!value.isEmpty()) {
        facts.facts.append({name, value});
    }
}

QString unknown(const pipecore::Error& why)
{
    return FactWords::tr("not available: %1").arg(errorLine(why));
}

void addPeer(RowFacts& facts, const pipecore::PeerInfo& peer)
{
    add(facts, FactWords::tr("Process ID"),
        peer.processId ? QString::number(*peer.processId) : unknown(peer.processId.error()));
    add(facts, FactWords::tr("Program"),
        peer.image ? fromCore(*peer.image) : unknown(peer.image.error()));
    add(facts, FactWords::tr("User"),
        peer.user ? fromCore(*peer.user) : unknown(peer.user.error()));
}

void addEndpoint(RowFacts& facts, const pipecore::EndpointFacts& endpoint)
{
    const bool isServer = endpoint.role == pipecore::Role::Server;
    add(facts, isServer ? FactWords::tr("Server") : FactWords::tr("Client"),
        fromCore(endpoint.name));
    add(facts, FactWords::tr("Mode"), modeText(endpoint.mode));
    add(facts, FactWords::tr("Access"), accessText(endpoint.access));
    if (isServer) {
        add(facts, FactWords::tr("Instances"),
            endpoint.instances == 0 ? FactWords::tr("unlimited") : formatCount(endpoint.instances));
    }
}

void addConnection(RowFacts& facts, const pipecore::ConnectionFacts& connection)
{
    if (connection.peer) {
        addPeer(facts, *connection.peer);
    }
    if (connection.sinceNs != 0) {
        add(facts, FactWords::tr("Since"), formatDateTime(connection.sinceNs));
    }
}

void addTraffic(RowFacts& facts, const pipecore::ConnectionFacts& connection)
{
    const auto amount = [](quint64 messages, quint64 bytes) {
        return FactWords::tr("%1 messages, %2").arg(formatCount(messages), formatBytes(bytes));
    };
    add(facts, FactWords::tr("Received"),
        amount(connection.messagesReceived, connection.bytesReceived));
    add(facts, FactWords::tr("Sent"), amount(connection.messagesSent, connection.bytesSent));
}

/// What the session knows of the circumstances in which an error came.
pipecore::ExplainContext contextOf(const std::optional<pipecore::EndpointFacts>& endpoint)
{
    pipecore::ExplainContext context;
    if (endpoint) {
        context.role = endpoint->role;
        context.mode = endpoint->mode;
        if (endpoint->role == pipecore::Role::Server) {
            context.access = endpoint->access;
        }
        if (const auto name = pipecore::PipeName::parseWindows(endpoint->name)) {
            context.remote = name->isRemote();
        }
    }
    return context;
}

/// What there is to compare an access list with: only here, and only what this system refused a client.
std::optional<DeniedOpening> deniedOpening(const pipecore::Error& error,
                                           const std::optional<pipecore::EndpointFacts>& endpoint)
{
    if (!pipecore::isAccessDenied(error.domain, error.code)
        || pipecore::thisSystem != pipecore::System::Windows || !endpoint
        || endpoint->role != pipecore::Role::Client) {
        return std::nullopt;
    }
    const auto name = pipecore::PipeName::parse(endpoint->name);
    if (!name || name->isRemote()) {
        return std::nullopt;
    }
    return DeniedOpening{.name = endpoint->name,
                         .access = pipecore::asClientAccess(endpoint->access)};
}

void explainError(RowFacts& facts, const Record& record,
                  const std::optional<pipecore::EndpointFacts>& endpoint)
{
    const auto explanation = pipecore::explain(record.error, contextOf(endpoint));
    facts.title = errorTitle(record.error);
    facts.isError = true;
    facts.explanation = explanationSentence(explanation);
    facts.causes = explanationCauses(explanation);
    facts.denied = deniedOpening(record.error, endpoint);
    add(facts, FactWords::tr("System call"), fromCore(record.error.api));
    add(facts, FactWords::tr("Code"), codeText(record.error.domain, record.error.code));
    add(facts, FactWords::tr("Detail"), fromCore(record.error.detail));
    if (record.outcomeUnknown) {
        add(facts, FactWords::tr("Outcome"),
            FactWords::tr(
                "unknown: the peer may have read none, some or all of what was being sent"));
    }
}

/// Text of the core, one fact a line after the first: "User: ann".
void addLines(RowFacts& facts, const std::string& text)
{
    const QStringList lines = fromCore(text).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QString& line = lines.at(i);
        const qsizetype colon = line.indexOf(QLatin1String(": "));
        if (colon >= 0) {
            add(facts, line.left(colon), line.mid(colon + 2));
        }
    }
}

QString titleOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Message: return FactWords::tr("Message");
    case RecordKind::EndpointOpened: return FactWords::tr("Opened");
    case RecordKind::EndpointClosed: return FactWords::tr("Closed");
    case RecordKind::Connected: return FactWords::tr("Connected");
    case RecordKind::Disconnected: return FactWords::tr("Disconnected");
    case RecordKind::Failed: return FactWords::tr("Failed");
    case RecordKind::Dropped: return FactWords::tr("Messages lost");
    case RecordKind::Throttled: return FactWords::tr("Reading paused");
    case RecordKind::Resumed: return FactWords::tr("Reading goes on");
    case RecordKind::ClientIdentified: return FactWords::tr("Client identified");
    case RecordKind::AccessChecked: return FactWords::tr("Access as this client");
    case RecordKind::ReadModeChanged: return FactWords::tr("Reading mode");
    }
    return {};
}

QString explanationOf(const Record& record)
{
    switch (record.kind) {
    case RecordKind::Dropped:
        return FactWords::tr("What came here could not be kept. The pipes went on.");
    case RecordKind::Throttled:
        return FactWords::tr(
            "Data comes in faster than it can be recorded. Nothing is read from the "
            "pipe until there is room again: the peer waits, nothing is lost.");
    case RecordKind::Disconnected:
        if (record.reason == pipecore::CloseReason::PeerClosed) {
            return FactWords::tr(
                "The peer closed its end or its program ended; the system does not "
                "tell which.");
        }
        break;
    case RecordKind::ReadModeChanged:
        return record.readMode == pipecore::PipeMode::Message
                   ? FactWords::tr("Each read gets one message, whole, from here on.")
                   : FactWords::tr("Reads get bytes from here on: where messages begin and end is "
                                   "not seen any more.");
    default: break;
    }
    return {};
}

} // namespace

RowFacts factsOf(const Record& record, const pipecore::SessionFacts& session)
{
    RowFacts facts;
    facts.title = titleOf(record.kind);
    facts.explanation = explanationOf(record);
    if (record.kind == RecordKind::Failed) {
        explainError(facts, record, session.endpoint(record.endpoint));
    } else if (record.kind == RecordKind::Disconnected) {
        add(facts, FactWords::tr("Reason"), closeReasonText(record.reason));
        if (record.discardedBytes > 0) {
            add(facts, FactWords::tr("Never sent"), formatBytes(record.discardedBytes));
        }
    } else if (record.kind == RecordKind::Dropped) {
        add(facts, FactWords::tr("Messages"), formatCount(record.droppedCount));
        add(facts, FactWords::tr("Bytes"), formatBytes(record.droppedBytes));
    }
    addLines(facts, record.text);
    if (const auto connection = session.connection(record.connection)) {
        addConnection(facts, *connection);
        if (record.kind == RecordKind::Disconnected) {
            addTraffic(facts, *connection);
        }
    }
    if (const auto endpoint = session.endpoint(record.endpoint)) {
        addEndpoint(facts, *endpoint);
    }
    return facts;
}

} // namespace pipescope
