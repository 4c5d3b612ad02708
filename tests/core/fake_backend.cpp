#include "fake_backend.h"

#include <algorithm>
#include <utility>

using namespace pipecore;

namespace {

Error fakeError(ErrorKind kind, std::string_view api)
{
    return {.kind = kind, .api = api};
}

/// Messages that a direction buffers, however small: systems have such a limit too.
constexpr std::size_t maxBuffered = 1024;

/// A client that may read everything and nothing else.
InquiryAnswer answerTo(const Inquiry& inquiry)
{
    if (const auto* const access = std::get_if<AccessInquiry>(&inquiry)) {
        AccessAnswer answer;
        answer.target = access->target;
        answer.requested = access->requested;
        answer.isAllowed = access->requested == RequestedAccess::Read;
        return std::make_shared<const AccessAnswer>(std::move(answer));
    }
    ClientIdentity identity;
    identity.processId = 4711;
    identity.token.user = Account{.id = "S-1-5-21-1", .name = "FAKE\\somebody"};
    return std::make_shared<const ClientIdentity>(std::move(identity));
}

} // namespace

class FakeListener final : public Listener
{
public:
    FakeListener(FakeBackend& owner, std::string pipeName, const ServerOptions& options)
        : backend(owner)
        , name(std::move(pipeName))
        , mode(options.mode)
        , capacity(std::max<std::size_t>(options.inBufferSize, 1))
    {}
    ~FakeListener() override
    {
        const std::scoped_lock lock(backend.m_pipes->mutex);
        backend.m_pipes->listeners.erase(name);
    }
    Result<std::unique_ptr<Channel>> createInstance() override;

    FakeBackend& backend;
    std::string name;
    PipeMode mode;
    std::size_t capacity; ///< bytes a direction buffers
    std::deque<FakeChannel*> accepting;
};

/// All members are guarded by FakePipes::mutex.
class FakeChannel final : public Channel
{
public:
    FakeChannel(FakeBackend& backend, FakeListener* listener, std::string name, PipeMode readMode)
        : m_backend(backend)
        , m_listener(listener)
        , m_name(std::move(name))
        , m_readMode(readMode)
    {
        const std::scoped_lock lock(mutex());
        m_backend.m_channels.push_back(this);
    }
    ~FakeChannel() override
    {
        close(CloseMode::Graceful);
        const std::scoped_lock lock(mutex());
        std::erase(m_backend.m_channels, this);
    }

    Result<void> accept() override
    {
        const std::scoped_lock lock(mutex());
        ++m_backend.m_acceptCalls;
        if (m_backend.m_acceptRefusal) {
            return std::unexpected(*m_backend.m_acceptRefusal);
        }
        started();
        if (!failsByOrder(OperationKind::Accept)) {
            m_listener->accepting.push_back(this);
        }
        return {};
    }

    Result<void> connect() override
    {
        const std::scoped_lock lock(mutex());
        started();
        if (failsByOrder(OperationKind::Connect)) {
            return {};
        }
        auto& listeners = m_backend.m_pipes->listeners;
        const auto found = listeners.find(m_name);
        if (found == listeners.end()) {
            finish({.kind = OperationKind::Connect,
                    .error = fakeError(ErrorKind::NotFound, "CreateFile")});
        } else if (found->second->accepting.empty()) {
            finish({.kind = OperationKind::Connect,
                    .error = fakeError(ErrorKind::Busy, "CreateFile")});
        } else {
            FakeListener& listener = *found->second;
            FakeChannel& server = *listener.accepting.front();
            listener.accepting.pop_front();
            m_peer = &server;
            server.m_peer = this;
            m_message = server.m_message = listener.mode == PipeMode::Message;
            m_capacity = server.m_capacity = listener.capacity;
            server.finish({.kind = OperationKind::Accept});
            if (std::exchange(m_backend.m_pipes->repeatsArrival, false)) {
                server.started();
                server.finish({.kind = OperationKind::Accept});
            }
            finish({.kind = OperationKind::Connect});
        }
        return {};
    }

    Result<void> read(std::size_t size) override
    {
        const std::scoped_lock lock(mutex());
        started();
        m_buffer.resize(size);
        if (!failsByOrder(OperationKind::Read)) {
            m_reading = true;
            serveRead();
        }
        return {};
    }

    Result<void> write(ByteView data) override
    {
        const std::scoped_lock lock(mutex());
        if (m_peer == nullptr) {
            return std::unexpected(fakeError(ErrorKind::PeerClosed, "WriteFile"));
        }
        started();
        if (failsByOrder(OperationKind::Write)) {
            return {};
        }
        m_peer->m_inbox.push_back({Bytes(data.begin(), data.end()), 0});
        m_peer->m_inboxBytes += data.size();
        m_writing = true;
        m_writeBytes = data.size();
        m_peer->serveRead();
        serveWrite();
        return {};
    }

    /// As Windows: only one who reads or writes is told. As AF_UNIX after the end of the input.
    Result<void> watch() override
    {
        const std::scoped_lock lock(mutex());
        if (!m_inputEnded) {
            return std::unexpected(fakeError(ErrorKind::NotSupported, "watch"));
        }
        started();
        m_watching = true;
        serveWatch();
        return {};
    }

    Result<void> endSending() override
    {
        const std::scoped_lock lock(mutex());
        tellEndOfSending();
        return {};
    }

    /// Under the lock: the peer will read the end after what it has.
    void tellEndOfSending()
    {
        if (m_peer != nullptr) {
            m_peer->m_inputEnded = true;
            m_peer->serveRead();
        }
    }

    Result<void> inquire(const Inquiry& inquiry) override
    {
        if (m_listener == nullptr) {
            return Channel::inquire(inquiry);
        }
        const std::scoped_lock lock(mutex());
        started();
        if (failsByOrder(OperationKind::Inquire)) {
            return {};
        }
        m_answer = answerTo(inquiry);
        m_inquiring = m_backend.m_holdInquiries;
        if (!m_inquiring) {
            finish({.kind = OperationKind::Inquire});
        }
        return {};
    }

    InquiryAnswer takeAnswer() override { return std::exchange(m_answer, {}); }

    void cancel() override
    {
        const std::scoped_lock lock(mutex());
        if (std::exchange(m_inquiring, false)) {
            finish({.kind = OperationKind::Inquire,
                    .error = fakeError(ErrorKind::Cancelled, "ImpersonateNamedPipeClient")});
        }
        if (m_listener != nullptr && std::erase(m_listener->accepting, this) != 0) {
            finish({.kind = OperationKind::Accept,
                    .error = fakeError(ErrorKind::Cancelled, "ConnectNamedPipe")});
        }
        if (std::exchange(m_reading, false)) {
            finish({.kind = OperationKind::Read,
                    .error = fakeError(ErrorKind::Cancelled, "ReadFile")});
        }
        if (std::exchange(m_watching, false)) {
            finish(
                {.kind = OperationKind::Watch, .error = fakeError(ErrorKind::Cancelled, "watch")});
        }
        if (std::exchange(m_writing, false)) {
            // The last message was ours, and goes with the cancelled write.
            if (m_peer != nullptr && !m_peer->m_inbox.empty()) {
                const Message& last = m_peer->m_inbox.back();
                m_peer->m_inboxBytes -= last.data.size() - last.read;
                m_peer->m_inbox.pop_back();
            }
            finish({.kind = OperationKind::Write,
                    .error = fakeError(ErrorKind::Cancelled, "WriteFile")});
        }
    }

    void close(CloseMode mode) override
    {
        const std::scoped_lock lock(mutex());
        if (m_peer == nullptr) {
            return;
        }
        FakeChannel& peer = *std::exchange(m_peer, nullptr);
        peer.m_peer = nullptr;
        if (mode == CloseMode::Abortive && m_listener != nullptr) {
            peer.m_inbox.clear();
            peer.m_inboxBytes = 0;
        }
        peer.m_ended = true;
        peer.serveRead();
        peer.serveWrite();
        peer.serveWatch();
    }

    [[nodiscard]] Result<bool> isClientOfOtherUser() const override
    {
        return m_backend.m_clientsAreOthers.load();
    }

    [[nodiscard]] PeerInfo peer() const override
    {
        const Error error = fakeError(ErrorKind::NotSupported, "GetNamedPipeClientProcessId");
        return {.processId = std::unexpected(error),
                .image = std::unexpected(error),
                .user = std::unexpected(error)};
    }

private:
    struct Message
    {
        Bytes data;
        std::size_t read = 0;
    };

    std::mutex& mutex() const { return m_backend.m_pipes->mutex; }
    void started() { ++m_backend.m_inFlight; }
    void finish(Completion completion)
    {
        completion.channel = this;
        m_backend.m_ready.push_back(std::move(completion));
        m_backend.m_changed.notify_one();
    }
    bool failsByOrder(OperationKind kind)
    {
        auto& faults = m_backend.m_faults[kind];
        if (faults.empty()) {
            return false;
        }
        finish({.kind = kind, .error = faults.front()});
        faults.pop_front();
        return true;
    }
    void serveRead()
    {
        if (!m_reading) {
            return;
        }
        if (m_inbox.empty()) {
            if (m_ended) {
                m_reading = false;
                finish({.kind = OperationKind::Read,
                        .endOfStream = true,
                        .error = fakeError(ErrorKind::PeerClosed, "ReadFile")});
            } else if (m_inputEnded) {
                m_reading = false;
                finish({.kind = OperationKind::Read, .endOfStream = true, .peerReads = true});
            }
            return;
        }
        m_reading = false;
        Message& message = m_inbox.front();
        const std::size_t count = std::min(m_buffer.size(), message.data.size() - message.read);
        std::copy_n(message.data.begin() + static_cast<std::ptrdiff_t>(message.read), count,
                    m_buffer.begin());
        message.read += count;
        m_inboxBytes -= count;
        const bool more = message.read < message.data.size();
        if (!more) {
            m_inbox.pop_front();
        }
        finish({.kind = OperationKind::Read,
                .moreData = more && m_message && m_readMode == PipeMode::Message,
                .descriptors = std::exchange(m_backend.m_descriptors, 0),
                .bytes = count,
                .data = ByteView(m_buffer).first(count)});
        if (m_peer != nullptr) {
            m_peer->serveWrite();
        }
    }
    void serveWatch()
    {
        if (m_ended && std::exchange(m_watching, false)) {
            finish({.kind = OperationKind::Watch, .endOfStream = true});
        }
    }
    void serveWrite()
    {
        if (!m_writing) {
            return;
        }
        if (m_peer == nullptr) {
            m_writing = false;
            finish({.kind = OperationKind::Write,
                    .error = fakeError(ErrorKind::PeerClosed, "WriteFile")});
        } else if (m_peer->m_inboxBytes <= m_capacity && m_peer->m_inbox.size() <= maxBuffered) {
            m_writing = false;
            finish({.kind = OperationKind::Write, .bytes = m_writeBytes});
        }
    }

    FakeBackend& m_backend;
    FakeListener* m_listener;
    std::string m_name;
    PipeMode m_readMode;
    bool m_message = true;
    std::size_t m_capacity = 0;
    FakeChannel* m_peer = nullptr;
    std::deque<Message> m_inbox;
    std::size_t m_inboxBytes = 0;
    bool m_ended = false;
    bool m_inputEnded = false; ///< the peer sends no more
    bool m_watching = false;
    bool m_reading = false;
    bool m_writing = false;
    bool m_inquiring = false; ///< held back
    InquiryAnswer m_answer;
    std::size_t m_writeBytes = 0;
    Bytes m_buffer;
};

Result<std::unique_ptr<Channel>> FakeListener::createInstance()
{
    {
        const std::scoped_lock lock(backend.m_pipes->mutex);
        if (!backend.m_instanceFaults.empty()) {
            const Error error = backend.m_instanceFaults.front();
            backend.m_instanceFaults.pop_front();
            return std::unexpected(error);
        }
    }
    return std::make_unique<FakeChannel>(backend, this, name, mode);
}

void FakeBackend::failNext(OperationKind kind, Error error)
{
    const std::scoped_lock lock(m_pipes->mutex);
    m_faults[kind].push_back(std::move(error));
}

void FakeBackend::refuseAccepts(std::optional<Error> error)
{
    const std::scoped_lock lock(m_pipes->mutex);
    m_acceptRefusal = std::move(error);
}

void FakeBackend::repeatNextArrival()
{
    const std::scoped_lock lock(m_pipes->mutex);
    m_pipes->repeatsArrival = true;
}

int FakeBackend::acceptCalls() const
{
    const std::scoped_lock lock(m_pipes->mutex);
    return m_acceptCalls;
}

void FakeBackend::failNextInstances(int count, const Error& error)
{
    const std::scoped_lock lock(m_pipes->mutex);
    m_instanceFaults.insert(m_instanceFaults.end(), static_cast<std::size_t>(count), error);
}

void FakeBackend::endSending()
{
    const std::scoped_lock lock(m_pipes->mutex);
    for (FakeChannel* const channel : m_channels) {
        channel->tellEndOfSending();
    }
}

void FakeBackend::passDescriptors(std::uint32_t count)
{
    const std::scoped_lock lock(m_pipes->mutex);
    m_descriptors = count;
}

void FakeBackend::holdInquiries(bool hold)
{
    const std::scoped_lock lock(m_pipes->mutex);
    m_holdInquiries = hold;
}

int FakeBackend::inFlight() const
{
    const std::scoped_lock lock(m_pipes->mutex);
    return m_inFlight;
}

int FakeBackend::channels() const
{
    const std::scoped_lock lock(m_pipes->mutex);
    return static_cast<int>(m_channels.size());
}

Result<std::unique_ptr<Listener>> FakeBackend::listen(const PipeName& name,
                                                      const ServerOptions& options)
{
    const std::scoped_lock lock(m_pipes->mutex);
    auto& place = m_pipes->listeners[name.native()];
    if (place != nullptr) {
        return std::unexpected(fakeError(ErrorKind::NameInUse, "CreateNamedPipe"));
    }
    auto listener = std::make_unique<FakeListener>(*this, name.native(), options);
    place = listener.get();
    return listener;
}

Result<std::unique_ptr<Channel>> FakeBackend::createClient(const PipeName& name,
                                                           const ClientOptions& options)
{
    return std::make_unique<FakeChannel>(*this, nullptr, name.native(), options.mode);
}

void FakeBackend::wait(std::vector<Completion>& completions,
                       std::optional<std::chrono::nanoseconds> timeout)
{
    std::unique_lock lock(m_pipes->mutex);
    const auto ready = [this] { return m_woken || !m_ready.empty(); };
    if (timeout) {
        m_changed.wait_for(lock, *timeout, ready);
    } else {
        m_changed.wait(lock, ready);
    }
    m_woken = false;
    m_inFlight -= static_cast<int>(m_ready.size());
    std::ranges::move(m_ready, std::back_inserter(completions));
    m_ready.clear();
}

void FakeBackend::wake()
{
    const std::scoped_lock lock(m_pipes->mutex);
    m_woken = true;
    m_changed.notify_one();
}
