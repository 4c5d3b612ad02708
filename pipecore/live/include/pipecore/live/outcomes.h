#pragma once

#include "pipecore/model/event.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pipecore {

/// Outcome of an operation.
struct Outcome
{
    OperationId operation; ///< zero of the start of a server or client
    EndpointId endpoint;
    ConnectionId connection;
    /// The event that says it: the answer, the message that was sent, the end that was wished, or Failed.
    RowBody body;

    /// Null when it worked.
    [[nodiscard]] const Failed* failure() const { return std::get_if<Failed>(&body); }
};
/// Called once with the outcome; may be empty.
using WhenDone = std::function<void(const Outcome&)>;

/// Brings outcomes of operations back to who asked. Any thread.
class Outcomes
{
public:
    /// Brings a call to where outcomes are wanted. Called on the thread that calls see().
    using Deliver = std::function<void(std::function<void()> call)>;
    /// Without `deliver` outcomes are reported inside see().
    explicit Outcomes(Deliver deliver = {}) : m_deliver(std::move(deliver)) {}
    Outcomes(const Outcomes&) = delete;
    Outcomes& operator=(const Outcomes&) = delete;
    ~Outcomes() = default;

    /// Event that reports success. Failed with its number reports failure, for all.
    enum class Sign : std::uint8_t {
        Answer,        ///< an event with the number of the operation
        EachAnswer,    ///< such an event of every connection of `endpoint`, each reported
        ConnectionEnd, ///< Disconnected of `connection`
        EndpointEnd,   ///< EndpointClosed of `endpoint`
    };
    struct Awaited
    {
        Sign sign = Sign::Answer;
        EndpointId endpoint{};
        ConnectionId connection{};
    };
    /// Calls `submit`, which asks the engine, and then `done` with what became of it. An error of
    /// `submit` is returned only.
    template <typename Submit>
    Result<OperationId> await(const Awaited& awaited, WhenDone&& done, Submit submit)
    {
        if (!done) {
            return submit();
        }
        // Locked, because the outcome may come before submit() has returned its number here.
        const Waiting waiting(*this);
        auto operation = submit();
        if (operation) {
            add(*operation, awaited, std::move(done));
        }
        return operation;
    }
    /// The same for the start of a server, done when it holds its name, or of a client, done when it is
    /// connected. `endpointOf` says the number in what `submit` returns.
    template <typename Submit, typename EndpointOf>
    auto awaitStart(WhenDone&& done, EndpointOf endpointOf, Submit submit) -> decltype(submit())
    {
        if (!done) {
            return submit();
        }
        const Waiting waiting(*this);
        auto started = submit();
        if (started) {
            m_starts.emplace(endpointOf(*started), std::move(done));
        }
        return started;
    }

    /// Tells those whose outcome this event is. Events come in order, from one thread at a time.
    void see(const Event& event);
    /// Ends all pending operations with Failed (Stopped).
    void end();

private:
    /// Counted and locked while an operation is being registered.
    class Waiting
    {
    public:
        explicit Waiting(Outcomes& outcomes);
        Waiting(const Waiting&) = delete;
        Waiting& operator=(const Waiting&) = delete;
        ~Waiting();

    private:
        Outcomes& m_outcomes;
    };
    struct Pending
    {
        Awaited awaited;
        WhenDone done;
    };
    using Notifications = std::vector<std::pair<WhenDone, Outcome>>;

    void add(OperationId operation, const Awaited& awaited, WhenDone done);
    void collect(const Event& event, Notifications& due);
    void answered(OperationId operation, const Event& event, Notifications& due);
    void started(const Event& event, Notifications& due);
    void connectionEnded(const Event& event, Notifications& due);
    void endpointEnded(const Event& event, Notifications& due);
    void finish(OperationId operation, const Event& event, Notifications& due);
    void recount();
    void tell(Notifications due);

    const Deliver m_deliver;
    /// Whether an operation is pending: most messages pass without the lock.
    std::atomic<bool> m_isAwaited{false};

    std::mutex m_mutex; ///< guards what follows
    std::unordered_map<OperationId, Pending> m_pending;
    std::unordered_map<EndpointId, WhenDone> m_starts;
    /// Operations that the end of something ends, too.
    std::unordered_multimap<ConnectionId, OperationId> m_atConnectionEnd;
    std::unordered_multimap<EndpointId, OperationId> m_atEndpointEnd;
};

} // namespace pipecore
