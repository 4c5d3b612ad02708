#include "cli_process.h"

#include "commands/explain.h"
#include "commands/program.h"
#include "runner/register.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using pipecore::ErrorDomain;

namespace {

std::expected<pipescope::cli::ExplainArguments, std::string>
parseExplain(const QStringList& arguments)
{
    std::vector<std::string> line{"explain"};
    for (const QString& argument : arguments) {
        line.push_back(argument.toStdString());
    }
    const auto request = pipescope::cli::parseProgram(line);
    if (!request) {
        return std::unexpected(request.error());
    }
    const auto* explain =
        dynamic_cast<const pipescope::cli::ExplainCommand*>(request->command.get());
    return explain->arguments();
}

QByteArray textOf(const QStringList& arguments)
{
    const auto parsed = parseExplain(arguments);
    return parsed ? QByteArray::fromStdString(pipescope::cli::explainText(*parsed))
                  : QByteArray("refused: ") + parsed.error().c_str();
}

QJsonObject jsonOf(const QStringList& arguments)
{
    const auto parsed = parseExplain(arguments);
    return parsed ? QJsonDocument::fromJson(
                        QByteArray::fromStdString(pipescope::cli::explainJson(*parsed)))
                        .object()
                  : QJsonObject();
}

} // namespace

class CliExplainTest : public QObject
{
    Q_OBJECT

private slots:
    void TextNamesCodeSentenceCausesAndActions();
    void CallNarrowsTheCauses();
    void WithoutCallEachCauseSaysWhoseItIs();
    void UnusualCallIsSaidAndStillExplained();
    void BareNumberIsOfThisSystemAndMentionsTheOther();
    void DomainCanBeForced();
    void CallSaysWhoseNumberItIs();
    void StatusIsNamed();
    void LinesAreNotTooLong();
    void JsonHasEverything();
    void WrongUseIsExplained_data();
    void WrongUseIsExplained();
    void ProgramPrintsAndEndsWith0();
    void UnknownCodeEndsWith2();
    void AccessListIsComparedWithThisUser();
    void BusyPipeIsAskedForItsInstances();
    void HelpIsPrinted();
};

void CliExplainTest::TextNamesCodeSentenceCausesAndActions()
{
    const QByteArray text = textOf({u"ERROR_PIPE_BUSY"_s, u"--call"_s, u"CreateFile"_s});
    QVERIFY2(text.startsWith("231 (0xE7) ERROR_PIPE_BUSY, Win32, from CreateFile\n"),
             text.constData());
    QVERIFY(text.contains("all its instances are in use.\n"));
    QVERIFY(text.contains("\n 1. Only one attempt was made"));
    QVERIFY(text.contains("\n    -> Wait with WaitNamedPipe"));
}

void CliExplainTest::CallNarrowsTheCauses()
{
    const QByteArray creating = textOf({u"231"_s, u"--win32"_s, u"--call=createnamedpipew"_s});
    QVERIFY2(creating.contains("from CreateNamedPipe\n"), creating.constData());
    QVERIFY(creating.contains("nMaxInstances"));
    QVERIFY(!creating.contains("Only one attempt was made"));
    QVERIFY(!creating.contains("--call shows"));
}

void CliExplainTest::WithoutCallEachCauseSaysWhoseItIs()
{
    const QByteArray text = textOf({u"EACCES"_s});
    QVERIFY2(text.contains("1. [connect] "), text.constData());
    QVERIFY(text.contains(". [bind] "));
    QVERIFY(text.contains("--call shows the causes of one call, for example --call bind"));
}

void CliExplainTest::UnusualCallIsSaidAndStillExplained()
{
    const QByteArray text = textOf({u"5"_s, u"--win32"_s, u"--call"_s, u"DisconnectNamedPipe"_s});
    QVERIFY2(text.contains("DisconnectNamedPipe is not known to return this code; it comes from"),
             text.constData());
    QVERIFY(text.contains(". [CreateNamedPipe] "));
}

void CliExplainTest::BareNumberIsOfThisSystemAndMentionsTheOther()
{
    const QByteArray text = textOf({u"32"_s});
#ifdef Q_OS_WIN
    QVERIFY2(text.startsWith("32 (0x20) ERROR_SHARING_VIOLATION"), text.constData());
    QVERIFY(text.contains("32 of Linux is EPIPE: add --errno"));
#else
    QVERIFY2(text.startsWith("32 (0x20) EPIPE"), text.constData());
    QVERIFY(text.contains("32 of Win32 is ERROR_SHARING_VIOLATION: add --win32"));
#endif
    QVERIFY(!textOf({u"EPIPE"_s}).contains("add --"));
    QVERIFY(!textOf({u"0x80070020"_s}).contains("add --"));
}

void CliExplainTest::DomainCanBeForced()
{
    QVERIFY(textOf({u"32"_s, u"--errno"_s}).startsWith("32 (0x20) EPIPE, Linux\n"));
    QVERIFY(textOf({u"--win32"_s, u"32"_s}).startsWith("32 (0x20) ERROR_SHARING_VIOLATION, Win32"));
    QVERIFY(!textOf({u"32"_s, u"--errno"_s}).contains("add --"));
}

void CliExplainTest::CallSaysWhoseNumberItIs()
{
    QVERIFY(textOf({u"5"_s, u"--call"_s, u"CreateFile"_s}).startsWith("5 (0x5) ERROR_ACCESS"));
    QVERIFY(textOf({u"2"_s, u"--call"_s, u"connect"_s}).startsWith("2 (0x2) ENOENT"));
}

void CliExplainTest::StatusIsNamed()
{
    const QByteArray text = textOf({u"0xC000014B"_s});
    QVERIFY2(text.startsWith("109 (0x6D) ERROR_BROKEN_PIPE, Win32\nNTSTATUS: STATUS_PIPE_BROKEN\n"),
             text.constData());
    QVERIFY(textOf({u"-2147024665"_s}).startsWith("231 (0xE7) ERROR_PIPE_BUSY"));
}

void CliExplainTest::LinesAreNotTooLong()
{
    for (const auto domain : {ErrorDomain::Win32, ErrorDomain::Errno}) {
        for (const std::uint32_t code : pipecore::explainedCodes(domain)) {
            const QByteArray text =
                textOf({QString::number(code),
                        domain == ErrorDomain::Win32 ? u"--win32"_s : u"--errno"_s});
            for (const QByteArray& line : text.split('\n')) {
                QVERIFY2(line.size() <= 100, line.constData());
                QVERIFY2(!line.endsWith(' '), line.constData());
            }
        }
    }
}

void CliExplainTest::JsonHasEverything()
{
    const QJsonObject json = jsonOf({u"STATUS_PIPE_BUSY"_s, u"--call"_s, u"CreateFile"_s});
    QCOMPARE(json.value("domain"_L1).toString(), u"win32"_s);
    QCOMPARE(json.value("code"_L1).toInt(), 231);
    QCOMPARE(json.value("name"_L1).toString(), u"ERROR_PIPE_BUSY"_s);
    QCOMPARE(json.value("status"_L1).toString(), u"STATUS_PIPE_BUSY"_s);
    QCOMPARE(json.value("call"_L1).toString(), u"CreateFile"_s);
    QVERIFY(json.value("what"_L1).toString().contains(u"in use"_s));
    const QJsonArray causes = json.value("causes"_L1).toArray();
    QVERIFY(causes.size() > 2);
    const QJsonObject first = causes.first().toObject();
    QVERIFY(first.value("cause"_L1).toString().startsWith(u"Only one attempt was made"_s));
    QVERIFY(!first.value("action"_L1).toString().isEmpty());
    QVERIFY(first.value("calls"_L1).toArray().contains(u"CreateFile"_s));
    QVERIFY(json.value("calls"_L1).toArray().contains(u"CreateNamedPipe"_s));
    QVERIFY(!json.contains("otherSystem"_L1));
    QVERIFY(jsonOf({u"32"_s}).contains("otherSystem"_L1));
}

void CliExplainTest::WrongUseIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const QStringList& arguments, const char* reason) {
        QTest::newRow(name) << arguments << QByteArray(reason);
    };
    row("nothing", {}, "missing code");
    row("no code", {u"--json"_s}, "missing code");
    row("two codes", {u"5"_s, u"6"_s}, "unexpected argument");
    row("unknown code", {u"ERROR_NOPE"_s}, "not a known code name");
    row("both systems", {u"5"_s, u"--errno"_s, u"--win32"_s}, "cannot be combined with --");
    row("wrong system", {u"EPIPE"_s, u"--win32"_s}, "EPIPE is a code of Linux: remove --win32");
    row("unknown call", {u"5"_s, u"--call"_s, u"CreateMutex"_s}, "not \"CreateMutex\"");
    row("call without name", {u"5"_s, u"--call"_s}, "--call requires");
    row("call of the other system", {u"EPIPE"_s, u"--call"_s, u"CreateFile"_s},
        "CreateFile is a call of Win32, and EPIPE is a code of Linux: use one of send");
    row("pipe without name", {u"5"_s, u"--pipe"_s}, "--pipe requires a value");
    row("wrong pipe", {u"5"_s, u"--pipe"_s, u"\\a"_s}, "character 1");
    row("pipe with another code", {u"109"_s, u"--win32"_s, u"--pipe"_s, u"orders"_s},
        "--pipe applies only to 5 ERROR_ACCESS_DENIED");
    row("unknown access", {u"5"_s, u"--access"_s, u"both"_s}, "duplex, inbound or outbound");
    row("unknown mode", {u"5"_s, u"--mode"_s, u"stream"_s}, "takes message or byte");
    row("unknown option", {u"5"_s, u"--echo"_s}, "--echo is not an option of explain");
}

void CliExplainTest::WrongUseIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, reason);
    const auto parsed = parseExplain(arguments);
    QVERIFY(!parsed);
    QVERIFY2(QByteArray(parsed.error().c_str()).contains(reason), parsed.error().c_str());
}

void CliExplainTest::ProgramPrintsAndEndsWith0()
{
    CliProcess program;
    QCOMPARE(program.run({u"explain"_s, u"0x800700E7"_s}), 0);
    QVERIFY(program.output().startsWith("231 (0xE7) ERROR_PIPE_BUSY, Win32\n"));
    QCOMPARE(program.errors(), QByteArray());
    CliProcess json;
    QCOMPARE(json.run({u"explain"_s, u"EPIPE"_s, u"--json"_s}), 0);
    QCOMPARE(json.output().count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(json.output()).object().value("code"_L1).toInt(), 32);
}

void CliExplainTest::UnknownCodeEndsWith2()
{
    CliProcess program;
    QCOMPARE(program.run({u"explain"_s, u"4999"_s}), 2);
    QCOMPARE(program.output(), QByteArray());
    const QByteArray line = program.errors();
    QVERIFY2(line.startsWith("pipescope-cli: explain: \"4999\" is not "), line.constData());
    QVERIFY2(line.contains("write a number (231, 0xE7)"), line.constData());
    QCOMPARE(line.count('\n'), 1);
}

void CliExplainTest::HelpIsPrinted()
{
    CliProcess program;
    QCOMPARE(program.run({u"explain"_s, u"--help"_s}), 0);
    QVERIFY(program.output().contains("explain CODE"));
    CliProcess none;
    QCOMPARE(none.run({}), 2);
    QVERIFY(none.errors().contains(", explain"));
}

void CliExplainTest::AccessListIsComparedWithThisUser()
{
    const QString name = uniquePipeName();
    CliProcess server;
    QStringList serve{u"serve"_s, name, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s};
#ifdef Q_OS_WIN
    // Everybody may read it, and read its list; nobody may write.
    serve << u"--sddl"_s << u"D:P(A;;FR;;;WD)"_s;
#endif
    server.start(serve);
    QVERIFY2(server.waitForOutput("\"opened\""), server.errors().constData());
    CliProcess program;
    const int status =
        program.run({u"explain"_s, u"5"_s, u"--win32"_s, u"--pipe"_s, name, u"--json"_s});
#ifdef Q_OS_WIN
    QVERIFY2(status == 0, program.errors().constData());
    const auto object = QJsonDocument::fromJson(program.output()).object();
    const QString found = object.value("comparison"_L1).toArray().at(0).toString();
    QVERIFY2(found.startsWith("No entry of the pipe's access list grants this user"_L1),
             qPrintable(found));
    QVERIFY2(found.contains("write"_L1, Qt::CaseInsensitive), qPrintable(found));
    QCOMPARE(server.finish(), 0);

    CliProcess nobody;
    QCOMPARE(nobody.run({u"explain"_s, u"5"_s, u"--pipe"_s, name}), 3);
    QVERIFY2(nobody.errors().contains("not found"), nobody.errors().constData());
#else
    QCOMPARE(status, 3);
    QVERIFY2(program.errors().contains("not supported"), program.errors().constData());
#endif
}

void CliExplainTest::BusyPipeIsAskedForItsInstances()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--instances"_s, u"1"_s,
                  u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.waitForOutput("\"opened\""), server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, name, u"--jsonl"_s});
    QVERIFY2(client.waitForOutput("\"connected\""), client.errors().constData());
    CliProcess program;
    const int status = program.run({u"explain"_s, u"231"_s, u"--win32"_s, u"--pipe"_s, name});
#ifdef Q_OS_WIN
    QVERIFY2(status == 0, program.errors().constData());
    QVERIFY2(program.output().contains("No instance waits for a client"),
             program.output().constData());
#else
    QCOMPARE(status, 3);
    QVERIFY2(program.errors().contains("no limit of instances"), program.errors().constData());
#endif
    client.kill();
    QCOMPARE(server.finish(), 0);
    QCOMPARE(server.events(u"connected"_s).size(), 1); // and nobody came for the question
}

PIPESCOPE_GUILESS_TEST(CliExplainTest)
#include "tst_explain_command.moc"
