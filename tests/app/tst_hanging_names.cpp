// A window on a computer whose name service does not answer. The program that is tested is this one,
// started a second time: on Linux beside calls that never come back (tests/peers/preload).
#include "window_test.h"

#include "endpoints/endpoints_panel.h"
#include "identity/identity_card.h"
#include "runner/register.h"
#include "test_paths.h"

#ifdef Q_OS_WIN
#    include "backends/win32/system_calls.h"
#endif

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

#include <cstdio>
#include <optional>

using namespace pipescope;

namespace {

const QString namelessOption = QStringLiteral("--use-nameless-window");
constexpr qint64 delayMs = 1000; // that names may cost the end

#ifdef Q_OS_WIN
BOOL WINAPI neverComes(LPCWSTR /*system*/, PSID /*sid*/, LPWSTR /*name*/, LPDWORD /*nameSize*/,
                       LPWSTR /*domain*/, LPDWORD /*domainSize*/, PSID_NAME_USE /*use*/)
{
    for (;;) {
        Sleep(INFINITE);
    }
}
#endif

void tell(const char* line)
{
    std::printf("%s\n", line);
    std::fflush(stdout);
}

/// A window with a server, a client and the identity of both, which ends itself.
int useNamelessWindow(const QString& folder, bool namesHang)
{
#ifdef Q_OS_WIN
    if (namesHang) {
        pipecore::win32::systemCalls().lookupAccountSid = &neverComes;
    }
#else
    static_cast<void>(namesHang);
#endif
    setApplicationIdentity();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    MainWindow window(QDir(folder).filePath(QStringLiteral("journals")));
    window.start();
    window.show();
    tell("started");
    pipecore::ServerOptions server;
    server.name = WindowUnderTest::pipeName();
    pipecore::ClientOptions client;
    client.name = server.name;
    window.startServer(server);
    window.connectClient(client);
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &window, [&] {
        const auto facts = window.session().live()->recorder().facts().snapshot();
        if (facts.connections.size() < 2) {
            return;
        }
        poll.stop();
        for (const auto& connection : facts.connections) {
            emit window.findChild<EndpointsPanel*>()->identityRequested(connection.id);
        }
        tell(window.findChildren<IdentityCard*>().size() == 2 ? "asked" : "no cards");
        QTimer::singleShot(300, &window, [&window] {
            tell("ending");
            window.endAndClose();
        });
    });
    QObject::connect(&window, &MainWindow::closed, qApp, &QApplication::quit);
    poll.start(20);
    return QApplication::exec();
}

} // namespace

class HangingNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void WindowEndsAlthoughNamesNeverCome()
    {
#if defined(PIPESCOPE_SANITIZED) && !defined(Q_OS_WIN)
        QSKIP("the sanitizers' own calls come first");
#endif
        const auto usual = timeOfEnd(false);
        QVERIFY(usual);
        const auto delayed = timeOfEnd(true);
        QVERIFY(delayed);
        QVERIFY2(*delayed <= *usual + delayMs,
                 qPrintable(QStringLiteral("%1 ms, otherwise %2 ms").arg(*delayed).arg(*usual)));
    }

private:
    /// How long the program takes from its wish to end, in milliseconds.
    static std::optional<qint64> timeOfEnd(bool namesHang)
    {
        const QTemporaryDir folder;
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
#ifndef Q_OS_WIN
        const QString library = QStringLiteral(PIPESCOPE_PEER_DIR "/preloaded_calls.so");
        if (namesHang && !QFile::exists(library)) {
            qWarning("no library to preload");
            return std::nullopt;
        }
        if (namesHang) {
            environment.insert(QStringLiteral("LD_PRELOAD"), library);
            environment.insert(QStringLiteral("PIPESCOPE_NAMES_HANG"), QStringLiteral("1"));
            // Without it, Qt itself asks for the name of the user.
            environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder.path());
        }
#endif
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("tst_hanging_names"), namelessOption, folder.path(),
                       QString::number(int(namesHang))});
        const auto hasSaid = [&program](const char* line) {
            do {
                while (program.canReadLine()) {
                    if (program.readLine().trimmed() == line) {
                        return true;
                    }
                }
            } while (program.waitForReadyRead(WindowUnderTest::patienceMs));
            qWarning("it did not say \"%s\"", line);
            return false;
        };
        std::optional<qint64> taken;
        if (hasSaid("asked") && hasSaid("ending")) {
            QElapsedTimer clock;
            clock.start();
            if (program.waitForFinished(WindowUnderTest::patienceMs)
                && program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0) {
                taken = clock.elapsed();
            }
        }
        program.kill();
        program.waitForFinished();
        return taken;
    }
};

static int testOrUseNamelessWindow(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (const qsizetype use = arguments.indexOf(namelessOption);
        use > 0 && use + 2 < arguments.size()) {
        return useNamelessWindow(arguments.at(use + 1),
                                 arguments.at(use + 2) == QLatin1String("1"));
    }
    HangingNamesTest test;
    return QTest::qExec(&test, argc, argv);
}
PIPESCOPE_TEST_MAIN(testOrUseNamelessWindow)

#include "tst_hanging_names.moc"
