#include "cli_process.h"

#include "core/wine.h"
#include "runner/register.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// `check`: who may come in, said by exit status, in words and as JSON.
class CheckTest : public QObject
{
    Q_OBJECT

private slots:
    void HighFindingIs1();
    void NothingFoundIs0();
    void LowerFindingsAre0();
    void WrongUseIs2_data();
    void WrongUseIs2();
    void MistakeInADescriptorIsPointedAt();
    void JsonHasEveryFinding();
    void UserOfTheServerIsTrusted();
    void MissingPipeIs3();
    void LivePipeIsChecked();
    void HelpNamesItsOptions();
};

void CheckTest::HighFindingIs1()
{
    CliProcess program;
    QCOMPARE(program.run({u"check"_s, u"--sddl"_s, u"D:(A;;GA;;;WD)"_s}), 1);
    const QByteArray text = program.output();
    QVERIFY2(text.startsWith("D:(A;;GA;;;WD)\n"), text.constData());
    QVERIFY2(
        text.contains("high    Everyone may write: Everyone (WD), entry 1  [everyone-write]\n"),
        text.constData());
    QVERIFY2(text.contains("\n        Fix: "), text.constData());
    // A mask has names.
    QVERIFY2(text.contains("\n        Rights: FILE_READ_DATA, FILE_WRITE_DATA, "
                           "FILE_CREATE_PIPE_INSTANCE, "),
             text.constData());
    QVERIFY2(text.contains("https://learn.microsoft.com/"), text.constData());
    QVERIFY2(text.endsWith("3 high\n"), text.constData());
}

void CheckTest::NothingFoundIs0()
{
    CliProcess program;
    QCOMPARE(program.run({u"check"_s, u"--sddl=D:P(A;;FA;;;SY)(A;;FA;;;BA)"_s}), 0);
    QVERIFY(program.output().endsWith("no findings\n"));
}

void CheckTest::LowerFindingsAre0()
{
    CliProcess program;
    QCOMPARE(program.run({u"check"_s, u"--sddl"_s, u"D:(A;;0x12019b;;;AU)"_s}), 0);
    QVERIFY2(program.output().endsWith("1 low\n"), program.output().constData());
}

void CheckTest::WrongUseIs2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing") << QStringList{} << QByteArray("specify either a pipe name");
    QTest::newRow("both") << QStringList{u"x"_s, u"--sddl"_s, u"D:"_s}
                          << QByteArray("specify either a pipe name");
    QTest::newRow("two names") << QStringList{u"x"_s, u"y"_s} << QByteArray("unexpected argument");
    QTest::newRow("value") << QStringList{u"--sddl"_s} << QByteArray("requires a value");
    QTest::newRow("option") << QStringList{u"--fast"_s} << QByteArray("unknown option --fast");
    QTest::newRow("user") << QStringList{u"--sddl"_s, u"D:"_s, u"--user"_s, u"no such account"_s}
                          << QByteArray("--user is invalid: ");
}

void CheckTest::WrongUseIs2()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    CliProcess program;
    QCOMPARE(program.run(QStringList{u"check"_s} + arguments), 2);
    QCOMPARE(program.output(), QByteArray());
    const QByteArray text = program.errors();
    QVERIFY2(text.contains(says), text.constData());
}

void CheckTest::MistakeInADescriptorIsPointedAt()
{
    CliProcess program;
    QCOMPARE(program.run({u"check"_s, u"--sddl"_s, u"D:(A;;QQ;;;SY)"_s}), 2);
    QByteArray text = program.errors();
    QVERIFY2(text.contains("invalid at character 7: unknown rights"), text.constData());
    QVERIFY2(text.replace("\r\n", "\n").contains("\n  D:(A;;QQ;;;SY)\n        ^\n"),
             text.constData());
}

void CheckTest::JsonHasEveryFinding()
{
    CliProcess program;
    QCOMPARE(
        program.run({u"check"_s, u"--json"_s, u"--sddl"_s, u"D:(A;;FW;;;WD)S:(ML;;NW;;;LW)"_s}), 1);
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(program.output(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(object["sddl"_L1].toString(), u"D:(A;;FW;;;WD)S:(ML;;NW;;;LW)"_s);
    const QJsonArray findings = object["findings"_L1].toArray();
    QCOMPARE(findings.size(), 3);
    const QJsonObject first = findings[0].toObject();
    QCOMPARE(first["rule"_L1].toString(), u"everyone-write"_s);
    QCOMPARE(first["severity"_L1].toString(), u"high"_s);
    QCOMPARE(first["sid"_L1].toString(), u"S-1-1-0"_s);
    QCOMPARE(first["entry"_L1].toInt(), 1);
    QVERIFY(first["rights"_L1].toArray().contains(u"FILE_WRITE_DATA"_s));
    QVERIFY(!first["rights"_L1].toArray().contains(u"FILE_READ_DATA"_s));
    for (const char* key : {"title", "allows", "fix", "reference", "url", "account"}) {
        QVERIFY2(!first[QLatin1String(key)].toString().isEmpty(), key);
    }
    QCOMPARE(findings[2].toObject()["rule"_L1].toString(), u"low-label"_s);
}

void CheckTest::UserOfTheServerIsTrusted()
{
    const QString sddl = u"D:P(A;;FA;;;S-1-5-21-1-2-3-1001)"_s;
    CliProcess unknown;
    QCOMPARE(unknown.run({u"check"_s, u"--sddl"_s, sddl}), 0);
    QVERIFY(unknown.output().contains("[create-instance]"));
    CliProcess known;
    QCOMPARE(known.run({u"check"_s, u"--sddl"_s, sddl, u"--user"_s, u"S-1-5-21-1-2-3-1001"_s}), 0);
    QVERIFY(known.output().endsWith("no findings\n"));
}

void CheckTest::MissingPipeIs3()
{
    CliProcess program;
    QCOMPARE(program.run({u"check"_s, uniquePipeName()}), 3);
    const QByteArray text = program.errors();
    QVERIFY2(text.contains("(not found)"), text.constData());
}

void CheckTest::LivePipeIsChecked()
{
    QString name = uniquePipeName();
#ifndef Q_OS_WIN
    // A folder of our own: /tmp is shared, which is a finding.
    QTemporaryDir folder;
    name = folder.filePath(u"pipe"_s);
#endif
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput("\"event\":\"opened\""), server.errors().constData());
    CliProcess program;
    const int status = program.run({u"check"_s, name, u"--json"_s});
    const QJsonObject object = QJsonDocument::fromJson(program.output()).object();
    QVERIFY2(object["target"_L1].toString().endsWith(name), program.errors().constData());
#ifdef Q_OS_WIN
    QVERIFY2(object["sddl"_L1].toString().contains(u"(A;;FA;;;BA)(A;;FA;;;SY)"_s),
             program.output().constData());
    QCOMPARE(status, 0);
    // Wine gives a pipe to the primary group, which is no expected owner; Windows to the user.
    const qsizetype expected = runsUnderWine() ? 1 : 0;
    QVERIFY2(object["findings"_L1].toArray().size() == expected, program.output().constData());
#else
    QCOMPARE(object["folderMode"_L1].toString(), u"0700"_s);
    QVERIFY(status == 0 || status == 1);
    QVERIFY(QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner));
    CliProcess closed;
    QCOMPARE(closed.run({u"check"_s, name}), 0);
    QVERIFY2(closed.output().contains("mode 0600"), closed.output().constData());
    QVERIFY(QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther));
    CliProcess open;
    QCOMPARE(open.run({u"check"_s, name}), 1);
    QVERIFY2(open.output().contains("[socket-others]"), open.output().constData());
#endif
}

void CheckTest::HelpNamesItsOptions()
{
    CliProcess program;
    QCOMPARE(program.run({u"check"_s, u"--help"_s}), 0);
    for (const char* option : {"check [NAME]", "--sddl", "--user", "--json"}) {
        QVERIFY2(program.output().contains(option), option);
    }
}

PIPESCOPE_GUILESS_TEST(CheckTest)
#include "tst_check.moc"
