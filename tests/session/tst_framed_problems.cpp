#include "framed_session.h"

#include "pipecore/export/export.h"
#include "pipecore/filter/filter.h"
#include "pipecore/session/annotations.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>

using namespace pipecore;

namespace {

/// A literal with the zero bytes in it.
template <std::size_t size>
QByteArray wholeOf(const char (&text)[size])
{
    return {text, qsizetype(size) - 1};
}

/// The stream in pieces of up to `most` bytes.
std::vector<std::string> pieces(std::string_view stream, unsigned most, std::mt19937& random)
{
    std::vector<std::string> cut;
    while (!stream.empty()) {
        const std::size_t size = std::min<std::size_t>(stream.size(), 1 + random() % most);
        cut.emplace_back(stream.substr(0, size));
        stream.remove_prefix(size);
    }
    return cut;
}

/// The bytes of the session's rows that a row is made of.
std::string bytesOf(const FramedRows& rows, std::uint64_t row, const RecordSource& session)
{
    std::string all;
    for (const FramePart& part : rows.parts(row)) {
        const auto record = session.read(part.row, 10'000);
        all += record ? std::string(asText(record->payload)).substr(part.offset, part.length)
                      : "error";
    }
    return all;
}

QByteArray hexOf(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toHex();
}

std::string exported(const RecordSource& rows, ExportFormat format)
{
    std::string text;
    const auto written = exportRows(rows, std::nullopt, format, [&](ByteView bytes) {
        text += asText(bytes);
        return Result<void>();
    });
    return written ? text : describe(written.error());
}

} // namespace

/// Frames with mistakes, and what users note about frames.
class FramedProblemsTest : public QObject
{
    Q_OBJECT

private slots:
    void FramesThatAreFoundLateHaveTheirOwnBytes_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QByteArray>("stream");
        QTest::newRow("lines that are no header")
            << "headers"
            << QByteArray("no header\r\nContent-Length: 3\r\n\r\nabcContent-Length: x\r\n\r\nrest"
                          "Content-Length: 2\r\n\r\nxy");
        QTest::newRow("lengths that cannot be") << "u16be,max=20,strict"
                                                << wholeOf("\xFF\xFF\xFE\xFF\x00\x03"
                                                           "abc\x00\x02xy\xEE\xEE\xEE\x00\x01z");
        QTest::newRow("requests with a mistake between")
            << "http1"
            << QByteArray(
                   "GET / HTTP/1.1\r\n\r\nwhat is this\r\nand this\r\nGET /2 HTTP/1.1\r\n"
                   "\r\nPOST / HTTP/1.1\r\nContent-Length: no\r\n\r\nGET /3 HTTP/1.1\r\n\r\n");
        QTest::newRow("more is skipped than is kept")
            << "u8,offset=2,mark=aabb,strict,max=2"
            << wholeOf("nothing of this is a frame, and it goes on\xAA\xBB\x01!");
        QTest::newRow("frames with a mark")
            << "u8,offset=2,mark=aabb,strict,max=9"
            << wholeOf("\xAA\xBB\x02hi\xAA\xAA\xBB\x20\xAA\xAA\xBB\x01!");
    }
    void FramesThatAreFoundLateHaveTheirOwnBytes()
    {
        QFETCH(QString, rule);
        QFETCH(QByteArray, stream);
        const FramingRule parsed = FramingRule::parse(rule.toStdString()).value();
        std::mt19937 random(5);
        for (unsigned round = 0; round < 24; ++round) {
            SessionScript script = byteServer();
            std::vector<Frame> expected;
            Reassembler reassembler(parsed,
                                    [&](Frame&& frame) { expected.push_back(std::move(frame)); });
            std::uint64_t row = 1;
            for (const std::string& piece : pieces(stream.toStdString(), 1 + round, random)) {
                say(script, piece);
                reassembler.add(row, toBytes(piece));
                // Nothing of another stream comes into a frame.
                say(script, "other", fromPeer, 2);
                row += 2;
            }
            if (const Frame* rest = reassembler.unfinished()) {
                expected.push_back(*rest);
            }
            const auto file = m_recorded.open(script);
            QVERIFY(file);
            FramedRows rows(*file, [&](const EndpointFacts&) { return std::optional(parsed); });
            QVERIFY(rows.update());
            rows.finish();
            std::size_t number = 0;
            for (std::uint64_t at = 0; at < rows.rowCount(); ++at) {
                if (rows.head(at).connection.value != 1 || !rows.isFrame(at)) {
                    continue;
                }
                QVERIFY(number < expected.size());
                const Frame& frame = expected[number++];
                const std::string bytes = bytesOf(rows, at, *file);
                QCOMPARE(bytes.size(), std::size_t(frame.size));
                // More than is kept of a frame that is skipped is still in the session.
                QCOMPARE(hexOf(std::string_view(bytes).substr(0, frame.bytes.size())),
                         hexOf(asText(frame.bytes)));
                const auto record = rows.read(at, 1000);
                QVERIFY(record);
                const bool isWhole = frame.isMalformed() || isShownWhole(parsed);
                QCOMPARE(hexOf(asText(record->payload)),
                         isWhole ? hexOf(bytes) : hexOf(asText(frame.content())));
                QCOMPARE(record->problem != nullptr, frame.isMalformed());
                if (frame.isMalformed()) {
                    QCOMPARE(record->problem->text(), frame.problem->text());
                }
            }
            QCOMPARE(number, expected.size());
            QCOMPARE(headDifference(rows), QString());
        }
    }

    void AFrameOfManyMegabytesIsNotMalformed()
    {
        SessionScript script = byteServer();
        say(script, "Content-Length: 100\r\n\r\n" + std::string(100, 'x'));
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("headers,max=10"));
        QVERIFY(rows.update());
        QCOMPARE(rows.rowCount(), 2U);
        QVERIFY(!rows.head(1).isMalformed);
        QCOMPARE(rows.read(1, 1000)->payload.size(), std::size_t(100));
    }

    void WhatIsWrongWithAFrameIsInItsRow()
    {
        SessionScript script = byteServer();
        say(script, "junk\r\nContent-Len");
        say(script, "gth: 2\r\n\r\nok");
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("headers"));
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\n< junk\r\n\n< ok\n");
        const std::string problem = rows.read(1, 100)->problem->text();
        QVERIFY2(problem.contains("expected a line"), problem.c_str());
        for (const ExportFormat format :
             {ExportFormat::JsonLines, ExportFormat::Text, ExportFormat::Csv, ExportFormat::Html}) {
            const std::string all = exported(rows, format);
            QVERIFY2(all.contains("expected a line"), all.c_str());
        }
        QVERIFY(exported(rows, ExportFormat::JsonLines).contains("\"problem\":\"no header: "));
        const Filter malformed = Filter::parse("malformed").value();
        QVERIFY(malformed.matches(rows, 1));
        QVERIFY(!malformed.matches(rows, 2));
        QVERIFY(Filter::parse("!malformed && text == \"ok\"")->matches(rows, 2));
    }

    void AThousandsKindsOfProblemsTakeNoMoreRoomThanOthers()
    {
        SessionScript script = byteServer();
        std::string stream;
        for (unsigned i = 0; i < 6000; ++i) {
            const std::string length = std::to_string(100 + i);
            stream += "Content-Length: " + length + "\r\n\r\n";
        }
        say(script, stream);
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("headers,max=10,strict"));
        QVERIFY(rows.update());
        QVERIFY(rows.rowCount() > 5000);
        QVERIFY(rows.read(10, 10)->problem->text() != rows.read(11, 10)->problem->text());
        QCOMPARE(rows.read(5000, 10)->problem->text(), std::string("malformed frame"));
    }

    void LastFramesOfManyConnectionsAreFoundByTheirRow()
    {
        SessionScript script = byteServer();
        for (std::uint64_t connection = 200; connection > 0; --connection) {
            say(script, "part " + std::to_string(connection), fromPeer, connection);
        }
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QCOMPARE(rows.rowCount(), 1U);
        QCOMPARE(rows.frameOf(1), std::nullopt);
        rows.finish();
        QCOMPARE(rows.rowCount(), 201U);
        for (std::uint64_t row = 1; row <= 200; ++row) {
            QCOMPARE(rows.rowOf(row), row);
            QCOMPARE(rows.frameOf(row), std::optional(row));
            QCOMPARE(rows.head(row).connection.value, 201 - row);
        }
    }

    void ARowIsFoundInTheFrameOfItsStream()
    {
        SessionScript script = byteServer();
        say(script, "on");               // row 1
        say(script, "x\n", fromPeer, 2); // row 2
        say(script, "e\ntwo\nth");       // row 3
        say(script, "ree\n");            // row 4
        script.disconnected(1, 2);
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\n< x\n< one\n< two\n< three\ndisconnected\n");
        QCOMPARE(rows.frameOf(0), std::optional<std::uint64_t>(0));
        QCOMPARE(rows.frameOf(1), std::optional<std::uint64_t>(2));
        QCOMPARE(rows.frameOf(2), std::optional<std::uint64_t>(1));
        QCOMPARE(rows.frameOf(3), std::optional<std::uint64_t>(2));
        QCOMPARE(rows.frameOf(4), std::optional<std::uint64_t>(4));
        QCOMPARE(rows.frameOf(5), std::optional<std::uint64_t>(5));
        QCOMPARE(rows.frameOf(6), std::nullopt);
    }

    void MarksAndCommentsOfReadsShowOnTheirFrame()
    {
        SessionScript script = byteServer();
        say(script, "one\ntw"); // row 1
        say(script, "o");       // row 2
        say(script, "\nthree"); // row 3
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        QVERIFY(file->annotations()->set(2, {.marked = true, .comment = "half of it"}));
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QVERIFY(rows.annotations());
        QVERIFY(!rows.annotations()->isMarked(1));
        QVERIFY(rows.annotations()->isMarked(2));
        QCOMPARE(rows.annotations()->comment(2), std::string("half of it"));
        QVERIFY(Filter::parse("mark && comment contains \"half\"")->matches(rows, 2));
        QVERIFY(exported(rows, ExportFormat::JsonLines).contains("half of it"));
        // What is noted later, of a row that is in no frame yet.
        QVERIFY(file->annotations()->set(3, {.marked = false, .comment = "end"}));
        QCOMPARE(rows.annotations()->comment(2), std::string("half of it\nend"));
        QVERIFY(file->annotations()->set(2, {}));
        QCOMPARE(rows.annotations()->at(2), (Annotation{.marked = false, .comment = "end"}));
    }

    void MarksAndCommentsOfFramesAreKeptWithTheSession()
    {
        SessionScript script = byteServer();
        say(script, "on");         // row 1
        say(script, "e\ntwo\nth"); // row 2
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QVERIFY(rows.annotations()->set(2, {.marked = true, .comment = "two"}));
        QVERIFY(file->hasUnsavedAnnotations());
        QCOMPARE(file->annotations()->at(2), (Annotation{.marked = true, .comment = "two"}));
        // It stays where it was put, although another frame ends in that row.
        QVERIFY(rows.annotations()->isMarked(2));
        QVERIFY(!rows.annotations()->isMarked(1));
        QVERIFY(rows.annotations()->set(2, {}));
        QVERIFY(file->annotations()->at(2).isEmpty());
        QVERIFY(rows.annotations()->at(2).isEmpty());
    }

private:
    RecordedStreams m_recorded;
};

PIPESCOPE_GUILESS_TEST(FramedProblemsTest)
#include "tst_framed_problems.moc"
