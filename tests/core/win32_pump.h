#pragma once

#include "pipecore/engine/backend.h"
#include "wine.h"

#include <windows.h>

#include <QByteArray>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

/// Drives a backend in the test's own thread: start operations, then take their completions one by
/// one.
class Pump
{
public:
    Pump() : m_backend(pipecore::createSystemBackend().value()) {}

    pipecore::Backend& backend() { return *m_backend; }

    /// A name that no other test, in no other process, uses at the same time.
    static pipecore::PipeName uniqueName()
    {
        static std::atomic<int> counter = 0;
        return pipecore::PipeName::parse("pipescope-test-" + std::to_string(GetCurrentProcessId())
                                         + "-" + std::to_string(++counter))
            .value();
    }

    std::unique_ptr<pipecore::Listener> listen(const pipecore::PipeName& name,
                                               const pipecore::ServerOptions& options = {})
    {
        return m_backend->listen(name, options).value();
    }

    std::unique_ptr<pipecore::Channel> client(const pipecore::PipeName& name,
                                              const pipecore::ClientOptions& options = {})
    {
        return m_backend->createClient(name, options).value();
    }

    /// The completion of `kind` at `channel`. When none comes within five seconds, one whose error
    /// says so.
    pipecore::Completion take(const pipecore::Channel& channel, pipecore::OperationKind kind)
    {
        using Clock = std::chrono::steady_clock;
        const auto end = Clock::now() + std::chrono::seconds(5);
        while (true) {
            const auto found = std::ranges::find_if(m_completions, [&](const auto& completion) {
                return completion.channel == &channel && completion.kind == kind;
            });
            if (found != m_completions.end()) {
                pipecore::Completion completion = *found;
                m_completions.erase(found);
                return completion;
            }
            if (Clock::now() >= end) {
                pipecore::Completion none;
                none.error = pipecore::Error{.kind = pipecore::ErrorKind::TimedOut,
                                             .api = {},
                                             .detail = "no completion came"};
                return none;
            }
            m_backend->wait(m_completions, end - Clock::now());
        }
    }

    /// True when something completes within `time`.
    bool somethingCompletes(std::chrono::milliseconds time)
    {
        m_backend->wait(m_completions, time);
        return !m_completions.empty();
    }

    pipecore::Completion accept(pipecore::Channel& server)
    {
        return finish(server, pipecore::OperationKind::Accept, server.accept());
    }
    pipecore::Completion connect(pipecore::Channel& client)
    {
        return finish(client, pipecore::OperationKind::Connect, client.connect());
    }
    pipecore::Completion read(pipecore::Channel& channel, std::size_t size = 65536)
    {
        return finish(channel, pipecore::OperationKind::Read, channel.read(size));
    }
    pipecore::Completion write(pipecore::Channel& channel, pipecore::ByteView data)
    {
        return finish(channel, pipecore::OperationKind::Write, channel.write(data));
    }

private:
    pipecore::Completion finish(pipecore::Channel& channel, pipecore::OperationKind kind,
                                const pipecore::Result<void>& started)
    {
        if (started) {
            return take(channel, kind);
        }
        pipecore::Completion refused;
        refused.channel = &channel;
        refused.kind = kind;
        refused.error = started.error();
        return refused;
    }

    std::unique_ptr<pipecore::Backend> m_backend;
    std::vector<pipecore::Completion> m_completions;
};

/// Error of a completion, for comparing; "fine" without one.
inline QByteArray outcome(const pipecore::Completion& completion)
{
    return completion.error ? QByteArray::fromStdString(pipecore::describe(*completion.error))
                            : QByteArray("fine");
}

/// Only the kind of it.
inline QByteArray outcomeKind(const pipecore::Completion& completion)
{
    if (!completion.error) {
        return "fine";
    }
    const std::string_view name = pipecore::kindName(completion.error->kind);
    return {name.data(), static_cast<qsizetype>(name.size())};
}

inline QByteArray text(const pipecore::Completion& completion)
{
    const std::string_view view = pipecore::asText(completion.data);
    return {view.data(), static_cast<qsizetype>(view.size())};
}

/// Both ends of a conversation in one process, connected.
struct ChannelPair
{
    explicit ChannelPair(Pump& itsPump, const pipecore::ServerOptions& serverOptions = {},
                         const pipecore::ClientOptions& clientOptions = {})
        : name(Pump::uniqueName())
        , listener(itsPump.listen(name, serverOptions))
        , server(listener->createInstance().value())
        , client(itsPump.client(name, clientOptions))
    {
        connected = server->accept().has_value() && !itsPump.connect(*client).error
                    && !itsPump.take(*server, pipecore::OperationKind::Accept).error;
    }

    pipecore::PipeName name;
    std::unique_ptr<pipecore::Listener> listener;
    std::unique_ptr<pipecore::Channel> server;
    std::unique_ptr<pipecore::Channel> client;
    bool connected = false;
};
