#include "unix_channel.h"

#include "file_descriptor.h"
#include "socket_options.h"
#include "unix_error.h"
#include "unix_listener.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace pipecore {
namespace {

/// Unread bytes thrown away at a graceful close; see UnixChannel::close().
constexpr int maxDrainReads = 1024;

/// Memory for messages longer than the read size is kept up to here.
constexpr std::size_t maxRetainedBuffer = std::size_t{4} * 1024 * 1024;

/// Payloads of one sendmsg or sendmmsg.
constexpr std::size_t maxParts = 64;

Error cancelled(std::string_view api)
{
    return systemError(api, ECANCELED);
}

/// The payloads as sendmsg(2) takes them, as many as there are `parts`.
std::span<iovec> describe(std::span<const ByteView> payloads, std::span<iovec> parts)
{
    const std::size_t count = std::min(payloads.size(), parts.size());
    for (std::size_t i = 0; i < count; ++i) {
        parts[i] = {const_cast<std::byte*>(payloads[i].data()), payloads[i].size()};
    }
    return parts.first(count);
}

} // namespace

UnixChannel::UnixChannel(Poller& poller, OverflowBuffer& overflow, AccountNames& accounts,
                         UnixListener& listener, PipeMode mode, Access access)
    : Pollable(poller)
    , m_overflow(overflow)
    , m_accounts(accounts)
    , m_listener(&listener)
    , m_mode(mode)
    , m_access(access)
{}

UnixChannel::UnixChannel(Poller& poller, OverflowBuffer& overflow, AccountNames& accounts,
                         std::string path, PipeMode mode, std::uint32_t bufferSize)
    : Pollable(poller)
    , m_overflow(overflow)
    , m_accounts(accounts)
    , m_path(std::move(path))
    , m_mode(mode)
    , m_bufferSize(bufferSize)
{}

UnixChannel::~UnixChannel()
{
    close(CloseMode::Graceful);
}

Completion& UnixChannel::complete(OperationKind kind)
{
    return m_poller.complete(*this, kind);
}

Result<void> UnixChannel::accept()
{
    m_accepting = true;
    m_listener->acceptFor(*this);
    return {};
}

void UnixChannel::accepted(Result<FileDescriptor> socket)
{
    m_accepting = false;
    Completion& completion = complete(OperationKind::Accept);
    if (socket) {
        m_socket = std::move(*socket);
        // A client that writes to an outbound server gets EPIPE. The other way round stays
        // open: a reader would leave on an immediate end.
        if (m_access == Access::Outbound) {
            shutdown(m_socket.get(), SHUT_RD);
        }
    } else {
        completion.error = socket.error();
    }
}

Result<void> UnixChannel::connect()
{
    const auto address = SocketAddress::make(m_path);
    FileDescriptor socket(::socket(AF_UNIX, socketType(m_mode) | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!address) {
        return std::unexpected(address.error());
    }
    if (!socket) {
        return std::unexpected(systemError("socket", errno));
    }
    if (auto prepared = prepareSocket(socket.get(), m_mode, m_bufferSize, m_bufferSize);
        !prepared) {
        return prepared;
    }
    int code = 0;
    const auto attempt = [&] {
        code = ::connect(socket.get(), address->get(), address->length()) == 0 ? 0 : errno;
    };
    if (!m_rights) {
        attempt();
    } else if (auto done = m_rights->run(attempt); !done) {
        return done;
    }
    if (code == 0) {
        m_socket = std::move(socket);
        complete(OperationKind::Connect);
    } else {
        complete(OperationKind::Connect).error = connectError(code, m_path);
    }
    return {};
}

Result<void> UnixChannel::read(std::size_t size)
{
    if (m_buffer.size() > std::max(size, maxRetainedBuffer)) {
        m_buffer = Bytes(size);
    } else if (m_buffer.size() < size) {
        m_buffer.resize(size);
    }
    m_readSize = size;
    m_reading = true;
    if (m_mode == PipeMode::Message && m_readAhead.shouldTry()) {
        readNow();
        m_readAhead.update(!m_reading);
    }
    if (m_reading && !isRegisteredFor(EPOLLIN)) {
        interestChanged();
    }
    return {};
}

Result<void> UnixChannel::watch()
{
    m_watching = true;
    interestChanged();
    return {};
}

Result<void> UnixChannel::write(ByteView data)
{
    m_toWrite = data;
    m_written = 0;
    m_writing = true;
    if (m_full) {
        interestChanged();
    } else {
        writeNow();
    }
    return {};
}

std::optional<std::uint32_t> UnixChannel::interest() const
{
    const std::uint32_t mask =
        (m_reading ? std::uint32_t{EPOLLIN} : 0U) | (m_writing ? std::uint32_t{EPOLLOUT} : 0U);
    // A hang-up is reported whatever the mask: without anybody to hear it, it would be so for ever.
    if (!m_socket || (mask == 0 && !m_watching)) {
        return std::nullopt;
    }
    return mask;
}

void UnixChannel::onReady(std::uint32_t events)
{
    // An interest that is no longer needed is removed when it is reported, not when the wait ends: the
    // next read or write mostly begins before that, and then nothing was to be done.
    if ((events & ~interest().value_or(0)) != 0) {
        interestChanged();
    }
    const bool ended = (events & (EPOLLHUP | EPOLLERR)) != 0;
    if (m_writing && (ended || (events & EPOLLOUT) != 0)) {
        writeNow();
    }
    if (m_reading && (ended || (events & EPOLLIN) != 0)) {
        readNow();
    }
    if (m_watching && ended) {
        m_watching = false;
        interestChanged();
        complete(OperationKind::Watch).endOfStream = true;
    }
}

void UnixChannel::onWatchRefused(const Error& error)
{
    if (std::exchange(m_reading, false)) {
        complete(OperationKind::Read).error = error;
    }
    if (m_writing) {
        endWrite().error = error;
    }
    if (std::exchange(m_watching, false)) {
        complete(OperationKind::Watch).error = error;
    }
}

// --- reading -----------------------------------------------------------------------------------

void UnixChannel::readNow()
{
    const bool isStream = m_mode == PipeMode::Byte;
    // The first part lands in the buffer, the rest of a longer message in the overflow.
    std::array<iovec, 2> parts{
        {{m_buffer.data(), isStream ? m_readSize : m_buffer.size()},
         {m_overflow.data(), m_overflow.data() == nullptr ? 0 : OverflowBuffer::size}}};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): recvmsg fills as much as it says
    ControlBuffer control;
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = isStream ? 1 : parts.size();
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    ssize_t result = recvmsg(m_socket.get(), &message, MSG_CMSG_CLOEXEC);
    int code = errno;
    if (result < 0 && code == ECONNRESET && !isStream) {
        // The peer closed with something of ours unread. Data it sent before comes after this error.
        message.msg_controllen = control.bytes.size();
        result = recvmsg(m_socket.get(), &message, MSG_CMSG_CLOEXEC);
        code = errno;
        if (result < 0 && code == EAGAIN) {
            code = ECONNRESET;
        }
    }
    std::uint32_t descriptors = 0;
    if (result >= 0 && message.msg_controllen != 0) {
        m_passed = PassedDescriptors::of(message);
        descriptors = m_passed ? static_cast<std::uint32_t>(m_passed->count()) : 0;
        if (!m_keepsPassed) {
            m_passed.reset();
        }
    }
    if (result >= 0 && (message.msg_flags & MSG_TRUNC) != 0) {
        m_reading = false;
        complete(OperationKind::Read).error = systemError(
            "recvmsg", EMSGSIZE,
            "a message of more than " + std::to_string(m_buffer.size() + OverflowBuffer::size)
                + " bytes arrived and was truncated by the system");
        return;
    }
    const bool carriesCredentials =
        !isStream && ((message.msg_flags & MSG_CTRUNC) != 0 || CMSG_FIRSTHDR(&message) != nullptr);
    const auto count = static_cast<std::size_t>(std::max<ssize_t>(result, 0));
    if (count > m_buffer.size()) {
        // The next one of this length comes into the buffer whole.
        const std::size_t beyond = count - m_buffer.size();
        m_buffer.insert(m_buffer.end(), m_overflow.data(), m_overflow.data() + beyond);
    }
    completeRead(result, code, ByteView(m_buffer).first(count), carriesCredentials, descriptors);
}

void UnixChannel::completeRead(ssize_t result, int code, ByteView data, bool carriesCredentials,
                               std::uint32_t descriptors)
{
    if (result < 0 && (code == EAGAIN || code == EINTR)) {
        return;
    }
    m_reading = false;
    Completion& completion = complete(OperationKind::Read);
    if (result > 0 || (result == 0 && carriesCredentials)) {
        completion.descriptors = descriptors;
        completion.bytes = data.size();
        completion.data = data;
    } else if (result == 0) {
        completion.endOfStream = true;
        completion.peerReads = !isHungUp();
    } else {
        completion.error = systemError("recvmsg", code);
        completion.endOfStream = completion.error->kind == ErrorKind::PeerClosed;
        completion.isReset = completion.endOfStream;
    }
}

/// Whether both directions are shut: the peer closed. One that shut down its sending side only
/// (SHUT_WR) gives EPOLLRDHUP without EPOLLHUP.
bool UnixChannel::isHungUp() const
{
    pollfd state{.fd = m_socket.get(), .events = 0, .revents = 0};
    return poll(&state, 1, 0) != 0; // also when it fails
}

// --- writing -----------------------------------------------------------------------------------

WriteProgress UnixChannel::writeAtOnce(std::span<const ByteView> payloads)
{
    if (m_full) {
        return {};
    }
    const bool isStream = m_mode == PipeMode::Byte;
    // A single message is the usual case, and the plain call the cheapest.
    const bool single = payloads.size() == 1 || m_toPass;
    const ssize_t result = single     ? sendOne(payloads.front())
                           : isStream ? sendStream(payloads)
                                      : sendMessages(payloads);
    if (result < 0) {
        m_full = errno == EAGAIN; // another error comes again from write()
        return {};
    }
    WriteProgress progress;
    if (isStream) {
        progress.part = static_cast<std::size_t>(result);
        while (progress.whole < payloads.size()
               && payloads[progress.whole].size() <= progress.part) {
            progress.part -= payloads[progress.whole++].size();
        }
    } else {
        progress.whole = single ? 1 : static_cast<std::size_t>(result);
    }
    m_full = progress.whole < payloads.size();
    return progress;
}

/// Bytes taken, or -1.
ssize_t UnixChannel::sendOne(ByteView payload)
{
    if (m_toPass) {
        return sendWithDescriptors(payload);
    }
    return send(m_socket.get(), payload.data(), payload.size(), MSG_NOSIGNAL);
}

/// The same, with the descriptors that are to go with the first byte.
ssize_t UnixChannel::sendWithDescriptors(ByteView payload)
{
    iovec part{const_cast<std::byte*>(payload.data()), payload.size()};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): as far as it is used it is filled
    ControlBuffer control;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    m_toPass->attachTo(message, control);
    const ssize_t result = sendmsg(m_socket.get(), &message, MSG_NOSIGNAL);
    if (result >= 0) {
        m_toPass.reset();
    }
    return result;
}

void UnixChannel::passWithNextWrite(std::unique_ptr<PassedFiles> files)
{
    // They came from a channel of the same backend.
    m_toPass.reset(static_cast<PassedDescriptors*>(files.release()));
}

/// Bytes taken, or -1.
ssize_t UnixChannel::sendStream(std::span<const ByteView> payloads) const
{
    std::array<iovec, maxParts> parts; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const std::span<iovec> used = describe(payloads, parts);
    msghdr message{};
    message.msg_iov = used.data();
    message.msg_iovlen = used.size();
    return sendmsg(m_socket.get(), &message, MSG_NOSIGNAL);
}

/// Messages taken, or -1.
ssize_t UnixChannel::sendMessages(std::span<const ByteView> payloads) const
{
    std::array<iovec, maxParts> parts; // NOLINT(cppcoreguidelines-pro-type-member-init)
    const std::span<iovec> used = describe(payloads, parts);
    std::array<mmsghdr, maxParts> messages; // NOLINT(cppcoreguidelines-pro-type-member-init)
    for (std::size_t i = 0; i < used.size(); ++i) {
        messages[i] = {};
        messages[i].msg_hdr.msg_iov = &used[i];
        messages[i].msg_hdr.msg_iovlen = 1;
    }
    return sendmmsg(m_socket.get(), messages.data(), static_cast<unsigned>(used.size()),
                    MSG_NOSIGNAL);
}

void UnixChannel::writeNow()
{
    m_full = false;
    bool raised = false;
    for (;;) {
        const ByteView rest = m_toWrite.subspan(m_written);
        const ssize_t result = sendOne(rest);
        const int code = errno;
        if (result >= 0) {
            m_written += static_cast<std::size_t>(result);
            if (m_written < m_toWrite.size()) {
                continue;
            }
            break;
        }
        if (code == EINTR) {
            continue;
        }
        if (code == EAGAIN) {
            interestChanged();
            return;
        }
        if (!raised && code == EMSGSIZE && raiseSendBuffer(m_socket.get(), m_toWrite.size())) {
            raised = true;
            continue;
        }
        const bool isTooLarge =
            code == EMSGSIZE || (code == ENOBUFS && m_mode == PipeMode::Message);
        endWrite().error = isTooLarge ? messageTooLarge(m_socket.get(), code, m_toWrite.size())
                                      : systemError("send", code);
        return;
    }
    endWrite();
}

Completion& UnixChannel::endWrite()
{
    m_writing = false;
    Completion& completion = complete(OperationKind::Write);
    completion.bytes = m_written;
    return completion;
}

// --- the end -----------------------------------------------------------------------------------

void UnixChannel::cancel()
{
    if (std::exchange(m_accepting, false)) {
        m_listener->stopAcceptingFor(*this);
        complete(OperationKind::Accept).error = cancelled("accept4");
    }
    if (std::exchange(m_reading, false)) {
        complete(OperationKind::Read).error = cancelled("recv");
    }
    if (std::exchange(m_watching, false)) {
        complete(OperationKind::Watch).error = cancelled("epoll_wait");
    }
    if (m_writing) {
        endWrite().error = cancelled("send");
    }
    if (m_ticket) {
        m_listener->inquiries().abandon(*std::exchange(m_ticket, nullptr));
        complete(OperationKind::Inquire).error = inquiryCancelled();
    }
    interestChanged();
}

void UnixChannel::close(CloseMode mode)
{
    if (!m_socket) {
        return;
    }
    forget();
    if (mode == CloseMode::Graceful) {
        // Closing with something unread makes the kernel tell the peer ECONNRESET, which a
        // SOCK_SEQPACKET reader sees before the messages it has not read. So it is read away.
        shutdown(m_socket.get(), SHUT_RDWR);
        std::array<std::byte, 4096> ignored{};
        for (int i = 0; i < maxDrainReads; ++i) {
            const ssize_t count =
                recv(m_socket.get(), ignored.data(), ignored.size(), MSG_DONTWAIT);
            if (count < 0 || (count == 0 && m_mode == PipeMode::Byte)) {
                break;
            }
        }
    }
    m_socket.reset();
}

} // namespace pipecore
