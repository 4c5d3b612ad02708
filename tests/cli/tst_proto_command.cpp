#include "cli_process.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString recording = QStringLiteral(PIPESCOPE_TESTS_DIR "/recordings/grpc-health.pcapng");
const QString proto = QStringLiteral(PIPESCOPE_TESTS_DIR "/../resources/examples/health.proto");

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& content)
{
    const QString path = folder.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path
                                                                                    : QString();
}

} // namespace

/// Messages of Protocol Buffers by a user's .proto file on the command line.
class ProtoCommandTest : public QObject
{
    Q_OBJECT

private slots:
    /// What docs/DECODERS.md shows, word for word: the command, and what it prints.
    void TheExampleOfTheManualWorks()
    {
        QFile file(QStringLiteral(PIPESCOPE_TESTS_DIR "/../docs/DECODERS.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression example(
            u"```\\n\\$ pipescope-cli (convert [^`]+?) \\| jq -c \\.proto\\n([^`]+)```"_s);
        const auto match = example.match(text);
        QVERIFY(match.hasMatch());
        QStringList arguments = QProcess::splitCommand(match.captured(1)
                                                           .replace(u'"', u"\"\"\""_s)
                                                           .replace(u'\'', u'"')
                                                           .replace(u"\\\n"_s, QString()));
        for (QString& argument : arguments) {
            if (argument == u"grpc-health.pcapng") {
                argument = recording;
            } else if (argument == u"health.proto") {
                argument = proto;
            }
        }
        CliProcess cli;
        QVERIFY2(cli.run(arguments) == 0, cli.errors().constData());
        QByteArray shown;
        for (const QJsonObject& event : cli.events()) {
            shown +=
                QJsonDocument(event[u"proto"_s].toArray()).toJson(QJsonDocument::Compact) + '\n';
        }
        const auto expected = match.captured(2).toUtf8().trimmed().split('\n');
        const auto lines = shown.trimmed().split('\n');
        QCOMPARE(lines.size(), expected.size());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QCOMPARE(QJsonDocument::fromJson(lines[i]), QJsonDocument::fromJson(expected[i]));
        }
    }

    void CallsOfARealConversationHaveTheirTypes()
    {
        CliProcess stats;
        QVERIFY2(
            stats.run({u"stats"_s, recording, u"--json"_s, u"--frames=auto"_s, u"--proto"_s, proto})
                == 0,
            stats.errors().constData());
        const auto types = QJsonDocument::fromJson(stats.output())
                               .object()[u"connections"_s][0][u"types"_s]
                               .toArray();
        QCOMPARE(types.size(), 4);
        QCOMPARE(types[3][u"type"_s], u"grpc.health.v1.HealthCheckResponse"_s);
        QCOMPARE(types[3][u"method"_s], u"/grpc.health.v1.Health/Watch"_s);
        QCOMPARE(types[3][u"messages"_s], 2);
        CliProcess text;
        QCOMPARE(text.run({u"stats"_s, recording, u"--frames=http2"_s, u"--proto"_s, proto}), 0);
        QVERIFY2(text.output().contains("type       grpc.health.v1.HealthCheckRequest of "
                                        "/grpc.health.v1.Health/Check: 1 message\n"),
                 text.output().constData());
    }

    /// Not gRPC: messages behind their length, of which one is malformed.
    void MessagesOfAPipeHaveATypeForEachSide()
    {
        const QTemporaryDir folder;
        const QString session = folder.filePath(u"session.pcapng"_s);
        const QStringList types{u"--framing=varint"_s, u"--proto"_s, proto, u"--proto-type"_s,
                                u"HealthCheckRequest,HealthCheckResponse"_s};
        Serving server(QStringList{u"--jsonl"_s, u"--mode=byte"_s, u"--echo"_s, u"--record"_s,
                                   session, u"--exit-after-disconnects=1"_s}
                       + types);
        QVERIFY2(server.isListening, server.errors().constData());
        CliProcess client;
        // A request, and bytes that are none.
        QVERIFY2(client.run(QStringList{u"connect"_s, server.name, u"--mode=byte"_s,
                                        u"--send-hex"_s, u"07 0a05 68656c6c6f 02 0a05"_s,
                                        u"--expect-hex"_s, u"07 0a05 68656c6c6f 02 0a05"_s}
                            + types)
                     == 0,
                 client.errors().constData());
        QVERIFY2(client.output().contains(
                     "->       7  grpc.health.v1.HealthCheckRequest {\"service\":\"hello\"}"),
                 client.output().constData());
        QCOMPARE(server.finish(), 0);
        QList<QJsonObject> said;
        for (const QJsonObject& message : server.events(u"message"_s)) {
            said += message[u"proto"_s][0].toObject();
        }
        QCOMPARE(said.size(), 4);
        QCOMPARE(said[0][u"type"_s], u"grpc.health.v1.HealthCheckRequest"_s);
        QCOMPARE(said[0][u"fields"_s][u"service"_s], u"hello"_s);
        QCOMPARE(said[1][u"problem"_s], u"unexpected end of data"_s);
        QCOMPARE(said[1][u"at"_s], 0);
        QCOMPARE(said[2][u"type"_s], u"grpc.health.v1.HealthCheckResponse"_s);

        CliProcess convert;
        QVERIFY2(
            convert.run({u"convert"_s, session, u"-"_s, u"--format=jsonl"_s, u"--frames=varint"_s,
                         u"--proto"_s, proto, u"--proto-type"_s, u"HealthCheckRequest"_s,
                         u"--filter"_s, u"proto.service == \"hello\" && dir == in"_s})
                == 0,
            convert.errors().constData());
        QCOMPARE(convert.events().size(), 1);
        CliProcess stats;
        QCOMPARE(stats.run({u"stats"_s, session, u"--frames=varint"_s, u"--proto"_s, proto,
                            u"--proto-type"_s, u"HealthCheckRequest"_s}),
                 0);
        QVERIFY2(stats.output().contains(": 4 messages, malformed 2\n"),
                 stats.output().constData());
    }

    void MistakesSayWhereAndWhatToDo_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no file") << QStringList{u"--proto-type=X"_s}
                                 << QByteArray("--proto-type requires --proto FILE");
        QTest::newRow("file that is not there")
            << QStringList{u"--proto=none.proto"_s} << QByteArray("none.proto: file not found");
        QTest::newRow("mistyped type")
            << QStringList{u"--proto"_s, proto, u"--proto-type=HealthCheckRequets"_s}
            << QByteArray("no type \"HealthCheckRequets\": did you mean HealthCheckRequest?");
        QTest::newRow("other type")
            << QStringList{u"--proto"_s, proto, u"--proto-type=HealthCheckRequest,X"_s}
            << QByteArray("no type \"X\"; they have grpc.health.v1.HealthCheckRequest, "
                          "grpc.health.v1.HealthCheckResponse");
    }
    void MistakesSayWhereAndWhatToDo()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, said);
        for (const QStringList& command : {QStringList{u"stats"_s, recording},
                                           QStringList{u"convert"_s, recording, u"x.jsonl"_s},
                                           QStringList{u"connect"_s, uniquePipeName()}}) {
            CliProcess cli;
            QCOMPARE(cli.run(command + options), 2);
            QVERIFY2(cli.errors().contains(said), cli.errors().constData());
        }
    }

    void MistakesInAFileHaveLineAndColumn()
    {
        const QTemporaryDir folder;
        const QString file = written(folder, u"größe.proto"_s,
                                     "syntax = \"proto3\";\nmessage A {\n  int32 id 1;\n}\n");
        CliProcess cli;
        QCOMPARE(cli.run({u"stats"_s, recording, u"--proto"_s, file}), 2);
        QVERIFY2(cli.errors().contains("größe.proto:3:12: Missing field number."),
                 cli.errors().constData());
    }

    void SeveralFilesAndFoldersAddUp()
    {
        const QTemporaryDir folder;
        const QString main = written(folder, u"main.proto"_s,
                                     "syntax = \"proto3\"; import \"lib/part.proto\";"
                                     "message Main { Part part = 1; }");
        written(folder, u"elsewhere/lib/part.proto"_s, "syntax = \"proto3\"; message Part {}");
        CliProcess cli;
        QVERIFY2(cli.run({u"stats"_s, recording, u"--proto"_s, main, u"--proto"_s, proto,
                          u"--proto-path"_s, folder.filePath(u"elsewhere"_s), u"--proto-type"_s,
                          u"Main"_s})
                     == 0,
                 cli.errors().constData());
    }
};

PIPESCOPE_GUILESS_TEST(ProtoCommandTest)
#include "tst_proto_command.moc"
