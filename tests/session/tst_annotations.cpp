#include "pipecore/session/annotations.h"

#include "failing_file.h"
#include "pcapng_builder.h"
#include "runner/register.h"
#include "session_script.h"
#include "test_paths.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace pipecore;

namespace {

constexpr std::uint16_t user0 = 147;

using Entries = std::vector<std::pair<std::uint64_t, Annotation>>;

Entries entriesOf(const RecordSource& source)
{
    Entries entries;
    for (const Annotations::Entry& entry : source.annotations()->entries()) {
        entries.emplace_back(entry.row, entry.annotation);
    }
    return entries;
}

/// Tags and JSON of an annotation record, as a file has it.
std::string annotationPacket(const std::string& json)
{
    PcapngBuilder data;
    data.tag(12, "json").tag(0, {});
    return std::string(asText(data.bytes())) + json;
}

/// Opens a session, notes these and saves them into it.
bool noteInto(const QString& path, const Entries& notes)
{
    const auto file = SessionFile::open(toPath(path));
    const auto set = [&file](const Entries::value_type& note) {
        return (*file)->annotations()->set(note.first, note.second).has_value();
    };
    return file && std::ranges::all_of(notes, set) && (*file)->saveAnnotations();
}

std::string annotationJson(std::int64_t back, std::int64_t timeNs, const std::string& comment)
{
    return "{\"event\":\"annotation\",\"back\":" + std::to_string(back) + ",\"time\":"
           + std::to_string(timeNs) + ",\"marked\":true,\"comment\":\"" + comment + "\"}";
}

} // namespace

/// Marks and comments in the journal and in the files that are saved.
class AnnotationsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number)); }

    void NotesOfALiveSessionAreInTheJournal()
    {
        const SessionScript script = nastyScript();
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        script.feed(queue);
        const std::size_t rows = script.rows().size();
        QVERIFY(waitForRows(recorder, rows));
        const std::uint64_t before = recorder.status().fileBytes;
        const Entries noted{{0, {true, {}}},
                            {2, {false, "line 1\nline 2 \"quoted\" \xE2\x82\xAC"}},
                            {rows - 1, {true, "the last"}}};
        for (const auto& [row, annotation] : noted) {
            QVERIFY(recorder.annotations()->set(row, annotation));
        }
        // They are written without anything else coming.
        QTRY_VERIFY(recorder.status().fileBytes > before);
        recorder.stop();
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QVERIFY(!(*file)->report().problem);
        QCOMPARE((*file)->report().lostAnnotations, std::uint64_t(0));
        QCOMPARE(entriesOf(**file), noted);
        QVERIFY(!(*file)->hasUnsavedAnnotations());
        // And they are no rows.
        QCOMPARE(difference(**file, script.rows()), QString());
    }

    void NotesMadeBetweenMessagesKeepTheirRows()
    {
        const SessionScript script = sampleScript();
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        std::uint64_t rows = 0;
        for (int round = 0; round < 20; ++round) {
            script.feed(queue);
            rows += script.rows().size();
            QVERIFY(waitForRows(recorder, rows));
            QVERIFY(recorder.annotations()->set(rows - 2, {true, std::to_string(rows - 2)}));
        }
        recorder.stop();
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QCOMPARE(entriesOf(**file).size(), std::size_t(20));
        for (const auto& [row, annotation] : entriesOf(**file)) {
            QCOMPARE(annotation.comment, std::to_string(row));
        }
        QCOMPARE((*file)->rowCount(), rows);
    }

    /// A save right after a note has it, whatever the recorder's thread has done so far.
    void SavedCopyHasTheLatestNotes()
    {
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        sampleScript().feed(queue);
        QVERIFY(waitForRows(recorder, sampleScript().rows().size()));
        QTest::qWait(80); // the status with these rows is published
        for (int round = 0; round < 30; ++round) {
            const Annotation noted{true, "round " + std::to_string(round)};
            QVERIFY(recorder.annotations()->set(2, noted));
            const QString copy = m_folder.filePath(QStringLiteral("copy.pcapng"));
            QVERIFY(recorder.saveCopy(toPath(copy)));
            const auto file = SessionFile::open(toPath(copy));
            QVERIFY(file);
            QCOMPARE(entriesOf(**file), (Entries{{2, noted}}));
        }
    }

    void FullDiskKeepsNotesUntilThereIsRoom()
    {
        const auto faults = std::make_shared<DeviceFaults>();
        EventQueue queue;
        Recorder recorder(queue, [faults](const std::filesystem::path& path) {
            auto file = WritableFile::create(path);
            return file ? Result<std::unique_ptr<WritableFile>>(
                       std::make_unique<FailingFile>(std::move(*file), faults))
                        : std::move(file);
        });
        QVERIFY(recorder.start(toPath(m_path)));
        sampleScript().feed(queue);
        QVERIFY(waitForRows(recorder, sampleScript().rows().size()));
        faults->capacity = 0;
        QVERIFY(recorder.annotations()->set(2, {true, "kept"}));
        QTRY_VERIFY(recorder.status().problem.has_value());
        faults->capacity = ~std::uint64_t{0};
        QTRY_VERIFY(!recorder.status().problem.has_value());
        recorder.stop();
        // No record was lost, so no row says so.
        QCOMPARE(recorder.rowCount(), std::uint64_t(sampleScript().rows().size()));
        QCOMPARE(recorder.facts().totals().dropped, std::uint64_t(0));
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QVERIFY(!(*file)->report().problem);
        QCOMPARE(entriesOf(**file), (Entries{{2, {true, "kept"}}}));
    }

    void NoteOfARowThatCannotBeReadIsWrittenAllTheSame()
    {
#ifdef Q_OS_WIN
        QSKIP("nobody else can write into a journal here");
#endif
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        sampleScript().feed(queue);
        QVERIFY(waitForRows(recorder, sampleScript().rows().size()));
        QFile journal(m_path);
        QVERIFY(journal.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        const QByteArray whole = journal.readAll();
        QVERIFY(journal.resize(whole.size() / 8));
        QVERIFY(!recorder.read(3, 0));
        const std::uint64_t before = recorder.status().fileBytes;
        QVERIFY(recorder.annotations()->set(3, {true, "late"}));
        QTRY_VERIFY(recorder.status().fileBytes > before);
        recorder.stop();
        QVERIFY(journal.seek(0));
        QCOMPARE(journal.write(whole), whole.size());
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QVERIFY(!(*file)->report().problem);
        QCOMPARE(entriesOf(**file), (Entries{{3, {true, "late"}}}));
    }

    void OpenedSessionIsSavedIntoItself()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        for (int round = 0; round < 3; ++round) {
            const auto file = SessionFile::open(toPath(m_path));
            QVERIFY(file);
            QVERIFY(!(*file)->hasUnsavedAnnotations());
            const Annotation noted{round % 2 == 0, "round " + std::to_string(round)};
            QVERIFY((*file)->annotations()->set(3, noted));
            QVERIFY((*file)->hasUnsavedAnnotations());
            QVERIFY((*file)->saveAnnotations());
            QVERIFY(!(*file)->hasUnsavedAnnotations());
            // Twice in a row from one opening, too.
            QVERIFY((*file)->annotations()->set(static_cast<std::uint64_t>(round), {true, {}}));
            QVERIFY((*file)->saveAnnotations());
            const auto again = SessionFile::open(toPath(m_path));
            QVERIFY(again);
            QVERIFY(!(*again)->report().problem);
            QCOMPARE((*again)->annotations()->at(3), noted);
            QVERIFY((*again)->annotations()->isMarked(static_cast<std::uint64_t>(round)));
            QCOMPARE(difference(**again, sampleScript().rows()), QString());
        }
    }

    void NoteMadeWhileTheFileIsBeingOpenedIsTheNewerOne()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        QVERIFY(noteInto(m_path, {{1, {true, "stays"}}, {3, {true, "old"}}}));
        const auto file = SessionFile::start(toPath(m_path));
        QVERIFY(file);
        QVERIFY((*file)->annotations()->set(3, {false, "new"}));
        QVERIFY((*file)->scan({}));
        QCOMPARE(entriesOf(**file), (Entries{{1, {true, "stays"}}, {3, {false, "new"}}}));
        QVERIFY((*file)->hasUnsavedAnnotations());
        QCOMPARE((*file)->report().lostAnnotations, std::uint64_t(0));
    }

    void SavedCopyOfAnOpenedSessionHasOldAndNewNotes()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QVERIFY((*file)->annotations()->set(1, {true, "old"}));
        QVERIFY((*file)->saveAnnotations());
        QVERIFY((*file)->annotations()->set(4, {false, "new"}));
        const QString copy = m_path + QStringLiteral(".copy");
        QVERIFY((*file)->saveCopy(toPath(copy)));
        const auto copied = SessionFile::open(toPath(copy));
        QVERIFY(copied);
        QCOMPARE(entriesOf(**copied), (Entries{{1, {true, "old"}}, {4, {false, "new"}}}));
        // The copy is another file: this one still waits to be saved.
        QVERIFY((*file)->hasUnsavedAnnotations());
        QVERIFY(!(*file)->saveCopy(toPath(m_path)));
    }

    void ForeignFileTakesNotesInASectionOfTheirOwn_data()
    {
        QTest::addColumn<bool>("big");
        QTest::newRow("little") << false;
        QTest::newRow("big") << true;
    }
    void ForeignFileTakesNotesInASectionOfTheirOwn()
    {
        QFETCH(bool, big);
        using Order = PcapngBuilder::Order;
        PcapngBuilder foreign(big ? Order::Big : Order::Little);
        foreign.section().interface(user0, "pipe", 9);
        foreign.packet(0, 1'700'000'000'000'000'001, "request", 1);
        foreign.packet(0, 1'700'000'000'000'000'002, "reply", 2);
        QVERIFY(foreign.save(m_path));
        {
            const auto file = SessionFile::open(toPath(m_path));
            QVERIFY(file);
            QVERIFY((*file)->annotations()->set(1, {true, "slow"}));
            QVERIFY((*file)->saveAnnotations());
            QVERIFY((*file)->annotations()->set(0, {true, {}}));
            QVERIFY((*file)->saveAnnotations());
        }
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QVERIFY(!(*file)->report().problem);
        QCOMPARE((*file)->rowCount(), std::uint64_t(2));
        QCOMPARE(entriesOf(**file), (Entries{{0, {true, {}}}, {1, {true, "slow"}}}));
    }

    void TwoSessionsInOneFileKeepTheirNotes()
    {
        QByteArray both;
        for (int part = 0; part < 2; ++part) {
            const QString path = m_path + QString::number(part);
            QCOMPARE(recordTo(path, sampleScript()), QString());
            QVERIFY(noteInto(path, {{2, {true, "part " + std::to_string(part)}}}));
            QFile bytes(path);
            QVERIFY(bytes.open(QIODevice::ReadOnly));
            both += bytes.readAll();
        }
        QVERIFY(saveBytes(m_path, asBytes(both.toStdString())));
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        const std::uint64_t second = sampleScript().rows().size() + 2;
        QCOMPARE(entriesOf(**file), (Entries{{2, {true, "part 0"}}, {second, {true, "part 1"}}}));
    }

    void NoteOfAnotherRowsTimeIsLeftOutAndCounted()
    {
        PcapngBuilder file = foreignWithEvents();
        file.packet(0, 5, annotationPacket(annotationJson(1, 1'000, "right")));
        file.packet(0, 5, annotationPacket(annotationJson(2, 1'000, "row was taken out")));
        QVERIFY(file.save(m_path));
        const auto session = SessionFile::open(toPath(m_path));
        QVERIFY(session);
        QCOMPARE(entriesOf(**session), (Entries{{1, {true, "right"}}}));
        QCOMPARE((*session)->report().lostAnnotations, std::uint64_t(1));
    }

    void HostileNotesAreLeftOut()
    {
        PcapngBuilder file = foreignWithEvents();
        for (const char* json : {
                 R"({"event":"annotation"})",
                 R"({"event":"annotation","back":0,"time":1000})",
                 R"({"event":"annotation","back":3,"time":1000})",
                 R"({"event":"annotation","back":18446744073709551615,"time":1000})",
                 R"({"event":"annotation","back":-1,"time":1000})",
                 R"({"event":"annotation","back":"1","comment":7,"marked":"yes"})",
                 R"({"event":"annotation","back":{"a":[1,2]}})",
                 R"({"event":"annotation")",
             }) {
            file.packet(0, 5, annotationPacket(json));
        }
        file.packet(0, 5, annotationPacket(annotationJson(1, 1'000, std::string(100'000, 'x'))));
        QVERIFY(file.save(m_path));
        const auto session = SessionFile::open(toPath(m_path));
        QVERIFY(session);
        QCOMPARE((*session)->rowCount(), std::uint64_t(2));
        const Entries entries = entriesOf(**session);
        QCOMPARE(entries.size(), std::size_t(1));
        QCOMPARE(entries.front().second.comment.size(), Annotations::maxCommentBytes);
    }

    void DamagedFileIsNotSavedIntoButCopied()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        QFile bytes(m_path);
        QVERIFY(bytes.open(QIODevice::ReadWrite));
        QVERIFY(bytes.resize(bytes.size() - 5));
        const QByteArray before = bytes.readAll();
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QVERIFY((*file)->annotations()->set(0, {true, "kept"}));
        const auto saved = (*file)->saveAnnotations();
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Corrupt);
        QVERIFY(bytes.seek(0));
        QCOMPARE(bytes.readAll(), before);
        const QString copy = m_path + QStringLiteral(".copy");
        QVERIFY((*file)->saveCopy(toPath(copy)));
        const auto copied = SessionFile::open(toPath(copy));
        QVERIFY(copied);
        QVERIFY(!(*copied)->report().problem);
        QCOMPARE(entriesOf(**copied), (Entries{{0, {true, "kept"}}}));
    }

    void AnotherFileOfThatNameIsNotWrittenInto()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QVERIFY((*file)->annotations()->set(0, {true, "kept"}));
        const QString moved = m_path + QStringLiteral(".moved");
        QVERIFY(QFile::rename(m_path, moved));
        const QByteArray other(QFile(moved).size(), 'x'); // as long as the one that was opened
        QVERIFY(saveBytes(m_path, asBytes(other.toStdString())));
        const auto saved = (*file)->saveAnnotations();
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Corrupt);
        QVERIFY((*file)->hasUnsavedAnnotations());
        QFile bytes(m_path);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QCOMPARE(bytes.readAll(), other);
        bytes.close();
        // Its absence does no harm when it is back.
        QVERIFY(QFile::remove(m_path) && QFile::rename(moved, m_path));
        QVERIFY((*file)->saveAnnotations());
        const auto again = SessionFile::open(toPath(m_path));
        QVERIFY(again);
        QCOMPARE(entriesOf(**again), (Entries{{0, {true, "kept"}}}));
    }

    void WiresharkReadsASessionWithNotes()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty()) {
            QSKIP("tshark is not installed");
        }
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        QVERIFY(noteInto(m_path, {{2, {true, "why so late?"}}}));
        const QList<QByteArray> lines =
            run(QStringLiteral("tshark"),
                {QStringLiteral("-r"), m_path, QStringLiteral("-T"), QStringLiteral("fields"),
                 QStringLiteral("-e"), QStringLiteral("frame.comment"), QStringLiteral("-e"),
                 QStringLiteral("_ws.malformed")});
        QCOMPARE(lines.size(), qsizetype(sampleScript().rows().size() + 1));
        QCOMPARE(lines.last().trimmed(), QByteArray("Row 3: why so late?"));
    }

    void PythonReaderTellsTheRowOfANote()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty()) {
            QSKIP("python3 is not installed");
        }
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        QVERIFY(noteInto(m_path, {{2, {true, "why so late?"}}}));
        const QList<QByteArray> lines =
            run(QStringLiteral("python3"),
                {QStringLiteral(PIPESCOPE_TESTS_DIR "/session/read_session.py"), m_path});
        const QJsonObject note = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(note[QStringLiteral("event")].toString(), QStringLiteral("annotation"));
        QCOMPARE(note[QStringLiteral("row")].toInteger(), qint64(2));
        QCOMPARE(note[QStringLiteral("comment")].toString(), QStringLiteral("why so late?"));
    }

private:
    /// Two messages at 1000 ns of an interface of somebody's, behind an events' interface of ours.
    static PcapngBuilder foreignWithEvents()
    {
        PcapngBuilder file;
        file.section();
        file.begin(1).u16(252).u16(0).u32(0);
        file.option(1, "PipeScope events=1 version=1").option(9, std::string_view("\x09", 1));
        file.option(0, {}).end();
        file.interface(user0, "pipe", 9);
        file.packet(1, 900, "one", 1).packet(1, 1'000, "two", 2);
        return file;
    }

    QList<QByteArray> run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
            qWarning("%s", process.readAllStandardError().constData());
            return {};
        }
        QByteArray output = process.readAllStandardOutput();
        output.chop(output.endsWith('\n') ? 1 : 0);
        return output.split('\n');
    }

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(AnnotationsTest)
#include "tst_annotations.moc"
