#include "cli_process.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Decoders in Lua on the command line: of a recording, and live.
class DecoderCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session = m_folder.filePath(u"größe.pcapng"_s);
        recordEcho(m_session);
        QVERIFY(QFile::exists(m_session));
        m_words = script(
            u"words.lua"_s,
            "return { name = 'Words', detect = function(m) return m.data:match('^%l+$') ~= nil end,"
            " decode = function(m) m:text('word') m:summary('a word') end }");
    }

    void FieldsAreFiltered()
    {
        CliProcess cli;
        // The decoder may come behind the filter that needs it.
        QVERIFY2(cli.run({u"convert"_s, m_session, u"-"_s, u"--format=jsonl"_s, u"--filter"_s,
                          u"words.word == \"login\""_s, u"--decoder"_s, m_words})
                     == 0,
                 cli.errors().constData());
        QCOMPARE(cli.events().size(), 2); // sent and echoed
        QCOMPARE(cli.events()[0][u"text"_s], u"login"_s);
    }

    void StatsCountWhatWasDecoded()
    {
        const QString strict =
            script(u"strict.lua"_s, "return { decode = function(m) if m.left ~= 5 then"
                                    " m:problem('five bytes') end end }");
        CliProcess cli;
        QVERIFY2(cli.run({u"stats"_s, m_session, u"--json"_s, u"--decoder"_s, strict}) == 0,
                 cli.errors().constData());
        const auto decoder = QJsonDocument::fromJson(cli.output())
                                 .object()[u"decoders"_s]
                                 .toArray()
                                 .at(0)
                                 .toObject();
        QCOMPARE(decoder[u"decoder"_s], u"strict"_s);
        QCOMPARE(decoder[u"messages"_s], 4);
        QCOMPARE(decoder[u"malformed"_s], 2);
        QVERIFY(decoder[u"firstMalformed"_s].toInt() > 0);
        CliProcess text;
        QCOMPARE(text.run({u"stats"_s, m_session, u"--decoder"_s, m_words}), 0);
        QVERIFY2(text.output().contains("decoder Words  2 messages\n"), text.output().constData());
    }

    void BrokenFileIsOneClearMessage()
    {
        const QString broken = script(u"broken.lua"_s, "return {\n  decode = \n}");
        CliProcess cli;
        QCOMPARE(cli.run({u"stats"_s, m_session, u"--decoder"_s, broken}), 2);
        QCOMPARE(cli.errors().count('\n'), 1);
        QVERIFY2(cli.errors().contains("--decoder broken.lua:3: "), cli.errors().constData());
        CliProcess missing;
        QCOMPARE(
            missing.run({u"stats"_s, m_session, u"--decoder"_s, m_folder.filePath(u"no.lua"_s)}),
            2);
        QVERIFY2(missing.errors().contains("cannot be read"), missing.errors().constData());
    }

    void ScriptOverItsLimitIsSaidOnce()
    {
        const QString endless =
            script(u"endless.lua"_s, "return { decode = function(m)\n while true do end end }");
        CliProcess cli;
        QCOMPARE(cli.run({u"stats"_s, m_session, u"--decoder"_s, endless}), 0);
        QCOMPARE(cli.errors().count("endless.lua:2: more than 10000000 steps"), 1);
        QVERIFY(!cli.output().isEmpty());
    }

    void LiveMessagesAreDecodedAndTheFileLoadedAgain()
    {
        const QString file = script(
            u"live.lua"_s,
            "return { name = 'Before', decode = function(m) m:text('t') m:summary('one') end }");
        Serving server({u"--jsonl"_s, u"--decoder"_s, file});
        QVERIFY(server.isListening);
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, server.name, u"--send-text"_s, u"hello"_s}), 0);
        QVERIFY(server.waitForOutput("\"event\":\"disconnected\""));
        const auto messages = server.events(u"message"_s);
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages[0][u"decoder"_s], u"live"_s);
        QCOMPARE(messages[0][u"summary"_s], u"one"_s);
        QCOMPARE(messages[0][u"decoded"_s].toObject()[u"t"_s], u"hello"_s);
        // Another length, so that it is another version also within the time that a file system keeps.
        script(u"live.lua"_s, "return { name = 'After', decode = function(m) m:text('text') "
                              "m:summary('second') end }");
        QTRY_VERIFY_WITH_TIMEOUT(
            ([&] {
                CliProcess next;
                return next.run({u"connect"_s, server.name, u"--send-text"_s, u"hello"_s}) == 0
                       && server.waitForOutput("hello")
                       && server.events(u"message"_s).last()[u"summary"_s] == u"second"_s;
            }()),
            60'000);
        QVERIFY(server.errors().contains("live.lua: loaded again"));
        server.kill();
    }

    void TextLinesShowTheSummary()
    {
        Serving server({u"--echo"_s, u"--jsonl"_s});
        QVERIFY(server.isListening);
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, server.name, u"--send-text"_s, u"login"_s,
                             u"--expect-text"_s, u"login"_s, u"--decoder"_s, m_words}),
                 0);
        QCOMPARE(client.output().count("  | Words: a word\n"), 2);
        server.kill();
    }

private:
    QString script(const QString& name, const QByteArray& source)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(source) != source.size()) {
            return {};
        }
        return path;
    }

    QTemporaryDir m_folder;
    QString m_session;
    QString m_words;
};

PIPESCOPE_GUILESS_TEST(DecoderCommandTest)

#include "tst_decoder_command.moc"
