#include "pcapng_builder.h"
#include "pipecore/session/stable_array.h"
#include "runner/register.h"
#include "session_script.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

namespace {

constexpr std::uint64_t maxInterfaces = 1U << 20U;
constexpr std::uint16_t user0 = 147;

} // namespace

/// Files that describe a great many interfaces, for which a few bytes each are enough.
class ManyInterfacesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_path = m_folder.filePath(QStringLiteral("interfaces.pcapng")); }

    void NoMoreThanAMillionOfOthersAreKept()
    {
        QVERIFY(PcapngBuilder().section().save(m_path));
        PcapngBuilder interface;
        interface.interface(user0);
        const qint64 firstLeftOut = addMany(interface, maxInterfaces) - qint64(interface.size());
        addMany(interface, 3);
        PcapngBuilder packets;
        packets.packet(0, 1, "kept");
        packets.packet(maxInterfaces - 1, 2, "kept");
        packets.packet(maxInterfaces, 3, "left out");
        // Another section begins anew: what others can fill up, ours need not share.
        const QString ours = m_folder.filePath(QStringLiteral("ours.pcapng"));
        QFile::remove(ours);
        QCOMPARE(recordTo(ours, sampleScript()), QString());
        QFile own(ours);
        QVERIFY(own.open(QIODevice::ReadOnly));
        append(packets);
        const QByteArray session = own.readAll();
        append(PcapngBuilder().text({session.data(), std::size_t(session.size())}));

        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        QCOMPARE((*file)->rowCount(), std::uint64_t(2 + sampleScript().rows().size()));
        QCOMPARE((*file)->report().skippedBlocks, std::uint64_t(4));
        QVERIFY((*file)->report().problem);
        const std::string problem = (*file)->report().problem->text();
        const std::string place =
            "from offset " + std::to_string(firstLeftOut + qint64(interface.size())) + " on";
        QVERIFY2(problem.find("too many interfaces") != std::string::npos
                     && problem.find(place) != std::string::npos,
                 problem.c_str());
        QCOMPARE((*file)->read(1, 10)->payload, toBytes("kept"));
        QCOMPARE(
            (*file)->facts().snapshot().connections.size(),
            2 + SessionFile::open(toPath(ours)).value()->facts().snapshot().connections.size());
    }

    void AFullArrayTakesNoMore()
    {
        constexpr std::uint64_t room = std::uint64_t{1024} * 1024;
        StableArray<std::uint32_t, 1> array;
        for (std::uint32_t i = 0; i < room; ++i) {
            QVERIFY(!array.isFull());
            QVERIFY(array.append(i));
        }
        QVERIFY(array.isFull());
        QVERIFY(!array.append(7));
        array.publish();
        QCOMPARE(array.size(), room);
        QCOMPARE(array[room - 1], std::uint32_t(room - 1));
    }

private:
    void append(const PcapngBuilder& blocks)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(reinterpret_cast<const char*>(blocks.bytes().data()), qint64(blocks.size()));
    }
    /// The same blocks so many times; the size of the file then.
    qint64 addMany(const PcapngBuilder& blocks, std::uint64_t times)
    {
        const QByteArray one(reinterpret_cast<const char*>(blocks.bytes().data()),
                             qsizetype(blocks.size()));
        QFile file(m_path);
        if (file.open(QIODevice::Append)) {
            file.write(one.repeated(qsizetype(times)));
        }
        return file.size();
    }

    QTemporaryDir m_folder;
    QString m_path;
};

PIPESCOPE_GUILESS_TEST(ManyInterfacesTest)
#include "tst_many_interfaces.moc"
