// Payloads go from where they are to the file: pieces, and what is written of them when a device fails.

#include "failing_file.h"
#include "message_event.h"
#include "pipecore/base/byte_buffer.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_writer.h"
#include "pipecore/session/message_codec.h"
#include "runner/register.h"
#include "session/journal_writer.h"
#include "session_script.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstring>

using namespace pipecore;

namespace {

Bytes joined(std::span<const ByteView> pieces)
{
    Bytes all;
    for (const ByteView piece : pieces) {
        all.insert(all.end(), piece.begin(), piece.end());
    }
    return all;
}

/// Keeps in mind which pieces it was given to write.
class ListeningFile final : public WritableFile
{
public:
    explicit ListeningFile(std::vector<ByteView>& pieces) : m_pieces(pieces) {}

    Result<void> writeAt(std::uint64_t /*offset*/, ByteView bytes) override
    {
        m_pieces.push_back(bytes);
        return {};
    }
    Result<void> writeAllAt(std::uint64_t /*offset*/, std::span<const ByteView> pieces) override
    {
        m_pieces.insert(m_pieces.end(), pieces.begin(), pieces.end());
        return {};
    }
    Result<void> truncate(std::uint64_t /*size*/) override { return {}; }
    Result<void> flush() override { return {}; }
    bool isSameAs(const ReadableFile& /*other*/) const override { return false; }

private:
    std::vector<ByteView>& m_pieces;
};

Event messageEvent(std::uint64_t row, ByteView payload)
{
    Event event;
    event.row = row;
    event.wallNs = std::int64_t(row);
    event.endpoint.value = 1;
    event.connection.value = 1;
    setMessage(event, payload, row % 2 == 0 ? Direction::Received : Direction::Sent);
    return event;
}

} // namespace

class GatheredWrites : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_path = m_folder.filePath(QStringLiteral("%1").arg(++m_number)); }

    /// More pieces than a system call takes, small, large and empty ones.
    void PiecesAreWrittenInOrder()
    {
        std::vector<Bytes> parts;
        std::vector<ByteView> pieces;
        for (std::size_t i = 0; i < 3000; ++i) {
            const std::size_t size = i % 7 == 0 ? 0 : i % 101 == 0 ? 40'000 + i : i % 300;
            parts.emplace_back(size, static_cast<std::byte>(i % 251));
        }
        pieces.assign(parts.begin(), parts.end());
        auto file = WritableFile::create(toPath(m_path));
        QVERIFY(file);
        const Bytes start(5, std::byte{'x'});
        QVERIFY((*file)->writeAt(0, start));
        QVERIFY((*file)->writeAllAt(start.size(), pieces));
        QVERIFY((*file)->writeAllAt(start.size(), {}));

        QFile written(m_path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const Bytes expected = joined(pieces);
        const QByteArray all = written.readAll();
        QCOMPARE(std::size_t(all.size()), start.size() + expected.size());
        QVERIFY(all.startsWith("xxxxx"));
        QVERIFY(std::memcmp(all.constData() + start.size(), expected.data(), expected.size()) == 0);
    }

    void FullDiskIsAnError()
    {
#ifdef Q_OS_LINUX
        auto file = WritableFile::openExisting("/dev/full");
        QVERIFY(file);
        const Bytes part(100);
        const std::vector<ByteView> pieces(10, part);
        const auto written = (*file)->writeAllAt(0, pieces);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Resources);
        QCOMPARE(written.error().api, std::string_view("pwritev"));
#else
        QSKIP("only Linux has a device that is always full");
#endif
    }

    void PacketIsTheSameWhetherCopiedOrNot()
    {
        const std::vector<std::string> comments{"a comment"};
        for (const std::size_t size : {0U, 1U, 2U, 3U, 4U, 99U, 100U, 101U, 102U, 103U, 70'000U}) {
            for (const std::uint32_t flags : {0U, pcapng::directionInbound}) {
                const Bytes payload = patternBytes(size);
                const Bytes head = patternBytes(12);
                pcapng::Packet packet{.interface = 3,
                                      .wallNs = 1'700'000'000'123'456'789,
                                      .flags = flags,
                                      .id = size,
                                      .head = head,
                                      .payload = payload,
                                      .missing = size % 2,
                                      .comments = {}};
                if (size % 3 == 0) {
                    packet.comments = comments;
                }
                ByteBuffer copied;
                GatheredBytes gathered(100);
                pcapng::writePacket(copied, packet);
                pcapng::writePacket(copied, packet);
                pcapng::writePacket(gathered, packet);
                pcapng::writePacket(gathered, packet);
                QCOMPARE(gathered.size(), copied.size());
                const Bytes all = joined(gathered.pieces());
                QVERIFY(std::ranges::equal(all, copied.view()));
                QCOMPARE(gathered.pieces().size(), size >= 100 ? 5U : 1U);
                gathered.clear(0);
                QVERIFY(gathered.empty() && gathered.pieces().empty());
            }
        }
    }

    /// The file is given the payload where the event has it; a small one, and a long one in its parts.
    void LargePayloadsAreNotCopied()
    {
        std::vector<ByteView> pieces;
        RowIndex index;
        SessionFacts facts;
        VisibleRows visible;
        JournalWriter writer(std::make_unique<ListeningFile>(pieces), index, facts, visible);
        QVERIFY(writer.begin());
        const Bytes small = patternBytes(JournalWriter::copiedBelow - 1);
        const Bytes large = patternBytes(JournalWriter::copiedBelow);
        const Bytes split = patternBytes(partSize + 5000);
        const std::vector<Event> events{messageEvent(1, small), messageEvent(2, large),
                                        messageEvent(3, split)};
        pieces.clear();
        writer.take(events);
        const auto isThere = [&](ByteView bytes) {
            return std::ranges::any_of(pieces, [&](ByteView piece) {
                return piece.data() == bytes.data() && piece.size() == bytes.size();
            });
        };
        QVERIFY(!isThere(small));
        QVERIFY(isThere(large));
        QVERIFY(isThere(ByteView(split).first(partSize)));
        QVERIFY(isThere(ByteView(split).subspan(partSize)));
        QCOMPARE(index.rowCount(), std::uint64_t{3});
    }

    /// Wherever among the pieces the disk is full: whole rows stay, what is missing is counted, and
    /// rows come again once there is room.
    void FullDiskAmongPiecesLeavesWholeRows()
    {
        constexpr std::uint64_t count = 12;
        std::vector<Bytes> payloads;
        for (std::uint64_t i = 0; i < 2 * count; ++i) {
            payloads.push_back(patternBytes(i % 3 == 0 ? 50 : 3000 + i));
        }
        for (std::uint64_t room = 0; room < 30'000; room += 611) {
            const QString path = m_path + QString::number(room);
            auto file = WritableFile::create(toPath(path));
            QVERIFY(file);
            const auto faults = std::make_shared<DeviceFaults>();
            RowIndex index;
            SessionFacts facts;
            VisibleRows visible;
            JournalWriter writer(std::make_unique<FailingFile>(std::move(*file), faults), index,
                                 facts, visible);
            QVERIFY(writer.begin());
            faults->capacity = writer.fileBytes() + room;
            std::vector<Event> first;
            std::vector<Event> second;
            for (std::uint64_t i = 0; i < 2 * count; ++i) {
                (i < count ? first : second).push_back(messageEvent(i + 1, payloads[i]));
            }
            writer.take(first);
            const bool failed = writer.problem().has_value();
            faults->capacity = ~std::uint64_t{0};
            writer.retry(true);
            QVERIFY(!writer.problem());
            writer.take(second);

            const auto session = SessionFile::open(toPath(path));
            QVERIFY(session);
            QCOMPARE((*session)->rowCount(), index.rowCount());
            QCOMPARE(writer.fileBytes(), std::uint64_t(QFile(path).size()));
            const std::uint64_t before = failed ? 1 : count; // the row that says what is missing
            QCOMPARE(index.rowCount(), before + count);
            QCOMPARE(writer.lostRecords(), failed ? count : 0);
            for (std::uint64_t i = 0; i < count; ++i) {
                const auto row = (*session)->read(before + i, payloads[count + i].size());
                QVERIFY(row);
                QVERIFY(row->payload == payloads[count + i]);
            }
        }
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(GatheredWrites)
#include "tst_gathered_writes.moc"
