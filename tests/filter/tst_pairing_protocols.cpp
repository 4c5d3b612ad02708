#include "conversation.h"
#include "talk.h"

#include "pipecore/analysis/pairing.h"
#include "runner/register.h"

#include <QByteArray>
#include <QTest>

#include <string>

using namespace pipecore;

namespace {

std::string hex(const char* digits)
{
    return QByteArray::fromHex(digits).toStdString();
}

/// A frame of HTTP/2 with a payload of hex digits.
std::string http2Frame(int type, int flags, int stream, const char* digits)
{
    const std::string payload = hex(digits);
    return std::string{'\0', '\0', char(payload.size()), char(type), char(flags), '\0',
                       '\0', '\0', char(stream)}
           + payload;
}

/// The head of a block of fields, which ends with it.
std::string headersOf(int stream, const char* digits)
{
    constexpr int headers = 1;
    constexpr int endHeaders = 4;
    return http2Frame(headers, endHeaders, stream, digits);
}

/// A message of ttrpc.
std::string ttrpc(int type, int stream, std::string_view payload)
{
    return std::string{'\0', '\0', '\0',         char(payload.size()), '\0',
                       '\0', '\0', char(stream), char(type),           '\0'}
           + std::string(payload);
}

/// A length of four bytes, the high one first, and what has it.
std::string lengthed(const std::string& text)
{
    return std::string{'\0', '\0', '\0', char(text.size())} + text;
}

/// JSON-RPC in MessagePack: a call, with an id or without one, and what answers it.
std::string packedCall(int id)
{
    return "\x84\xa7jsonrpc\xa3"
           "2.0\xa2id"
           + std::string(1, char(id))
           + "\xa6method\xa3"
             "Add\xa6params\x92\1\2";
}
std::string packedNote()
{
    return "\x83\xa7jsonrpc\xa3"
           "2.0\xa6method\xa4Tick\xa6params\x90";
}
std::string packedAnswer(int id, bool isGood = true)
{
    return "\x83\xa7jsonrpc\xa3"
           "2.0\xa2id"
           + std::string(1, char(id))
           + (isGood ? "\xa6result\3"
                     : "\xa5"
                       "error\x81\xa4"
                       "code\1");
}

} // namespace

/// Requests and their replies in each protocol that says which is which: pipelined, out of order, with events and
/// greetings in between. A reply's latency is never the pause of a human.
class PairingProtocolsTest : public QObject
{
    Q_OBJECT

private slots:
    void RequestsAnsweredOutOfOrderAreRepliesWithTimesOfTheirOwn()
    {
        Talk talk(Role::Server);
        talk.received(0, R"({"jsonrpc":"2.0","id":1,"method":"a"})")
            .received(1, R"({"jsonrpc":"2.0","id":2,"method":"b"})")
            .received(2, R"({"jsonrpc":"2.0","method":"note"})")
            .received(3, R"({"jsonrpc":"2.0","id":3,"method":"c"})")
            .sent(13, R"({"jsonrpc":"2.0","id":3,"result":1})")
            .sent(20, R"({"jsonrpc":"2.0","method":"progress"})")
            .sent(30, R"({"jsonrpc":"2.0","id":1,"result":2})")
            .sent(32, R"({"jsonrpc":"2.0","id":2,"error":{}})")
            .sent(33, R"({"jsonrpc":"2.0","id":2,"error":{}})"); // once more: answers nothing
        const Recorded session(talk.script);
        QCOMPARE(agreedReplies(session.file()), QStringLiteral("5>4 10ms, 7>1 30ms, 8>2 31ms"));
        QCOMPARE(unansweredOf(session.file()), std::uint64_t(0));
    }

    void BothSidesMayAskWithTheSameNumbers()
    {
        Talk talk(Role::Server);
        talk.received(0, R"({"id":1,"method":"initialize"})")
            .sent(5, R"({"id":1,"method":"configuration"})")
            .received(7, R"({"id":1,"result":[]})")
            .sent(40, R"({"id":1,"result":{}})");
        QCOMPARE(repliesOf(talk.script), QStringLiteral("3>2 2ms, 4>1 40ms"));
    }

    void EventsBetweenARequestAndItsReplyAnswerNothing()
    {
        Talk talk(Role::Client);
        talk.received(0, R"({"event":"start-file"})")
            .sent(100, R"({"command":["get_property","pause"],"request_id":1})")
            .received(101, R"({"event":"pause"})")
            .received(103, R"({"data":false,"error":"success","request_id":1})")
            .received(500, R"({"event":"unpause"})")
            .sent(600, R"({"command":["quit"]})")
            .received(604, R"({"error":"success","request_id":0})");
        QCOMPARE(repliesOf(talk.script), QStringLiteral("4>2 3ms, 7>6 4ms"));
    }

    void DebuggersAnswerByTheirOwnNumbers()
    {
        Talk talk(Role::Client);
        talk.sent(0, R"({"seq":1,"type":"request","command":"initialize"})")
            .received(9, R"({"seq":1,"type":"event","event":"output"})")
            .sent(10, R"({"seq":2,"type":"request","command":"launch"})")
            .received(11, R"({"seq":2,"type":"response","request_seq":1,"command":"initialize"})")
            .received(15, R"({"seq":3,"type":"response","request_seq":2,"command":"launch"})");
        QCOMPARE(repliesOf(talk.script), QStringLiteral("4>1 11ms, 5>3 5ms"));
    }

    void HttpAnswersInOrder()
    {
        Talk talk(Role::Client);
        talk.sent(0, "GET /1 HTTP/1.1\r\n\r\n")
            .sent(1, "POST /2 HTTP/1.1\r\nExpect: 100-continue\r\n\r\n")
            .received(10, "HTTP/1.1 200 OK\r\n\r\n")
            .received(12, "HTTP/1.1 100 Continue\r\n\r\n")
            .received(21, "HTTP/1.1 201 Created\r\n\r\n")
            .received(30, "HTTP/1.1 408 Request Timeout\r\n\r\n"); // nobody asked
        QCOMPARE(repliesOf(talk.script), QStringLiteral("3>1 10ms, 5>2 20ms"));
    }

    void PartsOfACallAreOneRequest()
    {
        const auto pdu = [](int type, int flags, int call) {
            std::string text("\5\0\0\0\x10\0\0\0\x10\0\0\0\0\0\0\0", 16);
            text[2] = char(type);
            text[3] = char(flags);
            text[12] = char(call);
            return text;
        };
        Talk talk(Role::Client);
        talk.sent(0, pdu(11, 3, 1))
            .received(2, pdu(12, 3, 1))
            .sent(10, pdu(0, 1, 2))
            .sent(11, pdu(0, 2, 2))
            .sent(12, pdu(0, 3, 3))
            .received(20, pdu(2, 3, 3))
            .received(25, pdu(2, 1, 2))
            .received(26, pdu(2, 2, 2));
        const Recorded session(talk.script);
        QCOMPARE(agreedReplies(session.file()), QStringLiteral("2>1 2ms, 6>5 8ms, 7>4 14ms"));
        QCOMPARE(unansweredOf(session.file()), std::uint64_t(0));
    }

    void ACallOfVarlinkIsAnsweredByItsLastReply()
    {
        Talk talk(Role::Client);
        talk.sent(0, R"({"method":"a.List","more":true})")
            .sent(1, R"({"method":"a.Get"})")
            .received(5, R"({"parameters":{},"continues":true})")
            .received(8, R"({"parameters":{}})")
            .received(9, R"({"error":"a.NotFound"})");
        QCOMPARE(repliesOf(talk.script), QStringLiteral("4>1 8ms, 5>2 8ms"));
    }

    void InterimRepliesOfHttpAreNoReplies()
    {
        Talk talk(Role::Client);
        talk.sent(0, "PUT /1 HTTP/1.1\r\nExpect: 100-continue\r\n\r\n")
            // In one read, which is a row.
            .received(30, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n\r\n")
            .sent(39'000, "GET /2 HTTP/1.1\r\n\r\n")
            .received(39'001, "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 102 P")
            .received(39'007, "HTTP/1.1 200 OK\r\n\r\n");
        QCOMPARE(repliesOf(talk.script), QStringLiteral("2>1 30ms, 5>3 7ms"));
        // As frames, the interim reply is a row.
        Talk framed(Role::Client);
        framed.sent(0, "PUT /1 HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n")
            .received(3, "HTTP/1.1 100 Continue\r\n\r\n")
            .sent(5, "x")
            .received(9, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        QCOMPARE(framedReplies(framed.script, "http1"), QStringLiteral("3>2 4ms"));
    }

    void StreamsOfHttp2AreAnsweredInAnyOrder()
    {
        Talk talk(Role::Client);
        talk.received(0, http2Frame(4, 0, 0, ""))
            .sent(1, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + http2Frame(4, 0, 0, ""))
            .sent(10, headersOf(1, "828684"))
            .sent(11, headersOf(3, "828684"))
            .sent(12, headersOf(5, "828684"))
            .received(14, headersOf(5, "88"))
            .received(15, http2Frame(0, 0, 5, "6869"))
            .received(16, headersOf(1, "88"))
            .received(39'000, http2Frame(6, 0, 0, "0000000000000000")) // PING
            .received(39'001, headersOf(5, "4003612d620163"))          // trailers
            .received(39'002, headersOf(3, "88"));
        QCOMPARE(repliesOf(talk.script), QStringLiteral("6>5 2ms, 8>3 6ms, 11>4 38991ms"));
        QCOMPARE(framedReplies(talk.script, "http2").count(u'>'), 3);
    }

    void InterimRepliesOfHttp2AreNoReplies_data()
    {
        QTest::addColumn<QByteArray>("interim");
        QTest::addColumn<QByteArray>("second");
        const auto row = [](const char* name, const std::string& interim,
                            const std::string& second) {
            QTest::newRow(name) << QByteArray::fromStdString(interim)
                                << QByteArray::fromStdString(second);
        };
        const std::string indexed = headersOf(3, "be"); // the field that was added last
        row("a text", headersOf(1, "4803313033"), indexed);
        row("Huffman code", headersOf(1, "48820819"), indexed);
        row("never indexed", headersOf(1, "1803313033"), headersOf(3, "0803313030"));
        row("other fields behind it", headersOf(1, "4803313033 4001610162"), headersOf(3, "bf"));
        row("a new size of the table before it", headersOf(1, "3fe11f 4803313033"), indexed);
        row("in two frames", http2Frame(1, 0, 1, "4803313033 4001") + http2Frame(9, 4, 1, "610162"),
            headersOf(3, "bf"));
        row("with padding and priority", http2Frame(1, 0x2C, 1, "02 0000000010 4803313033 0000"),
            indexed);
        row("a promise has added a field since",
            headersOf(1, "4803313033") + http2Frame(5, 4, 1, "00000002 4001610162"),
            headersOf(3, "bf"));
    }
    void InterimRepliesOfHttp2AreNoReplies()
    {
        QFETCH(QByteArray, interim);
        QFETCH(QByteArray, second);
        Talk talk(Role::Client);
        talk.sent(0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + headersOf(1, "828684"))
            .received(1, interim.toStdString())
            .sent(10, headersOf(3, "828684"))
            .received(11, second.toStdString())
            .received(20, headersOf(1, "88"))
            .received(40, headersOf(3, "88"))
            .received(41, headersOf(3, "4003612d620163")); // trailers
        QCOMPARE(repliesOf(talk.script), QStringLiteral("5>1 20ms, 6>3 30ms"));
    }

    void Http2WithFieldsThatNobodyKnowsIsPairedByItsFirstHeaders()
    {
        Talk talk(Role::Client);
        talk.sent(0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + headersOf(1, "828684"))
            .received(5, headersOf(1, "ff01")) // a number without its field
            .sent(10, headersOf(3, "828684"))
            .received(12, headersOf(3, "be"));
        QCOMPARE(repliesOf(talk.script), QStringLiteral("2>1 5ms, 4>3 2ms"));
    }

    void StreamJsonRpcInMessagePackIsPairedByIds()
    {
        const auto talk = [](const auto& wrap) {
            Talk result(Role::Server);
            result.received(0, wrap(packedCall(1)))
                .received(1, wrap(packedCall(2)))
                .received(2, wrap(packedNote()))
                .received(3, wrap(packedCall(3)))
                .sent(13, wrap(packedAnswer(3)))
                .sent(20, wrap(packedNote()))
                .sent(30, wrap(packedAnswer(1)))
                .sent(32, wrap(packedAnswer(2, false)))
                .sent(39'000, wrap(packedNote()));
            return result;
        };
        const auto expected = QStringLiteral("5>4 10ms, 7>1 30ms, 8>2 31ms");
        QCOMPARE(repliesOf(talk([](const std::string& text) { return text; }).script), expected);
        const Talk stream = talk(lengthed);
        QCOMPARE(repliesOf(stream.script), expected);
        QCOMPARE(framedReplies(stream.script, "u32be"), expected);
    }

    void StreamJsonRpcInUtf16IsPairedByIds()
    {
        const auto wide = [](std::string_view text) {
            std::string result;
            for (const char c : text) {
                result += c;
                result += '\0';
            }
            return result;
        };
        Talk talk(Role::Client);
        talk.sent(0, wide(R"({"jsonrpc":"2.0","id":1,"method":"a"})"))
            .sent(1, wide(R"({"jsonrpc":"2.0","id":2,"method":"b"})"))
            .received(4, wide(R"({"jsonrpc":"2.0","id":2,"result":0})"))
            .received(9, wide(R"({"jsonrpc":"2.0","id":1,"result":0})"));
        QCOMPARE(repliesOf(talk.script), QStringLiteral("3>2 3ms, 4>1 9ms"));
    }

    void MessagePackRpcIsPairedByIdsInBothDirections()
    {
        Talk talk(Role::Client);
        talk.sent(0, hex("940007a16190"))
            .sent(1, hex("940008a16190"))
            .received(3, hex("940007a16290")) // the other side asks with the same number
            .received(4, hex("940108c001"))
            .received(5, hex("9302a16390"))
            .sent(8, hex("940107c002"))
            .received(39'000, hex("9302a16390"))
            .received(39'001, hex("940107c003"));
        QCOMPARE(repliesOf(talk.script), QStringLiteral("4>2 3ms, 6>3 5ms, 8>1 39001ms"));
    }

    void DbusIsPairedBySerials()
    {
        const auto call = [](int serial) {
            return hex("6c010001 00000000") + char(serial) + hex("000000 00000000");
        };
        const auto back = [](int serial) {
            return hex("6c020101 00000000 09000000 08000000 05017500") + char(serial)
                   + hex("000000");
        };
        const std::string signal = hex("6c040101 00000000 0a000000 00000000");
        Talk talk(Role::Client);
        talk.sent(0, call(1))
            .sent(1, call(2))
            .received(3, signal)
            .received(5, back(2))
            .received(6, back(1))
            .received(39'000, signal);
        QCOMPARE(repliesOf(talk.script), QStringLiteral("4>2 4ms, 5>1 6ms"));
    }

    void DiscordIsPairedByNonces()
    {
        const auto frame = [](const std::string& json) {
            return hex("01000000") + char(json.size()) + hex("000000") + json;
        };
        Talk talk(Role::Client);
        talk.sent(0, frame(R"({"cmd":"A","nonce":"n1"})"))
            .sent(1, frame(R"({"cmd":"B","nonce":"n2"})"))
            .received(3, frame(R"({"cmd":"B","nonce":"n2"})"))
            .received(4, frame(R"({"evt":"X","nonce":null})"))
            .received(9, frame(R"({"cmd":"A","nonce":"n1"})"))
            .received(39'000, frame(R"({"evt":"X","nonce":null})"));
        QCOMPARE(repliesOf(talk.script), QStringLiteral("3>2 2ms, 5>1 9ms"));
    }

    void TtrpcIsPairedByStreams()
    {
        Talk talk(Role::Client);
        talk.sent(0, ttrpc(1, 1, "ab"))
            .sent(1, ttrpc(1, 3, ""))
            .received(2, ttrpc(3, 1, "more"))
            .received(5, ttrpc(2, 3, "x"))
            .received(8, ttrpc(2, 1, ""))
            .sent(39'000, ttrpc(1, 5, "c"))
            .received(39'002, ttrpc(2, 5, "c"));
        const auto expected = QStringLiteral("4>2 4ms, 5>1 8ms, 7>6 2ms");
        QCOMPARE(repliesOf(talk.script), expected);
        QCOMPARE(framedReplies(talk.script, "u32be,extra=6,max=4194304"), expected);
    }

    void RedisAnswersInOrderAndPushesAreNoReplies()
    {
        Talk talk(Role::Client);
        talk.sent(0, "*2\r\n$5\r\nHELLO\r\n$1\r\n3\r\n")
            .sent(1, "*2\r\n$9\r\nsubscribe\r\n$4\r\nnews\r\n")
            .sent(2, "*2\r\n$3\r\nGET\r\n$1\r\nk\r\n")
            .sent(3, "*1\r\n$4\r\nPING\r\n")
            .received(10, "%1\r\n+proto\r\n:3\r\n")
            .received(11, ">3\r\n$9\r\nsubscribe\r\n$4\r\nnews\r\n:1\r\n")
            .received(12, ">3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$2\r\nhi\r\n")
            .received(13, "$-1\r\n")
            .received(15, "+PONG\r\n")
            .received(39'000, ">3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$2\r\nhi\r\n")
            .sent(40'000, "*1\r\n$4\r\nPING\r\n")
            .received(40'001, ">3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$2\r\nhi\r\n")
            .received(40'002, "-ERR no\r\n");
        const auto expected = QStringLiteral("5>1 10ms, 8>3 11ms, 9>4 12ms, 13>11 2ms");
        QCOMPARE(repliesOf(talk.script), expected);
        const Recorded session(talk.script);
        QCOMPARE(unansweredOf(session.file()), std::uint64_t(0));
        QCOMPARE(framedReplies(talk.script, "resp"), expected);
    }

    void WhatRedisPublishesInTheOldProtocolIsNoReply()
    {
        const char* news = "*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\nb\r\n";
        Talk talk(Role::Server);
        talk.received(0, "*4\r\n$6\r\nLRANGE\r\n$1\r\nl\r\n$1\r\n0\r\n$1\r\n9\r\n")
            .sent(4, news) // a list that looks like it
            .received(10, "*3\r\n$9\r\nSUBSCRIBE\r\n$1\r\na\r\n$1\r\nb\r\n")
            .sent(11, "*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n")
            .sent(12, "*3\r\n$9\r\nsubscribe\r\n$1\r\nb\r\n:2\r\n")
            .received(20, "*1\r\n$4\r\nPING\r\n")
            .sent(21, news)
            .sent(25, "*2\r\n$4\r\npong\r\n$0\r\n\r\n")
            .sent(39'000, news);
        QCOMPARE(repliesOf(talk.script), QStringLiteral("2>1 4ms, 8>6 5ms"));
    }

    void CommandsOfRedisThatAskForNoReplyGetNone()
    {
        const auto command = [](std::string_view words) {
            std::string text;
            int count = 0;
            for (const QByteArray& word :
                 QByteArray(words.data(), qsizetype(words.size())).split(' ')) {
                text += '$' + std::to_string(word.size()) + "\r\n" + word.toStdString() + "\r\n";
                ++count;
            }
            return '*' + std::to_string(count) + "\r\n" + text;
        };
        Talk talk(Role::Client);
        talk.sent(0, command("CLIENT REPLY SKIP"))
            .sent(1, command("SET a 1"))
            .sent(2, command("GET a"))
            .received(5, "$1\r\n1\r\n")
            .sent(10, command("client reply off"))
            .sent(11, command("SET a 2"))
            .sent(12, command("CLIENT REPLY ON"))
            .sent(13, command("GET a"))
            .received(15, "+OK\r\n")
            .received(18, "$1\r\n2\r\n");
        QCOMPARE(repliesOf(talk.script), QStringLiteral("4>3 3ms, 9>7 3ms, 10>8 5ms"));
    }

    void CommandsOfRedisThatPeopleTypeAreAnsweredInOrder()
    {
        // Only the last command is in no other protocol; those before are as open as it is.
        Talk talk(Role::Client);
        talk.sent(0, "HELLO 3\r\n")
            .sent(0, "SUBSCRIBE news\r\n")
            .sent(0, "PUBLISH news hello\r\n")
            .sent(0, "*1\r\n$4\r\nPING\r\n")
            .received(1, "%1\r\n$5\r\nproto\r\n:3\r\n")
            .received(2, ">3\r\n$9\r\nsubscribe\r\n$4\r\nnews\r\n:1\r\n")
            .received(3, ">3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$5\r\nhello\r\n")
            .received(4, ":1\r\n")
            .received(5, "+PONG\r\n");
        QCOMPARE(repliesOf(talk.script), QStringLiteral("5>1 1ms, 8>3 4ms, 9>4 5ms"));
    }

    void EventsOfAWindowManagerAreNoReplies()
    {
        const auto message = [](int type, bool isEvent, std::string_view payload) {
            return "i3-ipc"
                   + std::string{char(payload.size()), '\0', '\0', '\0', char(type), '\0', '\0'}
                   + (isEvent ? '\x80' : '\0') + std::string(payload);
        };
        Talk talk(Role::Client);
        talk.sent(0, message(2, false, "[]"))
            .sent(1, message(7, false, ""))
            .received(3, message(2, false, "{}"))
            .received(4, message(7, true, "{}"))
            .received(6, message(7, false, "{}"))
            .received(39'000, message(0, true, "{}"));
        QCOMPARE(repliesOf(talk.script), QStringLiteral("3>1 3ms, 5>2 5ms"));
    }
};

PIPESCOPE_GUILESS_TEST(PairingProtocolsTest)
#include "tst_pairing_protocols.moc"
