#include "pcapng_builder.h"
#include "runner/register.h"
#include "session_script.h"
#include "tools.h"

#include "pipecore/export/export.h"
#include "pipecore/session/file_check.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace pipecore;

namespace {

constexpr std::uint16_t user0 = 147;
constexpr std::uint32_t inbound = 1;

/// A block of each kind that Wireshark parses.
PcapngBuilder everyBlock()
{
    PcapngBuilder file;
    file.section();
    file.begin(1).u16(user0).u16(0).u32(0).option(1, "a comment").option(2, "pipe");
    file.option(9, "\x09").u32(0).end();
    file.interface(1, "ether", 6, 100);
    file.packet(0, 1'700'000'000'000'000'000, "first", inbound, "noted");
    file.begin(2).u16(1).u16(3).u32(0).u32(1'000'000).u32(3).u32(9).text("abc").pad();
    file.u16(2).u16(4).u32(inbound).u32(0).end();
    file.begin(3).u32(5).text("plain").pad().end();
    file.begin(4).u16(1).u16(10).u32(0x0100007F).text(std::string_view("local\0", 6)).pad();
    file.u32(0).end();
    file.begin(5).u32(0).u64(0).u16(4).u16(8).u64(3).u32(0).end();
    file.begin(0xBAD).u32(32473).text("data").end();
    file.begin(0x12345678).end();
    file.packet(0, 1'700'000'000'000'000'001, "last");
    return file;
}

} // namespace

/// Exports of damaged files: every reader takes them, because only that is in them which was
/// understood.
class SoundCopiesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef Q_OS_WIN
        QSKIP("Wireshark's programs are run on Linux only");
#endif
        if (QStandardPaths::findExecutable(QStringLiteral("capinfos")).isEmpty()) {
            if (areToolsRequired()) {
                QFAIL("capinfos is not installed");
            }
            QSKIP("capinfos is not installed");
        }
    }

    void WhatIsSoundIsCopiedAsItIs()
    {
        const PcapngBuilder file = everyBlock();
        const QString source = save(file.bytes());
        QCOMPARE(refused({source}), QString());
        const QString copy = exported(source, false);
        QCOMPARE(contentOf(copy), contentOf(source));
    }

    void PacketThatDoesNotFitItsBlock()
    {
        PcapngBuilder file;
        file.section().interface(user0).packet(0, 1, "good");
        file.begin(6).u32(0).u64(0).u32(65'536).u32(65'536).u32(0).end();
        file.packet(0, 2, "also good");
        QCOMPARE(rowsAndPackets(file), std::pair(2, 2));
    }

    void PacketOfAnInterfaceThatIsNotDescribed()
    {
        PcapngBuilder file;
        file.section().interface(user0).packet(0, 1, "a").packet(7, 2, "b").packet(0, 3, "c");
        QCOMPARE(rowsAndPackets(file), std::pair(2, 2));
    }

    void OptionsOfImpossibleLengths()
    {
        PcapngBuilder file;
        file.section().begin(1).u16(user0).u16(0).u32(0).option(9, "abc").option(14, "x");
        file.u32(0).end();
        file.begin(6).u32(0).u64(0).u32(1).u32(1).text("x").pad();
        file.option(2, "ab").option(5, "abc").option(3, "\x03zz").u16(1).u16(500).end();
        QCOMPARE(rowsAndPackets(file), std::pair(1, 1));
    }

    void InterfaceTooShortToSayAnything()
    {
        PcapngBuilder file;
        file.section().begin(1).u32(0).end().interface(user0).packet(0, 1, "a").packet(1, 2, "b");
        QCOMPARE(rowsAndPackets(file), std::pair(2, 2));
    }

    void PacketThatIsLargerThanWiresharkAllows()
    {
        PcapngBuilder file;
        file.section().interface(user0).packet(0, 1, std::string(300'000, 'x'));
        file.packet(0, 2, "small");
        QCOMPARE(rowsAndPackets(file), std::pair(2, 2));
    }

    void LengthsWithoutTheirPaddingArePadded()
    {
        PcapngBuilder file;
        file.section().interface(user0).packet(0, 1, "first");
        const std::size_t start = file.size();
        file.packet(0, 2, "abcde");
        Bytes bytes = file.bytes();
        const auto told = std::byte(file.size() - start - 3);
        bytes[start + 4] = bytes[bytes.size() - 4] = told;
        PcapngBuilder rest;
        rest.packet(0, 3, "last");
        bytes.insert(bytes.end(), rest.bytes().begin(), rest.bytes().end());
        const QString source = save(bytes);
        const auto file2 = SessionFile::open(toPath(source));
        QVERIFY(file2 && !(*file2)->report().problem);
        QCOMPARE((*file2)->rowCount(), std::uint64_t(3));
        QCOMPARE(std::string(asText((*file2)->read(1, 100)->payload)), std::string("abcde"));
        QCOMPARE(std::string(asText((*file2)->read(2, 100)->payload)), std::string("last"));
        QCOMPARE(refused({source, exported(source, true)}), QString());
    }

    void AThousandMutations_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("a session") << 0;
        QTest::newRow("every kind of block") << 1;
    }
    void AThousandMutations()
    {
        QFETCH(const int, kind);
        Bytes whole = everyBlock().bytes();
        if (kind == 0) {
            const QString path = newPath();
            QCOMPARE(recordTo(path, sampleScript()), QString());
            const QByteArray bytes = contentOf(path);
            const auto view = asBytes(std::string_view(bytes.data(), std::size_t(bytes.size())));
            whole.assign(view.begin(), view.end());
        }
        std::mt19937 random(20'240'601U + unsigned(kind));
        QStringList made;
        int files = 0;
        for (int i = 0; i < 500; ++i) {
            const QString source = save(mutated(whole, random));
            if (!SessionFile::open(toPath(source))) {
                continue; // Refused: nothing is made of it.
            }
            ++files;
            made << exported(source, false) << exported(source, true);
            if (made.size() >= 100) {
                QCOMPARE(refused(made), QString());
                made.clear();
            }
        }
        QCOMPARE(refused(made), QString());
        QVERIFY2(files > 300, qPrintable(QString::number(files)));
    }

private:
    /// Bytes changed, numbers replaced, pieces cut out, put in and exchanged.
    static Bytes mutated(Bytes bytes, std::mt19937& random)
    {
        const auto below = [&](std::size_t limit) { return std::size_t(random() % limit); };
        const std::size_t changes = 1 + below(4);
        for (std::size_t i = 0; i < changes; ++i) {
            const std::size_t at = 28 + below(bytes.size() - 28);
            const std::size_t word = at / 4 * 4;
            switch (below(5)) {
            case 0: bytes[at] = std::byte(random() & 0xFFU); break;
            case 1: bytes[at] ^= std::byte(1U << below(8)); break;
            case 2: bytes[word] = std::byte(below(12)); break;
            case 3:
                for (std::size_t place = word; place < word + 4 && place < bytes.size(); ++place) {
                    bytes[place] = std::byte{0xFF};
                }
                break;
            default: bytes.resize(std::max<std::size_t>(bytes.size() - below(8), 200)); break;
            }
        }
        return bytes;
    }

    QString newPath() { return m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number)); }

    QString save(const Bytes& bytes)
    {
        const QString path = newPath();
        if (!saveBytes(path, bytes)) {
            qFatal("cannot write the file");
        }
        return path;
    }

    /// The path of what is made of all rows, or of every row that is asked for by its number.
    QString exported(const QString& source, bool rowByRow)
    {
        const QString path = newPath();
        const auto file = SessionFile::open(toPath(source));
        if (!file) {
            qFatal("%s", describe(file.error()).c_str());
        }
        std::optional<RowRanges> rows;
        if (rowByRow) {
            rows.emplace();
            for (std::uint64_t row = 0; row < (*file)->rowCount(); ++row) {
                rows->add(row);
            }
        }
        const auto written = exportRows(**file, rows, ExportFormat::Pcapng, toPath(path));
        if (!written) {
            QTest::qFail(describe(written.error()).c_str(), __FILE__, __LINE__);
        }
        return path;
    }

    /// Rows that PipeScope reads, and packets that capinfos counts in the export of all of them.
    std::pair<int, int> rowsAndPackets(const PcapngBuilder& builder)
    {
        const QString source = save(builder.bytes());
        const auto file = SessionFile::open(toPath(source));
        if (!file) {
            return {-1, -1};
        }
        const QString copy = exported(source, false);
        if (const QString what = refused({copy}); !what.isEmpty()) {
            QTest::qFail(qPrintable(what), __FILE__, __LINE__);
        }
        const QString text = capinfos({QStringLiteral("-c"), QStringLiteral("-M"),
                                       QStringLiteral("-T"), QStringLiteral("-r"), copy});
        return {int((*file)->rowCount()), text.trimmed().section(u'\t', -1).toInt()};
    }

    /// Objections of capinfos to these files; empty when it accepts all.
    static QString refused(const QStringList& files)
    {
        if (files.isEmpty()) {
            return {};
        }
        QProcess process;
        process.start(QStringLiteral("capinfos"), QStringList(QStringLiteral("-c")) + files);
        if (!process.waitForFinished(60'000)) {
            return QStringLiteral("capinfos does not end");
        }
        const QString errors = QString::fromUtf8(process.readAllStandardError());
        return process.exitCode() == 0 ? QString() : QStringLiteral("refused: ") + errors;
    }

    static QString capinfos(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral("capinfos"), arguments);
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(SoundCopiesTest)
#include "tst_sound_copies.moc"
