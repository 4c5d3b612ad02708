#pragma once

#include "client_rights.h"
#include "file_descriptor.h"
#include "overflow_buffer.h"
#include "passed_descriptors.h"
#include "pipecore/engine/account_names.h"
#include "pipecore/engine/backend.h"
#include "pipecore/engine/inquiry_thread.h"
#include "poller.h"
#include "socket_options.h"

#include <sys/socket.h>
#include <sys/types.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>

namespace pipecore {

class UnixListener;

/// Decides whether to try the next read at once, without epoll. In a flood it saves a
/// system call a message; in a dialogue it would waste one, so failed attempts make it try more
/// and more rarely.
class ReadAhead
{
public:
    /// A read is about to begin.
    [[nodiscard]] bool shouldTry() { return m_skipped++ >= m_toSkip; }
    /// Reports the result of the attempt.
    void update(bool foundData)
    {
        m_skipped = 0;
        m_toSkip = foundData ? 0 : std::min(2 * m_toSkip + 1, maxSkipped);
    }

private:
    static constexpr unsigned maxSkipped = 255;
    unsigned m_toSkip = 0;
    unsigned m_skipped = 0;
};

/// A connected (or connecting, or accepting) AF_UNIX socket.
class UnixChannel final : public Channel, private Pollable, private InquiryAsker
{
public:
    /// A server's instance.
    UnixChannel(Poller& poller, OverflowBuffer& overflow, AccountNames& accounts,
                UnixListener& listener, PipeMode mode, Access access);
    /// A client end.
    UnixChannel(Poller& poller, OverflowBuffer& overflow, AccountNames& accounts, std::string path,
                PipeMode mode, std::uint32_t bufferSize);
    ~UnixChannel() override;

    Result<void> accept() override;
    Result<void> connect() override;
    Result<void> read(std::size_t size) override;
    Result<void> write(ByteView data) override;
    WriteProgress writeAtOnce(std::span<const ByteView> payloads) override;
    void keepPassed() override { m_keepsPassed = true; }
    [[nodiscard]] std::unique_ptr<PassedFiles> takePassed() override { return std::move(m_passed); }
    void passWithNextWrite(std::unique_ptr<PassedFiles> files) override;
    Result<void> watch() override;
    Result<void> endSending() override { return shutSending(m_socket.get()); }
    [[nodiscard]] PipeFacts facts() const override;
    /// The credentials that the kernel noted, with their names from the helper thread.
    Result<void> inquire(const Inquiry& inquiry) override;
    [[nodiscard]] InquiryAnswer takeAnswer() override;
    void cancel() override;
    void close(CloseMode mode) override;
    [[nodiscard]] PeerInfo peer() const override;
    [[nodiscard]] Result<void> connectAsClientOf(const Channel& server) override;
    [[nodiscard]] Result<bool> isClientOfOtherUser() const override;

    /// From the listener: a client's socket, or why there is none.
    void accepted(Result<FileDescriptor> socket);

private:
    void onReady(std::uint32_t events) override;
    void onWatchRefused(const Error& error) override;
    [[nodiscard]] int descriptor() const override { return m_socket.get(); }
    [[nodiscard]] std::optional<std::uint32_t> interest() const override;

    void readNow();
    void completeRead(ssize_t result, int code, ByteView data, bool carriesCredentials,
                      std::uint32_t descriptors);
    void writeNow();
    Completion& endWrite();
    [[nodiscard]] bool isHungUp() const;
    [[nodiscard]] Result<ucred> credentials() const;
    [[nodiscard]] ssize_t sendOne(ByteView payload);
    [[nodiscard]] ssize_t sendWithDescriptors(ByteView payload);
    [[nodiscard]] ssize_t sendStream(std::span<const ByteView> payloads) const;
    [[nodiscard]] ssize_t sendMessages(std::span<const ByteView> payloads) const;
    void answered(Result<InquiryAnswer> answer) override;
    Completion& complete(OperationKind kind);

    OverflowBuffer& m_overflow;
    AccountNames& m_accounts;
    UnixListener* m_listener = nullptr;
    std::string m_path;
    PipeMode m_mode;
    Access m_access = Access::Duplex;
    std::uint32_t m_bufferSize = 0;
    std::optional<ClientRights> m_rights; ///< with which it connects; empty: our own
    FileDescriptor m_socket;

    bool m_accepting = false;
    bool m_reading = false;
    bool m_watching = false;
    bool m_writing = false;
    Bytes m_buffer;             ///< of the read; grows with the messages that come
    std::size_t m_readSize = 0; ///< asked for
    bool m_full = false;        ///< the socket took less than there was; until it is writable again
    ReadAhead m_readAhead;
    std::shared_ptr<InquiryThread::PendingInquiry> m_ticket; ///< of the question that is under way
    InquiryAnswer m_answer;
    bool m_keepsPassed = false;
    std::unique_ptr<PassedDescriptors> m_passed; ///< came with the last read
    std::unique_ptr<PassedDescriptors> m_toPass; ///< go with the next write
    ByteView m_toWrite;
    std::size_t m_written = 0;
};

} // namespace pipecore
