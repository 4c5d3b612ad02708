#include "invariants.h"
#include "pipecore/analysis/framed_rows.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/analysis/protocol_search.h"
#include "pipecore/decode/decode.h"
#include "pipecore/session/session.h"
#include "recorded.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <map>

using namespace pipecore;

/// Recorded conversations of real programs, and published examples: their protocol is found, and their frames
/// are what was said. docs/DECODERS.md says where each is from.
class RecordingsTest : public QObject
{
    Q_OBJECT

private slots:
    void Conversations_data();
    void Conversations();
    void RepliesAnswerTheirRequests_data();
    void RepliesAnswerTheirRequests();
    void Fields_data();
    void Fields();
    void ContentAloneTellsTheProtocol_data();
    void ContentAloneTellsTheProtocol();
    void CutAnywhereTheFramesAreTheSame_data();
    void CutAnywhereTheFramesAreTheSame();
    void FramesThatAreCutOffSaySo_data();
    void FramesThatAreCutOffSaySo();
    void FramesLargerThanALimitSaySo_data();
    void FramesLargerThanALimitSaySo();
    void EveryRecordingIsTested();
};

namespace {

QString folder()
{
    return QStringLiteral(PIPESCOPE_TESTS_DIR "/recordings/");
}

std::unique_ptr<SessionFile> open(const QByteArray& name)
{
    const QString path = folder() + QString::fromUtf8(name) + QStringLiteral(".pcapng");
    auto file = SessionFile::open(std::filesystem::path(path.toStdU16String()));
    return file ? std::move(*file) : nullptr;
}

bool always()
{
    return true;
}

/// The guesses for the only endpoint of a recording.
std::vector<ProtocolGuess> guessesFor(const SessionFile& file)
{
    auto found = findProtocols(file, always);
    return found && found->size() == 1 ? found->begin()->second : std::vector<ProtocolGuess>();
}

QByteArray keyOf(ProtocolId id)
{
    const std::string_view key = protocolInfo(id).key;
    return {key.data(), qsizetype(key.size())};
}

/// The frames of a recording, by the rule of its protocol, each decoded.
struct Conversation
{
    struct Said
    {
        Direction direction = Direction::Received;
        Bytes payload;
        Decoded decoded;
    };
    std::vector<Said> frames;
    QByteArray problem;
};

Conversation conversationOf(const SessionFile& file, ProtocolId protocol)
{
    const ProtocolInfo& info = protocolInfo(protocol);
    const FramingRule rule = FramingRule::parse(info.framing).value();
    FramedRows rows(file, [&](const EndpointFacts&) { return std::optional(rule); });
    Conversation result;
    if (!rows.update()) {
        result.problem = "the rows cannot be read";
    }
    rows.finish();
    for (std::uint64_t row = 0; row < rows.rowCount(); ++row) {
        if (!rows.isFrame(row)) {
            continue;
        }
        auto record = rows.read(row, FramingRule::defaultMax);
        Decoded decoded = decode(record->payload, info.decoder);
        if (decoded.end != DecodeEnd::Good || record->message().continues) {
            result.problem = "frame " + QByteArray::number(qulonglong(row)) + " is not right";
        }
        result.frames.push_back(
            {record->message().direction, std::move(record->payload), std::move(decoded)});
    }
    return result;
}

/// What was said, in a few words: "> request initialize, id 1".
QByteArray summaryOf(const Conversation::Said& said)
{
    const auto& fields = said.decoded.root.children;
    QByteArray text = said.direction == Direction::Sent ? "> " : "< ";
    if (fields.empty()) {
        return text + "nothing";
    }
    const Field& field = fields.front();
    return text
           + (field.value.empty() ? QByteArray(field.type.data(), qsizetype(field.type.size()))
                                  : QByteArray::fromStdString(field.value));
}

/// All values of a tree with the names that lead to them, without the number of the message: "params/id: 1".
void appendValues(const Field& field, const QByteArray& path, QList<QByteArray>& values)
{
    for (const Field& child : field.children) {
        const QByteArray place =
            path + (path.isEmpty() ? "" : "/") + QByteArray::fromStdString(child.name);
        values.append(place + ": " + QByteArray::fromStdString(child.value));
        appendValues(child, place, values);
    }
}

/// The bytes of one direction, in one piece.
QByteArray bytesOf(const SessionFile& file, Direction direction)
{
    QByteArray bytes;
    for (std::uint64_t row = 0; row < file.rowCount(); ++row) {
        const auto record = file.read(row, FramingRule::defaultMax);
        if (record && record->isMessage() && record->message().direction == direction) {
            bytes.append(reinterpret_cast<const char*>(record->payload.data()),
                         qsizetype(record->payload.size()));
        }
    }
    return bytes;
}

void addRecordings()
{
    QTest::addColumn<QByteArray>("protocol");
    QTest::addColumn<bool>("isNamed");
    QTest::addColumn<QByteArray>("lines");
    for (const Recorded& recorded : recordings()) {
        QTest::newRow(recorded.name)
            << QByteArray(recorded.protocol) << recorded.isNamed << QByteArray(recorded.lines);
    }
}

} // namespace

void RecordingsTest::Conversations_data()
{
    addRecordings();
}

void RecordingsTest::Conversations()
{
    QFETCH(QByteArray, protocol);
    QFETCH(bool, isNamed);
    QFETCH(QByteArray, lines);
    const auto file = open(QTest::currentDataTag());
    QVERIFY(file);
    const auto guesses = guessesFor(*file);
    QVERIFY(!guesses.empty());
    QCOMPARE(keyOf(guesses.front().protocol), protocol);
    QCOMPARE(guesses.front().fitsName, isNamed);
    QVERIFY(guesses.front().score >= (isNamed ? 99 : protocolIsSure));
    QCOMPARE(guesses.front().misfits, std::size_t(0));
    QVERIFY(sureRule(guesses).has_value());
    const Conversation conversation = conversationOf(*file, guesses.front().protocol);
    QCOMPARE(conversation.problem, QByteArray());
    QByteArray said;
    for (const auto& frame : conversation.frames) {
        said += summaryOf(frame) + '\n';
    }
    QVERIFY2(said == lines, said);
}

void RecordingsTest::RepliesAnswerTheirRequests_data()
{
    QTest::addColumn<QByteArray>("protocol");
    QTest::addColumn<QByteArray>("replies");
    for (const Recorded& recorded : recordings()) {
        QTest::newRow(recorded.name)
            << QByteArray(recorded.protocol) << QByteArray(recorded.replies);
    }
}

void RecordingsTest::RepliesAnswerTheirRequests()
{
    QFETCH(QByteArray, protocol);
    QFETCH(QByteArray, replies);
    const auto file = open(QTest::currentDataTag());
    QVERIFY(file);
    const auto id = protocolByKey(protocol.toStdString());
    QVERIFY(id);
    const FramingRule rule = FramingRule::parse(protocolInfo(*id).framing).value();
    FramedRows rows(*file, [&](const EndpointFacts&) { return std::optional(rule); });
    QVERIFY(rows.update());
    rows.finish();
    // Pipes opened, connections: these are no frames.
    std::map<std::uint64_t, int> numbers;
    QByteArray found;
    for (std::uint64_t row = 0; row < rows.rowCount(); ++row) {
        if (!rows.isFrame(row)) {
            continue;
        }
        const int number = int(numbers.size());
        numbers[row] = number;
        if (const auto request = requestOf(rows, row)) {
            found += (found.isEmpty() ? "" : " ") + QByteArray::number(number) + '>'
                     + QByteArray::number(numbers.at(*request));
        }
    }
    QVERIFY2(found == replies, found);
}

void RecordingsTest::Fields_data()
{
    QTest::addColumn<QByteArray>("recording");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* recording, const char* value) {
        QTest::addRow("%s %s", recording, value) << QByteArray(recording) << QByteArray(value);
    };
    row("lsp-clangd", "method: textDocument/hover");
    row("lsp-clangd", "error/code: -32601");
    row("lsp-clangd", "params/textDocument/uri: file:///home/ann/projectX/hello.cpp");
    row("dap-debugpy", "body/reason: breakpoint");
    row("qmp-storage-daemon", "id/any/[1]: 2");
    row("qmp-storage-daemon", "QMP/version/qemu/major: 7");
    row("http-docker", "Api-Version: 1.41");
    row("http-docker", "target: /v1.41/version");
    row("http-docker", "status: 200");
    row("http-docker", "body/Components/[0]/Name: Engine");
    row("http-docker-events", "Transfer-Encoding: chunked");
    row("http-docker-events", "chunk[1]/data/Action: import");
    row("grpc-health", ":path: /grpc.health.v1.Health/Watch");
    row("grpc-health", "x-trace: abc");
    row("grpc-health", "grpc-status: 12");
    row("grpc-health", "message[0]/message/1: hello");
    row("dbus-session", "member: GetConnectionCredentials");
    row("dbus-session", "body/[0]: org.freedesktop.DBus");
    row("ssh-agent-add", "key type: ssh-ed25519");
    row("ssh-agent-add", "key and comment: hidden");
    row("ssh-agent-sign", "identity[0]/comment: ann@example");
    row("ssh-agent-sign", "signature/algorithm: ssh-ed25519");
    row("nvim-remote", "method: nvim_eval");
    row("nvim-remote", "result: a-42");
    row("redis-resp2", "[2]: hello");
    row("redis-resp3", "proto: 3");
    row("redis-resp3", "b: 2");
    row("redis-pushes", "[2]: hello");
    row("i3-msg", "payload/major: 4");
    row("i3-msg", "payload: workspace 2");
    row("sway-msg", "payload/[0]/name: HEADLESS-1");
    row("varlink-service", "parameters/pong: hello");
    row("varlink-service", "error: org.example.ping.Refused");
    row("discord-example", "data/nonce: 647d814a-4cf8-4fbb-948f-898abd24f55b");
    row("dotnet-diagnostics-example", "command line: dotnet hello.dll");
    row("dotnet-diagnostics-example", "HRESULT: 0x80131384");
    row("dotnet-diagnostics-example", "provider[0]/name: Microsoft-Windows-DotNETRuntime");
    row("named-pipe-wrapper-example", "class: Chat.Message");
    row("named-pipe-wrapper-example", "string: chat_1");
    row("docker-attach", "stream: 2 (stderr)");
    row("docker-attach", "Upgrade: tcp");
    row("mpv-ipc", "data: mpv 0.35.1");
    row("mpv-ipc", "error: invalid parameter");
    row("dcerpc-samba", "call_id: 3");
    row("stream-json-rpc-example", "error/message: Attempted to divide by zero.");
}

void RecordingsTest::Fields()
{
    QFETCH(QByteArray, recording);
    QFETCH(QByteArray, value);
    const auto file = open(recording);
    QVERIFY(file);
    const auto guesses = guessesFor(*file);
    QVERIFY(!guesses.empty());
    QList<QByteArray> values;
    for (const auto& frame : conversationOf(*file, guesses.front().protocol).frames) {
        for (const Field& message : frame.decoded.root.children) {
            appendValues(message, {}, values);
        }
    }
    QVERIFY2(values.contains(value), values.join('\n'));
}

void RecordingsTest::ContentAloneTellsTheProtocol_data()
{
    addRecordings();
}

void RecordingsTest::ContentAloneTellsTheProtocol()
{
    QFETCH(QByteArray, protocol);
    const auto file = open(QTest::currentDataTag());
    QVERIFY(file);
    // PipeScope was the client of all of them.
    const QByteArray client = bytesOf(*file, Direction::Sent);
    const QByteArray server = bytesOf(*file, Direction::Received);
    const auto view = [](const QByteArray& bytes) {
        return asBytes({bytes.constData(), std::size_t(bytes.size())});
    };
    const auto guesses = detectProtocol({{}, view(client), view(server)});
    QVERIFY(!guesses.empty());
    QCOMPARE(keyOf(guesses.front().protocol), protocol);
    QVERIFY2(guesses.front().score >= protocolIsSure, QByteArray::number(guesses.front().score));
    QVERIFY(!guesses.front().fitsName);
}

void RecordingsTest::CutAnywhereTheFramesAreTheSame_data()
{
    addRecordings();
}

void RecordingsTest::CutAnywhereTheFramesAreTheSame()
{
    QFETCH(QByteArray, protocol);
    const auto file = open(QTest::currentDataTag());
    QVERIFY(file);
    const auto id = protocolByKey(protocol.toStdString());
    QVERIFY(id);
    const FramingRule rule = FramingRule::parse(protocolInfo(*id).framing).value();
    const QByteArray streams[] = {bytesOf(*file, Direction::Sent),
                                  bytesOf(*file, Direction::Received)};
    const qsizetype wholeSize = std::max(streams[0].size(), streams[1].size());
    std::vector<Bytes> contents[2];
    const qsizetype pieces[] = {wholeSize, 1};
    for (int way = 0; way < 2; ++way) {
        const auto context = makeFramingContext();
        for (const QByteArray& stream : streams) {
            Reassembler reassembler(
                rule,
                [&](Frame&& frame) {
                    QVERIFY(!frame.problem);
                    contents[way].push_back(std::move(frame.bytes));
                },
                context);
            for (qsizetype at = 0; at < stream.size(); at += pieces[way]) {
                const QByteArray piece = stream.mid(at, pieces[way]);
                reassembler.add(std::uint64_t(at),
                                asBytes({piece.constData(), std::size_t(piece.size())}));
            }
            QVERIFY(reassembler.unfinished() == nullptr);
        }
    }
    QVERIFY(!contents[0].empty());
    QVERIFY(contents[1] == contents[0]);
}

void RecordingsTest::FramesThatAreCutOffSaySo_data()
{
    addRecordings();
}

void RecordingsTest::FramesThatAreCutOffSaySo()
{
    QFETCH(QByteArray, protocol);
    const auto file = open(QTest::currentDataTag());
    QVERIFY(file);
    const auto id = protocolByKey(protocol.toStdString());
    QVERIFY(id);
    std::size_t cuts = 0;
    std::size_t said = 0;
    for (const auto& frame : conversationOf(*file, *id).frames) {
        constexpr std::size_t maxCuts = 300;
        const std::size_t step = 1 + frame.payload.size() / maxCuts;
        for (std::size_t size = 0; size < frame.payload.size(); size += step) {
            // A copy, so that the sanitizer sees reads behind its end.
            const Bytes cut(frame.payload.begin(), frame.payload.begin() + std::ptrdiff_t(size));
            const Decoded decoded = decode(cut, frame.decoded.decoder);
            QCOMPARE(brokenInvariant(decoded, size), std::string());
            const bool isExpected =
                decoded.end == DecodeEnd::CutOff || decoded.end == DecodeEnd::Good;
            QVERIFY2(isExpected,
                     QByteArray(reinterpret_cast<const char*>(cut.data()), qsizetype(cut.size()))
                         .right(60));
            ++cuts;
            said += decoded.end == DecodeEnd::CutOff ? 1 : 0;
        }
    }
    // Lines of D-Bus' authentication and hidden keys may end anywhere.
    QVERIFY2(said * 10 > cuts,
             QByteArray::number(qulonglong(said)) + " of " + QByteArray::number(qulonglong(cuts)));
}

void RecordingsTest::FramesLargerThanALimitSaySo_data()
{
    addRecordings();
}

void RecordingsTest::FramesLargerThanALimitSaySo()
{
    QFETCH(QByteArray, protocol);
    const auto file = open(QTest::currentDataTag());
    QVERIFY(file);
    const auto id = protocolByKey(protocol.toStdString());
    QVERIFY(id);
    for (const auto& frame : conversationOf(*file, *id).frames) {
        const auto check = [&frame](const DecodeLimits& limits, std::size_t shown) {
            const Decoded decoded = decode(frame.payload, frame.decoded.decoder, limits);
            QCOMPARE(brokenInvariant(decoded, shown, limits), std::string());
            QVERIFY(decoded.end == DecodeEnd::Limit);
        };
        if (frame.payload.size() > 1) {
            const std::size_t size = frame.payload.size() - 1;
            check({.bytes = size}, size);
        }
        if (frame.decoded.root.children.front().children.size() > 2) {
            check({.fields = 2}, frame.payload.size());
        }
    }
}

void RecordingsTest::EveryRecordingIsTested()
{
    const auto files = QDir(folder()).entryInfoList({QStringLiteral("*.pcapng")});
    QCOMPARE(files.size(), qsizetype(recordings().size()));
    for (const QFileInfo& file : files) {
        const QByteArray name = file.baseName().toUtf8();
        QVERIFY2(std::ranges::any_of(recordings(),
                                     [&](const Recorded& one) { return name == one.name; }),
                 name);
    }
}

PIPESCOPE_APPLESS_TEST(RecordingsTest)

#include "tst_recordings.moc"
