#include "detail/row_facts.h"

#include "identity/identity_cards.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/pipe_name.h"
#include "pipecore/model/presets.h"
#include "rows/row_words.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QCoreApplication>
#include <QStringList>

namespace pipescope {

namespace {

using pipecore::Record;

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
        !peer.processId ? unknown(peer.processId.error())
        : peer.isRemote ? FactWords::tr("%1 on another computer").arg(*peer.processId)
                        : QString::number(*peer.processId));
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

/// The known context of an error.
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

/// The refusal whose cause a local pipe can tell.
std::optional<RefusedRequest> refusedRequest(const pipecore::Error& error,
                                             const std::optional<pipecore::EndpointFacts>& endpoint)
{
    const bool isOfServer = error.api == "CreateNamedPipe";
    if (!pipecore::pipeTellsWhy(error.domain, error.code)
        || pipecore::thisSystem != pipecore::System::Windows || !endpoint
        || isOfServer != (endpoint->role == pipecore::Role::Server)) {
        return std::nullopt;
    }
    const auto name = pipecore::PipeName::parse(endpoint->name);
    if (!name || name->isRemote()) {
        return std::nullopt;
    }
    return RefusedRequest{.name = endpoint->name,
                          .refusal = {.code = error.code,
                                      .isOfServer = isOfServer,
                                      .access = endpoint->access,
                                      .type = endpoint->mode}};
}

void explainError(RowFacts& facts, const pipecore::Failed& failed,
                  const std::optional<pipecore::EndpointFacts>& endpoint)
{
    const auto explanation = pipecore::explain(failed.error, contextOf(endpoint));
    facts.title = errorTitle(failed.error);
    facts.isError = true;
    facts.explanation = explanationSentence(explanation);
    facts.causes = explanationCauses(explanation);
    facts.refused = refusedRequest(failed.error, endpoint);
    add(facts, FactWords::tr("System call"), fromCore(failed.error.api));
    add(facts, FactWords::tr("Code"), codeText(failed.error.domain, failed.error.code));
    add(facts, FactWords::tr("Detail"), fromCore(failed.error.detail));
    if (failed.outcomeUnknown) {
        add(facts, FactWords::tr("Result"),
            FactWords::tr("unknown: the peer may have read none, part or all of the data"));
    }
}

/// Facts of a version 1 file, as text: one per line after the first, "User: ann".
void addLines(RowFacts& facts, const std::string& text)
{
    const QStringList lines = fromCore(text).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1)) {
        add(facts, {}, line);
    }
}

void addFacts(RowFacts& facts, const std::vector<pipecore::IdentityFact>& known)
{
    for (const CardFact& fact : cardFacts(known)) {
        add(facts, fact.name,
            fact.isKnown ? fact.value : FactWords::tr("not available: %1").arg(fact.value));
    }
}

/// Adds the values of the row itself.
void addValues(RowFacts& facts, const Record& record)
{
    for (const pipecore::RowValue& value : pipecore::valuesOf(record.body)) {
        if (value.field.label.empty() || value.isLeftOut()) {
            continue;
        }
        const auto* const gone = record.as<pipecore::Disconnected>();
        const bool isReason = gone != nullptr && value.field.key == "reason";
        add(facts, fieldLabel(value.field),
            isReason ? closeReasonText(gone->reason) : fieldValue(value));
    }
    if (const auto* const client = record.as<pipecore::ClientIdentified>()) {
        if (client->identity) {
            addFacts(facts, factsOf(*client->identity));
        } else {
            addLines(facts, client->version1Text);
        }
    } else if (const auto* const access = record.as<pipecore::AccessChecked>()) {
        if (access->answer) {
            addFacts(facts, factsOf(*access->answer));
        } else {
            addLines(facts, access->version1Text);
        }
    } else if (const auto* const unknown = record.as<pipecore::UnknownRow>()) {
        add(facts, FactWords::tr("Fields"), fromCore(unknown->members));
    }
}

QString explanationOf(const Record& record)
{
    if (record.as<pipecore::Dropped>() != nullptr) {
        return FactWords::tr(
            "Messages at this point could not be recorded. The pipes kept running.");
    }
    if (record.as<pipecore::Throttled>() != nullptr) {
        return FactWords::tr("Data arrives faster than it can be recorded. Reading pauses until "
                             "the recorder catches up: the peer waits, nothing is lost.");
    }
    if (const auto* const gone = record.as<pipecore::Disconnected>();
        gone != nullptr && gone->reason == pipecore::CloseReason::PeerClosed) {
        return FactWords::tr(
            "The peer closed its end or its program ended; the system does not report which.");
    }
    if (const auto* const changed = record.as<pipecore::ReadModeChanged>()) {
        return changed->mode == pipecore::PipeMode::Message
                   ? FactWords::tr("From here on, each read returns one complete message.")
                   : FactWords::tr("From here on, reads return bytes without message boundaries.");
    }
    if (record.as<pipecore::UnknownRow>() != nullptr) {
        return FactWords::tr(
            "This row was written by a later version of PipeScope. It is kept unchanged.");
    }
    return {};
}

} // namespace

RowFacts factsOf(const Record& record, const pipecore::SessionFacts& session)
{
    RowFacts facts;
    facts.title = rowTitle(record.kind());
    facts.explanation = explanationOf(record);
    if (const auto* const failed = record.as<pipecore::Failed>()) {
        explainError(facts, *failed, session.endpoint(record.endpoint));
    }
    addValues(facts, record);
    if (const auto connection = session.connection(record.connection)) {
        addConnection(facts, *connection);
        if (record.as<pipecore::Disconnected>() != nullptr) {
            addTraffic(facts, *connection);
        }
    }
    if (const auto endpoint = session.endpoint(record.endpoint)) {
        addEndpoint(facts, *endpoint);
    }
    return facts;
}

} // namespace pipescope
