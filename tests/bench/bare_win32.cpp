#ifdef _WIN32

#    include "ends.h"

#    include "backends/win32/utf16.h"
#    include "pipecore/model/pipe_name.h"
#    include "pipecore/win32/handle.h"

#    include <windows.h>

#    include <algorithm>
#    include <array>
#    include <optional>
#    include <span>
#    include <stdexcept>
#    include <string>
#    include <utility>

namespace bench {
namespace {

using pipecore::PipeMode;
using pipecore::win32::FileHandle;
using pipecore::win32::KernelHandle;

[[noreturn]] void fail(const char* api)
{
    throw std::runtime_error(std::string(api) + " failed: " + std::to_string(GetLastError()));
}

std::wstring pathOf(const std::string& name)
{
    return pipecore::win32::toUtf16(pipecore::PipeName::parse(name).value().native()).value();
}

/// A single overlapped call at a time, and the rest for the next.
struct Transfer : OVERLAPPED
{
    Transfer() : OVERLAPPED{} {}
    OVERLAPPED* start()
    {
        static_cast<OVERLAPPED&>(*this) = {};
        inFlight = true;
        return this;
    }

    bool inFlight = false;
};

/// A connected pipe in a loop of GetQueuedCompletionStatusEx, ReadFile and WriteFile. One read and
/// one write are in flight, as in the engine.
class BareLoop
{
public:
    BareLoop(const Cell& cell, FileHandle pipe)
        : m_pipe(std::move(pipe))
        , m_port(CreateIoCompletionPort(m_pipe.get(), nullptr, 0, 1))
        , m_buffer(cell.mode == PipeMode::Byte ? readSize : std::max(readSize, cell.size))
    {
        if (!m_port) {
            fail("CreateIoCompletionPort");
        }
    }
    BareLoop(const BareLoop&) = delete;
    BareLoop& operator=(const BareLoop&) = delete;
    ~BareLoop()
    {
        CancelIoEx(m_pipe.get(), nullptr);
        while (m_read.inFlight || m_write.inFlight) {
            wait([](Transfer&) {});
        }
    }

    /// Returns when the app is done, or the other end is gone.
    template <typename App>
    void run(App& app)
    {
        while (!app.isDone() && !m_ended) {
            write(app);
            const bool writing = m_write.inFlight;
            if (!m_read.inFlight && !(App::holdsReadBuffer && writing)) {
                read(app);
            }
            if (!m_ended) {
                wait([this, &app](Transfer& done) { finish(done, app); });
            }
        }
    }

private:
    template <typename App>
    void write(App& app)
    {
        if (m_write.inFlight || !app.wantsToSend()) {
            return;
        }
        const ByteView message = bytesOf(app.next());
        if (WriteFile(m_pipe.get(), message.data(), static_cast<DWORD>(message.size()), nullptr,
                      m_write.start())
                == FALSE
            && GetLastError() != ERROR_IO_PENDING) {
            m_write.inFlight = false;
            m_ended = true;
        }
    }

    template <typename App>
    void read(App& app)
    {
        // A message that is longer than one read goes on behind what has come.
        if (m_received == 0) {
            m_place = app.readBuffer(m_buffer);
        }
        const std::size_t size = std::min(readSize, m_place.size() - m_received);
        if (ReadFile(m_pipe.get(), m_place.data() + m_received, static_cast<DWORD>(size), nullptr,
                     m_read.start())
            != FALSE) {
            return;
        }
        const DWORD code = GetLastError();
        if (code != ERROR_IO_PENDING && code != ERROR_MORE_DATA) {
            m_read.inFlight = false;
            m_ended = true;
        }
    }

    template <typename Handler>
    void wait(Handler handler)
    {
        std::array<OVERLAPPED_ENTRY, 8> entries;
        ULONG count = 0;
        if (GetQueuedCompletionStatusEx(m_port.get(), entries.data(), entries.size(), &count,
                                        INFINITE, FALSE)
            == FALSE) {
            fail("GetQueuedCompletionStatusEx");
        }
        for (ULONG i = 0; i < count; ++i) {
            auto& done = static_cast<Transfer&>(*entries[i].lpOverlapped);
            done.inFlight = false;
            handler(done);
        }
    }

    template <typename App>
    void finish(Transfer& done, App& app)
    {
        DWORD bytes = 0;
        const bool good = GetOverlappedResult(m_pipe.get(), &done, &bytes, FALSE) != FALSE;
        const bool isPart = !good && GetLastError() == ERROR_MORE_DATA;
        if (!good && !isPart) {
            m_ended = true;
        } else if (&done == &m_read) {
            m_received += bytes;
            if (!isPart) {
                app.received(ByteView(m_place).first(std::exchange(m_received, 0)));
            }
        }
    }

    static ByteView bytesOf(const Message& message) { return *message; }
    static ByteView bytesOf(ByteView bytes) { return bytes; }

    FileHandle m_pipe;
    KernelHandle m_port;
    Bytes m_buffer;
    std::span<std::byte> m_place; ///< of the read in flight
    std::size_t m_received = 0;
    Transfer m_read;
    Transfer m_write;
    bool m_ended = false;
};

class MeasuringBare final : public MeasuringEnd
{
public:
    MeasuringBare(const Cell& cell, const std::string& name)
        : MeasuringEnd(cell)
        , m_pipe(CreateNamedPipeW(
              pathOf(name).c_str(),
              PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
              (cell.mode == PipeMode::Byte ? PIPE_TYPE_BYTE | PIPE_READMODE_BYTE
                                           : PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE)
                  | PIPE_REJECT_REMOTE_CLIENTS,
              1, bufferSize, bufferSize, 0, nullptr))
    {
        if (!m_pipe) {
            fail("CreateNamedPipe");
        }
    }

    void waitForClient() override
    {
        OVERLAPPED overlapped{};
        const KernelHandle event(CreateEventW(nullptr, TRUE, FALSE, nullptr));
        overlapped.hEvent = event.get();
        DWORD ignored = 0;
        if (ConnectNamedPipe(m_pipe.get(), &overlapped) == FALSE
            && GetLastError() != ERROR_PIPE_CONNECTED
            && (GetLastError() != ERROR_IO_PENDING
                || GetOverlappedResult(m_pipe.get(), &overlapped, &ignored, TRUE) == FALSE)) {
            fail("ConnectNamedPipe");
        }
        m_loop.emplace(m_cell, std::move(m_pipe));
    }

private:
    void run() override { runMeasurement(*m_loop, m_measurement); }

    FileHandle m_pipe;
    std::optional<BareLoop> m_loop;
};

} // namespace

std::unique_ptr<MeasuringEnd> listenBare(const Cell& cell, const std::string& name)
{
    return std::make_unique<MeasuringBare>(cell, name);
}

void runBarePeer(const Cell& cell, const std::string& name)
{
    FileHandle pipe(CreateFileW(
        pathOf(name).c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING,
        FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION, nullptr));
    DWORD mode = cell.mode == PipeMode::Byte ? PIPE_READMODE_BYTE : PIPE_READMODE_MESSAGE;
    if (!pipe || SetNamedPipeHandleState(pipe.get(), &mode, nullptr, nullptr) == FALSE) {
        fail("CreateFile");
    }
    BareLoop loop(cell, std::move(pipe));
    runPeer(loop, cell);
}

} // namespace bench

#endif
