#include "runner/register.h"
#include "streams.h"

#include <QTest>

using namespace pipecore;

/// Frames with another content: lengths, chunks and checksums are put right.
class EncodeFrameTest : public QObject
{
    Q_OBJECT

private slots:
    void ChangedContent_data();
    void ChangedContent();
    void NewFrame_data();
    void NewFrame();
    void HeaderMayChangeToo();
    void FramesOfBothPhases();
    void HalfAFrameIsRefused();
    void WhatWasPutTogetherIsReadAgain();
};

void EncodeFrameTest::ChangedContent_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* rule, const QByteArray& stream,
                        const QByteArray& content, const char* expected) {
        QTest::newRow(name) << QByteArray(rule) << stream << content << QByteArray(expected);
    };
    row("line", "line", "a\n", "bcd", "bcd\\x0a");
    row("line with CR LF", "line", "a\r\n", "bcd", "bcd\\x0d\\x0a");
    row("line that ends with CR", "line", "a\n", "b\r", "b\\x0d\\x0d\\x0a (Line ending LF→CRLF)");
    row("line with a line in it", "line", "a\n", "b\nc",
        "error: The rule line cannot carry this content: reading it would give something else.");
    row("nul", "nul", QByteArray("a\0", 2), "b", "b\\x00");
    row("fixed", "fixed:2", "ab", "cd", "cd");
    row("fixed, another size", "fixed:2", "ab", "cde",
        "error: A frame of this rule has 2 bytes; this one would have 3.");
    row("u16be", "u16be", QByteArray("\0\1a", 3), "bcd", "\\x00\\x03bcd (Length 1→3)");
    row("same size", "u16be", QByteArray("\0\1a", 3), "b", "\\x00\\x01b");
    row("counts itself", "u32be,offset=1,counts=self", QByteArray("Q\0\0\0\5a", 6), "bc",
        "Q\\x00\\x00\\x00\\x06bc (Length 5→6)");
    row("counts the header", "u16be,offset=2,extra=4,counts=header",
        QByteArray("\1\1\0\x09\0\0\0\0a", 9), "",
        "\\x01\\x01\\x00\\x08\\x00\\x00\\x00\\x00 (Length 9→8)");
    row("varint grows", "varint,offset=1", "T\1a", QByteArray(200, 'x'),
        ("T\\xc8\\x01" + QByteArray(200, 'x') + " (Length 1→200)").constData());
    row("varint that counts itself", "varint,counts=self", "\2a", QByteArray(127, 'x'),
        ("\\x81\\x01" + QByteArray(127, 'x') + " (Length 2→129)").constData());
    row("too long for its field", "u8", "\1a", QByteArray(256, 'x'),
        "error: A content of 256 bytes does not fit the length field.");
    row("hex digits", "hex4,counts=self", "0005a", "hello\n", "000ahello\\x0a (Length 5→10)");
    row("headers", "headers", "Content-Type: x\r\ncontent-length:  2\r\nX: y\r\n\r\n{}",
        "{\"a\":1}",
        "Content-Type: x\\x0d\\x0acontent-length:  7\\x0d\\x0aX: y\\x0d\\x0a\\x0d\\x0a{\"a\":1}"
        " (Content-Length 2→7)");
    row("HTTP with a length", "http1", "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\na", "bcd",
        "POST / HTTP/1.1\\x0d\\x0aContent-Length: 3\\x0d\\x0a\\x0d\\x0abcd (Content-Length 1→3)");
    row("HTTP without a body", "http1", "POST / HTTP/1.1\r\nHost: h\r\n\r\n", "b",
        "POST / HTTP/1.1\\x0d\\x0aHost: h\\x0d\\x0aContent-Length: 1\\x0d\\x0a\\x0d\\x0ab"
        " (Content-Length →1)");
    row("HTTP chunks", "http1",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\nT: "
        "x\r\n\r\n",
        "hello, world",
        "HTTP/1.1 200 OK\\x0d\\x0aTransfer-Encoding: chunked\\x0d\\x0a\\x0d\\x0ac\\x0d\\x0ahello, "
        "world\\x0d\\x0a0\\x0d\\x0aT: x\\x0d\\x0a\\x0d\\x0a (Chunks →c)");
    row("HTTP reply that has no body", "http1", "HTTP/1.1 204 No\r\n\r\n", "b",
        "error: This HTTP message has no body.");
    row("HTTP/2 with padding", "http2", QByteArray("\0\0\4\0\x08\0\0\0\1\2a..", 13), "bcd",
        "\\x00\\x00\\x06\\x00\\x08\\x00\\x00\\x00\\x01\\x02bcd.. (Length 4→6)");
    row("JSON", "json", "\n{}", "[1]", "\\x0a[1]");
    row("JSON number gets an end", "json", "{}", "12", "12\\x0a");
    row("two JSON values", "json", "{}", "{}{}",
        "error: The rule json cannot carry this content: reading it would give something else.");
    row("MessagePack", "msgpack", "\1", "\x93\1\2\3", "\\x93\\x01\\x02\\x03");
    row("half a MessagePack value", "msgpack", "\1", "\x93\1\2",
        "error: The rule msgpack cannot carry this content: reading it would give something else.");
    row("D-Bus", "dbus", QByteArray::fromHex("6c010001 01000000 07000000 00000000 61"), "bcd",
        "l\\x01\\x00\\x01\\x03\\x00\\x00\\x00\\x07\\x00\\x00\\x00\\x00\\x00\\x00\\x00"
        "bcd (Length 1→3)");
    row("checksum at the end", "u8,checksum=crc16-modbus,from=1", "\3a\xa8\x7e", "bcd",
        "\\x05bcd\\x05\\xf9 (Length 3→5) (Checksum 0xA87E→0x05F9)");
    row("checksum in the header", "u8,offset=1,checksum=sum8,at=0,from=1", "b\1a", "bc",
        "\\xc7\\x02bc (Length 1→2) (Checksum 0x62→0xC7)");
    row("checksum before the delimiter", "line,checksum=xor8", "ab\3\r\n", "abc",
        "abc`\\x0d\\x0a (Checksum 0x03→0x60)");
}

void EncodeFrameTest::ChangedContent()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, content);
    QTEST(edited(rule.toStdString(), stream, content), "expected");
}

void EncodeFrameTest::NewFrame_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* rule, const char* expected) {
        QTest::newRow(rule) << QByteArray(rule) << QByteArray(expected);
    };
    row("message", "hi");
    row("line", "hi\\x0a");
    row("delimiter:0d0a", "hi\\x0d\\x0a");
    row("u32be", "\\x00\\x00\\x00\\x02hi");
    row("u32le,offset=2,extra=1,mark=4142", "AB\\x02\\x00\\x00\\x00\\x00hi");
    row("varint", "\\x02hi");
    row("hex4,counts=self", "0006hi");
    row("headers", "Content-Length: 2\\x0d\\x0a\\x0d\\x0ahi");
    row("u8,checksum=sum8,from=1", "\\x03hi\\xd1");
    row("http1", "error: An HTTP message needs a head.");
}

void EncodeFrameTest::NewFrame()
{
    QFETCH(QByteArray, rule);
    const auto encoded = encodeFrame(ruleOf(rule.toStdString()), Frame(), asBytes("hi"));
    QTEST(encoded ? printable(encoded->bytes)
                  : "error: " + QByteArray::fromStdString(encoded.error().detail),
          "expected");
}

void EncodeFrameTest::HeaderMayChangeToo()
{
    FramedStream stream("u8,offset=1,counts=header");
    stream.add(0, "A\3a");
    Frame frame = stream.frames.front();
    frame.bytes.front() = std::byte{'B'};
    const auto encoded = encodeFrame(ruleOf("u8,offset=1,counts=header"), frame, asBytes("xyz"));
    QVERIFY(encoded);
    QCOMPARE(printable(encoded->bytes), "B\\x05xyz");
}

void EncodeFrameTest::FramesOfBothPhases()
{
    FramedStream stream("line then u8");
    stream.add(0, "hello\n\1x");
    const FramingRule rule = ruleOf("line then u8");
    QCOMPARE(printable(encodeFrame(rule, stream.frames[0], asBytes("ab"))->bytes), "ab\\x0a");
    QCOMPARE(printable(encodeFrame(rule, stream.frames[1], asBytes("ab"))->bytes), "\\x02ab");
}

void EncodeFrameTest::HalfAFrameIsRefused()
{
    FramedStream stream("line,max=2");
    stream.add(0, "abcdef\n");
    const auto encoded = encodeFrame(ruleOf("line,max=2"), stream.frames[0], asBytes("x"));
    QVERIFY(!encoded);
    QVERIFY(encoded.error().detail.starts_with("Only the beginning of this frame was kept"));
}

void EncodeFrameTest::WhatWasPutTogetherIsReadAgain()
{
    static constexpr std::string_view rules[] = {"line",
                                                 "nul",
                                                 "u8",
                                                 "u16le,offset=3",
                                                 "u24be,extra=2",
                                                 "u64be,counts=self",
                                                 "varint",
                                                 "varint,counts=self",
                                                 "hex4",
                                                 "headers",
                                                 "u16be,checksum=crc32",
                                                 "message"};
    RandomBytes random(5);
    int carried = 0;
    for (int round = 0; round < 300; ++round) {
        const Bytes content = random.take(random.below(300));
        for (const std::string_view rule : rules) {
            const auto encoded = encodeFrame(ruleOf(rule), Frame(), content);
            if (!encoded) {
                continue;
            }
            FramedStream stream(rule);
            stream.reassembler.add(0, encoded->bytes);
            QCOMPARE(stream.frames.size(), std::size_t(1));
            QCOMPARE(qBytes(stream.frames[0].content()), qBytes(ByteView(content)));
            ++carried;
        }
    }
    QVERIFY2(carried > 2700, QByteArray::number(carried));
}

PIPESCOPE_APPLESS_TEST(EncodeFrameTest)

#include "tst_encode_frame.moc"
