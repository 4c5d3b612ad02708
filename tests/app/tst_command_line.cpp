#include "runner/register.h"
#include "start/command_line.h"
#include "test_paths.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace pipescope;

namespace {

QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString program()
{
    QString path = QStringLiteral(PIPESCOPE_BIN_DIR "/pipescope");
#ifdef Q_OS_WIN
    path += QStringLiteral(".exe");
#endif
    return path;
}

struct Run
{
    int exitCode = -1;
    QString output;
    QString errors;
};

Run run(const QStringList& arguments)
{
    QProcess process;
    process.start(program(), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromLocal8Bit(process.readAllStandardOutput()),
            QString::fromLocal8Bit(process.readAllStandardError())};
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void NothingIsAnEmptyWindow()
    {
        const auto result = parseCommandLine({});
        QVERIFY(result);
        QVERIFY(result->servers.isEmpty() && result->clients.isEmpty() && result->file.isEmpty());
        QVERIFY(!result->demo && !result->isScripted() && !result->theme && !result->language);
    }

    void ServersAndClientsAreRepeatable()
    {
        const auto result = parseCommandLine(words("--server a --client b --server=c --client=d"));
        QVERIFY(result);
        QCOMPARE(result->servers, QStringList({QStringLiteral("a"), QStringLiteral("c")}));
        QCOMPARE(result->clients, QStringList({QStringLiteral("b"), QStringLiteral("d")}));
    }

    void OldSwitchesTakeANameOrTheirOwn()
    {
        const auto result = parseCommandLine(words("/server /CLIENT orders /Server /tmp/x.sock"));
        QVERIFY(result);
        QCOMPARE(result->servers,
                 QStringList({QStringLiteral("pipescope"), QStringLiteral("/tmp/x.sock")}));
        QCOMPARE(result->clients, QStringList({QStringLiteral("orders")}));
    }

    void AFileAloneIsOpened()
    {
        const auto alone = parseCommandLine(words("a.pcapng"));
        QVERIFY(alone);
        QCOMPARE(alone->file, QStringLiteral("a.pcapng"));
        const auto option = parseCommandLine(words("--open a.pcapng"));
        QVERIFY(option);
        QCOMPARE(option->file, QStringLiteral("a.pcapng"));
    }

    void LookAndScript()
    {
        const auto result = parseCommandLine(
            words("--theme dark --language en --demo-seconds 7 --demo-output out"));
        QVERIFY(result);
        QCOMPARE(result->theme, std::optional(Theme::Mode::Dark));
        QCOMPARE(result->language, std::optional(QStringLiteral("en")));
        QCOMPARE(result->demoSeconds, std::optional(7));
        QVERIFY(result->demo && result->isScripted());
        QCOMPARE(result->demoOutput, QStringLiteral("out"));
    }

    void MistakesNameTheirPlace_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        const auto add = [](const char* line, const char* named) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(named);
        };
        add("--bogus", "--bogus");
        add("-x", "-x");
        add("--server", "--server");
        add("--server=", "--server");
        add("--demo=yes", "--demo");
        add("--theme blue", "blue");
        add("--language xx", "xx");
        add("--demo-seconds 0", "0");
        add("--demo-seconds soon", "soon");
        add("--demo-output out", "--demo-seconds");
        add("a.pcapng b.pcapng", "b.pcapng");
    }
    void MistakesNameTheirPlace()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const auto result = parseCommandLine(line.split(QLatin1Char(' ')));
        QVERIFY(!result);
        QVERIFY2(result.error().contains(named), qPrintable(result.error()));
        QVERIFY(!result.error().contains(QLatin1Char('\n')));
    }

    void HelpNamesEveryOption()
    {
        const QString help = commandLineHelp();
        for (const char* option :
             {"--server", "--client", "--open", "--demo", "--demo-seconds", "--demo-output",
              "--theme", "--language", "--help", "--version", "/server", "/client"}) {
            QVERIFY2(help.contains(QLatin1String(option)), option);
        }
    }

    void ProgramAnswersWrongUse()
    {
        QVERIFY2(QFileInfo::exists(program()), qPrintable(program()));
        const Run wrong = run({QStringLiteral("--bogus")});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.errors.contains(QLatin1String("--bogus")), qPrintable(wrong.errors));
        QCOMPARE(wrong.errors.trimmed().count(QLatin1Char('\n')), 0);
        QVERIFY(wrong.output.isEmpty());
    }

    void ProgramTellsHelpAndVersion()
    {
        const Run help = run({QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.output.contains(QLatin1String("--server")));
        const Run version = run({QStringLiteral("--version")});
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.output.contains(QLatin1String(PIPESCOPE_VERSION)));
    }
};

PIPESCOPE_GUILESS_TEST(TestCommandLine)
#include "tst_command_line.moc"
