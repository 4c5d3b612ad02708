#include "cli_process.h"

#include "pipecore/session/session.h"
#include "runner/register.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#    include <grp.h>
#    include <sys/stat.h>
#    include <sys/xattr.h>
#    include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

#ifndef Q_OS_WIN
struct stat facts(const QString& path)
{
    struct stat facts
    {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts : decltype(facts){};
}
#endif

} // namespace

/// `convert` and `stats`, on a session that the program itself has recorded.
class FilesCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session = m_folder.filePath(u"größe.pcapng"_s);
        recordEcho(m_session);
        QVERIFY(QFile::exists(m_session));
    }

    void TheEndingSaysTheFormat_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("jsonl") << u"jsonl"_s << QByteArray("{\"row\":1,");
        QTest::newRow("csv") << u"csv"_s << QByteArray("row,time,event,");
        QTest::newRow("text") << u"txt"_s << QByteArray("#1  ");
        QTest::newRow("html") << u"html"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("raw") << u"bin"_s << QByteArray("\x05\0\0\0login\x05\0\0\0login", 18);
        QTest::newRow("pcapng") << u"pcapng"_s << QByteArray("\x0a\x0d\x0d\x0a");
    }
    void TheEndingSaysTheFormat()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, start);
        const QString target = m_folder.filePath(u"out."_s + ending);
        CliProcess cli;
        QVERIFY2(cli.run({u"convert"_s, m_session, target}) == 0, cli.errors().constData());
        QVERIFY2(contents(target).startsWith(start), contents(target).left(50).constData());
        QCOMPARE(cli.errors(), QByteArray());
    }

    void ToStandardOutputInAnyFormat()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"convert"_s, m_session, u"-"_s, u"--format"_s, u"pcapng"_s}), 0);
        QVERIFY(cli.output() == contents(m_session));
        CliProcess lines;
        QCOMPARE(lines.run({u"convert"_s, m_session, u"-"_s, u"--format=jsonl"_s}), 0);
        QCOMPARE(lines.events(u"message"_s).size(), 4);
    }

    void OnlyTheRowsThatPass()
    {
        CliProcess cli;
        QVERIFY2(cli.run({u"convert"_s, m_session, u"-"_s, u"--format"_s, u"jsonl"_s, u"--filter"_s,
                          u"text contains \"login\" && dir == in"_s})
                     == 0,
                 cli.errors().constData());
        const auto events = cli.events();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0][u"text"_s], u"login"_s);
        QCOMPARE(events[0][u"direction"_s], u"received"_s);

        const QString target = m_folder.filePath(u"filtered.pcapng"_s);
        CliProcess again;
        QCOMPARE(again.run({u"convert"_s, m_session, target, u"--filter"_s, u"kind == message"_s}),
                 0);
        const auto file =
            pipecore::SessionFile::open(std::filesystem::path(target.toStdU16String()));
        QVERIFY(file);
        QCOMPARE((*file)->rowCount(), std::uint64_t(4));
    }

    void WrongUseIsExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("no names") << QStringList{u"convert"_s} << QByteArray("missing input file");
        QTest::newRow("no target")
            << QStringList{u"convert"_s, u"a"_s} << QByteArray("missing output file");
        QTest::newRow("strange ending")
            << QStringList{u"convert"_s, u"a"_s, u"b.doc"_s}
            << QByteArray("the extension of b.doc does not determine the format");
        QTest::newRow("output without a format")
            << QStringList{u"convert"_s, u"a"_s, u"-"_s} << QByteArray("requires --format");
        QTest::newRow("unknown format")
            << QStringList{u"convert"_s, u"a"_s, u"b"_s, u"--format"_s, u"doc"_s}
            << QByteArray("takes pcapng, jsonl, csv, text, html or raw, not \"doc\"");
        QTest::newRow("wrong filter")
            << QStringList{u"convert"_s, u"a"_s, u"b.csv"_s, u"--filter"_s, u"conn == == 3"_s}
            << QByteArray("is invalid at character 9");
        QTest::newRow("wrong framing rule")
            << QStringList{u"stats"_s, u"a"_s, u"--frames"_s, u"u32xe"_s}
            << QByteArray("\"u32xe\" is no framing rule: ");
        QTest::newRow("frames as pcapng")
            << QStringList{u"convert"_s, u"a"_s, u"b.pcapng"_s, u"--frames=line"_s}
            << QByteArray("--frames cannot write pcapng");
        QTest::newRow("nobody asks") << QStringList{u"stats"_s, u"a"_s, u"--asks=nobody"_s}
                                     << QByteArray("--asks takes client or server");
        QTest::newRow("three names") << QStringList{u"convert"_s, u"a"_s, u"b.csv"_s, u"c"_s}
                                     << QByteArray("unexpected argument");
        QTest::newRow("from standard input")
            << QStringList{u"convert"_s, u"-"_s, u"b.csv"_s} << QByteArray("not standard input");
        QTest::newRow("stats of nothing")
            << QStringList{u"stats"_s} << QByteArray("missing file name");
        QTest::newRow("stats, unknown option")
            << QStringList{u"stats"_s, u"a"_s, u"--yaml"_s} << QByteArray("unknown option --yaml");
    }
    void WrongUseIsExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, why);
        CliProcess cli;
        QCOMPARE(cli.run(arguments), 2);
        QVERIFY2(cli.errors().contains(why), cli.errors().constData());
        QCOMPARE(cli.output(), QByteArray());
    }

    void FilesThatAreNone()
    {
        CliProcess missing;
        QCOMPARE(missing.run({u"stats"_s, m_folder.filePath(u"none.pcapng"_s)}), 3);
        const QString text = m_folder.filePath(u"text.pcapng"_s);
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no session at all") > 0);
        file.close();
        CliProcess wrong;
        const QString target = m_folder.filePath(u"never.csv"_s);
        QCOMPARE(wrong.run({u"convert"_s, text, target}), 3);
        QVERIFY2(wrong.errors().contains("Not a pcapng file"), wrong.errors().constData());
        QVERIFY(!QFile::exists(target));
    }

    void ADamagedFileIsUsedAsFarAsItGoes()
    {
        const QString damaged = m_folder.filePath(u"damaged.pcapng"_s);
        QVERIFY(QFile::copy(m_session, damaged));
        QFile file(damaged);
        QVERIFY(file.resize(file.size() - 7));
        CliProcess cli;
        QCOMPARE(cli.run({u"convert"_s, damaged, u"-"_s, u"--format"_s, u"jsonl"_s}), 0);
        QVERIFY2(cli.errors().contains("The file ends within a block"), cli.errors().constData());
        QCOMPARE(cli.events(u"message"_s).size(), 4);
    }

    void OutputThatTakesNothingIs3_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("convert") << QStringList{u"convert"_s, m_session, u"-"_s, u"--format=csv"_s};
        QTest::newRow("stats") << QStringList{u"stats"_s, m_session};
    }
    void OutputThatTakesNothingIs3()
    {
        if (!QFile::exists(u"/dev/full"_s)) {
            QSKIP("needs /dev/full");
        }
        QFETCH(QStringList, arguments);
        CliProcess cli;
        cli.printTo(u"/dev/full"_s);
        QCOMPARE(cli.run(arguments), 3);
        QVERIFY2(cli.errors().contains("write failed: 28 ENOSPC"), cli.errors().constData());
        QCOMPARE(cli.errors().count("ENOSPC"), 1);
    }

#ifndef Q_OS_WIN
    void OnlyRegularFilesAreReplaced_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("takesBytes");
        const QString fifo = m_folder.filePath(u"fifo"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        const QString link = m_folder.filePath(u"link to a device"_s);
        QVERIFY(QFile::link(u"/dev/null"_s, link));
        // By links of our own: as root a program that did replace it would take it from everybody.
        const QString output = m_folder.filePath(u"link to standard output"_s);
        QVERIFY(QFile::link(u"/dev/stdout"_s, output));
        QTest::newRow("FIFO") << fifo << true;
        QTest::newRow("link to a device") << link << true;
        QTest::newRow("standard output") << output << true;
        QTest::newRow("folder") << m_folder.path() << false;
    }
    void OnlyRegularFilesAreReplaced()
    {
        QFETCH(QString, target);
        QFETCH(bool, takesBytes);
        const QByteArray path = QFile::encodeName(target);
        struct stat before
        {};
        QCOMPARE(::lstat(path.constData(), &before), 0);
        CliProcess cli;
        QCOMPARE(cli.run({u"convert"_s, m_session, target, u"--format=csv"_s}), 3);
        const QByteArray text = cli.errors();
        QVERIFY2(text.contains(path + " is a folder, a pipe or a device"), text.constData());
        QCOMPARE(text.contains("convert IN - --format"), takesBytes);
        struct stat after
        {};
        QCOMPARE(::lstat(path.constData(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
        QCOMPARE(after.st_mode, before.st_mode);
        QVERIFY(!QFile::exists(target + u".part0"_s));
    }

    void AnOutputThatIsAFileIsNotReplaced_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("stdout") << u"/dev/stdout"_s;
        QTest::newRow("fd") << u"/dev/fd/1"_s;
        QTest::newRow("proc") << u"/proc/self/fd/1"_s;
        const QString link = m_folder.filePath(u"link to a redirected output"_s);
        QVERIFY(QFile::link(u"/dev/stdout"_s, link));
        QTest::newRow("link") << link;
        const QString folder = m_folder.filePath(u"link to a folder"_s);
        QVERIFY(QFile::link(u"/proc/self/fd"_s, folder));
        QTest::newRow("through a folder") << folder + u"/1"_s;
    }
    void AnOutputThatIsAFileIsNotReplaced()
    {
        QFETCH(QString, target);
        // The shell's `(echo before; pipescope-cli convert IN /dev/stdout; echo after) > log`.
        const QString log = m_folder.filePath(u"log"_s);
        {
            QFile file(log);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("before\n");
        }
        QFile shell(log);
        QVERIFY(shell.open(QIODevice::Append));
        CliProcess cli;
        cli.printTo(log);
        QCOMPARE(cli.run({u"convert"_s, m_session, target, u"--format=csv"_s}), 3);
        const QByteArray text = cli.errors();
        QVERIFY2(text.contains("is already open for output"), text.constData());
        QVERIFY2(text.contains("convert IN - --format"), text.constData());
        shell.write("after\n");
        shell.close();
        QCOMPARE(contents(log), QByteArray("before\nafter\n"));
    }

    void ARecordingIntoAnOpenOutputIsRefused()
    {
        const QString log = m_folder.filePath(u"log of a server"_s);
        QVERIFY(QFile(log).open(QIODevice::WriteOnly));
        CliProcess cli;
        cli.printTo(log);
        QCOMPARE(cli.run({u"serve"_s, uniquePipeName(), u"--record"_s, u"/dev/stdout"_s}), 3);
        QVERIFY2(cli.errors().contains("--record -"), cli.errors().constData());
    }

    void AReplacedFileKeepsItsMode()
    {
        for (const mode_t mode : {0664U, 0600U, 0444U}) {
            const QString target = m_folder.filePath(u"mode.csv"_s);
            QVERIFY(QFile(target).open(QIODevice::WriteOnly));
            QCOMPARE(::chmod(QFile::encodeName(target).constData(), mode), 0);
            CliProcess cli;
            QCOMPARE(cli.run({u"convert"_s, m_session, target}), 0);
            QVERIFY(contents(target).startsWith("row,time"));
            QCOMPARE(facts(target).st_mode & 07777U, mode);
            QVERIFY(QFile::remove(target));
        }
    }

    void AReplacedFileKeepsItsOwner()
    {
        constexpr uid_t other = 65534;
        const QString target = m_folder.filePath(u"owner.csv"_s);
        QVERIFY(QFile(target).open(QIODevice::WriteOnly));
        if (::chown(QFile::encodeName(target).constData(), other, other) != 0) {
            QSKIP("only root gives files away");
        }
        CliProcess cli;
        QCOMPARE(cli.run({u"convert"_s, m_session, target}), 0);
        QCOMPARE(facts(target).st_uid, other);
        QCOMPARE(facts(target).st_gid, other);
        QCOMPARE(cli.errors(), QByteArray());
    }

    void AReplacedFileKeepsItsAccessList()
    {
        // Version 2; user::rw-, user:65533:r--, group::---, mask::r--, other::---
        const QByteArray list =
            QByteArray::fromHex("0200000001000600ffffffff02000400fdff000004000000ffffffff"
                                "10000400ffffffff20000000ffffffff");
        const QString target = m_folder.filePath(u"list.csv"_s);
        QVERIFY(QFile(target).open(QIODevice::WriteOnly));
        const QByteArray path = QFile::encodeName(target);
        const char* const name = "system.posix_acl_access";
        if (::setxattr(path.constData(), name, list.constData(), std::size_t(list.size()), 0)
            != 0) {
            QSKIP("no access lists on this file system");
        }
        CliProcess cli;
        QCOMPARE(cli.run({u"convert"_s, m_session, target}), 0);
        QByteArray kept(list.size() + 1, '\0');
        const ssize_t size =
            ::getxattr(path.constData(), name, kept.data(), std::size_t(kept.size()));
        QCOMPARE(kept.left(size), list);
        QVERIFY(contents(target).startsWith("row,time"));
    }

    void WhatTheSystemDoesNotLetItKeepIsSaid()
    {
        constexpr uid_t nobody = 65534;
        QTemporaryDir shared;
        const QString session = shared.filePath(u"in.pcapng"_s);
        const QString target = shared.filePath(u"out.csv"_s);
        QVERIFY(QFile::copy(m_session, session));
        QVERIFY(QFile(target).open(QIODevice::WriteOnly));
        const auto setMode = [](const QString& path, mode_t mode) {
            return ::chmod(QFile::encodeName(path).constData(), mode) == 0;
        };
        QVERIFY(setMode(shared.path(), 0777));
        QVERIFY(setMode(session, 0644));
        QVERIFY(setMode(target, 0664));
        if (::geteuid() != 0) {
            QSKIP("needs a second user");
        }
        CliProcess cli;
        cli.beforeExec([] {
            if (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0) {
                ::_exit(99);
            }
        });
        QCOMPARE(cli.run({u"convert"_s, session, target}), 0);
        QVERIFY2(cli.errors().contains("could not be kept"), cli.errors().constData());
        QVERIFY(contents(target).startsWith("row,time"));
        // The group's permissions were those of another group.
        QCOMPARE(facts(target).st_mode & 0777U, 0604U);
    }

    void ANewFileFollowsTheUmask()
    {
        const QString target = m_folder.filePath(u"new.csv"_s);
        CliProcess cli;
        cli.beforeExec([] { ::umask(027); });
        QCOMPARE(cli.run({u"convert"_s, m_session, target}), 0);
        QCOMPARE(facts(target).st_mode & 07777U, 0640U);
        // A recording is for its owner, whatever the umask.
        QCOMPARE(facts(m_session).st_mode & 07777U, 0600U);
    }

    void ALinkStaysALink_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("to a file") << true;
        QTest::newRow("to a file that is not there yet") << false;
    }
    void ALinkStaysALink()
    {
        QFETCH(bool, isThere);
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere;
        const QString file = elsewhere.filePath(u"real.csv"_s);
        QFile real(file);
        QVERIFY(!isThere || (real.open(QIODevice::WriteOnly) && real.write("old") == 3));
        real.close();
        // A link to a link, which is relative.
        const QString link = folder.filePath(u"link.csv"_s);
        QVERIFY(QFile::link(u"second.csv"_s, link));
        QVERIFY(QFile::link(file, folder.filePath(u"second.csv"_s)));
        CliProcess cli;
        QVERIFY2(cli.run({u"convert"_s, m_session, link}) == 0, cli.errors().constData());
        QVERIFY(QFileInfo(link).isSymbolicLink());
        QVERIFY(QFileInfo(folder.filePath(u"second.csv"_s)).isSymbolicLink());
        QVERIFY(!QFileInfo(file).isSymbolicLink());
        QVERIFY(contents(file).startsWith("row,time"));
    }

    void ALinkToItselfIsRefused()
    {
        const QString link = m_folder.filePath(u"loop.csv"_s);
        QVERIFY(QFile::link(u"loop.csv"_s, link));
        CliProcess cli;
        QCOMPARE(cli.run({u"convert"_s, m_session, link}), 3);
        QVERIFY2(cli.errors().contains("is a broken link"), cli.errors().constData());
        QVERIFY(QFileInfo(link).isSymbolicLink());
    }
#endif

    void AReaderThatLeavesIsNoError()
    {
#ifdef Q_OS_WIN
        QSKIP("QProcess lets the writing program inherit the reading end too");
#endif
        CliProcess reader;
        CliProcess cli;
        cli.printTo(reader);
        reader.start({u"--version"_s});
        QCOMPARE(reader.finish(), 0);
        cli.start({u"convert"_s, m_session, u"-"_s, u"--format=csv"_s});
        QCOMPARE(cli.finish(), 0);
        QCOMPARE(cli.errors(), QByteArray());
    }

    void StatsAddUp()
    {
        CliProcess cli;
        QVERIFY2(cli.run({u"stats"_s, m_session, u"--json"_s}) == 0, cli.errors().constData());
        const QJsonObject all = QJsonDocument::fromJson(cli.output()).object();
        QCOMPARE(all[u"messages"_s].toInt(), 4);
        QCOMPARE(all[u"bytes"_s].toInt(), 14);
        const QJsonArray connections = all[u"connections"_s].toArray();
        QCOMPARE(connections.size(), 1);
        const QJsonObject connection = connections[0].toObject();
        QCOMPARE(connection[u"received"_s][u"messages"_s].toInt(), 2);
        QCOMPARE(connection[u"sent"_s][u"bytes"_s].toInt(), 7);
        const QJsonObject latency = connection[u"latencyNs"_s].toObject();
        QCOMPARE(latency[u"replies"_s].toInt(), 2);
        QVERIFY(latency[u"p50"_s].toDouble() <= latency[u"p99"_s].toDouble());
        QVERIFY(latency[u"p99"_s].toDouble() <= latency[u"max"_s].toDouble());

        CliProcess people;
        QCOMPARE(people.run({u"stats"_s, m_session}), 0);
        QVERIFY2(people.output().contains("received   2 messages, 7 bytes"),
                 people.output().constData());
        QVERIFY(people.output().contains("replies    2: p50 "));
        QVERIFY(people.output().endsWith("all  1 connection, 4 messages, 14 bytes\n"));
    }

private:
    QTemporaryDir m_folder;
    QString m_session;
};

PIPESCOPE_GUILESS_TEST(FilesCommandTest)
#include "tst_files_command.moc"
