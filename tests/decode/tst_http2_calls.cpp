#include "outline.h"
#include "pipecore/decode/http2_calls.h"
#include "proto_files.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

/// Calls of gRPC on one connection: which method a stream is, and the types of its messages.
class Http2CallsTest : public QObject
{
    Q_OBJECT

private slots:
    void StreamsHaveThePathOfTheirHeaders();
    void FramesMayBeCutAnywhere();
    void LaterCallsReferToEarlierHeaders();
    void BlocksInSeveralFramesAreJoined();
    void PaddingIsLeftOut();
    void MessagesHaveTheTypesOfTheirMethod();
    void MethodsThatAreNotKnownKeepTheWireView();
    void MessagesInSeveralFramesBeginOnce();
    void DamagedStreamsAreHarmless();
};

namespace {

constexpr char client[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

QByteArray frame(int type, int flags, quint32 stream, const QByteArray& payload)
{
    QByteArray bytes;
    for (const int shift : {16, 8, 0}) {
        bytes += char(payload.size() >> shift);
    }
    bytes += char(type);
    bytes += char(flags);
    for (const int shift : {24, 16, 8, 0}) {
        bytes += char(stream >> shift);
    }
    return bytes + payload;
}

/// A header block that sets ":path" for the blocks behind it, too.
QByteArray newPath(const QByteArray& path)
{
    return "\x83\x44" + QByteArray(1, char(path.size())) + path; // :method POST, :path
}

/// The path that was set last.
QByteArray knownPath()
{
    return "\x83\xbe";
}

constexpr int data = 0;
constexpr int headers = 1;
constexpr int continuation = 9;
constexpr int endHeaders = 4;
constexpr int padded = 8;

QByteArray message(const QByteArray& content)
{
    QByteArray bytes(1, '\0');
    for (const int shift : {24, 16, 8, 0}) {
        bytes += char(content.size() >> shift);
    }
    return bytes + content;
}

} // namespace

void Http2CallsTest::StreamsHaveThePathOfTheirHeaders()
{
    Http2Calls calls;
    const QByteArray bytes = client + frame(4, 0, 0, {})
                             + frame(headers, endHeaders, 1, newPath("/a.B/C"))
                             + frame(headers, endHeaders, 3, newPath("/a.B/D"));
    calls.add(viewOf(bytes), true, false);
    QCOMPARE(calls.pathOf(1), std::string("/a.B/C"));
    QCOMPARE(calls.pathOf(3), std::string("/a.B/D"));
    QCOMPARE(calls.pathOf(5), std::string());
    // Headers of the server are no calls.
    const QByteArray reply = frame(headers, endHeaders, 7, newPath("/x"));
    calls.add(viewOf(reply), false, false);
    QCOMPARE(calls.pathOf(7), std::string());
}

void Http2CallsTest::FramesMayBeCutAnywhere()
{
    const QByteArray bytes = client + frame(headers, endHeaders, 1, newPath("/a.B/C"))
                             + frame(data, 0, 1, message("abc"))
                             + frame(headers, endHeaders, 3, newPath("/a.B/D"));
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        Http2Calls calls;
        for (qsizetype at = 0; at < bytes.size(); at += cut) {
            const QByteArray piece = bytes.mid(at, cut);
            calls.add(viewOf(piece), true, false);
        }
        if (cut >= 5) { // the preface is known by its first bytes
            QCOMPARE(calls.pathOf(1), std::string("/a.B/C"));
            QCOMPARE(calls.pathOf(3), std::string("/a.B/D"));
        }
    }
}

void Http2CallsTest::LaterCallsReferToEarlierHeaders()
{
    Http2Calls calls;
    for (const QByteArray& part : {frame(headers, endHeaders, 1, newPath("/a.B/C")),
                                   frame(headers, endHeaders, 3, knownPath())}) {
        calls.add(viewOf(part), true, true);
    }
    QCOMPARE(calls.pathOf(3), std::string("/a.B/C"));
    calls.ended();
    QCOMPARE(calls.pathOf(3), std::string("/a.B/C"));
}

void Http2CallsTest::BlocksInSeveralFramesAreJoined()
{
    Http2Calls calls;
    const QByteArray block = newPath("/a.B/C");
    const QByteArray bytes = frame(headers, 0, 1, block.first(4))
                             + frame(continuation, 0, 1, block.mid(4, 2))
                             + frame(continuation, endHeaders, 1, block.mid(6));
    calls.add(viewOf(bytes), true, true);
    QCOMPARE(calls.pathOf(1), std::string("/a.B/C"));
}

void Http2CallsTest::PaddingIsLeftOut()
{
    Http2Calls calls;
    const QByteArray bytes =
        frame(headers, endHeaders | padded | 0x20, 1,
              QByteArray("\3", 1) + QByteArray(5, '\0') + newPath("/a.B/C") + "\1\1\1")
        + frame(data, padded, 1, QByteArray("\2", 1) + message("abc").first(6) + "xx");
    calls.add(viewOf(bytes), true, true);
    QCOMPARE(calls.pathOf(1), std::string("/a.B/C"));
    // Two bytes of three are missing.
    const QByteArray rest = frame(data, 0, 1, "bc" + message("d"));
    QVERIFY(calls.add(viewOf(rest), true, true));
    const QByteArray next = frame(data, 0, 1, message("e"));
    QVERIFY(!calls.add(viewOf(next), true, true));
}

void Http2CallsTest::MessagesHaveTheTypesOfTheirMethod()
{
    const auto types = typesOf(R"(syntax = "proto3"; package a;
        message Ask { string name = 1; } message Answer { bool good = 1; }
        service B { rpc C(Ask) returns (Answer); })");
    QVERIFY(types);
    Http2Calls calls;
    const QByteArray head = frame(headers, endHeaders, 1, newPath("/a.B/C"));
    calls.add(viewOf(head), true, true);
    DecodeContext context{.sender = Sender::Client, .types = types.get(), .calls = &calls};
    const QByteArray asked = frame(data, 1, 1, message(lengthField(1, "ann")));
    QCOMPARE(outline(decode(viewOf(asked), DecoderId::Http2, {}, context)),
             "[0]: DATA, stream 1 <frame> @0+19\n"
             " length: 10 <u24> @0+3\n"
             " type: 0 (DATA) <u8> @3+1\n"
             " flags: 0x01 END_STREAM <u8> @4+1\n"
             " stream: 1 <u32> @5+4\n"
             " message[0]: a.Ask <gRPC> @9+10\n"
             "  method: /a.B/C <call> @9+0\n"
             "  compressed: 0 <u8> @9+1\n"
             "  length: 5 <u32> @10+4\n"
             "  message: a.Ask <Protocol Buffers> @14+5\n"
             "   name: ann <string> @14+5\n");
    context.sender = Sender::Server;
    const QByteArray said = frame(data, 0, 1, message({}) + message(numberField(1, 1)));
    const QByteArray answered = outline(decode(viewOf(said), DecoderId::Http2, {}, context));
    QVERIFY2(answered.contains("message[1]: a.Answer"), answered);
    QVERIFY2(answered.contains("good: true <bool> @19+2"), answered);
}

void Http2CallsTest::MethodsThatAreNotKnownKeepTheWireView()
{
    const auto types = typesOf("syntax = \"proto3\"; message Ask {}");
    QVERIFY(types);
    Http2Calls calls;
    const QByteArray head = frame(headers, endHeaders, 1, newPath("/a.B/C"));
    calls.add(viewOf(head), true, true);
    const DecodeContext context{.sender = Sender::Client, .types = types.get(), .calls = &calls};
    const QByteArray asked = frame(data, 1, 1, message(lengthField(1, "ann")));
    const QByteArray tree = outline(decode(viewOf(asked), DecoderId::Http2, {}, context));
    QVERIFY2(tree.contains("method: /a.B/C <call>"), tree);
    QVERIFY2(tree.contains("1: ann <LEN: text>"), tree);
}

void Http2CallsTest::MessagesInSeveralFramesBeginOnce()
{
    const auto types = typesOf(R"(syntax = "proto3"; package a;
        message Ask { string name = 1; bytes rest = 2; } service B { rpc C(Ask) returns (Ask); })");
    QVERIFY(types);
    Http2Calls calls;
    const QByteArray whole =
        message(lengthField(1, "ann") + lengthField(2, QByteArray(1000, '\1')));
    const QByteArray head = frame(headers, endHeaders, 1, newPath("/a.B/C"));
    const QByteArray first = frame(data, 0, 1, whole.first(500));
    const QByteArray second = frame(data, 0, 1, whole.mid(500));
    calls.add(viewOf(head), true, true);
    DecodeContext context{.sender = Sender::Client, .types = types.get(), .calls = &calls};
    context.beginsInside = calls.add(viewOf(first), true, true);
    QVERIFY(!context.beginsInside);
    const Decoded begun = decode(viewOf(first), DecoderId::Http2, {}, context);
    QVERIFY2(outline(begun).contains("name: ann <string>"), outline(begun));
    QCOMPARE(begun.end, DecodeEnd::Limit); // no mistake: the rest follows
    context.beginsInside = calls.add(viewOf(second), true, true);
    QVERIFY(context.beginsInside);
    const QByteArray tree = outline(decode(viewOf(second), DecoderId::Http2, {}, context));
    QVERIFY2(tree.contains("part of a message that an earlier frame begins"), tree);
}

void Http2CallsTest::DamagedStreamsAreHarmless()
{
    const QByteArray bytes = client + frame(headers, endHeaders | padded | 0x20, 1, newPath("/a"))
                             + frame(data, padded, 1, message("abc")) + frame(data, padded, 1, {})
                             + frame(continuation, endHeaders, 1, "\xff\xff\xff\xff\xff\xff");
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (const char other : {'\0', '\x7F', '\x80', '\xFF'}) {
            QByteArray changed = bytes;
            changed[at] = other;
            Http2Calls calls;
            calls.add(viewOf(changed), true, false);
            calls.add(viewOf(changed), false, false);
            QVERIFY(calls.pathOf(1).size() < 1024);
        }
    }
}

PIPESCOPE_APPLESS_TEST(Http2CallsTest)

#include "tst_http2_calls.moc"
