#pragma once

#include "pipecore/base/error.h"
#include "pipecore/session/stream_recorder.h"

#include <functional>
#include <memory>
#include <string>

namespace pipescope::cli {

/// The way of a live recording to standard output, or to a pipe that another program has made.
class OutputPipe final : public pipecore::RecordStream
{
public:
    /// Refuses a terminal, which cannot display binary data, and an output that was
    /// closed by the parent process.
    [[nodiscard]] static pipecore::Result<std::unique_ptr<OutputPipe>> standardOutput();
    /// Opens a FIFO, or on Windows a named pipe (\\.\pipe\NAME), for writing; waits for its reader until
    /// `shouldEnd` (error Cancelled). Everything else is left as it is (InvalidArgument). What else the
    /// system says.
    [[nodiscard]] static pipecore::Result<std::unique_ptr<OutputPipe>>
    open(const std::string& path, const std::function<bool()>& shouldEnd);
    ~OutputPipe() override;

    [[nodiscard]] pipecore::Result<void> write(pipecore::ByteView bytes) override;
    [[nodiscard]] bool isReaderGone() override;
    void shortenWriteTimeout() override;

private:
    class Impl;
    explicit OutputPipe(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

#ifdef _WIN32
/// Whether the other end of a pipe is closed (FilePipeLocalInformation). False when the system does not
/// say. `pipe` is a HANDLE on which no call is pending, or the thread waits for that.
[[nodiscard]] bool isOtherEndClosed(void* pipe);
#endif

/// Errors of a live recording on every system.
[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsTerminal()
{
    return pipecore::refuse("A recording cannot be written to a terminal: pipe it to a program, "
                            "such as | wireshark -k -i -, or redirect it to a file");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsClosed()
{
    return pipecore::refuse("Standard output is closed: pipe the recording to a program, such as | "
                            "wireshark -k -i -, or redirect it to a file");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> outputIsNoPipe(const std::string& path)
{
    return pipecore::refuse(
        path
        + " is not a pipe: --fifo requires a pipe that another program reads, such as Wireshark. "
          "To record to a file, use serve or connect with --record FILE");
}

[[nodiscard]] inline std::unexpected<pipecore::Error> readerStalled()
{
    return pipecore::refuse("The reader of the recording has stopped reading",
                            pipecore::ErrorKind::TimedOut);
}

} // namespace pipescope::cli
