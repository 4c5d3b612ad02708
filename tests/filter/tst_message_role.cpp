#include "pipecore/analysis/message_role.h"
#include "runner/register.h"

#include <QByteArray>
#include <QTest>

using namespace pipecore;

namespace {

/// "request 5", "reply", "event"; "?" behind it where the connection's protocol stays uncertain.
QByteArray roleText(const MessageRole& role)
{
    using Part = MessageRole::Part;
    QByteArray text = role.part == Part::Request ? "request"
                      : role.part == Part::Reply ? "reply"
                      : role.part == Part::Event ? "event"
                                                 : "unknown";
    if (!role.id.empty()) {
        text += ' ' + QByteArray::fromStdString(role.id);
    }
    text += role.isMore ? " more" : "";
    return text + (role.part == Part::Unknown || role.isCertain ? "" : "?");
}

QByteArray roleOf(const QByteArray& payload)
{
    RoleReader reader;
    return roleText(
        reader.read(asBytes({payload.data(), std::size_t(payload.size())}), Direction::Received));
}

/// Apostrophes are quotes, for moc: it does not understand all raw strings.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray fromHex(const char* hex)
{
    return QByteArray::fromHex(hex);
}

} // namespace

/// Roles of messages by their own bytes: asks, answers, or neither.
class MessageRoleTest : public QObject
{
    Q_OBJECT

private slots:
    void MessagesSayWhatTheyAre_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("role");
        const auto row = [](const char* name, const QByteArray& payload, const char* role) {
            QTest::newRow(name) << quoted(payload) << quoted(role);
        };
        row("nothing", "", "unknown");
        row("text", "hello", "unknown");
        row("other JSON", "{'name':'x','value':[1,2,{'id':5,'method':'no'}]}", "unknown");
        row("half of a text", "{'jsonrpc':'2.0','id':5,'method':'a", "unknown");
        row("a number that may go on", "{'method':'a','id':5", "unknown");

        row("JSON-RPC request", "{'jsonrpc':'2.0','id':5,'method':'a','params':{'id':9}}",
            "request 5");
        row("its reply", " {'jsonrpc' : '2.0', 'result' : null, 'id' : 5 } ", "reply 5");
        row("its error", "{'jsonrpc':'2.0','error':{'code':-1,'message':'}'},'id':'a b'}",
            "reply 'a b'");
        row("an error of no request", "{'jsonrpc':'2.0','error':{'code':-1},'id':null}", "unknown");
        row("notification", "{'jsonrpc':'2.0','method':'a'}", "event");
        row("batch",
            "[{'jsonrpc':'2.0','id':7,'method':'a'},{'jsonrpc':'2.0','method':'b'},"
            "{'jsonrpc':'2.0','id':3,'method':'c'}]",
            "request 3");
        row("batch of replies", "[{'id':3,'result':1},{'id':7,'result':2}]", "reply 3");
        row("LSP with its header",
            "Content-Length: 33\r\n\r\n{'jsonrpc':'2.0','id':5,'method':'a'}", "request 5");
        row("escapes", "{'method':'a\\'}{\\\\','id':5}", "request 5");

        row("DAP request", "{'seq':4,'type':'request','command':'next','arguments':{}}",
            "request 4");
        row("DAP response",
            "{'seq':9,'type':'response','request_seq':4,'success':true,'command':'next'}",
            "reply 4");
        row("DAP event", "{'seq':10,'type':'event','event':'stopped'}", "event");

        row("mpv command", "{'command':['get_property','pause'],'request_id':100}", "request 100");
        row("mpv command without a number", "{'command':['quit']}", "request 0?");
        row("mpv reply", "{'data':false,'error':'success','request_id':100}", "reply 100");
        row("mpv event", "{'event':'pause','id':1}", "event?");

        row("QMP greeting", "{'QMP': {'version': {}, 'capabilities': []}}", "event");
        row("QMP command", "{'execute':'query-status','id':{'a': 1, 'b': 'x y'}}",
            "request {'a':1,'b':'x y'}");
        row("QMP command without a number", "{'execute':'query-status'}", "request");
        row("QMP reply", "{'return': {}, 'id': {'a':1,'b':'x y'}}", "reply {'a':1,'b':'x y'}");
        row("QMP reply in order", "{'return': {}}", "reply?");
        row("QMP event", "{'event':'STOP','timestamp':{'seconds':1,'microseconds':2}}", "event?");

        row("varlink call", "{'method':'org.varlink.service.GetInfo','parameters':{}}", "request");
        row("a call of something else", "{'method':'list'}", "request?");
        row("varlink call without a reply", "{'method':'a.B','oneway':true}", "event?");
        row("varlink reply", "{'parameters':{'vendor':'x'}}", "reply?");
        row("varlink reply with more to come", "{'parameters':{},'continues':true}", "event?");

        row("MessagePack-RPC request", fromHex("940005a3666f6f90"), "request 5");
        row("its reply", fromHex("9401cd0105c0c0"), "reply 261");
        row("its notification", fromHex("9302a3666f6f90"), "event?");
        row("another array", fromHex("9403a3666f6f90c0"), "unknown");
        row("an array that is cut", fromHex("9401cd01"), "unknown");

        row("DCE/RPC bind", fromHex("05000b03100000001000000002000000"), "request 2");
        row("its acknowledgement", fromHex("05000c03100000001000000002000000"), "reply 2");
        row("DCE/RPC request, first part", fromHex("05000001100000001000000003000000"),
            "request 3");
        row("its last part", fromHex("05000002100000001000000003000000"), "request 3 more");
        row("its reply, high byte first", fromHex("05000203000000000010000000000003"), "reply 3");
        row("more of the reply", fromHex("05000202100000001000000003000000"), "event 3");
        row("a length beyond the message", fromHex("05000003100000001100000003000000"), "unknown");

        row("D-Bus call",
            fromHex("6c01000100000000070000001000000001016f00010000002f00000003017300"),
            "request 7");
        row("D-Bus call without a reply", fromHex("6c010101000000000700000000000000"), "event");
        row("D-Bus return",
            fromHex("6c020101000000000900000018000000060173000400000"
                    "03a312e31000000000501750007000000"),
            "reply 7");
        row("D-Bus signal", fromHex("6c040101000000000a00000000000000"), "event");

        row("D-Bus authentication", "AUTH EXTERNAL 31303030\r\n", "request");
        row("the word before D-Bus messages", "BEGIN\r\n", "event?");
        row("another way to log in", "AUTH LOGIN\r\n", "request?");

        row("Discord handshake", QByteArray("\0\0\0\0\x07\0\0\0{'v':1}", 15), "event");
        row("Discord command", QByteArray("\1\0\0\0\x0e\0\0\0{'nonce':'n1'}", 22), "request n1");
        row("Discord event", QByteArray("\1\0\0\0\x0e\0\0\0{'nonce':null}", 22), "event");
        row("Discord ping", QByteArray("\3\0\0\0\x02\0\0\0{}", 10), "request ping");

        row("HTTP request", "GET /x HTTP/1.1\r\nHost: a\r\n\r\n", "request");
        row("HTTP reply", "HTTP/1.1 200 OK\r\n\r\n", "reply");
        row("HTTP reply that is not the last", "HTTP/1.1 100 Continue\r\n\r\n", "event");
        row("HTTP upgrade", "HTTP/1.1 101 Switching Protocols\r\n\r\n", "reply");
        row("HTTP reply behind one that is not the last",
            "HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "reply");
        row("a line that is no request", "get it over with HTTP/1.1", "unknown");

        row("JSON-RPC in MessagePack",
            fromHex("83 a76a736f6e727063 a3322e30 a26964 cd0105 a66d6574686f64 a161"),
            "request 261");
        row("its reply", fromHex("83 a76a736f6e727063 a3322e30 a26964 a16b a6726573756c74 c0"),
            "reply 'k'");
        row("its notification", fromHex("82 a76a736f6e727063 a3322e30 a66d6574686f64 a161"),
            "event");
        row("a map of something else", fromHex("82 a26964 01 a66d6574686f64 a161"), "unknown");
        row("a map that is cut", fromHex("83 a76a736f6e727063 a3322e30 a26964 01 a66d6574"),
            "unknown");
        row("a length before a message", QByteArray("\0\0\0\x19{'method':'a','id':12345}", 29),
            "request 12345");

        row("ttrpc request", fromHex("00000001 00000003 01 00 61"), "request 3");
        row("ttrpc response", fromHex("00000000 00000003 02 00"), "reply 3");
        row("ttrpc data", fromHex("00000001 00000003 03 00 61"), "event");
        row("a stream that no client begins", fromHex("00000001 00000002 01 00 61"), "unknown");
        row("a length that does not fit", fromHex("00000002 00000003 01 00 61"), "unknown");

        row("Redis command", "*2\r\n$3\r\nGET\r\n$1\r\nk\r\n", "request");
        row("Redis command of a line", "PING\r\n", "request?");
        row("a command that is only confirmed", "*2\r\n$9\r\nSUBSCRIBE\r\n$1\r\nk\r\n", "event");
        row("a command with a hostile length", "*2\r\n$18446744073709551615\r\nGET\r\n", "unknown");
        row("several lines", "PING\r\nPING\r\n", "unknown");

        row("i3 request", QByteArray("i3-ipc\0\0\0\0\1\0\0\0", 14), "request");
        row("i3 event", QByteArray("i3-ipc\0\0\0\0\1\0\0\x80", 14), "event");
        row("i3 event, high byte first", QByteArray("i3-ipc\0\0\0\1\x80\0\0\1x", 15), "event");
    }
    void MessagesSayWhatTheyAre()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, role);
        QCOMPARE(roleOf(payload), role);
    }

    void EveryBeginningOfAMessageIsRead()
    {
        // Nothing is read behind the end: AddressSanitizer watches.
        const QByteArray whole[] = {
            quoted("{'jsonrpc':'2.0','id':'a\\'b','method':'a','params':[1,{'b':2}]}"),
            fromHex("6c020101000000000900000018000000060173000400000"
                    "03a312e31000000000501750007000000"),
            fromHex("9400cf0000000000000105a3666f6f90"),
            fromHex("05000b03100000001000000002000000"),
            quoted(QByteArray("\1\0\0\0\x0e\0\0\0{'nonce':'n1'}", 22)),
            "HTTP/1.1 200 OK\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + fromHex("00000101050000000182"),
            fromHex("83a76a736f6e727063a3322e30a26964cd0105a66d6574686f64a161"),
            fromHex("000000010000000301 0061"),
            "*3\r\n$6\r\nCLIENT\r\n$5\r\nREPLY\r\n$2\r\nON\r\n",
            QByteArray("i3-ipc\0\0\0\0\1\0\0\0", 14),
        };
        for (const QByteArray& payload : whole) {
            for (qsizetype size = 0; size <= payload.size(); ++size) {
                const QByteArray begin(payload.constData(), size); // a copy, for the sanitizer
                (void)roleOf(begin);
            }
            QVERIFY2(roleOf(payload) != "unknown", payload);
        }
    }

    void StreamsOfHttp2AreTheirRequestsAndReplies()
    {
        RoleReader reader;
        const auto read = [&](const QByteArray& payload, Direction direction) {
            return roleText(
                reader.read(asBytes({payload.data(), std::size_t(payload.size())}), direction));
        };
        const QByteArray preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
        const QByteArray settings = fromHex("000000040000000000");
        const QByteArray headers1 = fromHex("00000101050000000182");
        const QByteArray headers3 = fromHex("00000101050000000382");
        const QByteArray data1 = fromHex("00000100000000000178");
        QCOMPARE(read(preface, Direction::Received), "event");
        QCOMPARE(read(settings, Direction::Sent), "event");
        QCOMPARE(read(settings + headers1, Direction::Received), "request 1");
        QCOMPARE(read(data1, Direction::Received), "event");
        QCOMPARE(read(headers3, Direction::Received), "request 3");
        QCOMPARE(read(headers3, Direction::Sent), "reply 3");
        QCOMPARE(read(headers1, Direction::Sent), "reply 1");
        // The end of what is sent, and not another request.
        QCOMPARE(read(headers1, Direction::Received), "event");
    }

    void AnIdWithoutAnEndIsNone()
    {
        const QByteArray id = QByteArray(2000, '1');
        QCOMPARE(roleOf(quoted("{'method':'a','id':" + id + "}")), "unknown");
    }
};

PIPESCOPE_GUILESS_TEST(MessageRoleTest)
#include "tst_message_role.moc"
