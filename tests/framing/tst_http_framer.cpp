#include "runner/register.h"
#include "streams.h"

#include <QTest>

using namespace pipecore;

/// HTTP/1 and HTTP/2.
class HttpFramerTest : public QObject
{
    Q_OBJECT

private slots:
    void Http1_data();
    void Http1();
    void RepliesKnowTheirRequests();
    void BothDirectionsChangeAtAnUpgrade();
    void EachSideOfAnUpgradeHasItsRule();
    void ConnectOpensATunnel();
    void ManyRequestsWithoutAReplyAreBounded();
    void Http2_data();
    void Http2();
};

void HttpFramerTest::Http1_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char* name, const char* rule, const QByteArray& stream,
                        const char* expected, const char* problem = "") {
        QTest::newRow(name) << QByteArray(rule) << stream << QByteArray(expected)
                            << QByteArray(problem);
    };
    row("pipelined", "http1",
        "GET / HTTP/1.1\r\nHost: a\r\n\r\nPOST /b HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc"
        "GET /c HTTP/1.1\r\n\r\n",
        "[][abc][]");
    row("chunked, with extensions and trailers", "http1",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
        "4;name=\"v\"\r\nWiki\r\n5 \r\npedia\r\n0;last\r\nExpires: never\r\n\r\n"
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
        "[Wikipedia][x]");
    row("chunks win over Content-Length", "http1",
        "POST / HTTP/1.1\r\nContent-Length: 99\r\nTransfer-Encoding: chunked\r\n\r\n"
        "1\r\nx\r\n0\r\n\r\n",
        "[x]");
    row("empty chunks", "http1",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nHTTP/1.1 204 No\r\n\r\n",
        "[][]");
    row("204 and 304 have no body", "http1",
        "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n"
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n"
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx",
        "[][][x]");
    row("100 comes before the reply", "http1",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", "[][x]");
    row("to the end", "http1", "HTTP/1.0 200 OK\r\n\r\nall that\r\ncomes",
        "all that\\x0d\\x0acomes…");
    row("after 101 by the rule", "http1,upgrade=(u32be,offset=4)",
        QByteArray("HTTP/1.1 101 UPGRADED\r\nUpgrade: tcp\r\n\r\n")
            + QByteArray::fromHex("0100000000000002 6869 0200000000000001 78"),
        "[][hi][x]");
    row("request for an upgrade, then another protocol", "http1,upgrade=(line)",
        "POST /attach HTTP/1.1\r\nUpgrade: tcp\r\nConnection: Upgrade\r\n\r\nls -l\nexit\n",
        "[][ls -l][exit]");
    row("request for an upgrade that was refused", "http1,upgrade=(line)",
        "GET /a HTTP/1.1\r\nUpgrade: h2c\r\n\r\nGET /b HTTP/1.1\r\n\r\nGET /c HTTP/1.1\r\n\r\n",
        "[][][]");
    row("no HTTP", "http1", "hello\r\nworld\r\nGET / HTTP/1.1\r\n\r\n", "[!][]",
        "0: no HTTP head: expected a start line and lines \"Name: value\"; skipped to the next "
        "start line\n");
    row("wrong chunk size", "http1",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nHTTP/1.1 204 No\r\n\r\n",
        "[!][]",
        "0: no HTTP chunk: expected its size in hex digits; skipped to the next start line\n");
    row("chunk longer than its size", "http1",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n"
        "HTTP/1.1 204 No\r\n\r\n",
        "[ab!][]",
        "0: no HTTP chunk: expected its size in hex digits; skipped to the next start line\n");
    row("wrong Content-Length", "http1",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nab\r\nHTTP/1.1 204 No\r\n\r\n", "[!][]",
        "0: HTTP head without a valid Content-Length; skipped to the next start line\n");
}

void HttpFramerTest::Http1()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QTEST(framed(rule.toStdString(), stream), "expected");
    QTEST(problems(rule.toStdString(), stream), "problem");
}

void HttpFramerTest::RepliesKnowTheirRequests()
{
    const auto context = makeFramingContext();
    FramedStream requests(ruleOf("http1"), context);
    FramedStream replies(ruleOf("http1"), context);
    requests.add(0, "HEAD /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
    const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";
    replies.add(1, "HTTP/1.1 100 Continue\r\n\r\n" + reply + reply + "ab");
    QCOMPARE(contents(replies), "[][][ab]");
    QVERIFY(replies.frames[1].isBodyless);
    QVERIFY(!replies.frames[2].isBodyless);
}

void HttpFramerTest::BothDirectionsChangeAtAnUpgrade()
{
    const auto context = makeFramingContext();
    FramedStream requests(ruleOf("http1,upgrade=(line)"), context);
    FramedStream replies(ruleOf("http1,upgrade=(line)"), context);
    requests.add(0, "GET /chat HTTP/1.1\r\nUpgrade: x\r\n\r\n");
    replies.add(1, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nwelcome\n");
    requests.add(2, "GET like a request HTTP/1.1\nbut lines\n");
    QCOMPARE(contents(requests), "[][GET like a request HTTP/1.1][but lines]");
    QCOMPARE(contents(replies), "[][welcome]");
    QCOMPARE(requests.frames.back().leaf, 1U);
}

void HttpFramerTest::EachSideOfAnUpgradeHasItsRule()
{
    const FramingRule rule = ruleOf("http1,upgrade=(u8 then u16be),requests=(line)");
    const auto context = makeFramingContext();
    FramedStream requests(rule, context);
    FramedStream replies(rule, context);
    requests.add(0, "POST /attach HTTP/1.1\r\nUpgrade: tcp\r\n\r\n");
    replies.add(1, QByteArray("HTTP/1.1 101 UPGRADED\r\n\r\n\2hi\0\1x", 31));
    requests.add(2, "ls\nexit\n");
    QCOMPARE(contents(requests), "[][ls][exit]");
    QCOMPARE(contents(replies), "[][hi][x]");
    QCOMPARE(replies.frames[1].leaf, 1U);
    QCOMPARE(replies.frames[2].leaf, 2U);
    QCOMPARE(requests.frames[1].leaf, 3U);
    QCOMPARE(rule.leaves().at(3).text(), std::string("line"));
    // Without the other direction, the same.
    FramedStream alone(rule);
    alone.add(0, "POST /attach HTTP/1.1\r\nUpgrade: tcp\r\n\r\nls -l\n");
    QCOMPARE(contents(alone), "[][ls -l]");
    QCOMPARE(alone.frames[1].leaf, 3U);
}

void HttpFramerTest::ConnectOpensATunnel()
{
    const auto context = makeFramingContext();
    FramedStream requests(ruleOf("http1"), context);
    FramedStream replies(ruleOf("http1"), context);
    requests.add(0, "CONNECT host:1 HTTP/1.1\r\n\r\n");
    replies.add(1, "HTTP/1.1 200 Connection established\r\n\r\n");
    replies.add(2, "first message");
    replies.add(3, "second");
    requests.add(4, "raw");
    QCOMPARE(contents(replies), "[][first message][second]");
    QCOMPARE(contents(requests), "[][raw]");
}

void HttpFramerTest::ManyRequestsWithoutAReplyAreBounded()
{
    const auto context = makeFramingContext();
    FramedStream requests(ruleOf("http1"), context);
    FramedStream replies(ruleOf("http1"), context);
    for (std::uint64_t row = 0; row < 30'000; ++row) {
        requests.add(row, "HEAD / HTTP/1.1\r\n\r\n");
    }
    for (std::uint64_t row = 0; row < 10'001; ++row) {
        replies.add(row, "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n");
    }
    // The last one belongs to no request that is remembered, so its body is waited for.
    QCOMPARE(replies.frames.size(), std::size_t(10'000));
    QVERIFY(replies.reassembler.unfinished());
}

void HttpFramerTest::Http2_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    const QByteArray preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    const auto frame = [](int type, int flags, int stream, const QByteArray& payload) {
        QByteArray bytes = QByteArray::fromHex("0000000000") + QByteArray("\0\0\0", 3);
        bytes[2] = char(payload.size());
        bytes[3] = char(type);
        bytes[4] = char(flags);
        return bytes + char(stream) + payload;
    };
    const auto row = [](const char* name, const QByteArray& bytes, const char* expected,
                        const QByteArray& problem = {}) {
        QTest::newRow(name) << bytes << QByteArray(expected) << problem;
    };
    row("preface, SETTINGS, HEADERS, DATA",
        preface + frame(4, 0, 0, {}) + frame(1, 4, 1, "hh") + frame(0, 1, 1, "hello"),
        "[PRI * HTTP/2.0\\x0d\\x0a\\x0d\\x0aSM\\x0d\\x0a\\x0d\\x0a|]"
        "[\\x00\\x00\\x00\\x04\\x00\\x00\\x00\\x00\\x00|]"
        "[\\x00\\x00\\x02\\x01\\x04\\x00\\x00\\x00\\x01|hh]"
        "[\\x00\\x00\\x05\\x00\\x01\\x00\\x00\\x00\\x01|hello]");
    row("padding", frame(0, 8, 1, "\3abc...") + frame(0, 8, 1, QByteArray("\0x", 2)),
        "[\\x00\\x00\\x07\\x00\\x08\\x00\\x00\\x00\\x01\\x03|abc|...]"
        "[\\x00\\x00\\x02\\x00\\x08\\x00\\x00\\x00\\x01\\x00|x]");
    row("padding longer than the frame", frame(0, 8, 1, "\7ab") + frame(0, 0, 1, "x"),
        "[\\x00\\x00\\x03\\x00\\x08\\x00\\x00\\x00\\x01\\x07||ab!]"
        "[\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x01|x]",
        "0: padding of 7 bytes is longer than the frame\n");
    row("CONTINUATION", frame(1, 0, 3, "a") + frame(9, 0, 3, "b") + frame(9, 4, 3, "c"),
        "[\\x00\\x00\\x01\\x01\\x00\\x00\\x00\\x00\\x03|a]"
        "[\\x00\\x00\\x01\\x09\\x00\\x00\\x00\\x00\\x03|b]"
        "[\\x00\\x00\\x01\\x09\\x04\\x00\\x00\\x00\\x03|c]");
    row("CONTINUATION is missing", frame(1, 0, 3, "a") + frame(0, 0, 3, "b"),
        "[\\x00\\x00\\x01\\x01\\x00\\x00\\x00\\x00\\x03|a]"
        "[\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x03|b!]",
        "1: expected CONTINUATION of stream 3\n");
    row("GOAWAY", frame(7, 0, 0, "12345678bye"),
        "[\\x00\\x00\\x0b\\x07\\x00\\x00\\x00\\x00\\x00|12345678bye]");
    const QByteArray wrongHead = "no HTTP/2 frame: wrong head; skipped to the next one\n";
    QByteArray tooShort = frame(0, 0, 1, "hello");
    tooShort[2] = 2;
    row("length too small", tooShort + frame(6, 0, 0, "12345678") + frame(0, 1, 1, "x"),
        "[\\x00\\x00\\x02\\x00\\x00\\x00\\x00\\x00\\x01|he]"
        "[llo|!]"
        "[\\x00\\x00\\x08\\x06\\x00\\x00\\x00\\x00\\x00|12345678]"
        "[\\x00\\x00\\x01\\x00\\x01\\x00\\x00\\x00\\x01|x]",
        "1: " + wrongHead);
    QByteArray tooLong = frame(0, 0, 1, "hello");
    tooLong[2] = 11;
    row("length too large",
        tooLong + frame(6, 0, 0, "12345678") + frame(0, 0, 1, "x") + frame(8, 0, 1, "abcd"),
        "[\\x00\\x00\\x0b\\x00\\x00\\x00\\x00\\x00\\x01|hello\\x00\\x00\\x08\\x06\\x00\\x00]"
        "[\\x00\\x00\\x00123456|78!]"
        "[\\x00\\x00\\x01\\x00\\x00\\x00\\x00\\x00\\x01|x]"
        "[\\x00\\x00\\x04\\x08\\x00\\x00\\x00\\x00\\x01|abcd]",
        "1: " + wrongHead);
    QByteArray hostile = frame(0, 0, 1, "hello");
    hostile[0] = '\x7f';
    row("length above the maximum", hostile + frame(4, 1, 0, {}),
        "[\\x7f\\x00\\x05\\x00\\x00\\x00\\x00\\x00\\x01|hello!]"
        "[\\x00\\x00\\x00\\x04\\x01\\x00\\x00\\x00\\x00|]",
        "0: " + wrongHead);
    row("no type", frame(0x70, 0, 1, "hello") + frame(4, 1, 0, {}),
        "[\\x00\\x00\\x05p\\x00\\x00\\x00\\x00\\x01|hello!]"
        "[\\x00\\x00\\x00\\x04\\x01\\x00\\x00\\x00\\x00|]",
        "0: " + wrongHead);
    row("settings of a stream", frame(4, 0, 1, "123456") + frame(4, 1, 0, {}),
        "[\\x00\\x00\\x06\\x04\\x00\\x00\\x00\\x00\\x01|123456!]"
        "[\\x00\\x00\\x00\\x04\\x01\\x00\\x00\\x00\\x00|]",
        "0: " + wrongHead);
    row("types of later standards", frame(16, 0, 0, "u=1") + frame(4, 1, 0, {}),
        "[\\x00\\x00\\x03\\x10\\x00\\x00\\x00\\x00\\x00|u=1]"
        "[\\x00\\x00\\x00\\x04\\x01\\x00\\x00\\x00\\x00|]");
    row("wrong preface", "PRI * HTTP/1.0\r\n\r\nSM\r\n\r\n" + frame(4, 1, 0, {}),
        "[PRI * HTTP/1.0\\x0d\\x0a\\x0d\\x0aSM\\x0d\\x0a\\x0d\\x0a|!]"
        "[\\x00\\x00\\x00\\x04\\x01\\x00\\x00\\x00\\x00|]",
        "0: no HTTP/2 preface: expected \"PRI * HTTP/2.0 … SM\"\n");
}

void HttpFramerTest::Http2()
{
    QFETCH(QByteArray, stream);
    QTEST(framedWhole("http2", stream), "expected");
    QTEST(problems("http2", stream), "problem");
}

PIPESCOPE_APPLESS_TEST(HttpFramerTest)

#include "tst_http_framer.moc"
