#include "pcapng_builder.h"
#include "pipecore/base/elapsed.h"
#include "runner/register.h"
#include "session/interface_codec.h"
#include "session_script.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

namespace {

// The reader is the same everywhere, but thousands of files take minutes under Wine: a sample of the
// offsets there, at all places within a block's four-byte words.
#ifdef Q_OS_WIN
constexpr std::size_t step = 7;
#else
constexpr std::size_t step = 1;
#endif

struct Layout
{
    std::vector<std::size_t> ends;    ///< of all blocks
    std::vector<std::size_t> rowEnds; ///< of the first block of each row
};

std::uint32_t littleAt(const QByteArray& bytes, std::size_t offset)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[qsizetype(offset) + qsizetype(i)]);
    }
    return value;
}

Layout layoutOf(const QByteArray& bytes)
{
    Layout layout;
    for (std::size_t offset = 0; offset < std::size_t(bytes.size());) {
        const bool isPacket = littleAt(bytes, offset) == 6;
        offset += littleAt(bytes, offset + 4);
        layout.ends.push_back(offset);
        if (isPacket) {
            layout.rowEnds.push_back(offset);
        }
    }
    return layout;
}

} // namespace

/// Files that are cut, changed or made to do harm: what can be read is read, and the rest is said.
class DamagedFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void CutAtEveryOffset()
    {
        const SessionScript script = sampleScript();
        const auto rows = script.rows();
        const QByteArray whole = recorded(script);
        const Layout layout = layoutOf(whole);
        QCOMPARE(layout.rowEnds.size(), rows.size());
        for (std::size_t size = 0; size < 4; ++size) {
            save(whole.first(qsizetype(size)));
            const auto file = SessionFile::open(toPath(path()));
            QVERIFY2(!file, qPrintable(QString::number(size)));
            QCOMPARE(file.error().kind, ErrorKind::Corrupt);
            const std::string expected = size == 0 ? "Not a pcapng file: it is empty"
                                                   : "The file is too short to be a pcapng file: "
                                                         + std::to_string(size) + " bytes";
            QCOMPARE(file.error().detail, expected);
        }
        for (std::size_t size = 4; size <= std::size_t(whole.size()); size += step) {
            save(whole.first(qsizetype(size)));
            const auto file = SessionFile::open(toPath(path()));
            QVERIFY2(file, qPrintable(QString::number(size)));
            const auto complete = [size](const std::vector<std::size_t>& ends) {
                return std::size_t(std::ranges::upper_bound(ends, size) - ends.begin());
            };
            const std::size_t blocks = complete(layout.ends);
            const std::size_t good = blocks == 0 ? 0 : layout.ends[blocks - 1];
            const auto& report = (*file)->report();
            const std::vector<Record> expected(
                rows.begin(), rows.begin() + std::ptrdiff_t(complete(layout.rowEnds)));
            QCOMPARE(difference(**file, expected), QString());
            QCOMPARE(report.records, std::uint64_t(expected.size()));
            QCOMPARE(report.fileBytes, std::uint64_t(size));
            QCOMPARE(report.goodBytes, std::uint64_t(good));
            QCOMPARE(report.problem.has_value(), good != size);
            if (report.problem) {
                const std::string problem = report.problem->text();
                const auto says = [&](const std::string& what) {
                    return problem.find(what) != std::string::npos;
                };
                QVERIFY2(says("offset " + std::to_string(good)), problem.c_str());
                QVERIFY2(says(std::to_string(size - good) + " bytes"), problem.c_str());
            }
        }
    }

    void EveryByteChanged()
    {
        const QByteArray whole = recorded(sampleScript());
        constexpr char flips[] = {'\x01', '\x80', '\xFF'};
        for (qsizetype i = 0; i < whole.size(); i += qsizetype(step)) {
            QByteArray changed = whole;
            changed[i] = static_cast<char>(changed[i] ^ flips[i % 3]);
            save(changed);
            readAll();
        }
    }

    void FileShrinksWhileItIsOpen()
    {
        const QByteArray whole = recorded(sampleScript());
        const auto file = SessionFile::open(toPath(path()));
        QVERIFY(file);
        QVERIFY(QFile::resize(path(), whole.size() / 2));
        int failures = 0;
        for (std::uint64_t row = 0; row < (*file)->rowCount(); ++row) {
            const auto record = (*file)->read(row, 1'000);
            if (!record) {
                QCOMPARE(record.error().kind, ErrorKind::Corrupt);
                ++failures;
            }
        }
        QVERIFY(failures > 0);
    }

    void NotPcapng_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("it is empty");
        QTest::newRow("three bytes") << QByteArray("\x0a\x0d\x0d") << QStringLiteral("too short");
        QTest::newRow("text") << QByteArray("Dear reader,") << QStringLiteral("section header");
        QTest::newRow("older pcap")
            << QByteArray("\xd4\xc3\xb2\xa1\2\0\4\0", 8) << QStringLiteral("editcap");
    }
    void NotPcapng()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        save(bytes);
        const auto file = SessionFile::open(toPath(path()));
        QVERIFY(!file);
        QCOMPARE(file.error().kind, ErrorKind::Corrupt);
        QVERIFY2(QString::fromStdString(file.error().detail).contains(says),
                 file.error().detail.c_str());
    }

    void MissingFileAndFolder()
    {
        const auto missing = SessionFile::open(toPath(m_folder.filePath(QStringLiteral("no"))));
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY(!SessionFile::open(toPath(m_folder.path())));
    }

    void ImpossibleBlockLengths_data()
    {
        QTest::addColumn<quint32>("length");
        for (const quint32 length : {0U, 4U, 8U, 11U, 13U, 0x7FFFFFFCU, 0xFFFFFFFCU, 0xFFFFFFFFU}) {
            QTest::addRow("%u", length) << length;
        }
    }
    void ImpossibleBlockLengths()
    {
        QFETCH(quint32, length);
        PcapngBuilder file;
        file.section().interface(147).packet(0, 1, "good");
        const std::size_t good = file.size();
        file.u32(6).u32(length).text("0123456789abcdef0123456789abcdef").u32(length);
        QVERIFY(file.save(path()));
        const auto session = SessionFile::open(toPath(path()));
        QVERIFY(session);
        QCOMPARE((*session)->rowCount(), std::uint64_t(1));
        QCOMPARE((*session)->report().goodBytes, std::uint64_t(good));
        QVERIFY((*session)->report().problem->text().find("offset " + std::to_string(good))
                != std::string::npos);
    }

    void LengthsThatDisagree()
    {
        PcapngBuilder file;
        file.section().interface(147).packet(0, 1, "good");
        const std::size_t good = file.size();
        file.u32(6).u32(32).u32(0).u64(0).u32(0).u32(0).u32(36);
        QVERIFY(file.save(path()));
        const auto session = SessionFile::open(toPath(path()));
        QCOMPARE((*session)->report().goodBytes, std::uint64_t(good));
        QVERIFY((*session)->report().problem->text().find("lengths") != std::string::npos);
    }

    void ClaimsLargerThanTheirBlocks()
    {
        PcapngBuilder file;
        file.section().interface(147);
        file.begin(6).u32(0).u64(0).u32(0xFFFFFFFF).u32(0xFFFFFFFF).text("abcd").end(); // data
        file.begin(6).u32(0).u64(0).u32(5).u32(5).text("abcd").end();                   // by one
        file.begin(6).u32(0).end();                                                     // no head
        file.begin(3).end();                                                            // no length
        file.begin(3).u32(5).text("abcd").end();
        file.begin(2).u32(0).end();
        file.begin(1).end(); // an interface without a link type
        file.packet(0, 1, "good");
        file.begin(6).u32(0).u64(0).u32(0).u32(0).u16(1).u16(0xFFFF).text("abcd").end(); // option
        file.packet(0, 1, "good");
        QVERIFY(file.save(path()));
        const auto session = SessionFile::open(toPath(path()));
        QVERIFY(session);
        QCOMPARE((*session)->rowCount(), std::uint64_t(3));
        QCOMPARE((*session)->report().skippedBlocks, std::uint64_t(7));
        readAll();
    }

    void CommentsThatAskForMemory()
    {
        const QByteArray start = recorded([] {
            SessionScript script;
            script.server(1, "p");
            script.message(1, 1, Direction::Received, toBytes("x"));
            return script;
        }());
        PcapngBuilder file;
        file.text({start.data(), std::size_t(start.size())});
        PcapngBuilder data;
        data.tag(12, "data").tag(0, {}).text("hi");
        for (const std::string_view comment :
             {"fragments=1x4294967295", "fragments=1x18446744073709551615",
              "fragments=1x4194304,2x4194304", "fragments=,,,x,1x", "fragments=99999999999",
              "part=1/18446744073709551615 of=18446744073709551615",
              "part=1/16777216 of=4398046511104", "part=2/2 of=4", "part=0/0 of=0", "part=/ of=",
              "part=1/2 of=1", "continues=1 continues=2", "name=\"\\x", "name=\"\\xzz\""}) {
            file.packet(1, 1, asText(data.bytes()), 1, comment);
        }
        QVERIFY(file.save(path()));
        const auto session = SessionFile::open(toPath(path()));
        QVERIFY(session);
        QCOMPARE((*session)->rowCount(), std::uint64_t(16));
        for (std::uint64_t row = 2; row < 16; ++row) {
            const auto record = (*session)->read(row, 100'000);
            QVERIFY(record);
            QVERIFY(asText(record->payload).starts_with("hi"));
            QVERIFY(record->fragments.size() <= 4'194'304);
        }
        QCOMPARE(headDifference(**session), QString());
    }

    void EventRowsThatSayNothing()
    {
        const QByteArray start = recorded(sampleScript());
        const std::string deep(100'000, '[');
        PcapngBuilder file;
        file.text({start.data(), std::size_t(start.size())});
        int count = 0;
        for (const std::string& json :
             {std::string(), std::string("{"), std::string("[]"), std::string("null"), deep,
              std::string("{\"event\":\"message\"}"), std::string("{\"event\":7}"),
              std::string("{\"event\":\"\"}"), std::string("{\"event\":\"failed\"} x"),
              std::string("{\"event\":\"\\ud800\\u0041\"}"), std::string("{\"event\":\"\\u12\"}"),
              std::string("{\"a\":" + deep)}) {
            PcapngBuilder row;
            row.tag(12, "json").tag(0, {}).text(json);
            file.packet(0, 1, asText(row.bytes()));
            ++count;
        }
        file.packet(0, 1, "short");
        // With nothing in it but the event it still is one.
        PcapngBuilder bare;
        bare.tag(12, "json")
            .tag(0, {})
            .text("{ \"event\" : \"connected\", \"x\" : [1, {\"y\":null}] }");
        file.packet(0, 1, asText(bare.bytes()));
        QVERIFY(file.save(path()));
        const auto session = SessionFile::open(toPath(path()));
        QVERIFY(session);
        QCOMPARE((*session)->report().skippedBlocks, std::uint64_t(count + 1));
        QCOMPARE((*session)->rowCount(), std::uint64_t(sampleScript().rows().size() + 1));
        const auto last = (*session)->read((*session)->rowCount() - 1, 0);
        QVERIFY(last);
        QCOMPARE(last->kind(), RecordKind::Connected);
        QVERIFY(!last->as<PeerConnected>()->peer->processId);
    }

    void IndexSaysWhatTheFileDoesAlsoWhenItContradictsItself()
    {
        PcapngBuilder file;
        // An interface of events whose clock has an offset, and a row without a time.
        const std::string events = namingForEvents().comment;
        file.section().begin(1).u16(252).u16(0).u32(0).option(1, events);
        file.u16(14).u16(8).u64(1'000).u32(0).end();
        PcapngBuilder json;
        json.tag(12, "json").tag(0, {}).text("{\"event\":\"connected\"}");
        file.begin(3).u32(std::uint32_t(json.size())).text(asText(json.bytes())).pad().end();
        file.packet(0, 5'000'000, asText(json.bytes()));
        // Long messages of our own: cut first parts, of more and of less than they are.
        ConnectionHeader header;
        header.endpoint = {1};
        header.connection = {1};
        header.opened.name = std::make_shared<std::string>("p");
        const std::string own = namingFor(header).comment;
        file.begin(1).u16(252).u16(0).u32(0).option(1, own).u32(0).end();
        PcapngBuilder data;
        data.tag(12, "data").tag(0, {}).text("0123456789");
        const auto size = std::uint32_t(data.size());
        for (const char* comment :
             {"part=1/2 of=2", "part=1/2 of=20", "part=1/2 of=200", "part=2/2 of=20", "continues=1",
              "continues=1 part=1/2 of=11"}) {
            for (const std::uint32_t original : {size, size + 50, 3U, 0xFFFFFFFFU}) {
                file.begin(6).u32(1).u64(7).u32(size).u32(original);
                file.text(asText(data.bytes())).pad().option(1, comment).u32(0).end();
            }
        }
        QVERIFY(file.save(path()));
        const auto session = SessionFile::open(toPath(path()));
        QVERIFY(session);
        QCOMPARE((*session)->rowCount(), std::uint64_t(2 + 6 * 4));
        QCOMPARE((*session)->head(0).wallNs, noTime);
        QCOMPARE((*session)->head(1).wallNs, std::int64_t(1'005) * 1'000'000'000);
        QCOMPARE((*session)->head(2).length, std::uint64_t(10)); // of=2, and ten are there
        QCOMPARE((*session)->head(10).length, std::uint64_t(200));
        QCOMPARE(headDifference(**session), QString());
    }

    void LongMessageCutBetweenItsParts()
    {
        SessionScript script;
        script.server(1, "p");
        const Bytes large = patternBytes(700'000);
        script.message(1, 1, Direction::Received, large);
        const QByteArray whole = recorded(script);
        const Layout layout = layoutOf(whole);
        for (std::size_t parts = 1; parts <= 3; ++parts) {
            save(whole.first(qsizetype(layout.rowEnds[parts])));
            const auto session = SessionFile::open(toPath(path()));
            QCOMPARE((*session)->rowCount(), std::uint64_t(2));
            QCOMPARE((*session)->report().problem.has_value(), parts != 3);
            const auto record = (*session)->read(1, large.size());
            QCOMPARE(record->message().length, std::uint64_t(large.size()));
            QCOMPARE(headDifference(**session), QString());
            QCOMPARE(record->payload.size(), std::min<std::size_t>(large.size(), parts * 262128));
            QVERIFY(std::equal(record->payload.begin(), record->payload.end(), large.begin()));
        }
    }

private:
    QString path() const { return m_folder.filePath(QStringLiteral("damaged.pcapng")); }
    void save(const QByteArray& bytes)
    {
        QVERIFY(saveBytes(path(), asBytes({bytes.data(), std::size_t(bytes.size())})));
    }
    QByteArray recorded(const SessionScript& script)
    {
        QFile::remove(path());
        if (const QString problem = recordTo(path(), script); !problem.isEmpty()) {
            qFatal("%s", qPrintable(problem));
        }
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Whatever the file says: no crash, and no error but the one for a damaged file.
    void readAll()
    {
        const auto file = SessionFile::open(toPath(path()));
        if (!file) {
            QCOMPARE(file.error().kind, ErrorKind::Corrupt);
            return;
        }
        for (std::uint64_t row = 0; row < (*file)->rowCount(); ++row) {
            const auto record = (*file)->read(row, 1'000);
            if (!record) {
                QCOMPARE(record.error().kind, ErrorKind::Corrupt);
            } else {
                QCOMPARE(headDifference((*file)->head(row), *record), QString());
            }
        }
    }

    QTemporaryDir m_folder;
};

PIPESCOPE_GUILESS_TEST(DamagedFilesTest)
#include "tst_damaged_files.moc"
