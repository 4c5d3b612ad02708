// Standard input and output on Windows: typed text, and readers that leave.
#include "cli_process.h"
#include "core/wine.h"
#include "runner/register.h"
#include "system/console.h"
#include "test_paths.h"

#include "pipecore/win32/handle.h"

#include <QDir>
#include <QTest>

#include <array>
#include <string>
#include <vector>

#include <windows.h>

using namespace Qt::Literals::StringLiterals;
using pipecore::win32::FileHandle;
using pipecore::win32::KernelHandle;

namespace {

const QString program = QStringLiteral(PIPESCOPE_BIN_DIR "/pipescope-cli.exe");
constexpr DWORD patienceMs = 30'000;

/// A pipescope-cli whose standard output is a pipe that only this test reads: QProcess would let it inherit
/// the reading end too, and its pipe would never break.
class PipedProgram
{
public:
    explicit PipedProgram(const QStringList& arguments)
    {
        SECURITY_ATTRIBUTES inherited{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
        HANDLE reader = nullptr;
        HANDLE writer = nullptr;
        if (CreatePipe(&reader, &writer, &inherited, 0) == FALSE) {
            return;
        }
        m_reader = KernelHandle(reader);
        const KernelHandle output(writer);
        SetHandleInformation(reader, HANDLE_FLAG_INHERIT, 0);
        const QString errors =
            QDir::temp().filePath(u"pipescope-errors-%1"_s.arg(GetCurrentProcessId()));
        const FileHandle problems(
            CreateFileW(reinterpret_cast<const wchar_t*>(QDir::toNativeSeparators(errors).utf16()),
                        GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                        &inherited, CREATE_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE, nullptr));
        STARTUPINFOW how{};
        how.cb = sizeof how;
        how.dwFlags = STARTF_USESTDHANDLES;
        how.hStdOutput = writer;
        how.hStdError = problems.get();
        PROCESS_INFORMATION made{};
        std::wstring line =
            (u'"' + QDir::toNativeSeparators(program) + u"\" "_s + arguments.join(u' '))
                .toStdWString();
        if (CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &how,
                           &made)
            != FALSE) {
            CloseHandle(made.hThread);
            m_process = KernelHandle(made.hProcess);
        }
    }
    PipedProgram(const PipedProgram&) = delete;
    PipedProgram& operator=(const PipedProgram&) = delete;
    ~PipedProgram()
    {
        if (m_process && WaitForSingleObject(m_process.get(), 0) != WAIT_OBJECT_0) {
            TerminateProcess(m_process.get(), 99);
        }
    }

    [[nodiscard]] explicit operator bool() const { return bool(m_process); }
    /// Waits for something of its output.
    [[nodiscard]] bool prints()
    {
        std::array<char, 256> room{};
        DWORD count = 0;
        return ReadFile(m_reader.get(), room.data(), static_cast<DWORD>(room.size()), &count,
                        nullptr)
                   != FALSE
               && count != 0;
    }
    void stopReading() { m_reader.reset(); }
    /// Its status; 9999 when it does not end.
    [[nodiscard]] DWORD finish()
    {
        DWORD status = 9999;
        if (WaitForSingleObject(m_process.get(), patienceMs) == WAIT_OBJECT_0) {
            GetExitCodeProcess(m_process.get(), &status);
        }
        return status;
    }

private:
    KernelHandle m_reader;
    KernelHandle m_process;
};

INPUT_RECORD keyOf(wchar_t character)
{
    INPUT_RECORD record{};
    record.EventType = KEY_EVENT;
    record.Event.KeyEvent.bKeyDown = TRUE;
    record.Event.KeyEvent.wRepeatCount = 1;
    record.Event.KeyEvent.wVirtualKeyCode = character == L'\r' ? VK_RETURN : 0;
    record.Event.KeyEvent.uChar.UnicodeChar = character;
    return record;
}

} // namespace

class StandardHandlesTest : public QObject
{
    Q_OBJECT

private slots:
    void IdleProgramNoticesThatItsReaderLeft_data();
    void IdleProgramNoticesThatItsReaderLeft();
    void IdleCaptureNoticesThatItsReaderLeft();
    void TypedTextIsUnicode();
};

void StandardHandlesTest::IdleProgramNoticesThatItsReaderLeft_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("lines") << QStringList{u"--jsonl"_s};
    QTest::newRow("recording") << QStringList{u"--record"_s, u"-"_s};
}

void StandardHandlesTest::IdleProgramNoticesThatItsReaderLeft()
{
    // As with | head: no error, and no message is needed that finds nobody.
    QFETCH(const QStringList, options);
    PipedProgram server(QStringList{u"serve"_s, uniquePipeName()} + options);
    QVERIFY(server);
    QVERIFY(server.prints());
    server.stopReading();
    QCOMPARE(quint32{server.finish()}, 0U);
}

void StandardHandlesTest::IdleCaptureNoticesThatItsReaderLeft()
{
    const QString fifo = u"\\\\.\\pipe\\"_s + uniquePipeName();
    FileHandle reader(CreateNamedPipeW(reinterpret_cast<const wchar_t*>(fifo.utf16()),
                                       PIPE_ACCESS_INBOUND, PIPE_TYPE_BYTE, 1, 0, 65536, 0,
                                       nullptr));
    QVERIFY(reader);
    CliProcess capture;
    capture.start({u"--capture"_s, u"--extcap-interface"_s, u"pipescope-serve"_s, u"--fifo"_s, fifo,
                   u"--name"_s, uniquePipeName()});
    QVERIFY(ConnectNamedPipe(reader.get(), nullptr) != FALSE
            || GetLastError() == ERROR_PIPE_CONNECTED);
    std::array<char, 4096> room{};
    DWORD count = 0;
    QVERIFY(ReadFile(reader.get(), room.data(), static_cast<DWORD>(room.size()), &count, nullptr)
            != FALSE);
    QVERIFY(count != 0);
    QVERIFY(capture.isRunning());
    reader.reset();
    QVERIFY2(capture.finish() == 0, capture.errors().constData());
}

void StandardHandlesTest::TypedTextIsUnicode()
{
    // A console gives ReadFile bytes of its code page, "ä" as 0x84. Keys are put into one of our own.
    const HANDLE before = GetStdHandle(STD_INPUT_HANDLE);
    FreeConsole();
    if (AllocConsole() == FALSE) {
        QSKIP("the system gives this process no console");
    }
    const FileHandle input(CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE,
                                       FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING,
                                       0, nullptr));
    QVERIFY(input);
    SetStdHandle(STD_INPUT_HANDLE, input.get());
    std::vector<INPUT_RECORD> keys;
    for (const wchar_t character : std::wstring(L"gr\u00f6\u00dfe \u20ac \U0001F600\r")) {
        keys.push_back(keyOf(character));
    }
    DWORD taken = 0;
    const bool isTyped =
        WriteConsoleInputW(input.get(), keys.data(), static_cast<DWORD>(keys.size()), &taken)
        != FALSE;
    if (!isTyped && runsUnderWine()) {
        QSKIP("Wine's console has no window without a display, and takes no keys");
    }
    QVERIFY(isTyped);
    QCOMPARE(quint32{taken}, quint32(keys.size()));
    std::string text;
    std::array<char, 8> room{}; // so that a line comes in several pieces
    while (!text.ends_with('\n')) {
        const auto count = pipescope::cli::Console::read(room);
        QVERIFY(count && *count != 0);
        text.append(room.data(), *count);
    }
    SetStdHandle(STD_INPUT_HANDLE, before);
    FreeConsole();
    QCOMPARE(QByteArray::fromStdString(text), QByteArray("größe € 😀\r\n"));
}

PIPESCOPE_GUILESS_TEST(StandardHandlesTest)
#include "tst_win32_standard_handles.moc"
