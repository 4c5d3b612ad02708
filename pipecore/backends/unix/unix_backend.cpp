#include "accounts.h"
#include "pipecore/engine/backend.h"
#include "pipecore/model/option_table.h"
#include "poller.h"
#include "unix_channel.h"
#include "unix_listener.h"

#include <unistd.h>

#include <charconv>
#include <memory>
#include <string>
#include <utility>

namespace pipecore {
namespace {

/// Local files answer long before; a directory server must not hold the engine
/// up.
constexpr std::chrono::milliseconds nameTimeout{20};
constexpr std::chrono::milliseconds ownNameTimeout{200}; ///< once, and rarely more than nothing

Result<std::string> nameOfUser(const std::string& id)
{
    uid_t user = 0;
    std::from_chars(id.data(), id.data() + id.size(), user);
    return accountOfUser(user).name;
}

/// AF_UNIX sockets: SOCK_STREAM for byte mode, SOCK_SEQPACKET for message mode.
class UnixBackend final : public Backend
{
public:
    explicit UnixBackend(std::unique_ptr<Poller> poller)
        : m_poller(std::move(poller))
        , m_accounts(&nameOfUser, nameTimeout)
        , m_inquiries([this] { m_poller->wake(); })
    {
        // Most peers are of the user who runs this. A directory server may not answer.
        m_accounts.prepare(std::to_string(geteuid()), ownNameTimeout);
    }

    Result<std::unique_ptr<Listener>> listen(const PipeName& name,
                                             const ServerOptions& options) override
    {
        if (auto supported = checkSystem(options, System::Unix); !supported) {
            return std::unexpected(supported.error());
        }
        auto listener = UnixListener::open(*m_poller, m_overflow, m_accounts, m_inquiries,
                                           name.native(), options);
        if (!listener) {
            return std::unexpected(listener.error());
        }
        return std::move(*listener);
    }
    Result<std::unique_ptr<Channel>> createClient(const PipeName& name,
                                                  const ClientOptions& options) override
    {
        if (auto supported = checkSystem(options, System::Unix); !supported) {
            return std::unexpected(supported.error());
        }
        return std::make_unique<UnixChannel>(*m_poller, m_overflow, m_accounts, name.native(),
                                             options.mode, options.bufferSize);
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
    AccountNames m_accounts;
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
