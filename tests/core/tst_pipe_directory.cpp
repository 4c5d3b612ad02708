#include "pipecore/discovery/pipe_directory.h"
#include "runner/register.h"

#include <QTest>

#include <array>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace pipecore;

namespace {

/// A FILE_DIRECTORY_INFORMATION as ntifs.h lays it out, with the members that the file system of the
/// pipes uses.
struct Record
{
    std::u16string name;
    quint32 instances = 1;
    quint32 limit = 0xFFFFFFFF;
};

void put(Bytes& bytes, std::size_t at, quint64 value, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i) {
        bytes[at + i] = std::byte(value >> (8 * i));
    }
}

Bytes recordBytes(const Record& record)
{
    Bytes bytes(64 + record.name.size() * 2);
    put(bytes, 40, record.instances, 8);
    put(bytes, 48, record.limit, 4); // the high half is not the limit's
    put(bytes, 56, 0x80, 4);         // FILE_ATTRIBUTE_NORMAL
    put(bytes, 60, record.name.size() * 2, 4);
    for (std::size_t i = 0; i < record.name.size(); ++i) {
        put(bytes, 64 + i * 2, record.name[i], 2);
    }
    return bytes;
}

/// Records behind each other, each at a multiple of 8 as the kernel puts them.
Bytes directoryBytes(const std::vector<Record>& records)
{
    Bytes all;
    for (std::size_t i = 0; i < records.size(); ++i) {
        Bytes bytes = recordBytes(records[i]);
        if (i + 1 < records.size()) {
            bytes.resize((bytes.size() + 7) / 8 * 8);
            put(bytes, 0, bytes.size(), 4);
        }
        all.insert(all.end(), bytes.begin(), bytes.end());
    }
    return all;
}

/// Gives recorded buffers one after the other.
class RecordedDirectory : public DirectoryReader
{
public:
    explicit RecordedDirectory(std::vector<Result<Bytes>> buffers) : m_buffers(std::move(buffers))
    {}

    Result<std::size_t> read(std::span<std::byte> buffer, bool restart) override
    {
        restarts += restart ? 1 : 0;
        if (m_next == m_buffers.size()) {
            return std::size_t{0};
        }
        const Result<Bytes>& bytes = m_buffers[m_next++];
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        std::copy(bytes->begin(), bytes->end(), buffer.begin());
        return bytes->size();
    }

    int restarts = 0;

private:
    std::vector<Result<Bytes>> m_buffers;
    std::size_t m_next = 0;
};

class EndlessDirectory : public DirectoryReader
{
public:
    Result<std::size_t> read(std::span<std::byte> buffer, bool) override
    {
        std::copy(m_bytes.begin(), m_bytes.end(), buffer.begin());
        return m_bytes.size();
    }

private:
    Bytes m_bytes = directoryBytes(std::vector<Record>(700, Record{u"x"}));
};

} // namespace

/// The directory of the named pipe file system, from recorded buffers.
class PipeDirectoryTest : public QObject
{
    Q_OBJECT

private slots:
    // Byte for byte what NtQueryDirectoryFile leaves for one pipe "ab" of 2 instances, 5 at most.
    void OneRecordByteForByte()
    {
        constexpr std::array<unsigned char, 68> bytes{
            0,    0, 0,   0,             // NextEntryOffset
            0,    0, 0,   0,             // FileIndex
            0,    0, 0,   0, 0, 0, 0, 0, // CreationTime
            0,    0, 0,   0, 0, 0, 0, 0, // LastAccessTime
            0,    0, 0,   0, 0, 0, 0, 0, // LastWriteTime
            0,    0, 0,   0, 0, 0, 0, 0, // ChangeTime
            2,    0, 0,   0, 0, 0, 0, 0, // EndOfFile: instances now
            5,    0, 0,   0, 0, 0, 0, 0, // AllocationSize: the most there may be
            0x80, 0, 0,   0,             // FileAttributes
            4,    0, 0,   0,             // FileNameLength, in bytes
            'a',  0, 'b', 0};            // FileName
        const auto entries = parseDirectory(std::as_bytes(std::span(bytes)));
        QVERIFY(entries);
        QCOMPARE(entries->size(), std::size_t{1});
        QVERIFY(entries->front()
                == (DirectoryEntry{.name = "ab", .isExact = true, .instances = 2, .limit = 5}));
    }

    void RecordsFollowEachOther()
    {
        const auto entries = parseDirectory(
            directoryBytes({{u"lsass", 4, 0xFFFFFFFF}, {u"größe", 1, 254}, {u"x", 12, 1}}));
        QVERIFY(entries);
        QCOMPARE(entries->size(), std::size_t{3});
        QCOMPARE((*entries)[0].name, std::string("lsass"));
        QCOMPARE((*entries)[0].limit, 0xFFFFFFFFU);
        QCOMPARE((*entries)[1].name, std::string("größe"));
        QCOMPARE((*entries)[1].limit, 254U);
        QCOMPARE((*entries)[2].instances, 12U);
    }

    void NothingIsNoEntry()
    {
        const auto entries = parseDirectory({});
        QVERIFY(entries);
        QVERIFY(entries->empty());
    }

    void LoneSurrogateIsMarked()
    {
        const auto entries = parseDirectory(
            directoryBytes({{u"\U0001F600"}, {std::u16string(1, char16_t{0xD800})}}));
        QVERIFY(entries);
        QCOMPARE((*entries)[0].name, std::string("\xF0\x9F\x98\x80"));
        QVERIFY((*entries)[0].isExact);
        QCOMPARE((*entries)[1].name, std::string("\xEF\xBF\xBD"));
        QVERIFY(!(*entries)[1].isExact);
    }

    void DamagedRecordsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const Bytes& bytes) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                              qsizetype(bytes.size()));
        };
        const Bytes good = directoryBytes({{u"one"}, {u"two"}});
        row("cut off in the head", Bytes(good.begin(), good.begin() + 63));
        row("cut off in the name", Bytes(good.begin(), good.end() - 1));
        Bytes bytes = good;
        put(bytes, 60, 0xFFFFFFFE, 4);
        row("name longer than the buffer", bytes);
        bytes = good;
        put(bytes, 60, 5, 4);
        row("half a character", bytes);
        bytes = good;
        put(bytes, 0, 8, 4);
        row("next within this record", bytes);
        bytes = good;
        put(bytes, 0, 0xFFFFFFF8, 4);
        row("next far outside", bytes);
        bytes = good;
        put(bytes, 0, bytes.size(), 4);
        row("next at the end", bytes);
    }
    void DamagedRecordsAreRefused()
    {
        QFETCH(const QByteArray, bytes);
        // In a block of exactly its size: a step outside is seen by the sanitizers.
        const Bytes exact = toBytes(std::string_view(bytes.constData(), std::size_t(bytes.size())));
        const auto entries = parseDirectory(exact);
        QVERIFY(!entries);
        QCOMPARE(entries.error().kind, ErrorKind::Corrupt);
        QVERIFY(!entries.error().detail.empty());
    }

    void AnyBytesAreSafe()
    {
        std::mt19937 random(20); // NOLINT: the same bytes in each run
        const Bytes good =
            directoryBytes({{u"one", 1, 1}, {u"number two", 2, 2}, {u"three", 3, 3}});
        for (int round = 0; round < 20'000; ++round) {
            Bytes bytes(good.begin(), good.begin() + std::ptrdiff_t(random() % (good.size() + 1)));
            for (auto changes = random() % 8; changes > 0 && !bytes.empty(); --changes) {
                bytes[random() % bytes.size()] = std::byte(random());
            }
            const auto entries = parseDirectory(bytes);
            QVERIFY(!entries || entries->size() <= bytes.size() / 64);
        }
    }

    void DirectoryComesInPieces()
    {
        RecordedDirectory reader({directoryBytes({{u"zebra", 3, 10}, {u"orders", 2}}),
                                  directoryBytes({{u"Winsock2\\Catalog-1", 1, 1}})});
        const auto pipes = readPipeDirectory(reader);
        QVERIFY(pipes);
        QCOMPARE(reader.restarts, 1);
        QCOMPARE(pipes->size(), std::size_t{3});
        const ListedPipe& backslash = (*pipes)[0];
        const ListedPipe& orders = (*pipes)[1];
        const ListedPipe& zebra = (*pipes)[2];
        QCOMPARE(backslash.name, std::string("Winsock2\\Catalog-1"));
        QCOMPARE(orders.name, std::string("orders"));
        QCOMPARE(orders.path, std::string(R"(\\.\pipe\orders)"));
        QVERIFY(orders.instances == 2U);
        QVERIFY(!orders.limit);
        QVERIFY(zebra.limit == 10U);
        QVERIFY(!orders.server.processId);
        QCOMPARE(orders.server.processId.error().kind, ErrorKind::NotSupported);
#ifdef Q_OS_WIN
        QVERIFY(orders.canConnect);
#endif
    }

    void ErrorOfTheSystemIsHandedOn()
    {
        RecordedDirectory reader(
            {directoryBytes({{u"orders"}}), refuse("x", ErrorKind::AccessDenied)});
        const auto pipes = readPipeDirectory(reader);
        QVERIFY(!pipes);
        QCOMPARE(pipes.error().kind, ErrorKind::AccessDenied);
    }

    void DamagedPieceIsAnError()
    {
        RecordedDirectory reader({Bytes(10)});
        const auto pipes = readPipeDirectory(reader);
        QVERIFY(!pipes);
        QCOMPARE(pipes.error().kind, ErrorKind::Corrupt);
    }

    void DirectoryWithoutAnEndIsGivenUp()
    {
        EndlessDirectory reader;
        const auto pipes = readPipeDirectory(reader);
        QVERIFY(!pipes);
        QCOMPARE(pipes.error().kind, ErrorKind::Corrupt);
    }
};

PIPESCOPE_APPLESS_TEST(PipeDirectoryTest)
#include "tst_pipe_directory.moc"
