#include "runner/register.h"
#include "streams.h"

#include <QTest>

using namespace pipecore;

/// Header lines with Content-Length, as of LSP and DAP.
class HeadersFramerTest : public QObject
{
    Q_OBJECT

private slots:
    void Frames_data();
    void Frames();
    void BackInStepAtTheNextContentLength_data();
    void BackInStepAtTheNextContentLength();
    void EndlessHeadIsLeft();
};

void HeadersFramerTest::Frames_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("two") << QByteArray("Content-Length: 2\r\n\r\n{}Content-Length: 4\r\n\r\n[12]")
                         << QByteArray("[{}][[12]]");
    QTest::newRow("other fields") << QByteArray(
        "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\n\r\n{}")
                                  << QByteArray("[{}]");
    QTest::newRow("LF only") << QByteArray("Content-Length: 2\n\n{}") << QByteArray("[{}]");
    QTest::newRow("empty") << QByteArray("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\nx")
                           << QByteArray("[][x]");
    QTest::newRow("blank lines between")
        << QByteArray("\r\nContent-Length: 1\r\n\r\nx\r\n") << QByteArray("[x]");
    QTest::newRow("body with a head in it")
        << QByteArray(
               "Content-Length: 23\r\n\r\nContent-Length: 1\r\n\r\nzzContent-Length: 1\r\n\r\ny")
        << QByteArray("[Content-Length: 1\\x0d\\x0a\\x0d\\x0azz][y]");
    QTest::newRow("not complete") << QByteArray("Content-Length: 5\r\n\r\nab") << QByteArray("ab…");
}

void HeadersFramerTest::Frames()
{
    QFETCH(QByteArray, stream);
    QTEST(framed("headers", stream), "expected");
    QCOMPARE(problems("headers", stream), "");
}

void HeadersFramerTest::BackInStepAtTheNextContentLength_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    const QByteArray good = "Content-Length: 2\r\n\r\n{}";
    const auto row = [](const char* name, const char* rule, const QByteArray& stream,
                        const char* expected, const char* problem) {
        QTest::newRow(name) << QByteArray(rule) << stream << QByteArray(expected)
                            << QByteArray(problem);
    };
    row("text before the first", "headers", "Starting server...\n" + good + good, "[!][{}][{}]",
        "0: no header: expected a line \"Name: value\"; skipped to the next Content-Length\n");
    row("length too small", "headers", "Content-Length: 4\r\n\r\n{\"a\":1}" + good + good,
        "[{\"a\"][!][{}][{}]",
        "1: no header: expected a line \"Name: value\"; skipped to the next Content-Length\n");
    row("length too large", "headers", "Content-Length: 9\r\n\r\n{\"a\":1}" + good + good,
        "[{\"a\":1}Co][{}!][{}]",
        "1: header without a valid Content-Length; skipped to the next Content-Length\n");
    row("no length", "headers", "X: y\r\n\r\nabc" + good, "[abc!][{}]",
        "0: header without a valid Content-Length; skipped to the next Content-Length\n");
    row("two lengths", "headers", "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab" + good,
        "[ab!][{}]",
        "0: header without a valid Content-Length; skipped to the next Content-Length\n");
    row("no number", "headers", "Content-Length: -1\r\n\r\nab" + good, "[ab!][{}]",
        "0: header without a valid Content-Length; skipped to the next Content-Length\n");
    row("above the maximum", "headers,strict,max=8", "Content-Length: 9\r\n\r\n" + good, "[!][{}]",
        "0: Content-Length 9 is above the maximum of 8 bytes; skipped to the next "
        "Content-Length\n");
    row("above the maximum, believed", "headers,max=4", "Content-Length: 5\r\n\r\nabcde" + good,
        "[abcd!][{}]", "0: frame of 5 bytes truncated to 4 bytes; check the framing rule\n");
}

void HeadersFramerTest::BackInStepAtTheNextContentLength()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QTEST(framed(rule.toStdString(), stream), "expected");
    QTEST(problems(rule.toStdString(), stream), "problem");
}

void HeadersFramerTest::EndlessHeadIsLeft()
{
    FramedStream stream("headers");
    const QByteArray line = "X-Field: 0123456789\r\n";
    for (std::uint64_t row = 0; row < 10'000; ++row) {
        stream.add(row, line);
    }
    const Frame* rest = stream.reassembler.unfinished();
    QVERIFY(rest != nullptr && rest->problem);
    QVERIFY(rest->problem->text().starts_with("no header: expected an empty line within 65536"));
    stream.add(10'000, "Content-Length: 1\r\n\r\nx");
    QCOMPARE(stream.frames.size(), std::size_t(2));
    QCOMPARE(printable(stream.frames[1].content()), "x");
}

PIPESCOPE_APPLESS_TEST(HeadersFramerTest)

#include "tst_headers_framer.moc"
