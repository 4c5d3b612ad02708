#include "message_event.h"
#include "output/clock_text.h"
#include "output/event_printer.h"
#include "output/framed_events.h"
#include "output/identity_lines.h"
#include "runner/register.h"
#include "session/identity_lookup.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace pipescope::cli;
using namespace pipecore;

namespace {

constexpr std::int64_t someTime = 1'741'528'987'123'456'789; // 2025-03-09T14:03:07.123456789Z

Event makeEvent(RowBody body, std::uint64_t connection = 0)
{
    Event event;
    event.wallNs = someTime;
    event.endpoint = {1};
    event.connection = {connection};
    event.body = std::move(body);
    return event;
}

Event connectedEvent()
{
    return makeEvent(PeerConnected{std::make_shared<const PeerInfo>(
                         PeerInfo{4120, "/usr/bin/größe \"x\"", "ann"})},
                     3);
}

Event messageEvent(std::string_view payload, std::uint64_t connection,
                   Direction direction = Direction::Received)
{
    Event event = makeEvent({}, connection);
    setMessage(event, asBytes(payload), direction);
    return event;
}

/// The line of an event that nothing came before.
std::string jsonLine(const Event& event)
{
    EventPrinter printer(EventPrinter::Format::JsonLines);
    return printer.line(event);
}

/// A line as an object; empty if it is not exactly one line of JSON.
QJsonObject toJson(const std::string& line)
{
    if (line.find('\n') != line.size() - 1) {
        return {};
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(line), &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace

class EventLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void ListeningIsSaid();
    void MessageHasAllMembers();
    void PayloadThatWasNotKept();
    void MembersThatMeanNothingAreLeftOut();
    void UnknownPeerSaysWhy();
    void NamesOfOthersDoNotSteerTheTerminal();
    void ErrorHasItsParts();
    void PeerOnAnotherComputerIsSaid();
    void PeerIsRemovedWhenGone();
    void TextIsOneLineAnEvent();
    void BookkeepingIsNotPrinted();
    void FactsOfAConnection();
    void FactsThatTheSystemDoesNotTell();
    void FramesStandInPlaceOfReads();
    void FramesEndWhereBytesAreMissing();
};

void EventLinesTest::ListeningIsSaid()
{
    EndpointOpened opened;
    opened.name = std::make_shared<const std::string>(R"(\\.\pipe\orders)");
    const Event event = makeEvent(opened);
    QVERIFY(textLine(event).contains(R"(listening on \\.\pipe\orders)"));
    const QJsonObject json = toJson(jsonLine(event));
    QCOMPARE(text(json, "event"), QStringLiteral("opened"));
    QCOMPARE(text(json, "role"), QStringLiteral("server"));
    QCOMPARE(text(json, "pipe"), QStringLiteral(R"(\\.\pipe\orders)"));
    QCOMPARE(text(json, "name"), QStringLiteral(R"(\\.\pipe\orders)"));
    QCOMPARE(text(json, "mode"), QStringLiteral("message"));
    QCOMPARE(text(json, "access"), QStringLiteral("duplex"));
    QVERIFY(json.value(QLatin1String("instances")).isNull()); // there, and no number
    opened.instances = 7;
    QCOMPARE(toJson(jsonLine(makeEvent(opened))).value(QLatin1String("instances")).toInteger(), 7);
}

void EventLinesTest::MessageHasAllMembers()
{
    EventPrinter printer(EventPrinter::Format::JsonLines);
    (void)printer.line(connectedEvent());
    const QJsonObject json =
        toJson(printer.line(messageEvent(std::string_view("H\0\xff\n", 4), 3)));
    QCOMPARE(text(json, "event"), QStringLiteral("message"));
    QCOMPARE(text(json, "time"), QStringLiteral("2025-03-09T14:03:07.123456789Z"));
    QCOMPARE(json.value(QStringLiteral("connection")).toInteger(), 3);
    QCOMPARE(json.value(QStringLiteral("pid")).toInteger(), 4120);
    QCOMPARE(text(json, "image"), QStringLiteral("/usr/bin/größe \"x\""));
    QCOMPARE(text(json, "user"), QStringLiteral("ann"));
    QCOMPARE(text(json, "direction"), QStringLiteral("received"));
    QCOMPARE(json.value(QStringLiteral("length")).toInteger(), 4);
    QCOMPARE(text(json, "hex"), QStringLiteral("4800ff0a"));

    QCOMPARE(text(json, "origin"), QStringLiteral("peer"));

    const QJsonObject other = toJson(printer.line(messageEvent("", 3, Direction::Sent)));
    QCOMPARE(text(other, "origin"), QStringLiteral("user"));
    QCOMPARE(text(other, "direction"), QStringLiteral("sent"));
    QCOMPARE(other.value(QStringLiteral("length")).toInteger(-1), 0);
    QVERIFY(other.contains(QStringLiteral("hex")));
}

void EventLinesTest::PayloadThatWasNotKept()
{
    const Event event = makeEvent(Message{.length = 5000, .droppedBytes = 5000}, 3);
    QVERIFY(textLine(event).contains("5000  (payload not kept)"));
    const QJsonObject json = toJson(jsonLine(event));
    QCOMPARE(json.value(QLatin1String("length")).toInt(), 5000);
    QCOMPARE(json.value(QLatin1String("dropped")).toInt(), 5000);
    QCOMPARE(text(json, "hex"), QString());
}

void EventLinesTest::MembersThatMeanNothingAreLeftOut()
{
    const QJsonObject json = toJson(jsonLine(makeEvent(EndpointClosed{})));
    QCOMPARE(json.keys(), (QStringList{QStringLiteral("endpoint"), QStringLiteral("event"),
                                       QStringLiteral("time")}));
}

void EventLinesTest::UnknownPeerSaysWhy()
{
    Error error;
    error.kind = ErrorKind::AccessDenied;
    error.domain = ErrorDomain::Win32;
    error.code = 5;
    error.api = "OpenProcess";
    const auto peer = std::make_shared<const PeerInfo>(
        PeerInfo{std::uint32_t{17}, std::unexpected(error), std::unexpected(error)});
    const Event event = makeEvent(PeerConnected{peer}, 3);
    const QJsonObject json = toJson(jsonLine(event));
    QCOMPARE(json.value(QStringLiteral("pid")).toInteger(), 17);
    QVERIFY(!json.contains(QStringLiteral("image")));
    QVERIFY(!json.contains(QStringLiteral("user")));
    const QJsonObject said = json.value(QStringLiteral("peer")).toObject();
    for (const char* key : {"imageError", "userError"}) {
        const QJsonObject why = said.value(QLatin1String(key)).toObject();
        QCOMPARE(text(why, "api"), QStringLiteral("OpenProcess"));
        QCOMPARE(text(why, "symbol"), QStringLiteral("ERROR_ACCESS_DENIED"));
    }
    QVERIFY(textLine(event).contains("pid 17"));
    QVERIFY(!textLine(event).contains("user"));
    QVERIFY(textLine(connectedEvent()).contains("(pid 4120), user ann"));
}

void EventLinesTest::NamesOfOthersDoNotSteerTheTerminal()
{
    // Clears the screen in three ways, turns the line round, and says a line of its own.
    const std::string name = "x\x1b[2J\x7f\xC2\x9b"
                             "2J\x9b"
                             "2J\xE2\x80\xAE\n12:00:00.000000  #1    error: forged\r";
    const auto peer = std::make_shared<const PeerInfo>(PeerInfo{4120, "/tmp/" + name, name});
    const Event event = makeEvent(PeerConnected{peer}, 3);
    ProcessIdentity identity;
    identity.commandLine = name;
    const auto isHarmless = [](const std::string& line) {
        const QByteArray bytes = QByteArray::fromStdString(line);
        const bool hasControls = std::ranges::any_of(
            bytes, [](char c) { return (c >= 0 && c < ' ' && c != '\n') || c == '\x7f'; });
        return !hasControls && QString::fromUtf8(bytes).toUtf8() == bytes
               && !line.contains("\xC2\x9b") && !line.contains("\xE2\x80\xAE");
    };
    const std::string line = textLine(event);
    QVERIFY2(isHarmless(line), line.c_str());
    QCOMPARE(std::ranges::count(line, '\n'), 1);
    const std::string card = identityTextLine({3}, someTime, identity);
    QVERIFY2(isHarmless(card), card.c_str());
    QVERIFY2(!card.contains("\n12:00"), card.c_str());

    // JSON tells the same text, and steers nothing before it is read.
    const std::string json = jsonLine(event);
    QVERIFY2(isHarmless(json), json.c_str());
    QVERIFY(text(toJson(json), "image").contains(u'\u009b'));
    QVERIFY(text(toJson(json), "image").contains(u'\u202e'));
}

void EventLinesTest::ErrorHasItsParts()
{
    Failed failed;
    failed.error = Error{ErrorKind::Busy, ErrorDomain::Win32, 231, "CreateFile", "all taken"};
    const QJsonObject json = toJson(jsonLine(makeEvent(failed, 2)));
    QCOMPARE(text(json, "event"), QStringLiteral("failed"));
    QCOMPARE(text(json, "text"),
             QStringLiteral("CreateFile failed: 231 ERROR_PIPE_BUSY (busy): all taken"));
    const QJsonObject error = json.value(QStringLiteral("error")).toObject();
    QCOMPARE(text(error, "kind"), QStringLiteral("busy"));
    QCOMPARE(text(error, "api"), QStringLiteral("CreateFile"));
    QCOMPARE(error.value(QStringLiteral("code")).toInteger(), 231);
    QCOMPARE(text(error, "symbol"), QStringLiteral("ERROR_PIPE_BUSY"));
    QVERIFY(!text(json, "hint").isEmpty());
}

void EventLinesTest::PeerOnAnotherComputerIsSaid()
{
    PeerInfo peer{.processId = 4120,
                  .image = refuse("the process runs on another computer", ErrorKind::NotFound)};
    peer.isRemote = true;
    const Event event =
        makeEvent(PeerConnected{std::make_shared<const PeerInfo>(std::move(peer))}, 3);
    const QJsonObject json = toJson(jsonLine(event)).value(QLatin1String("peer")).toObject();
    QCOMPARE(json.value(QLatin1String("pid")).toInteger(), 4120);
    QVERIFY(json.value(QLatin1String("remote")).toBool());
    QVERIFY2(textLine(event).contains("(pid 4120 on another computer)"), textLine(event).c_str());
    // A process of this computer that happens to have the number is not looked up.
    auto own = *std::get<PeerConnected>(event.body).peer;
    own.processId = static_cast<std::uint32_t>(QCoreApplication::applicationPid());
    IdentityLookup lookup(std::make_shared<WakeEvent>());
    QVERIFY(lookup.ask({1}, own, 0));
    own.isRemote = false;
    QVERIFY(lookup.ask({2}, own, 0));
    QVERIFY(lookup.finish(std::chrono::seconds(30)));
    const auto found = lookup.take();
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found[0].connection.value, 2U);
}

void EventLinesTest::PeerIsRemovedWhenGone()
{
    EventPrinter printer(EventPrinter::Format::JsonLines);
    (void)printer.line(connectedEvent());
    const QJsonObject gone = toJson(printer.line(makeEvent(Disconnected{}, 3)));
    QCOMPARE(gone.value(QStringLiteral("pid")).toInteger(), 4120);
    QCOMPARE(text(gone, "reason"), QStringLiteral("peerClosed"));
    const QJsonObject after = toJson(printer.line(messageEvent("x", 3)));
    QVERIFY(!after.contains(QStringLiteral("pid")));
}

void EventLinesTest::TextIsOneLineAnEvent()
{
    const std::string line = textLine(messageEvent("Hello\r\nworld\x1b[0m", 12));
    QCOMPARE(line.find('\n'), line.size() - 1);
    QVERIFY2(line.ends_with("  #12   <-      16  Hello··world·[0m\n"), line.c_str());
    const std::string longer = textLine(messageEvent(std::string(100'000, 'x'), 1));
    QVERIFY(longer.size() < 160);
}

void EventLinesTest::BookkeepingIsNotPrinted()
{
    QVERIFY(jsonLine(makeEvent(StateChanged{}, 1)).empty());
    QVERIFY(textLine(makeEvent(StateChanged{}, 1)).empty());
}

void EventLinesTest::FactsOfAConnection()
{
    const Event event = makeEvent(
        FactsRead{.operation = {},
                  .facts = std::make_shared<const PipeFacts>(PipeFacts{
                      .info = PipeInfo{.type = PipeMode::Message,
                                       .outBufferSize = 4096,
                                       .inBufferSize = 512,
                                       .maxInstances = 7},
                      .state = HandleState{.readMode = PipeMode::Byte,
                                           .nonBlocking = false,
                                           .instances = 3,
                                           .collectionBytes = 100,
                                           .collectionMs = 20},
                      .waiting = Waiting{.bytes = 12, .leftInMessage = 5, .unreadByPeer = {}}})},
        3);
    const auto object = toJson(jsonLine(event));
    QCOMPARE(text(object, "event"), QStringLiteral("facts"));
    const auto facts = object.value(QLatin1String("facts")).toObject();
    QCOMPARE(QJsonDocument(facts).toJson(QJsonDocument::Compact),
             QByteArray(R"({"collectionBytes":100,"collectionMs":20,"inBuffer":512,"instances":3,)"
                        R"("leftInMessage":5,"maxInstances":7,"nonBlocking":false,)"
                        R"("outBuffer":4096,"readMode":"byte","type":"message","waiting":12})"));
    QVERIFY(textLine(event).ends_with(
        "message pipe, buffers 4096 out, 512 in, at most 7 instances; reads bytes, 3 instances, "
        "collects 100 bytes for 20 ms; 12 bytes to read, 5 left in the message\n"));

    PipeFacts unlimited = *std::get<FactsRead>(event.body).facts;
    unlimited.info->maxInstances = 0;
    const auto line = jsonLine(makeEvent(
        FactsRead{.operation = {}, .facts = std::make_shared<const PipeFacts>(unlimited)}, 3));
    QVERIFY2(line.find(R"("maxInstances":null)") != std::string::npos, line.c_str());
}

void EventLinesTest::FactsThatTheSystemDoesNotTell()
{
    const auto nothing = refuse("the pipe has closed", ErrorKind::PeerClosed);
    const Event event =
        makeEvent(FactsRead{.operation = {},
                            .facts = std::make_shared<const PipeFacts>(
                                PipeFacts{.info = nothing, .state = nothing, .waiting = nothing})},
                  3);
    const auto facts = toJson(jsonLine(event)).value(QLatin1String("facts")).toObject();
    QCOMPARE(facts.size(), 3);
    for (const char* part : {"infoError", "stateError", "waitingError"}) {
        QCOMPARE(text(facts, part), QStringLiteral("peer closed: the pipe has closed"));
    }
    QVERIFY(textLine(event).contains("pending data unknown: peer closed: the pipe has closed"));
}

namespace {

/// The lines for people that events become by a rule, without times.
QByteArray framedLines(const char* rule, const std::vector<Event>& events)
{
    FramedEvents frames(FramingRule::parse(rule).value());
    EventPrinter printer(EventPrinter::Format::People);
    QByteArray lines;
    for (const Event& event : events) {
        frames.next(event, [&](const Event& shown, const Phrase* problem) {
            const std::string line = printer.line(shown, problem);
            lines += QByteArray::fromStdString(line.substr(line.find('#')));
        });
    }
    return lines;
}

} // namespace

void EventLinesTest::FramesStandInPlaceOfReads()
{
    QCOMPARE(
        framedLines("headers", {messageEvent("junk\r\nContent-Len", 3), messageEvent("x", 4),
                                messageEvent("gth: 2\r\n\r\nok", 3),
                                messageEvent("Content-Length: 9\r\n\r\nha", 3, Direction::Sent),
                                makeEvent(Disconnected{}, 3)}),
        QByteArray("#3    <-       6  junk·· (malformed: no header: expected a line \"Name: "
                   "value\"; skipped to the next Content-Length)\n"
                   "#3    <-       2  ok\n"
                   "#3    ->       2  ha (continues)\n"
                   "#3    disconnected: closed by the peer\n"));
}

void EventLinesTest::FramesEndWhereBytesAreMissing()
{
    Event dropped = messageEvent("", 3);
    dropped.body = Message{.length = 5, .droppedBytes = 5};
    QCOMPARE(framedLines("line", {messageEvent("one\ntw", 3), dropped, messageEvent("o\n", 3)}),
             QByteArray("#3    <-       3  one\n"
                        "#3    <-       2  tw (continues)\n"
                        "#3    <-       5  (payload not kept)\n"
                        "#3    <-       2  o·\n"));
}

PIPESCOPE_APPLESS_TEST(EventLinesTest)
#include "tst_event_lines.moc"
