#pragma once

#include "file_descriptor.h"
#include "pipecore/engine/backend.h"
#include "pipecore/engine/inquiry_thread.h"
#include "poller.h"
#include "unix_channel.h"

#include <sys/types.h>

#include <deque>
#include <memory>
#include <string>

namespace pipecore {

/// A listening AF_UNIX socket and its file. Clients beyond the instances wait in its backlog.
class UnixListener final : public Listener, private Pollable
{
public:
    /// Binds `path`. A file left by a server that is gone is taken over; one of a living server, or
    /// anything that is not a socket, is left alone (NameInUse).
    static Result<std::unique_ptr<UnixListener>>
    open(Poller& poller, OverflowBuffer& overflow, AccountNames& accounts, InquiryThread& inquiries,
         const std::string& path, const ServerOptions& options);
    /// Removes the file, if it is still the one that was made here.
    ~UnixListener() override;

    Result<std::unique_ptr<Channel>> createInstance() override;

    /// Thread for the queries of channels about their clients.
    [[nodiscard]] InquiryThread& inquiries() { return m_inquiries; }
    void acceptFor(UnixChannel& channel);
    void stopAcceptingFor(const UnixChannel& channel);

private:
    UnixListener(Poller& poller, OverflowBuffer& overflow, AccountNames& accounts,
                 InquiryThread& inquiries, const ServerOptions& options);
    void onReady(std::uint32_t events) override;
    void onWatchRefused(const Error& error) override;
    [[nodiscard]] UnixChannel& nextWaiting();
    [[nodiscard]] int descriptor() const override { return m_socket.get(); }
    [[nodiscard]] std::optional<std::uint32_t> interest() const override;

    OverflowBuffer& m_overflow;
    AccountNames& m_accounts;
    InquiryThread& m_inquiries;
    PipeMode m_mode;
    Access m_access;
    std::uint32_t m_outBufferSize;
    std::uint32_t m_inBufferSize;
    FileDescriptor m_socket;
    std::string m_path;
    dev_t m_device = 0; ///< with m_inode, the file that was made here
    ino_t m_inode = 0;
    std::deque<UnixChannel*> m_waiting; ///< channels that accept, in order
};

} // namespace pipecore
