#include "session_script.h"

#include "pipecore/model/identity.h"
#include "pipecore/model/row_json.h"

#include <QFile>
#include <QTest>

#include <limits>
#include <utility>

using namespace pipecore;

namespace {

constexpr std::int64_t stepNs = 1'000'000;

QString text(std::string_view bytes)
{
    return QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
}

template <typename T>
QString number(T value)
{
    return QString::number(value);
}

} // namespace

void SessionScript::add(std::uint64_t endpoint, std::uint64_t connection, RowBody body)
{
    Event event;
    event.sequence = m_events.size() + 1;
    event.row = isRow(body) ? ++m_rows : 0;
    event.wallNs = m_wallNs;
    event.monotonicNs = std::int64_t(m_events.size()) * stepNs;
    event.endpoint.value = endpoint;
    event.connection.value = connection;
    event.body = std::move(body);
    m_events.push_back(std::move(event));
    if (m_wallNs <= std::numeric_limits<std::int64_t>::max() - stepNs) {
        m_wallNs += stepNs;
    }
}

void SessionScript::server(std::uint64_t endpoint, std::string name, EndpointOpened opened)
{
    opened.name = std::make_shared<std::string>(std::move(name));
    add(endpoint, 0, std::move(opened));
}

void SessionScript::client(std::uint64_t endpoint, std::string name)
{
    EndpointOpened opened;
    opened.role = Role::Client;
    opened.name = std::make_shared<std::string>(std::move(name));
    add(endpoint, 0, std::move(opened));
}

void SessionScript::closed(std::uint64_t endpoint)
{
    add(endpoint, 0, EndpointClosed{});
}

void SessionScript::state(std::uint64_t endpoint, std::uint64_t connection, InstanceState to)
{
    add(endpoint, connection, StateChanged{.from = InstanceState::Created, .to = to});
}

void SessionScript::connected(std::uint64_t endpoint, std::uint64_t connection, PeerInfo peer)
{
    add(endpoint, connection, PeerConnected{std::make_shared<PeerInfo>(std::move(peer))});
}

void SessionScript::message(std::uint64_t endpoint, std::uint64_t connection, Direction direction,
                            Bytes payload, std::vector<std::uint32_t> fragments, bool continues)
{
    m_payloads.push_back(std::move(payload));
    m_fragments.push_back(std::move(fragments));
    const bool received = direction == Direction::Received;
    add(endpoint, connection,
        Message{.direction = direction,
                .continues = continues,
                .length = m_payloads.back().size(),
                .origin = {.kind = received ? OriginKind::Peer : OriginKind::User}});
    m_events.back().payload = m_payloads.back();
    m_events.back().fragments = m_fragments.back();
}

void SessionScript::disconnected(std::uint64_t endpoint, std::uint64_t connection,
                                 Disconnected what)
{
    add(endpoint, connection, what);
}

void SessionScript::failed(std::uint64_t endpoint, std::uint64_t connection, Failed what)
{
    add(endpoint, connection, std::move(what));
}

std::vector<Record> SessionScript::rows() const
{
    std::vector<Record> rows;
    for (const Event& event : m_events) {
        if (!isRow(event.body)) {
            continue;
        }
        Record record;
        record.row = rows.size();
        record.wallNs = event.wallNs;
        record.endpoint = event.endpoint;
        record.connection = event.connection;
        record.body = event.body;
        record.payload.assign(event.payload.begin(), event.payload.end());
        record.fragments.assign(event.fragments.begin(), event.fragments.end());
        rows.push_back(std::move(record));
    }
    return rows;
}

void SessionScript::feed(EventQueue& queue) const
{
    for (const Event& event : m_events) {
        queue.onEvent(event);
    }
    queue.onRoundEnd();
}

PeerInfo somePeer(std::uint32_t pid, std::string image, const std::string& user)
{
    PeerInfo peer{.processId = pid, .image = std::move(image)};
    if (!user.empty()) {
        peer.user = user;
    }
    return peer;
}

PeerInfo unknownPeer()
{
    return {.processId = std::unexpected(Error{.kind = ErrorKind::NotSupported,
                                               .domain = ErrorDomain::Win32,
                                               .code = 50,
                                               .api = "GetNamedPipeClientProcessId",
                                               .detail = "remote"}),
            .image = std::unexpected(Error{.kind = ErrorKind::AccessDenied,
                                           .domain = ErrorDomain::Errno,
                                           .code = 13,
                                           .api = "readlink",
                                           .detail = "/proc/1/exe"}),
            .user = std::unexpected(Error{.kind = ErrorKind::AccessDenied,
                                          .domain = ErrorDomain::Win32,
                                          .code = 5,
                                          .api = "OpenProcessToken",
                                          .detail = "of \"another\" user"})};
}

Bytes patternBytes(std::size_t size)
{
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes[i] = static_cast<std::byte>((i * 31 + i / 251) & 0xFFU);
    }
    return bytes;
}

SessionScript sampleScript()
{
    SessionScript script;
    script.server(1, "\\\\.\\pipe\\orders");
    script.state(1, 0, InstanceState::Listening);
    script.state(1, 1, InstanceState::Connected);
    script.connected(1, 1, somePeer(4120, "C:\\Program Files\\Shop\\app.exe", "SHOP\\ann"));
    script.message(1, 1, Direction::Received, toBytes("hello"));
    script.message(1, 1, Direction::Sent, toBytes("world!"));
    script.message(1, 1, Direction::Received, {});
    script.message(1, 1, Direction::Received, patternBytes(300), {128, 128, 44});
    script.client(2, "/tmp/CoreFxPipe_billing");
    script.state(2, 2, InstanceState::Connecting);
    script.failed(2, 2,
                  {.operation = {},
                   .error = {.kind = ErrorKind::TimedOut,
                             .domain = ErrorDomain::Errno,
                             .code = 110,
                             .api = "connect",
                             .detail = "after 5000 ms"}});
    script.closed(2);
    script.disconnected(1, 1, {.reason = CloseReason::PeerClosed, .discardedBytes = 12});
    return script;
}

namespace {

std::shared_ptr<const ClientIdentity> someIdentity()
{
    ClientIdentity identity;
    identity.processId = 4120U;
    identity.computer = refuse("the client is on this computer", ErrorKind::NotSupported);
    identity.token.user = Account{.id = "S-1-5-18", .name = "SHOP\\\xE2\x82\xAC \"ann\""};
    return std::make_shared<const ClientIdentity>(std::move(identity));
}

std::shared_ptr<const AccessAnswer> someAnswer()
{
    AccessAnswer answer;
    answer.target.path = R"(C:\orders\"a: b".txt)";
    answer.isAllowed = true;
    return std::make_shared<const AccessAnswer>(std::move(answer));
}

} // namespace

SessionScript nastyScript()
{
    using namespace std::string_literals;
    SessionScript script;
    script.at(-1'500'000'000);
    script.server(1,
                  "a \"quoted\" \\ name\nwith\tcontrol \x01\x7f and \xFF\xC3 bytes \xE2\x82\xAC"s,
                  {.role = Role::Server,
                   .mode = PipeMode::Byte,
                   .access = Access::Inbound,
                   .instances = 254,
                   .name = {}});
    script.at(0);
    script.connected(1, 1,
                     somePeer(0xFFFFFFFF, "C:\\\xFF\xFEr\0x\\p \"x\".exe"s,
                              "\xFF\"o\\ user=(pid 3), user x\n"s));
    script.message(1, 1, Direction::Received, {});
    script.message(1, 1, Direction::Sent, toBytes(std::string("\0\0\0", 3)));
    script.message(1, 1, Direction::Received, toBytes("a"), {1});
    script.message(1, 1, Direction::Received, patternBytes(7), {3, 0, 4}, true);
    script.message(1, 1, Direction::Received, patternBytes(300 * 1024), {65536, 65536, 65536, 4});
    script.message(1, 1, Direction::Sent, patternBytes(20 * 1024 * 1024));
    script.message(1, 1, Direction::Sent, patternBytes(262128));
    script.message(1, 1, Direction::Sent, patternBytes(262129), {}, true);
    script.server(2, "", {.access = Access::Outbound, .name = {}});
    script.connected(2, 2, unknownPeer());
    script.message(2, 2, Direction::Received, toBytes("x"));
    script.connected(2, 3, somePeer(0, ""));
    script.at(4'000'000'000'000'000'000);
    script.failed(2, 2,
                  {.operation = {},
                   .error = {.kind = ErrorKind::PeerClosed,
                             .domain = ErrorDomain::Win32,
                             .code = 0xFFFFFFFF,
                             .api = "WriteFile",
                             .detail = "say \"no\"\r\n\0 \xF0\x9F\x98\x80 \xF0\x28"s},
                   .outcomeUnknown = true});
    script.failed(
        0, 0,
        {.operation = {}, .error = {.kind = ErrorKind::InvalidArgument, .api = {}, .detail = {}}});
    constexpr auto most = ~std::uint64_t{0};
    for (const auto reason : {CloseReason::ClosedByUs, CloseReason::AbortedByUs,
                              CloseReason::EngineStopped, CloseReason::Failed}) {
        script.disconnected(2, 10 + std::uint64_t(reason),
                            {.reason = reason, .discardedBytes = most});
    }
    script.add(2, 2, Dropped{.count = most - 1, .bytes = most});
    script.add(2, 2, Throttled{});
    script.add(2, 2, Resumed{});
    script.add(2, 2, ReadModeChanged{.operation = {}, .mode = PipeMode::Byte});
    script.add(2, 2, ReadModeChanged{.operation = {}, .mode = PipeMode::Message});
    script.add(2, 2, InputEnded{});
    script.add(2, 2, OutputEnded{});
    script.add(2, 0, ListeningAgain{});
    script.add(2, 2, DescriptorsPassed{.count = 3});
    script.add(2, 2,
               DescriptorsPassed{.count = 1, .passedOn = true, .what = "file /tmp/a (12 bytes)"});
    script.server(3, "front", {.name = {}, .target = "/tmp/be\"hind"});
    script.connected(3, 30, somePeer(30, "/bin/client"));
    script.add(3, 30,
               TargetConnected{std::make_shared<PeerInfo>(somePeer(31, "/bin/server", "ann"))});
    script.message(3, 30, Direction::Received, toBytes("question"));
    script.message(3, 30, Direction::Sent, toBytes("answer"));
    script.add(2, 2, ClientIdentified{.operation = {}, .identity = someIdentity()});
    script.add(2, 2, AccessChecked{.operation = {}, .answer = someAnswer()});
    script.add(0, 0, Throttled{});
    script.at(1);
    script.disconnected(1, 1, {});
    script.closed(1);
    return script;
}

std::filesystem::path toPath(const QString& path)
{
    return {path.toStdU16String()};
}

QString recordTo(const QString& path, const SessionScript& script)
{
    EventQueue queue;
    Recorder recorder(queue);
    if (const auto started = recorder.start(toPath(path)); !started) {
        return text(describe(started.error()));
    }
    script.feed(queue);
    recorder.stop();
    if (recorder.rowCount() != script.rows().size()) {
        return QStringLiteral("%1 rows").arg(recorder.rowCount());
    }
    return {};
}

QString difference(const PeerInfo* actual, const PeerInfo* expected)
{
    if ((actual == nullptr) != (expected == nullptr)) {
        return QStringLiteral("one has a peer");
    }
    if (actual == nullptr) {
        return {};
    }
    if (actual->processId != expected->processId) {
        return QStringLiteral("process ID of the peer");
    }
    if (actual->image != expected->image) {
        return QStringLiteral("image of the peer: ")
               + (actual->image ? text(*actual->image) : text(describe(actual->image.error())));
    }
    if (actual->user != expected->user) {
        return QStringLiteral("user of the peer: ")
               + (actual->user ? text(*actual->user) : text(describe(actual->user.error())));
    }
    return {};
}

/// All that a row says, in words that can be compared.
std::string bodyText(const RowBody& body)
{
    JsonWriter json;
    putBody(json, body);
    return json.take();
}

QString difference(const Record& actual, const Record& expected)
{
    const auto differs = [&](const char* what, auto ours, auto theirs) {
        return QStringLiteral("row %1, %2: %3 instead of %4")
            .arg(expected.row)
            .arg(QLatin1String(what))
            .arg(ours)
            .arg(theirs);
    };
#define COMPARE_NUMBER(member)                                                                     \
    if (actual.member != expected.member)                                                          \
    return differs(#member, qint64(actual.member), qint64(expected.member))
    COMPARE_NUMBER(row);
    COMPARE_NUMBER(kind());
    COMPARE_NUMBER(wallNs);
    COMPARE_NUMBER(endpoint.value);
    COMPARE_NUMBER(connection.value);
    COMPARE_NUMBER(payload.size());
    COMPARE_NUMBER(fragments.size());
#undef COMPARE_NUMBER
    if (actual.payload != expected.payload) {
        return differs("payload", 0, 0);
    }
    if (actual.fragments != expected.fragments) {
        return differs("fragments", 0, 0);
    }
    if (const std::string ours = bodyText(actual.body), theirs = bodyText(expected.body);
        ours != theirs) {
        return differs("what it says", text(ours), text(theirs));
    }
    return {};
}

QString difference(const RecordSource& source, const std::vector<Record>& expected)
{
    if (source.rowCount() != expected.size()) {
        return QStringLiteral("%1 rows instead of %2").arg(source.rowCount()).arg(expected.size());
    }
    for (const Record& row : expected) {
        const auto actual = source.read(row.row, std::numeric_limits<std::size_t>::max());
        if (!actual) {
            return text(describe(actual.error()));
        }
        if (QString what = difference(*actual, row); !what.isEmpty()) {
            return what;
        }
        if (QString what = headDifference(source.head(row.row), row); !what.isEmpty()) {
            return what;
        }
    }
    return {};
}

QString headDifference(const RecordSource::RowHead& head, const Record& record)
{
    const auto* const said = record.as<Message>();
    const Message message = said != nullptr ? *said : Message{};
    const std::pair<const char*, bool> same[] = {
        {"kind", head.kind == record.kind()},
        {"connection", head.connection == record.connection},
        {"endpoint", head.endpoint == record.endpoint},
        {"direction", head.direction == message.direction},
        {"continues", head.continues == message.continues},
        {"time", head.wallNs == record.wallNs},
        {"length", head.length == message.length},
        {"problem", head.isMalformed == (record.problem != nullptr)},
    };
    for (const auto& [what, holds] : same) {
        if (!holds) {
            return QStringLiteral("head of row %1: %2").arg(record.row).arg(QLatin1String(what));
        }
    }
    return {};
}

QString headDifference(const RecordSource& source)
{
    for (std::uint64_t row = 0; row < source.rowCount(); ++row) {
        if (const auto record = source.read(row, 0)) {
            if (QString what = headDifference(source.head(row), *record); !what.isEmpty()) {
                return what;
            }
        }
    }
    return {};
}

QString difference(const SessionFacts& actual, const SessionFacts& expected)
{
    const auto ours = actual.snapshot();
    const auto theirs = expected.snapshot();
    if (ours.endpoints.size() != theirs.endpoints.size()) {
        return number(ours.endpoints.size()) + QStringLiteral(" endpoints");
    }
    for (std::size_t i = 0; i < ours.endpoints.size(); ++i) {
        const EndpointFacts& a = ours.endpoints[i];
        const EndpointFacts& b = theirs.endpoints[i];
        if (a.id != b.id || a.role != b.role || a.mode != b.mode || a.access != b.access
            || a.instances != b.instances || a.name != b.name || a.openedNs != b.openedNs
            || a.closedNs != b.closedNs || a.open != b.open) {
            return QStringLiteral("endpoint %1").arg(b.id.value);
        }
    }
    if (ours.connections.size() != theirs.connections.size()) {
        return number(ours.connections.size()) + QStringLiteral(" connections");
    }
    for (std::size_t i = 0; i < ours.connections.size(); ++i) {
        const ConnectionFacts& a = ours.connections[i];
        const ConnectionFacts& b = theirs.connections[i];
        const std::pair<const char*, bool> same[] = {
            {"number", a.id == b.id},
            {"endpoint", a.endpoint == b.endpoint},
            {"beginning", a.sinceNs == b.sinceNs},
            {"end", a.closedNs == b.closedNs},
            {"user", a.user == b.user},
            {"reason", a.reason == b.reason},
            {"throttled", a.throttled == b.throttled},
            {"messages received", a.messagesReceived == b.messagesReceived},
            {"bytes received", a.bytesReceived == b.bytesReceived},
            {"messages sent", a.messagesSent == b.messagesSent},
            {"bytes sent", a.bytesSent == b.bytesSent},
            {"state", (a.state == InstanceState::Closed) == (b.state == InstanceState::Closed)},
        };
        for (const auto& [what, holds] : same) {
            if (!holds) {
                return QStringLiteral("connection %1: %2").arg(b.id.value).arg(QLatin1String(what));
            }
        }
        if (const QString peer = difference(a.peer.get(), b.peer.get()); !peer.isEmpty()) {
            return QStringLiteral("connection %1: %2").arg(b.id.value).arg(peer);
        }
    }
    const auto a = actual.totals();
    const auto b = expected.totals();
    if (a.endpoints != b.endpoints || a.connections != b.connections || a.messages != b.messages
        || a.bytes != b.bytes || a.dropped != b.dropped) {
        return QStringLiteral("totals");
    }
    return {};
}

bool waitForRows(const RecordSource& source, std::uint64_t count)
{
    return QTest::qWaitFor([&] { return source.rowCount() >= count; }, 20'000);
}
