#include "exported.h"
#include "pcapng_builder.h"
#include "runner/register.h"

#include <QFile>
#include <QTest>

using namespace pipecore;

/// A session file of some rows of another one.
class ExportPcapngTest : public QObject
{
    Q_OBJECT

private slots:
    void AllIsTheFileItself()
    {
        const auto file = m_exported.open(nastyScript());
        QVERIFY(file);
        QFile original(m_exported.recorded());
        QVERIFY(original.open(QIODevice::ReadOnly));
        QVERIFY(m_exported.bytes(*file, ExportFormat::Pcapng) == original.readAll());
    }

    void WhatADamagedFileEndsWithIsLeftBehind()
    {
        QVERIFY(m_exported.open(sampleScript()));
        QFile damaged(m_exported.recorded());
        QVERIFY(damaged.resize(damaged.size() - 5));
        const auto file = SessionFile::open(toPath(damaged.fileName()));
        QVERIFY(file);
        QVERIFY((*file)->report().problem);
        const QByteArray copy = m_exported.bytes(**file, ExportFormat::Pcapng);
        QCOMPARE(copy.size(), qsizetype((*file)->report().goodBytes));
        const auto reopened = opened(copy);
        QVERIFY(reopened && !reopened->report().problem);
        QCOMPARE(reopened->rowCount(), (*file)->rowCount());
    }

    void EverySecondRow_data()
    {
        QTest::addColumn<bool>("nasty");
        QTest::newRow("sample") << false;
        QTest::newRow("nasty") << true;
    }
    void EverySecondRow()
    {
        QFETCH(bool, nasty);
        const SessionScript script = nasty ? nastyScript() : sampleScript();
        const auto rows = script.rows();
        RowRanges list;
        std::vector<Record> expected;
        for (std::uint64_t row = 1; row < rows.size(); row += 2) {
            list.add(row);
            expected.push_back(rows[std::size_t(row)]);
            expected.back().row = expected.size() - 1;
        }
        const auto copy = opened(m_exported.bytes(script, ExportFormat::Pcapng, list));
        QVERIFY(copy);
        QVERIFY2(!copy->report().problem,
                 copy->report().problem ? copy->report().problem->text().c_str() : "");
        QCOMPARE(difference(*copy, expected), QString());
    }

    void MessagesAloneKeepTheirConnection()
    {
        const auto copy =
            opened(m_exported.bytes(sampleScript(), ExportFormat::Pcapng, rowsNumbered({3})));
        QVERIFY(copy);
        QCOMPARE(copy->rowCount(), std::uint64_t(1));
        const auto connection = copy->facts().connection({1});
        QVERIFY(connection && connection->peer);
        QCOMPARE(*connection->peer->processId, std::uint32_t(4120));
        QCOMPARE(copy->facts().endpoint({1})->name, std::string("\\\\.\\pipe\\orders"));
    }

    void NoRowsAreAFileToo()
    {
        const auto copy =
            opened(m_exported.bytes(sampleScript(), ExportFormat::Pcapng, RowRanges()));
        QVERIFY(copy && !copy->report().problem);
        QCOMPARE(copy->rowCount(), std::uint64_t(0));
    }

    void ACopyOfACopyIsTheSame()
    {
        const auto file = m_exported.open(nastyScript());
        QVERIFY(file);
        const auto all = RowRanges::between(0, file->rowCount());
        const QByteArray once = m_exported.bytes(*file, ExportFormat::Pcapng, all);
        const auto copy = opened(once);
        QVERIFY(copy);
        QCOMPARE(difference(*copy, nastyScript().rows()), QString());
        QVERIFY(m_exported.bytes(*copy, ExportFormat::Pcapng, all) == once);
    }

    void SectionsOfBothByteOrdersAndAllKindsOfPackets()
    {
        // Two files in one, the second of another program in the other byte order.
        QByteArray bytes = m_exported.bytes(sampleScript(), ExportFormat::Pcapng);
        bytes += foreignSection();
        const auto source = opened(bytes);
        QVERIFY(source);
        const std::uint64_t count = source->rowCount();
        QVERIFY(count > 12);
        RowRanges list;
        std::vector<Record> expected;
        for (std::uint64_t row = 2; row < count; row += 3) {
            list.add(row);
            auto record = source->read(row, 1'000'000);
            QVERIFY(record);
            expected.push_back(std::move(*record));
        }
        list.add(count - 1);
        expected.push_back(*source->read(count - 1, 1'000'000));
        const auto copy = opened(m_exported.bytes(*source, ExportFormat::Pcapng, list));
        QVERIFY(copy && !copy->report().problem);
        QCOMPARE(copy->rowCount(), std::uint64_t(expected.size()));
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const auto record = copy->read(i, 1'000'000);
            QVERIFY(record);
            QVERIFY(record->payload == expected[i].payload);
            QCOMPARE(record->wallNs, expected[i].wallNs);
            QCOMPARE(int(record->kind()), int(expected[i].kind()));
            QVERIFY(record->body.index() == expected[i].body.index());
        }
    }

private:
    static QByteArray foreignSection();

    std::unique_ptr<SessionFile> opened(const QByteArray& bytes)
    {
        const QString path = m_exported.newPath(QStringLiteral("pcapng"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            return nullptr;
        }
        file.close();
        auto session = SessionFile::open(toPath(path));
        return session ? std::move(*session) : nullptr;
    }

    Exported m_exported;
};

QByteArray ExportPcapngTest::foreignSection()
{
    constexpr std::uint16_t user0 = 147;
    constexpr std::uint16_t ethernet = 1;
    constexpr std::uint32_t obsoletePacket = 2;
    constexpr std::uint32_t simplePacket = 3;
    constexpr std::uint32_t nameResolution = 4;
    PcapngBuilder file(PcapngBuilder::Order::Big);
    file.section();
    file.interface(user0, "first");
    file.interface(ethernet, "second", 9);
    for (std::uint64_t i = 0; i < 6; ++i) {
        file.packet(1, 1'000'000'000 + i, "second " + std::to_string(i), 2, "somebody's note");
        file.packet(0, 2'000 + i, "first " + std::to_string(i));
        file.begin(nameResolution).u32(0).end();
        file.begin(obsoletePacket)
            .u16(1)
            .u16(0)
            .u32(0)
            .u32(7)
            .u32(3)
            .u32(3)
            .text("old")
            .pad()
            .end();
        file.begin(simplePacket).u32(6).text("simple").pad().end();
    }
    return QByteArray(asText(file.bytes()).data(), qsizetype(file.size()));
}

PIPESCOPE_GUILESS_TEST(ExportPcapngTest)
#include "tst_export_pcapng.moc"
