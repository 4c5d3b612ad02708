#include "pcapng_builder.h"
#include "pipecore/base/bytes.h"
#include "pipecore/export/export.h"
#include "pipecore/pcapng/pcapng_reader.h"
#include "pipecore/session/annotations.h"
#include "runner/register.h"
#include "session/interface_codec.h"
#include "session_script.h"
#include "tools.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <memory>
#include <regex>

using namespace pipecore;

namespace {

constexpr std::int64_t startNs = 1'700'000'000'000'000'000;
constexpr std::int64_t ms = 1'000'000;
constexpr std::uint16_t upperPdu = 252;

/// Endpoint 1 and connection 1, as every recording has them: a question and an answer, some
/// milliseconds apart from `first` on.
SessionScript conversation(const std::string& pipe, std::int64_t first)
{
    SessionScript script;
    std::int64_t time = first;
    const auto next = [&] {
        script.at(time);
        time += 10 * ms;
    };
    next();
    script.server(1, pipe);
    next();
    script.connected(1, 1, somePeer(100, "/bin/" + pipe));
    next();
    script.message(1, 1, Direction::Received, toBytes("hello " + pipe));
    next();
    script.message(1, 1, Direction::Sent, toBytes("answer of " + pipe));
    next();
    script.disconnected(1, 1);
    return script;
}

std::uint32_t littleAt(std::string_view bytes, std::size_t offset)
{
    return load<std::uint32_t>(asBytes(bytes).data() + offset, ByteOrder::Little);
}

/// The file as older versions wrote it: interfaces do not say which recording they are of.
Bytes withoutNumbers(std::string_view bytes)
{
    static const std::regex number(" recording=[0-9]+");
    PcapngBuilder file;
    for (std::size_t offset = 0; offset < bytes.size();) {
        const std::uint32_t length = littleAt(bytes, offset + 4);
        const std::string_view block = bytes.substr(offset, length);
        offset += length;
        if (littleAt(block, 0) != 1) {
            file.text(block);
            continue;
        }
        file.begin(1).text(block.substr(8, 8));
        pcapng::OptionReader options(asBytes(block.substr(16, length - 20)), ByteOrder::Little);
        while (const auto option = options.next()) {
            file.option(option->code,
                        std::regex_replace(std::string(asText(option->value)), number, ""));
        }
        file.u32(0).end();
    }
    return file.bytes();
}

void addInterface(PcapngBuilder& file, const InterfaceNaming& naming)
{
    file.begin(1).u16(upperPdu).u16(0).u32(0).option(1, naming.comment).option(2, naming.name);
    file.option(9, "\x09").u32(0).end();
}

} // namespace

/// Files that were put together from several recordings: their conversations stay apart, though they
/// have the same numbers.
class MergedFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void MergecapKeepsConversationsApart_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("older");
        QTest::addColumn<int>("apart"); // of the beginnings, in milliseconds
        for (const bool older : {false, true}) {
            for (const char* const mode : {"none", "all", "any"}) {
                for (const int apart : {5, 1000}) {
                    QTest::addRow("%s, %s files, %d ms", mode, older ? "older" : "new", apart)
                        << QString::fromLatin1(mode) << older << apart;
                }
            }
        }
    }
    void MergecapKeepsConversationsApart()
    {
        QFETCH(const QString, mode);
        QFETCH(const bool, older);
        QFETCH(const int, apart);
#ifdef Q_OS_WIN
        QSKIP("Wireshark's programs are run on Linux only");
#endif
        const QString program = QStandardPaths::findExecutable(QStringLiteral("mergecap"));
        if (program.isEmpty()) {
            if (areToolsRequired()) {
                QFAIL("mergecap is not installed");
            }
            QSKIP("mergecap is not installed");
        }
        // Rows of the two alternate, or one conversation is behind the other.
        const QString orders = record(conversation("orders", startNs), older);
        const QString payments = record(conversation("payments", startNs + apart * ms), older);
        const QString both = newPath();
        QProcess process;
        process.start(program,
                      {QStringLiteral("-I"), mode, QStringLiteral("-w"), both, orders, payments});
        QVERIFY(process.waitForFinished(30'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        checkBoth(both);
    }

    void ExportOfAMergedFileKeepsThemApart()
    {
#ifdef Q_OS_WIN
        QSKIP("Wireshark's programs are run on Linux only");
#endif
        if (QStandardPaths::findExecutable(QStringLiteral("mergecap")).isEmpty()) {
            QSKIP("mergecap is not installed");
        }
        const QString both = newPath();
        QVERIFY(merged(both));
        checkBoth(both);
        const auto file = SessionFile::open(toPath(both));
        QVERIFY(file);
        for (const bool messagesOnly : {false, true}) {
            RowRanges rows;
            for (std::uint64_t row = 0; row < (*file)->rowCount(); ++row) {
                if (!messagesOnly || (*file)->head(row).kind == RecordKind::Message) {
                    rows.add(row);
                }
            }
            const QString copy = newPath();
            QVERIFY(exportRows(**file, rows, ExportFormat::Pcapng, toPath(copy)));
            checkBoth(copy);
        }
    }

    void PartnersAreOfTheSameRecording()
    {
#ifdef Q_OS_WIN
        QSKIP("Wireshark's programs are run on Linux only");
#endif
        SessionScript first = conversation("orders", startNs);
        SessionScript second = conversation("payments", startNs + 5 * ms);
        for (SessionScript* const script : {&first, &second}) {
            script->at(startNs + 100 * ms);
            script->add(1, 1,
                        Message{.direction = Direction::Sent,
                                .length = 0,
                                .origin = {.kind = OriginKind::Echo},
                                .partner = 3});
        }
        const QString program = QStandardPaths::findExecutable(QStringLiteral("mergecap"));
        if (program.isEmpty()) {
            QSKIP("mergecap is not installed");
        }
        const QString both = newPath();
        QProcess process;
        process.start(program, {QStringLiteral("-w"), both, record(first), record(second)});
        QVERIFY(process.waitForFinished(30'000));
        const auto file = SessionFile::open(toPath(both));
        QVERIFY(file);
        int partners = 0;
        for (std::uint64_t row = 0; row < (*file)->rowCount(); ++row) {
            const auto record = (*file)->read(row, 100);
            QVERIFY(record);
            const Message* const message = record->as<Message>();
            if (message == nullptr || message->partner == 0) {
                continue;
            }
            const auto partner = (*file)->read(message->partner - 1, 100);
            QVERIFY(partner);
            QCOMPARE(partner->connection, record->connection);
            QVERIFY(asText(partner->payload).starts_with("hello"));
            ++partners;
        }
        QCOMPARE(partners, 2);
    }

    void NotesStayOnTheirRows_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("older");
        for (const bool older : {false, true}) {
            for (const char* const mode : {"none", "all", "any"}) {
                QTest::addRow("%s, %s files", mode, older ? "older" : "new")
                    << QString::fromLatin1(mode) << older;
            }
        }
    }
    void NotesStayOnTheirRows()
    {
        QFETCH(const QString, mode);
        QFETCH(const bool, older);
#ifdef Q_OS_WIN
        QSKIP("Wireshark's programs are run on Linux only");
#endif
        const QString program = QStandardPaths::findExecutable(QStringLiteral("mergecap"));
        if (program.isEmpty()) {
            QSKIP("mergecap is not installed");
        }
        QStringList arguments{QStringLiteral("-I"), mode, QStringLiteral("-w"), newPath()};
        const QString both = arguments.last();
        for (const auto& [pipe, first] :
             {std::pair("orders", startNs), std::pair("payments", startNs + 5 * ms)}) {
            arguments += record(conversation(pipe, first), older);
            const auto file = SessionFile::open(toPath(arguments.last()));
            QVERIFY(file);
            Annotations& notes = *(*file)->annotations();
            // One that is changed and one that is taken away again.
            QVERIFY(notes.set(2, {true, "an earlier comment"}));
            QVERIFY(notes.set(4, {true, {}}));
            QVERIFY((*file)->saveAnnotations());
            QVERIFY(notes.set(2, {true, std::string("hello ") + pipe}));
            QVERIFY(notes.set(3, {false, std::string("answer of ") + pipe}));
            QVERIFY(notes.set(4, {}));
            QVERIFY((*file)->saveAnnotations());
        }
        QProcess process;
        process.start(program, arguments);
        QVERIFY(process.waitForFinished(30'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());

        const auto checkNotes = [&](std::size_t count) {
            const auto file = SessionFile::open(toPath(both));
            QVERIFY(file);
            QCOMPARE((*file)->report().lostAnnotations, std::uint64_t(0));
            const auto entries = (*file)->annotations()->entries();
            QCOMPARE(entries.size(), count);
            for (const Annotations::Entry& entry : entries) {
                const auto row = (*file)->read(entry.row, 1000);
                QVERIFY(row);
                QCOMPARE(std::string(asText(row->payload)), entry.annotation.comment);
                QCOMPARE(entry.annotation.marked, entry.annotation.comment.starts_with("hello"));
            }
        };
        checkNotes(4);
        // Notes of the merged file are of its own rows, beside those that came with it.
        {
            const auto file = SessionFile::open(toPath(both));
            QVERIFY(file);
            for (std::uint64_t row = 0; row < (*file)->rowCount(); ++row) {
                if ((*file)->head(row).kind == RecordKind::Message
                    && (*file)->annotations()->at(row).isEmpty()) {
                    QFAIL("every message has a note");
                }
            }
            const auto entries = (*file)->annotations()->entries();
            QVERIFY((*file)->annotations()->set(entries.front().row, {}));
            QVERIFY((*file)->saveAnnotations());
        }
        checkNotes(3);
    }

    void ConnectRowsOfOlderFilesAreOfTheirRecording()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("mergecap"));
        if (program.isEmpty()) {
            QSKIP("mergecap is not installed");
        }
        // Clients that say nothing: only the numbers of the packets tell whose they are.
        SessionScript orders;
        orders.at(startNs);
        orders.server(1, "orders");
        for (const std::uint64_t connection : {1U, 2U, 3U}) {
            orders.at(startNs + std::int64_t(connection) * 20 * ms);
            orders.connected(1, connection, somePeer(100, "/bin/orders"));
            orders.at(startNs + std::int64_t(connection) * 20 * ms + 10 * ms);
            orders.disconnected(1, connection);
        }
        SessionScript payments;
        payments.at(startNs + 55 * ms);
        payments.server(1, "payments");
        payments.at(startNs + 57 * ms);
        payments.connected(1, 1, somePeer(100, "/bin/payments"));
        payments.at(startNs + 65 * ms);
        payments.disconnected(1, 1);
        const QString both = newPath();
        QProcess process;
        process.start(program, {QStringLiteral("-I"), QStringLiteral("all"), QStringLiteral("-w"),
                                both, record(orders, true), record(payments, true)});
        QVERIFY(process.waitForFinished(30'000));
        const auto file = SessionFile::open(toPath(both));
        QVERIFY(file);
        QCOMPARE((*file)->facts().snapshot().endpoints.size(), std::size_t(2));
        QCOMPARE((*file)->facts().snapshot().connections.size(), std::size_t(4));
        checkPeers(**file);
    }

    void MessagesAloneAreToldApartByTheirInterfaces()
    {
        PcapngBuilder file;
        file.section();
        for (const char* const pipe : {"orders", "payments"}) {
            ConnectionHeader header;
            header.endpoint.value = 1;
            header.connection.value = 1;
            header.opened.name = std::make_shared<std::string>(pipe);
            header.openedNs = startNs + std::int64_t(std::strlen(pipe));
            header.sinceNs = header.openedNs + 1;
            addInterface(file, namingFor(header));
        }
        PcapngBuilder data;
        data.tag(12, "data").tag(0, {}).text("x");
        file.packet(0, startNs, asText(data.bytes())).packet(1, startNs, asText(data.bytes()));
        const QString path = newPath();
        QVERIFY(file.save(path));
        const auto session = SessionFile::open(toPath(path));
        QVERIFY(session);
        const Record first = *(*session)->read(0, 10);
        const Record second = *(*session)->read(1, 10);
        QVERIFY(first.connection != second.connection);
        QCOMPARE((*session)->facts().endpoint(first.endpoint)->name, std::string("orders"));
        QCOMPARE((*session)->facts().endpoint(second.endpoint)->name, std::string("payments"));
    }

    void ShiftedTimesAreStillOneRecording()
    {
        // As with `editcap -t`: comments keep the times that the rows had.
        const QString program = QStandardPaths::findExecutable(QStringLiteral("editcap"));
        if (program.isEmpty()) {
            QSKIP("editcap is not installed");
        }
        const QString orders = record(conversation("orders", startNs));
        const QString later = newPath();
        QProcess process;
        process.start(program, {QStringLiteral("-t"), QStringLiteral("3600"), orders, later});
        QVERIFY(process.waitForFinished(30'000));
        const auto file = SessionFile::open(toPath(later));
        QVERIFY(file);
        QCOMPARE((*file)->facts().snapshot().connections.size(), std::size_t(1));
        QCOMPARE((*file)->facts().snapshot().endpoints.size(), std::size_t(1));
    }

private:
    QString newPath() { return m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number)); }

    QString record(const SessionScript& script, bool older = false)
    {
        const QString path = newPath();
        if (const QString what = recordTo(path, script); !what.isEmpty()) {
            QTest::qFail(qPrintable(what), __FILE__, __LINE__);
        }
        if (older) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                qFatal("cannot read the file");
            }
            const QByteArray bytes = file.readAll();
            file.close();
            if (!saveBytes(path, withoutNumbers({bytes.constData(), std::size_t(bytes.size())}))) {
                qFatal("cannot write the file");
            }
        }
        return path;
    }

    /// A file as mergecap makes it, without mergecap: interfaces first, rows by their times.
    bool merged(const QString& path)
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("mergecap"));
        if (program.isEmpty()) {
            return false;
        }
        QProcess process;
        process.start(program, {QStringLiteral("-w"), path, record(conversation("orders", startNs)),
                                record(conversation("payments", startNs + 5 * ms))});
        return process.waitForFinished(30'000) && process.exitCode() == 0;
    }

    /// Programs are called like the pipe that they connect to.
    static void checkPeers(const SessionFile& file)
    {
        for (std::uint64_t row = 0; row < file.rowCount(); ++row) {
            const auto record = file.read(row, 1000);
            QVERIFY(record);
            if (const auto* const connected = record->as<PeerConnected>(); connected != nullptr) {
                const auto endpoint = file.facts().endpoint(record->endpoint);
                QVERIFY(endpoint);
                QCOMPARE(*connected->peer->image, "/bin/" + endpoint->name);
            }
        }
    }

    static void checkBoth(const QString& path)
    {
        const auto file = SessionFile::open(toPath(path));
        QVERIFY(file);
        QVERIFY2(!(*file)->report().problem,
                 (*file)->report().problem ? (*file)->report().problem->text().c_str() : "");
        checkPeers(**file);
        const auto facts = (*file)->facts().snapshot();
        QCOMPARE(facts.connections.size(), std::size_t(2));
        QCOMPARE(facts.endpoints.size(), std::size_t(2));
        for (const ConnectionFacts& connection : facts.connections) {
            QCOMPARE(connection.messagesReceived, std::uint64_t(1));
            QCOMPARE(connection.messagesSent, std::uint64_t(1));
        }
        for (std::uint64_t row = 0; row < (*file)->rowCount(); ++row) {
            const auto record = (*file)->read(row, 1000);
            QVERIFY(record);
            if (record->isMessage()) {
                const auto endpoint = (*file)->facts().endpoint(record->endpoint);
                QVERIFY(endpoint);
                QVERIFY2(asText(record->payload).ends_with(endpoint->name), endpoint->name.c_str());
            }
        }
    }

    QTemporaryDir m_folder;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(MergedFilesTest)
#include "tst_merged_files.moc"
