#include "engine/backend.h"
#include "unix/poller.h"
#include "unix/unix_channel.h"
#include "unix/unix_listener.h"
#include "unix/unix_options.h"

#include <memory>
#include <utility>

namespace pipecore {
namespace {

/// AF_UNIX sockets: SOCK_STREAM for byte mode, SOCK_SEQPACKET for message mode.
class UnixBackend final : public Backend
{
public:
    explicit UnixBackend(std::unique_ptr<Poller> poller)
        : m_poller(std::move(poller))
        , m_inquiries([this] { m_poller->wake(); })
    {}

    Result<std::unique_ptr<Listener>> listen(const PipeName& name,
                                             const ServerOptions& options) override
    {
        if (auto supported = checkSupported(options); !supported) {
            return std::unexpected(supported.error());
        }
        auto listener =
            UnixListener::open(*m_poller, m_overflow, m_inquiries, name.native(), options);
        if (!listener) {
            return std::unexpected(listener.error());
        }
        return std::move(*listener);
    }
    Result<std::unique_ptr<Channel>> createClient(const PipeName& name,
                                                  const ClientOptions& options) override
    {
        if (auto supported = checkSupported(options); !supported) {
            return std::unexpected(supported.error());
        }
        return std::make_unique<UnixChannel>(*m_poller, m_overflow, name.native(), options.mode,
                                             options.bufferSize);
    }
    void wait(std::vector<Completion>& completions,
              std::optional<std::chrono::nanoseconds> timeout) override
    {
        m_inquiries.deliver();
        m_poller->wait(completions, timeout);
    }
    void wake() override { m_poller->wake(); }

private:
    std::unique_ptr<Poller> m_poller;
    OverflowBuffer m_overflow;
    InquiryThread m_inquiries; // its thread wakes the poller, so that it must end first
};

} // namespace

Result<std::unique_ptr<Backend>> createSystemBackend()
{
    auto poller = Poller::create();
    if (!poller) {
        return std::unexpected(poller.error());
    }
    return std::make_unique<UnixBackend>(std::move(*poller));
}

} // namespace pipecore
