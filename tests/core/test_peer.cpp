#include "test_peer.h"

#include "fake_backend.h"
#include "test_paths.h"

#include <QDeadlineTimer>

using namespace pipecore;

TestPeer::TestPeer(std::shared_ptr<FakePipes> pipes)
{
    if (pipes) {
        auto backend = std::make_unique<FakeBackend>(std::move(pipes));
        m_fake = backend.get();
        m_engine = std::make_unique<Engine>(log, std::move(backend));
    } else {
        auto created = Engine::create(log);
        if (!created) {
            qFatal("%s", describe(created.error()).c_str());
        }
        m_engine = std::move(*created);
    }
    m_thread = std::thread([this] { m_engine->run(); });
}

TestPeer::~TestPeer()
{
    stop();
}

void TestPeer::stop()
{
    m_engine->requestStop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

EndpointId TestPeer::serve(const ServerOptions& options)
{
    const auto endpoint = engine().startServer(options);
    if (!endpoint) {
        qWarning("%s", describe(endpoint.error()).c_str());
        return {};
    }
    bool opened = false;
    log.waitFor([&](const EventLog::Items& items) {
        for (const auto& item : items) {
            if (item.event.endpoint != *endpoint) {
                continue;
            }
            if (item.as<EndpointOpened>()) {
                opened = true;
            }
            if (opened || item.as<EndpointClosed>()) {
                return true;
            }
        }
        return false;
    });
    return opened ? *endpoint : EndpointId{};
}

Engine::ClientIds TestPeer::connect(const ClientOptions& options)
{
    const auto ids = engine().connect(options);
    if (!ids) {
        qWarning("%s", describe(ids.error()).c_str());
        return {};
    }
    return *ids;
}

bool TestPeer::isConnected(ConnectionId connection)
{
    return log
        .waitForBody<PeerConnected>([&](const EventLog::Item& item, const PeerConnected&) {
            return item.event.connection == connection;
        })
        .has_value();
}

ConnectionId TestPeer::clientOf(EndpointId server, std::size_t nth)
{
    ConnectionId found;
    log.waitFor([&](const EventLog::Items& items) {
        std::size_t seen = 0;
        for (const auto& item : items) {
            if (item.event.endpoint == server && item.as<PeerConnected>() && ++seen == nth) {
                found = item.event.connection;
                return true;
            }
        }
        return false;
    });
    return found;
}

namespace {

bool isReceived(const EventLog::Item& item, ConnectionId connection)
{
    const auto* const data = item.as<Message>();
    return data != nullptr && item.event.connection == connection
           && data->direction == Direction::Received;
}

} // namespace

std::vector<Bytes> TestPeer::received(ConnectionId connection, std::size_t count)
{
    std::vector<Bytes> payloads;
    std::size_t looked = 0;
    std::size_t before = 0;
    // A busy machine is slow: patience ends when nothing more comes, not when it takes long.
    do {
        before = payloads.size();
        log.waitFor([&](const EventLog::Items& items) {
            for (; looked < items.size(); ++looked) {
                if (isReceived(items[looked], connection)) {
                    payloads.push_back(items[looked].payload);
                }
            }
            return payloads.size() >= count;
        });
    } while (payloads.size() < count && payloads.size() > before);
    return payloads;
}

Bytes TestPeer::stream(ConnectionId connection, std::size_t bytes)
{
    Bytes all;
    std::size_t looked = 0;
    log.waitFor([&](const EventLog::Items& items) {
        for (; looked < items.size(); ++looked) {
            if (isReceived(items[looked], connection)) {
                all.insert(all.end(), items[looked].payload.begin(), items[looked].payload.end());
            }
        }
        return all.size() >= bytes;
    });
    return all;
}

bool TestPeer::isSent(OperationId operation)
{
    return log
        .waitForBody<Message>([&](const EventLog::Item&, const Message& data) {
            return data.operation == operation && data.direction == Direction::Sent;
        })
        .has_value();
}

std::optional<Disconnected> TestPeer::disconnected(ConnectionId connection)
{
    const auto item =
        log.waitForBody<Disconnected>([&](const EventLog::Item& candidate, const Disconnected&) {
            return candidate.event.connection == connection;
        });
    if (!item) {
        return std::nullopt;
    }
    return *item->as<Disconnected>();
}

bool TestPeer::isClosed(EndpointId endpoint)
{
    return log
        .waitForBody<EndpointClosed>([&](const EventLog::Item& item, const EndpointClosed&) {
            return item.event.endpoint == endpoint;
        })
        .has_value();
}

namespace {

std::optional<Error>
failureWhere(EventLog& log, const std::function<bool(const EventLog::Item&, const Failed&)>& match)
{
    const auto item = log.waitForBody<Failed>(match);
    if (!item) {
        return std::nullopt;
    }
    return item->as<Failed>()->error;
}

} // namespace

std::optional<Error> TestPeer::failure(OperationId operation)
{
    return failureWhere(log, [&](const EventLog::Item&, const Failed& failed) {
        return failed.operation == operation;
    });
}

std::optional<Error> TestPeer::failure(ConnectionId connection)
{
    return failureWhere(log, [&](const EventLog::Item& item, const Failed&) {
        return item.event.connection == connection;
    });
}

std::optional<Error> TestPeer::failure(EndpointId endpoint)
{
    return failureWhere(log, [&](const EventLog::Item& item, const Failed&) {
        return item.event.endpoint == endpoint;
    });
}

PeerProcess::PeerProcess(const QString& role, const std::string& name, PipeMode mode,
                         const QStringList& actions)
{
    QStringList arguments{role, QString::fromStdString(name),
                          mode == PipeMode::Message ? QStringLiteral("message")
                                                    : QStringLiteral("byte")};
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral(PIPESCOPE_PEER_DIR "/pipe_peer"), arguments + actions);
    m_process.waitForStarted();
}

PeerProcess::~PeerProcess()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString PeerProcess::line(const QString& start)
{
    const QDeadlineTimer deadline(EventLog::patience);
    for (;;) {
        while (m_process.canReadLine()) {
            m_lines.append(QString::fromLocal8Bit(m_process.readLine()).trimmed());
        }
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (m_lines.at(i).startsWith(start)) {
                return m_lines.takeAt(i);
            }
        }
        const bool ended = m_process.state() == QProcess::NotRunning;
        if (ended && !m_process.canReadLine()) {
            qWarning("pipe_peer ended; it said: %s", qPrintable(m_lines.join(u' ')));
            return {};
        }
        if (deadline.hasExpired()) {
            qWarning("pipe_peer did not say \"%s\" in time; it said: %s", qPrintable(start),
                     qPrintable(m_lines.join(u' ')));
            return {};
        }
        if (!ended) {
            m_process.waitForReadyRead(100);
        }
    }
}

void PeerProcess::release()
{
    m_process.write("go\n");
    m_process.waitForBytesWritten();
}

void PeerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool PeerProcess::finished()
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(30'000);
}
