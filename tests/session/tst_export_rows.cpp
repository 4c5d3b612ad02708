#include "exported.h"

#include "failing_file.h"
#include "runner/register.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace pipecore;

/// Common part of all formats: rows, target, progress, cancel.
class ExportRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void NeighboursAreOneRange()
    {
        RowRanges rows = rowsNumbered({1, 2, 3, 7});
        rows.add({5, 9}); // what is not behind the last is left out
        rows.add(3);
        QCOMPARE(rows.count(), std::uint64_t(5));
        QCOMPARE(rows.ranges().size(), std::size_t(2));
        QVERIFY(rows.ranges()[0] == (RowRanges::Range{1, 4}));
        QVERIFY(rows.ranges()[1] == (RowRanges::Range{7, 9}));
        QCOMPARE(RowRanges::between(5, 5).count(), std::uint64_t(0));
        QCOMPARE(RowRanges::between(6, 5).count(), std::uint64_t(0));
    }

    void WhatAFilterFoundAsRanges()
    {
        RowSet found;
        std::vector<std::uint64_t> rows;
        for (std::uint64_t row = 0; row < 300'000; ++row) {
            const bool isSparse = row < 70'000 || row > 200'000;
            if (isSparse ? row % 1'000 < 2 : row % 7 != 0) {
                rows.push_back(row);
            }
        }
        rows.push_back(5'000'000'000);
        found.add(rows);
        std::vector<std::uint64_t> listed;
        const RowRanges ranges = RowRanges::of(found);
        for (const RowRanges::Range& range : ranges.ranges()) {
            for (std::uint64_t row = range.first; row < range.end; ++row) {
                listed.push_back(row);
            }
        }
        QVERIFY(listed == rows);
        QCOMPARE(ranges.count(), std::uint64_t(rows.size()));
        QCOMPARE(RowRanges::of(RowSet()).count(), std::uint64_t(0));

        RowRanges some;
        some.add(found, {1'000, 71'001});
        some.add(found, {199'000, 5'000'000'000}); // without its end
        const auto isAmong = [](std::uint64_t row) {
            return (row >= 1'000 && row < 71'001) || (row >= 199'000 && row < 5'000'000'000);
        };
        QCOMPARE(some.count(), std::uint64_t(std::ranges::count_if(rows, isAmong)));
        QVERIFY(some.ranges().front() == (RowRanges::Range{1'000, 1'002}));
        QVERIFY(some.ranges().back() == (RowRanges::Range{299'000, 299'002}));
    }

    void FormatsByEnding()
    {
        const auto formatOf = [](const char* name) { return exportFormatOf(name); };
        QVERIFY(formatOf("a.pcapng") == ExportFormat::Pcapng);
        QVERIFY(formatOf("a.b/c.JSONL") == ExportFormat::JsonLines);
        QVERIFY(formatOf("x.csv") == ExportFormat::Csv);
        QVERIFY(formatOf("x.txt") == ExportFormat::Text);
        QVERIFY(formatOf("x.htm") == ExportFormat::Html);
        QVERIFY(formatOf("x.bin") == ExportFormat::Raw);
        QVERIFY(!formatOf("x.docx"));
        QVERIFY(!formatOf("csv"));
    }

    void EveryFormatWritesTheRowsAskedFor_data() { formats(); }
    void EveryFormatWritesTheRowsAskedFor()
    {
        QFETCH(int, format);
        const auto file = m_exported.open(nastyScript());
        QVERIFY(file);
        const auto written =
            exportRows(*file, rowsNumbered({0, 3, 4, 1'000'000}), static_cast<ExportFormat>(format),
                       [](ByteView) { return Result<void>(); });
        QVERIFY(written);
        std::uint64_t expected = 3;
        if (static_cast<ExportFormat>(format) == ExportFormat::Raw) {
            expected = 0;
            for (const std::uint64_t row : {0, 3, 4}) {
                expected += file->head(row).kind == RecordKind::Message ? 1 : 0;
            }
        }
        QCOMPARE(*written, expected);
    }

    void StoppedExportLeavesNothing_data() { formats(); }
    void StoppedExportLeavesNothing()
    {
        QFETCH(int, format);
        SessionScript script;
        for (int i = 0; i < 3'000; ++i) {
            script.message(1, 1, Direction::Sent, patternBytes(2'000));
        }
        const auto file = m_exported.open(script);
        QVERIFY(file);
        const QString target = m_exported.newPath(QStringLiteral("stopped"));
        QFile before(target);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
        before.close();
        double last = 0;
        const auto result = exportRows(*file, {}, static_cast<ExportFormat>(format), toPath(target),
                                       [&](double part) {
                                           last = part;
                                           return part < 0.6;
                                       });
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QVERIFY(last >= 0.6 && last <= 1.0);
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("before"));
        const QFileInfo info(target);
        QCOMPARE(info.dir().entryList({info.fileName() + QStringLiteral("*")}).size(), 1);
    }

    void AFullDiskIsReportedAndEndsIt_data() { formats(); }
    void AFullDiskIsReportedAndEndsIt()
    {
        QFETCH(int, format);
        SessionScript script;
        for (int i = 0; i < 1'000; ++i) {
            script.message(1, 1, Direction::Sent, patternBytes(2'000));
        }
        const auto file = m_exported.open(script);
        QVERIFY(file);
        int calls = 0;
        const auto result =
            exportRows(*file, {}, static_cast<ExportFormat>(format), [&](ByteView) -> Result<void> {
                return ++calls < 2 ? Result<void>() : refuse("full", ErrorKind::Resources);
            });
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Resources);
        QCOMPARE(calls, 2);
    }

    void TheSessionsOwnFileIsNotReplaced_data() { formats(); }
    void TheSessionsOwnFileIsNotReplaced()
    {
        QFETCH(int, format);
        const auto file = m_exported.open(sampleScript());
        QVERIFY(file);
        const QFileInfo own(m_exported.recorded());
        const qint64 size = own.size();
        const QString detour = own.path() + QStringLiteral("/../") + own.dir().dirName()
                               + QStringLiteral("/") + own.fileName();
        for (const QString& target : {own.filePath(), detour}) {
            const auto written = exportRows(*file, rowsNumbered({0}),
                                            static_cast<ExportFormat>(format), toPath(target));
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::InvalidArgument);
            QVERIFY(written.error().detail.find("file of this session") != std::string::npos);
        }
        QCOMPARE(QFileInfo(own.filePath()).size(), size);
        QVERIFY(own.dir().entryList({QStringLiteral("*.part*")}).isEmpty());
    }

    void AFolderThatIsNotThere()
    {
        const auto file = m_exported.open(sampleScript());
        QVERIFY(file);
        const auto result = exportRows(*file, {}, ExportFormat::Text,
                                       toPath(m_exported.newPath(QStringLiteral("no/x.txt"))));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
    }

    void RowsThatComeMeanwhileAreNotWaitedFor()
    {
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_exported.newPath(QStringLiteral("pcapng")))));
        const SessionScript script = sampleScript();
        script.feed(queue);
        QVERIFY(waitForRows(recorder, script.rows().size()));
        const QByteArray lines = m_exported.bytes(recorder, ExportFormat::JsonLines);
        QCOMPARE(lines.count('\n'), qsizetype(script.rows().size()));
    }

    void ASessionInNoFileIsNoPcapng()
    {
        EventQueue queue;
        const Recorder recorder(queue);
        const auto result = exportRows(recorder, RowRanges(), ExportFormat::Pcapng,
                                       [](ByteView) { return Result<void>(); });
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotSupported);
    }

private:
    static void formats()
    {
        QTest::addColumn<int>("format");
        for (const ExportFormatName& name : exportFormats()) {
            QTest::newRow(std::string(name.word).c_str()) << int(name.format);
        }
    }

    Exported m_exported;
};

PIPESCOPE_GUILESS_TEST(ExportRowsTest)
#include "tst_export_rows.moc"
