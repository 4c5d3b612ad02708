#include "start/console.h"

#include "start/command_line.h"

#include <QCoreApplication>

#include <cstdio>

#ifdef Q_OS_WIN
#    include <windows.h>
#endif

namespace pipescope {

namespace {

struct ConsoleTexts
{
    Q_DECLARE_TR_FUNCTIONS(Console)
};

void write(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

#ifdef Q_OS_WIN
void showBox(const QString& text, UINT icon)
{
    // No Qt message box: an application may not exist yet.
    MessageBoxW(nullptr, reinterpret_cast<const wchar_t*>(text.utf16()), L"PipeScope",
                MB_OK | icon);
}

bool isConnected(DWORD which)
{
    const HANDLE handle = GetStdHandle(which);
    return handle != nullptr && handle != INVALID_HANDLE_VALUE;
}
#endif

} // namespace

Console::Console(bool interactive)
{
#ifdef Q_OS_WIN
    if (isConnected(STD_OUTPUT_HANDLE) || isConnected(STD_ERROR_HANDLE)) {
        return;
    }
    if (AttachConsole(ATTACH_PARENT_PROCESS)) {
        static_cast<void>(std::freopen("CONOUT$", "w", stdout));
        static_cast<void>(std::freopen("CONOUT$", "w", stderr));
        return;
    }
    m_showsBox = interactive;
#else
    Q_UNUSED(interactive)
#endif
}

void Console::tell(const QString& text) const
{
    write(stdout, text);
#ifdef Q_OS_WIN
    if (m_showsBox) {
        showBox(text, MB_ICONINFORMATION);
    }
#endif
}

void Console::printError(const QString& mistake) const
{
    write(stderr, ConsoleTexts::tr("pipescope: %1 (see pipescope --help)").arg(mistake)
                      + QLatin1Char('\n'));
#ifdef Q_OS_WIN
    if (m_showsBox) {
        showBox(mistake + QStringLiteral("\n\n") + commandLineHelp(), MB_ICONERROR);
    }
#endif
}

} // namespace pipescope
