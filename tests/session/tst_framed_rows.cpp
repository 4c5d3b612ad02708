#include "framed_session.h"

#include "pipecore/export/export.h"
#include "pipecore/filter/filter.h"
#include "runner/register.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <string>

using namespace pipecore;

/// Frames in place of the reads of a stream.
class FramedRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void AStreamOfLinesHasARowForEachLine()
    {
        SessionScript script = byteServer();
        say(script, "one\ntwo\nth");
        say(script, "ree\n");
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\n< one\n< two\n< three\n");
    }

    void AFrameThatCameInManyReadsIsOneRow()
    {
        SessionScript script = byteServer();
        const std::string body(1000, 'x');
        const std::string frame = "Content-Length: 1000\r\n\r\n" + body;
        for (const char letter : frame) {
            say(script, {&letter, 1});
        }
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("headers"));
        QVERIFY(rows.update());
        QCOMPARE(rows.rowCount(), 2U);
        QCOMPARE(rows.head(1).length, 1000U);
        const auto record = rows.read(1, 5000);
        QVERIFY(record);
        QVERIFY(std::ranges::equal(record->payload, toBytes(body)));
        QCOMPARE(record->fragments.size(), frame.size());
        // At the time of the last of them.
        QCOMPARE(record->wallNs, file->head(file->rowCount() - 1).wallNs);
    }

    void OtherRowsAndMessagePipesStayAsTheyAre()
    {
        SessionScript script = byteServer();
        script.server(2, "messages");
        script.connected(1, 1, somePeer(12, "peer"));
        script.message(2, 2, fromPeer, toBytes("one\ntwo\n"));
        say(script, "three\nfour\n");
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        const FramingRule line = FramingRule::parse("line").value();
        FramedRows rows(*file, [&line](const EndpointFacts& endpoint) {
            return endpoint.name.ends_with("messages") ? std::nullopt : std::optional(line);
        });
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\nopened\nconnected\nmessage\n< three\n< four\n");
        QCOMPARE(difference(*rows.read(3, 100),
                            [&] {
                                Record expected = *file->read(3, 100);
                                return expected;
                            }()),
                 QString());
    }

    void BothDirectionsAndConnectionsAreStreamsOfTheirOwn()
    {
        SessionScript script = byteServer();
        say(script, "a-");
        say(script, "b-", toPeer);
        say(script, "c-", fromPeer, 2);
        say(script, "1\n");
        say(script, "2\n", toPeer);
        say(script, "3\n", fromPeer, 2);
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\n< a-1\n> b-2\n< c-3\n");
        QCOMPARE(rows.head(3).connection.value, 2U);
    }

    void WhatAStreamEndsWithIsShownBeforeItsEnd()
    {
        SessionScript script = byteServer();
        say(script, "whole\npart");
        say(script, "other", fromPeer, 2);
        script.disconnected(1, 1);
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\n< whole\n< part…\ndisconnected\n");
        rows.finish();
        QCOMPARE(framesText(rows), "opened\n< whole\n< part…\ndisconnected\n< other…\n");
    }

    void HeadersThatSayMoreThanALengthAreShown()
    {
        SessionScript script = byteServer();
        say(script, "\x01\x02zz");
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows whole(*file, byRule("u8,offset=1"));
        QVERIFY(whole.update());
        QCOMPARE(framesText(whole), "opened\n< \x01\x02zz\n");
        QVERIFY(!isShownWhole(FramingRule::parse("u8").value()));
        QVERIFY(isShownWhole(FramingRule::parse("http1").value()));
    }

    void RowsOfAFrameAreFoundAndTheOtherWayRound()
    {
        SessionScript script = byteServer();
        say(script, "one\ntw");
        say(script, "no", toPeer);
        say(script, "o\nthree\n");
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\n< one\n< two\n< three\n");
        const std::vector<FramePart> expected{{.row = 1, .offset = 4, .length = 2},
                                              {.row = 3, .offset = 0, .length = 2}};
        QVERIFY(rows.parts(2) == expected);
        QCOMPARE(rows.rowOf(0), 0U);
        QCOMPARE(rows.rowOf(1), 1U);
        QCOMPARE(rows.rowOf(2), 2U); // its bytes have no row yet: the next
        QCOMPARE(rows.rowOf(3), 2U);
        QCOMPARE(rows.rowOf(4), rows.rowCount());
    }

    void HeadsAgreeWithWhatIsRead()
    {
        SessionScript script = byteServer();
        script.connected(1, 1, somePeer(12, "peer"));
        for (int i = 0; i < 50; ++i) {
            say(script,
                std::string(std::size_t(i % 7), 'a') + "\n" + std::string(std::size_t(i % 3), 'b'),
                i % 2 == 0 ? fromPeer : toPeer);
        }
        script.disconnected(1, 1);
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        QCOMPARE(headDifference(rows), QString());
    }

    void ARecordingThatGrowsGrowsHereToo()
    {
        QTemporaryDir folder;
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(folder.filePath(QStringLiteral("journal")))));
        FramedRows rows(recorder, byRule("line"));
        SessionScript first = byteServer();
        say(first, "one\ntw");
        first.feed(queue);
        QTRY_COMPARE(recorder.rowCount(), 2U);
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\n< one\n");
        SessionScript second;
        say(second, "o\n");
        second.feed(queue);
        QTRY_COMPARE(recorder.rowCount(), 3U);
        QVERIFY(rows.update());
        QCOMPARE(framesText(rows), "opened\n< one\n< two\n");
        recorder.stop();
    }

    void UpdateStopsWhenItIsToldTo()
    {
        SessionScript script = byteServer();
        for (int i = 0; i < 3000; ++i) {
            say(script, "x\n");
        }
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        const auto stopped = rows.update([](std::uint64_t taken) { return taken < 2000; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QVERIFY(rows.rowCount() > 1000 && rows.rowCount() < 3001);
        QVERIFY(rows.update());
        QCOMPARE(rows.rowCount(), 3001U);
        QCOMPARE(rows.takenRows(), 3001U);
    }

    void FiltersAndExportsTakeFrames()
    {
        SessionScript script = byteServer();
        say(script, "log");
        say(script, "in\nlogout\n");
        const auto file = m_recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        const Filter filter = Filter::parse("text contains \"login\"").value();
        QVERIFY(filter.matches(rows, 1));
        QVERIFY(!filter.matches(rows, 2));
        QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("frames.txt"));
        const auto exported = exportRows(rows, std::nullopt, ExportFormat::Text, toPath(target));
        QVERIFY(exported);
        QFile written(target);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray all = written.readAll();
        QVERIFY2(all.contains("login") && all.contains("logout"), all);
    }

private:
    RecordedStreams m_recorded;
};

PIPESCOPE_GUILESS_TEST(FramedRowsTest)
#include "tst_framed_rows.moc"
