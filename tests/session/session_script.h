#pragma once

#include "pipecore/engine/event_queue.h"
#include "pipecore/session/session.h"

#include <QString>

#include <deque>
#include <string>
#include <vector>

/// Events of an engine, written for a test, with the memory of their payloads.
class SessionScript
{
public:
    SessionScript() = default;
    SessionScript(SessionScript&&) = default; // events refer to the payloads, so no copies
    SessionScript& operator=(SessionScript&&) = default;

    /// Events are stamped one millisecond apart, unless told otherwise.
    void at(std::int64_t wallNs) { m_wallNs = wallNs; }

    void server(std::uint64_t endpoint, std::string name, pipecore::EndpointOpened opened = {});
    void client(std::uint64_t endpoint, std::string name);
    void closed(std::uint64_t endpoint);
    void state(std::uint64_t endpoint, std::uint64_t connection, pipecore::InstanceState to);
    void connected(std::uint64_t endpoint, std::uint64_t connection, pipecore::PeerInfo peer);
    void message(std::uint64_t endpoint, std::uint64_t connection, pipecore::Direction direction,
                 pipecore::Bytes payload, std::vector<std::uint32_t> fragments = {},
                 bool continues = false);
    void disconnected(std::uint64_t endpoint, std::uint64_t connection,
                      pipecore::Disconnected what = {});
    void failed(std::uint64_t endpoint, std::uint64_t connection, pipecore::Failed what);
    void add(std::uint64_t endpoint, std::uint64_t connection, pipecore::RowBody body);

    const std::vector<pipecore::Event>& events() const { return m_events; }
    /// The rows that these events make.
    std::vector<pipecore::Record> rows() const;
    void feed(pipecore::EventQueue& queue) const;

private:
    std::deque<pipecore::Bytes> m_payloads;
    std::deque<std::vector<std::uint32_t>> m_fragments;
    std::vector<pipecore::Event> m_events;
    std::uint64_t m_rows = 0;
    std::int64_t m_wallNs = 1'700'000'000'123'456'789;
};

/// Its user is not known when `user` is empty.
pipecore::PeerInfo somePeer(std::uint32_t pid, std::string image, const std::string& user = {});
pipecore::PeerInfo unknownPeer();
pipecore::Bytes patternBytes(std::size_t size);

/// A short conversation with one of everything.
SessionScript sampleScript();
/// All kinds of rows with all that is hard to write down.
SessionScript nastyScript();

/// Records the script into a new file at `path`; empty, or what went wrong.
QString recordTo(const QString& path, const SessionScript& script);
std::filesystem::path toPath(const QString& path);

/// Empty when both are the same, or else what differs.
QString difference(const pipecore::Record& actual, const pipecore::Record& expected);
QString difference(const pipecore::PeerInfo* actual, const pipecore::PeerInfo* expected);
/// Empty when what the index says of the row is what the record says.
QString headDifference(const pipecore::RecordSource::RowHead& head, const pipecore::Record& record);
/// The same of all rows that can be read.
QString headDifference(const pipecore::RecordSource& source);
/// All rows of the source against the expected ones.
QString difference(const pipecore::RecordSource& source,
                   const std::vector<pipecore::Record>& expected);
/// All but what only a running program knows.
QString difference(const pipecore::SessionFacts& actual, const pipecore::SessionFacts& expected);

/// Waits until the source has that many rows.
bool waitForRows(const pipecore::RecordSource& source, std::uint64_t count);
