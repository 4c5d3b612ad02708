#include "engine/demo.h"

#include "session/paths.h"

#include "pipecore/session/session.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace pipescope;

class TestDemo : public QObject
{
    Q_OBJECT

private slots:
    void SaysSomethingOfEveryKind()
    {
        bool text = false;
        bool json = false;
        bool binary = false;
        bool empty = false;
        bool large = false;
        for (int step = 0; step < 16; ++step) {
            const pipecore::Bytes bytes = Demo::payload(step);
            const std::string_view view = pipecore::asText(bytes);
            text = text || view.starts_with("Hello");
            json = json || view.starts_with("{\"");
            binary = binary || (!view.empty() && view.front() == '\xA5');
            empty = empty || bytes.empty();
            large = large || bytes.size() > 4000;
        }
        QVERIFY(text && json && binary && empty && large);
    }

    /// The program as a script starts it: nobody is asked anything, everything is left in the folder.
    void RunsWithoutAPerson()
    {
        QTemporaryDir folder;
        QProcess process;
        QString program = QStringLiteral(PIPESCOPE_BIN_DIR "/pipescope");
#ifdef Q_OS_WIN
        program += QStringLiteral(".exe");
#endif
        process.start(program, {QStringLiteral("--demo"), QStringLiteral("--demo-seconds"),
                                QStringLiteral("4"), QStringLiteral("--demo-output"), folder.path(),
                                QStringLiteral("--theme"), QStringLiteral("dark"),
                                QStringLiteral("--language"), QStringLiteral("en")});
        QVERIFY(process.waitForFinished(90'000));
        const QString output = QString::fromLocal8Bit(process.readAllStandardOutput());
        const QString errors = QString::fromLocal8Bit(process.readAllStandardError());
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 qPrintable(output + errors));

        const QDir dir(folder.path());
        const QImage picture(dir.filePath(QStringLiteral("pipescope-demo.png")));
        QVERIFY(picture.width() >= 800 && picture.height() >= 500);

        QFile summary(dir.filePath(QStringLiteral("summary.txt")));
        QVERIFY(summary.open(QIODevice::ReadOnly | QIODevice::Text));
        const QString text = QString::fromUtf8(summary.readAll());
        QCOMPARE(output.split(QLatin1Char('\n')).first().trimmed(),
                 text.split(QLatin1Char('\n')).first());
        QVERIFY2(text.contains(QLatin1String("endpoints: 2\n")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("connections: 2\n")), qPrintable(text));

        const auto session = pipecore::SessionFile::open(
            toPath(dir.filePath(QStringLiteral("pipescope-demo.pcapng"))));
        QVERIFY(session.has_value());
        const auto totals = (*session)->facts().totals();
        QVERIFY2(totals.messages >= 12, qPrintable(QString::number(totals.messages)));
    }
};

PIPESCOPE_GUILESS_TEST(TestDemo)
#include "tst_demo.moc"
