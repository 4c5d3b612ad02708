#include "start/app.h"

#include "session/paths.h"
#include "start/command_line.h"
#include "start/console.h"
#include "start/demo_script.h"
#include "widgets/language.h"
#include "widgets/theme.h"
#include "window/main_window.h"

#include <QApplication>
#include <QSettings>

#include <optional>

namespace pipescope {

namespace {

constexpr int wrongUse = 2;

/// Texts of the command line are needed before a window exists. Qt provides the complete arguments
/// on every system.
std::expected<CommandLine, QString> readArguments(int& argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    Language::instance().setCode(QSettings().value(QLatin1String("window/language")).toString());
    return parseCommandLine(QCoreApplication::arguments().mid(1));
}

void applyLook(const CommandLine& commandLine)
{
    const QSettings settings;
    Language::instance().setCode(
        commandLine.language.value_or(settings.value(QLatin1String("window/language")).toString()));
    const int mode = settings.value(QLatin1String("window/theme")).toInt();
    const bool isKnown = mode >= static_cast<int>(Theme::Mode::System)
                         && mode <= static_cast<int>(Theme::Mode::Dark);
    Theme::instance().setMode(
        commandLine.theme.value_or(isKnown ? static_cast<Theme::Mode>(mode) : Theme::Mode::System));
}

void followCommandLine(MainWindow& window, const CommandLine& commandLine)
{
    for (const QString& name : commandLine.servers) {
        pipecore::ServerOptions options;
        options.name = name.toStdString();
        window.startServer(options);
    }
    for (const QString& name : commandLine.clients) {
        pipecore::ClientOptions options;
        options.name = name.toStdString();
        window.connectClient(options);
    }
    if (commandLine.demo) {
        window.startDemo();
    }
    if (!commandLine.file.isEmpty()) {
        window.openFile(commandLine.file);
    } else if (!commandLine.isScripted()) {
        window.offerInterrupted();
    }
}

} // namespace

void setApplicationIdentity()
{
    QCoreApplication::setOrganizationName(QStringLiteral("PipeScope"));
    QCoreApplication::setApplicationName(QStringLiteral("PipeScope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PIPESCOPE_VERSION));
    QSettings::setDefaultFormat(QSettings::IniFormat);
}

int runApp(int& argc, char** argv)
{
    setApplicationIdentity();
    const auto commandLine = readArguments(argc, argv);
    const Console console(!commandLine || !commandLine->isScripted());
    if (!commandLine) {
        console.printError(commandLine.error());
        return wrongUse;
    }
    if (commandLine->help) {
        console.tell(commandLineHelp());
        return 0;
    }
    if (commandLine->version) {
        console.tell(QStringLiteral("PipeScope %1\n").arg(QStringLiteral(PIPESCOPE_VERSION)));
        return 0;
    }

    QApplication application(argc, argv);
    applyLook(*commandLine);
    MainWindow window(journalFolder());
    window.start();
    followCommandLine(window, *commandLine);
    std::optional<DemoScript> script;
    if (commandLine->demoSeconds) {
        script.emplace(window, *commandLine->demoSeconds, commandLine->demoOutput, console);
    }
    window.show();
    const int status = QApplication::exec();
    return script ? script->exitStatus() : status;
}

} // namespace pipescope
