#include "runner/register.h"
#include "system/input.h"

#include <QTest>

using namespace pipescope::cli;

namespace {

/// All lines that come when the text arrives in pieces of `size` bytes; the rest last.
QByteArrayList split(std::string_view text, std::size_t size, bool keepEnds)
{
    QByteArrayList lines;
    const auto add = [&lines](const pipecore::Bytes& line) {
        lines += QByteArray(pipecore::asText(line).data(), qsizetype(line.size()));
    };
    LineSplitter splitter(keepEnds);
    for (std::size_t at = 0; at < text.size(); at += size) {
        splitter.add(text.substr(at, size));
        while (const auto line = splitter.next()) {
            add(*line);
        }
    }
    if (const auto line = splitter.rest()) {
        add(*line);
    }
    return lines;
}

} // namespace

class LineSplitterTest : public QObject
{
    Q_OBJECT

private slots:
    void Lines_data();
    void Lines();
    void ManyLinesAreQuick();
};

void LineSplitterTest::Lines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::addColumn<QByteArrayList>("withEnds");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList() << QByteArrayList();
    QTest::newRow("LF") << QByteArray("a\nb\n") << QByteArrayList{"a", "b"}
                        << QByteArrayList{"a\n", "b\n"};
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << QByteArrayList{"a", "b"}
                          << QByteArrayList{"a\r\n", "b\r\n"};
    QTest::newRow("no end") << QByteArray("a\nb") << QByteArrayList{"a", "b"}
                            << QByteArrayList{"a\n", "b"};
    QTest::newRow("empty lines") << QByteArray("\n\r\n\na") << QByteArrayList{"", "", "", "a"}
                                 << QByteArrayList{"\n", "\r\n", "\n", "a"};
    QTest::newRow("CR within") << QByteArray("a\rb\r\r\n") << QByteArrayList{"a\rb\r"}
                               << QByteArrayList{"a\rb\r\r\n"};
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4) << QByteArrayList{QByteArray("a\0b", 3)}
                         << QByteArrayList{QByteArray("a\0b\n", 4)};
}

void LineSplitterTest::Lines()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArrayList, lines);
    QFETCH(QByteArrayList, withEnds);
    const std::string_view view(text.constData(), std::size_t(text.size()));
    for (const std::size_t size : {1U, 2U, 3U, 100U}) {
        QCOMPARE(split(view, size, false), lines);
        QCOMPARE(split(view, size, true), withEnds);
    }
}

void LineSplitterTest::ManyLinesAreQuick()
{
    std::string text;
    for (int i = 0; i < 500'000; ++i) {
        text += "line\n";
    }
    QCOMPARE(split(text, 64 * 1024, false).size(), 500'000);
    // A long line in many pieces is not searched again from its start.
    QCOMPARE(split(std::string(8'000'000, 'x'), 64, false).size(), 1);
}

PIPESCOPE_APPLESS_TEST(LineSplitterTest)
#include "tst_line_splitter.moc"
