#include "ends.h"

#include "pipecore/engine/engine.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace bench {
namespace {

using namespace pipecore;

/// Messages that wait in the engine at once: enough that it never runs dry.
std::size_t windowOf(const Cell& cell)
{
    constexpr std::size_t windowBytes = 256 * 1024;
    return std::clamp<std::size_t>(windowBytes / cell.size, 2, 64);
}

/// A connection of an engine: runs `App` from inside the events.
template <typename App>
class EngineEnd final : public EventSink
{
public:
    /// `onlooker`, if there is one, hears every event first.
    EngineEnd(App& app, std::size_t window, EventSink* onlooker = nullptr)
        : m_app(app)
        , m_window(window)
        , m_onlooker(onlooker)
    {
        auto engine = Engine::create(*this);
        if (!engine) {
            throw std::runtime_error(describe(engine.error()));
        }
        m_engine = std::move(*engine);
    }

    [[nodiscard]] Engine& engine() { return *m_engine; }
    /// Sends the first message of a run; the events do the rest.
    void kick()
    {
        m_outstanding = 1;
        m_finished = false;
        send();
    }
    template <typename Condition>
    void wait(Condition condition)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return condition() || !m_failure.empty(); });
        if (!m_failure.empty()) {
            throw std::runtime_error(m_failure);
        }
    }
    [[nodiscard]] bool isConnected() const { return m_connected; }
    [[nodiscard]] bool isFinished() const { return m_finished; }

private:
    void onEvent(const Event& event) override
    {
        if (m_onlooker != nullptr) {
            m_onlooker->onEvent(event);
        }
        if (const auto* const message = std::get_if<pipecore::Message>(&event.body)) {
            onMessage(*message, event.payload);
        } else if (std::holds_alternative<PeerConnected>(event.body)) {
            change([&] {
                m_connection = event.connection;
                m_connected = true;
            });
        } else if (const auto* const failed = std::get_if<Failed>(&event.body)) {
            change([&] { m_failure = describe(failed->error); });
        } else if (std::holds_alternative<Disconnected>(event.body)) {
            m_engine->requestStop();
        }
    }
    void onRoundEnd() override
    {
        if (m_onlooker != nullptr) {
            m_onlooker->onRoundEnd();
        }
    }
    [[nodiscard]] bool hasRoom() const override
    {
        return m_onlooker == nullptr || m_onlooker->hasRoom();
    }
    void onMessage(const pipecore::Message& message, ByteView payload)
    {
        if (message.direction == Direction::Received) {
            m_app.received(payload);
        } else if (message.operation) {
            --m_outstanding;
        }
        while (m_outstanding < m_window && m_app.wantsToSend()) {
            ++m_outstanding;
            send();
        }
        if (m_outstanding == 0 && m_app.isDone()) {
            change([this] { m_finished = true; });
        }
    }
    void send()
    {
        if (!m_engine->sendShared(m_connection, m_app.next())) {
            throw std::runtime_error("a message was refused");
        }
    }
    template <typename Change>
    void change(Change apply)
    {
        {
            const std::scoped_lock lock(m_mutex);
            apply();
        }
        m_changed.notify_all();
    }

    App& m_app;
    const std::size_t m_window;
    EventSink* const m_onlooker;
    std::size_t m_outstanding = 0;
    ConnectionId m_connection;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    bool m_connected = false;
    bool m_finished = false;
    std::string m_failure;
    std::unique_ptr<Engine> m_engine;
};

class MeasuringEngine final : public MeasuringEnd
{
public:
    MeasuringEngine(const Cell& cell, const std::string& name, EventSink* onlooker)
        : MeasuringEnd(cell)
        , m_end(m_measurement, windowOf(cell), onlooker)
    {
        ServerOptions options;
        options.name = name;
        options.mode = cell.mode;
        options.instances = 1;
        options.outBufferSize = options.inBufferSize = bufferSize;
        const auto started = m_end.engine().startServer(options);
        if (!started) {
            throw std::runtime_error(describe(started.error()));
        }
        m_thread = std::thread([this] { m_end.engine().run(); });
    }
    ~MeasuringEngine() override
    {
        m_end.engine().requestStop();
        m_thread.join();
    }
    void waitForClient() override
    {
        m_end.wait([this] { return m_end.isConnected(); });
    }
    void resumeReading() override { m_end.engine().resumeReading(); }

private:
    void run() override
    {
        m_end.kick();
        m_end.wait([this] { return m_end.isFinished(); });
    }

    EngineEnd<Measurement> m_end;
    std::thread m_thread;
};

/// The engine echoes by itself (ConnectionOptions::echo): the program only looks on.
class PassiveApp
{
public:
    [[nodiscard]] static bool wantsToSend() { return false; }
    [[nodiscard]] static Message next() { return {}; }
    static void received(ByteView /*bytes*/) {}
    [[nodiscard]] static bool isDone() { return false; }
};

template <typename App>
void converse(const Cell& cell, const std::string& name, App app, std::size_t window, bool echo)
{
    EngineEnd<App> end(app, window);
    ClientOptions options;
    options.name = name;
    options.mode = cell.mode;
    options.bufferSize = bufferSize;
    options.connection.echo = echo;
    if (const auto started = end.engine().connect(std::move(options)); !started) {
        throw std::runtime_error(describe(started.error()));
    }
    // On the only thread, as the bare loop's peer does it, until the other end is gone.
    end.engine().run();
}

} // namespace

std::unique_ptr<MeasuringEnd> listenWithEngine(const Cell& cell, const std::string& name,
                                               EventSink* onlooker)
{
    return std::make_unique<MeasuringEngine>(cell, name, onlooker);
}

void runEnginePeer(const Cell& cell, const std::string& name)
{
    if (cell.test == Test::Stream) {
        converse(cell, name, Counter{}, 1, false);
    } else if (cell.test == Test::Receive) {
        converse(cell, name, Source(cell.size), windowOf(cell), false);
    } else {
        converse(cell, name, PassiveApp{}, 1, true);
    }
}

} // namespace bench
