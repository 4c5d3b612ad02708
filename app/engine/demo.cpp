#include "engine/demo.h"

#include <QCoreApplication>

#include <chrono>
#include <string>

namespace pipescope {

namespace {

using namespace std::chrono_literals;

/// Each message makes four rows: sent and received at both ends.
constexpr auto pace = 500ms;
constexpr int steps = 8;

std::string order(int number)
{
    return R"({"order":)" + std::to_string(1000 + number) + R"(,"item":"M6 hex bolt","count":)"
           + std::to_string(number * 7 % 50 + 1) + "}";
}

/// A frame as a device might send it: head, number, counting bytes, checksum.
pipecore::Bytes frame(int number)
{
    pipecore::Bytes bytes{std::byte{0xA5}, std::byte{0x5A}};
    bytes.push_back(static_cast<std::byte>(number));
    for (int i = 0; i < 24; ++i) {
        bytes.push_back(static_cast<std::byte>(i * number + i));
    }
    std::byte sum{0};
    for (const std::byte byte : bytes) {
        sum ^= byte;
    }
    bytes.push_back(sum);
    return bytes;
}

std::string report(int number)
{
    std::string text = "Report " + std::to_string(number) + "\n";
    for (int line = 1; text.size() < 4096; ++line) {
        text += "line " + std::to_string(line) + ": temperature " + std::to_string(20 + line % 5)
                + "." + std::to_string(line % 10)
                + " \xC2\xB0"
                  "C\n";
    }
    return text;
}

} // namespace

Demo::Demo(pipecore::Engine& engine, QObject* parent) : QObject(parent), m_engine(engine)
{
    m_timer.setInterval(pace);
    connect(&m_timer, &QTimer::timeout, this, &Demo::say);
}

pipecore::Result<void> Demo::start()
{
    if (isRunning()) {
        return {};
    }
    const std::string name = "pipescope-demo-" + std::to_string(QCoreApplication::applicationPid());
    pipecore::ServerOptions server;
    server.name = name;
    server.instances = 4;
    server.connection.echo = true;
    const auto serverId = m_engine.startServer(server);
    if (!serverId) {
        return std::unexpected(serverId.error());
    }
    m_server = *serverId;

    pipecore::ClientOptions client;
    client.name = name;
    const auto clientIds = m_engine.connect(client);
    if (!clientIds) {
        m_engine.closeEndpoint(m_server, pipecore::CloseMode::Abortive);
        return std::unexpected(clientIds.error());
    }
    m_client = *clientIds;
    m_step = 0;
    m_timer.start();
    emit runningChanged(true);
    return {};
}

void Demo::stop()
{
    if (!isRunning()) {
        return;
    }
    m_timer.stop();
    m_engine.closeEndpoint(m_client.endpoint, pipecore::CloseMode::Graceful);
    m_engine.closeEndpoint(m_server, pipecore::CloseMode::Graceful);
    emit runningChanged(false);
}

void Demo::watch(const pipecore::SessionFacts::Snapshot& facts)
{
    for (const pipecore::EndpointFacts& endpoint : facts.endpoints) {
        if (!endpoint.open && (endpoint.id == m_server || endpoint.id == m_client.endpoint)) {
            stop();
        }
    }
}

pipecore::Bytes Demo::payload(int step)
{
    const int round = step / steps + 1;
    switch (step % steps) {
    case 0: return pipecore::toBytes("Hello from the demo, round " + std::to_string(round));
    case 1: return pipecore::toBytes(order(step));
    case 2: return frame(round);
    case 3: return pipecore::toBytes("GET /status\r\n");
    case 4: return {};
    case 5:
        return pipecore::toBytes(
            "Gr\xC3\xBC\xC3\x9F"
            "e, \xE4\xBD\xA0\xE5\xA5\xBD, \xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82");
    case 6: return pipecore::toBytes(report(round));
    default: return pipecore::toBytes(order(step));
    }
}

void Demo::say()
{
    // A refused message is skipped.
    if (m_engine.send(m_client.connection, payload(m_step))) {
        ++m_step;
    }
}

} // namespace pipescope
