#pragma once

#include "pipecore/engine/backend.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

/// Pipes in memory with the rules of Windows, for what real pipes will not do on demand: system calls
/// that fail. One FakePipes is one computer; each engine on it has a FakeBackend of its own.
class FakeChannel;
class FakeListener;

struct FakePipes
{
    std::mutex mutex;
    std::map<std::string, FakeListener*> listeners;
    bool repeatsArrival = false; ///< see FakeBackend::repeatNextArrival()
};

class FakeBackend final : public pipecore::Backend
{
public:
    explicit FakeBackend(std::shared_ptr<FakePipes> pipes) : m_pipes(std::move(pipes)) {}

    /// The next operation of this kind ends with this error instead of what it would do. Any thread.
    void failNext(pipecore::OperationKind kind, pipecore::Error error);
    /// From now on accept() itself fails with this error, so that no completion comes; nullopt: no more.
    /// Any thread.
    void refuseAccepts(std::optional<pipecore::Error> error);
    /// The next client's arrival is told twice, which no system should do. Any thread.
    void repeatNextArrival();
    /// Calls of accept() so far, refused or not. Any thread.
    [[nodiscard]] int acceptCalls() const;
    /// The next `count` instances cannot be made. Any thread.
    void failNextInstances(int count, const pipecore::Error& error);
    /// The peers of all clients of this backend read what has come, and then that no more will: what
    /// AF_UNIX gives for SHUT_WR. Any thread.
    void endSending();
    /// The next read brings `count` file descriptors, as on AF_UNIX. Any thread.
    void passDescriptors(std::uint32_t count);
    /// From now on every client of this backend's servers has the rights of another user. Any thread.
    void makeClientsOthers() { m_clientsAreOthers = true; }
    /// While true, questions about clients stay unanswered until they are cancelled. Any thread.
    void holdInquiries(bool hold);
    /// Operations started and not completed yet, of all channels. Any thread.
    [[nodiscard]] int inFlight() const;
    /// Channels that exist. Any thread.
    [[nodiscard]] int channels() const;

    pipecore::Result<std::unique_ptr<pipecore::Listener>>
    listen(const pipecore::PipeName& name, const pipecore::ServerOptions& options) override;
    pipecore::Result<std::unique_ptr<pipecore::Channel>>
    createClient(const pipecore::PipeName& name, const pipecore::ClientOptions& options) override;
    void wait(std::vector<pipecore::Completion>& completions,
              std::optional<std::chrono::nanoseconds> timeout) override;
    void wake() override;

private:
    friend class FakeChannel;
    friend class FakeListener;

    std::shared_ptr<FakePipes> m_pipes;
    // All guarded by m_pipes->mutex.
    std::condition_variable m_changed;
    std::vector<pipecore::Completion> m_ready;
    bool m_woken = false;
    std::map<pipecore::OperationKind, std::deque<pipecore::Error>> m_faults;
    std::deque<pipecore::Error> m_instanceFaults;
    std::optional<pipecore::Error> m_acceptRefusal;
    int m_acceptCalls = 0;
    bool m_holdInquiries = false;
    std::uint32_t m_descriptors = 0;
    std::atomic<bool> m_clientsAreOthers = false;
    int m_inFlight = 0;
    std::vector<FakeChannel*> m_channels;
};
