#include "recordings.h"

#include <algorithm>
#include <ranges>

namespace pipecore {

namespace {

/// Recordings on one interface of events that are looked at for a row: hostile files make many.
constexpr std::size_t maxLookedAt = 16;

} // namespace

std::size_t Recordings::StartHash::operator()(const Start& start) const noexcept
{
    const std::uint64_t hash =
        (start.number ^ static_cast<std::uint64_t>(start.ns)) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(hash ^ (hash >> 32U));
}

std::uint64_t Recordings::Numbers::take(std::uint64_t wanted)
{
    if (!m_used.insert(wanted).second) {
        return fresh();
    }
    m_highest = std::max(m_highest, wanted);
    return wanted;
}

std::uint64_t Recordings::Numbers::fresh()
{
    m_used.insert(++m_highest);
    return m_highest;
}

void Recordings::beginSection()
{
    m_recordings.clear();
    m_ofEvents.clear();
    m_told.clear();
    m_opened.clear();
    m_connected.clear();
    m_headers.clear();
    m_nearest = noInterface;
}

Recordings::Recording& Recordings::add()
{
    Recording& recording = m_recordings.emplace_back();
    recording.number = ++m_count;
    return recording;
}

void Recordings::addEvents(std::uint32_t interface, std::uint64_t recording)
{
    m_nearest = interface;
    const auto known = m_told.find(recording);
    Recording* const added = known != m_told.end() ? known->second : &add();
    if (recording != 0) {
        m_told.try_emplace(recording, added);
    }
    m_ofEvents[interface].push_back(added);
}

void Recordings::addHeader(const ConnectionHeader& header)
{
    m_headers.try_emplace({header.connection.value, header.sinceNs},
                          Start{header.endpoint.value, header.openedNs});
}

bool Recordings::isShared(std::uint32_t interface) const
{
    const auto all = m_ofEvents.find(interface);
    return all != m_ofEvents.end() && all->second.size() > 1;
}

void Recordings::countRow(std::uint32_t recording)
{
    if (recording >= m_rows.size()) {
        m_rows.resize(std::size_t{recording} + 1);
    }
    ++m_rows[recording].count;
    m_rows[recording].latest = ++m_allRows;
}

Recordings::Rows Recordings::rowsOf(const Recording& recording) const
{
    return recording.number < m_rows.size() ? m_rows[recording.number] : Rows{};
}

std::vector<RowsOfRecording> Recordings::rowsOn(std::uint32_t interface) const
{
    std::vector<RowsOfRecording> found;
    if (const auto all = m_ofEvents.find(interface); all != m_ofEvents.end()) {
        for (const Recording* const recording :
             all->second | std::views::reverse | std::views::take(maxLookedAt)) {
            found.push_back({.recording = recording->number, .rows = rowsOf(*recording).count});
        }
    }
    return found;
}

Recordings::Place Recordings::ofRow(std::uint32_t interface, const Record& row,
                                    std::optional<std::uint64_t> packetId)
{
    Recording& recording = recordingOf(interface, row, packetId);
    if (row.endpoint) {
        Endpoint& endpoint = endpointOf(recording, row.endpoint.value);
        if (row.as<EndpointOpened>() != nullptr) {
            endpoint.openedNs = row.wallNs;
            m_opened.try_emplace({row.endpoint.value, row.wallNs}, &recording);
        }
    }
    if (row.connection) {
        Connection& connection = connectionOf(recording, row.connection.value);
        if (row.as<PeerConnected>() != nullptr) {
            connection.over = false;
            m_connected.try_emplace({row.connection.value, row.wallNs}, &recording);
        } else if (row.as<Disconnected>() != nullptr) {
            connection.over = true;
        }
    }
    return placeOf(recording, row.endpoint, row.connection);
}

Recordings::Recording& Recordings::recordingOf(std::uint32_t interface, const Record& row,
                                               std::optional<std::uint64_t> packetId)
{
    std::vector<Recording*>& all = m_ofEvents[interface];
    if (row.as<EndpointOpened>() != nullptr) {
        // Numbers of endpoints are used once: a second one is that of another recording.
        const auto known = all.back()->endpoints.find(row.endpoint.value);
        if (known != all.back()->endpoints.end() && known->second.openedNs != 0
            && known->second.openedNs != row.wallNs) {
            all.push_back(&add());
        }
        return *all.back();
    }
    if (all.size() == 1) {
        return *all.back();
    }
    if (Recording* const told = toldByHeader(row); told != nullptr) {
        return *told;
    }
    const auto latest = all | std::views::reverse | std::views::take(maxLookedAt);
    // The one of which this is the next row; of several the one that had none for longest, as rows of
    // recordings that do the same alternate. Without numbers the latest recording.
    const auto find = [&](auto&& isPossible) -> Recording* {
        Recording* found = nullptr;
        for (Recording* const recording : latest) {
            if (!isPossible(*recording)) {
                continue;
            }
            const bool isNext = packetId && rowsOf(*recording).count == *packetId;
            const bool isFoundNext =
                found != nullptr && packetId && rowsOf(*found).count == *packetId;
            if (found == nullptr || (isNext && !isFoundNext)
                || (isNext && rowsOf(*recording).latest < rowsOf(*found).latest)) {
                found = recording;
            }
        }
        return found;
    };
    const bool begins = row.as<PeerConnected>() != nullptr;
    Recording* found = find([&](const Recording& recording) {
        const auto connection = recording.connections.find(row.connection.value);
        const bool isKnown = connection != recording.connections.end();
        return begins ? !isKnown && recording.endpoints.contains(row.endpoint.value)
                      : isKnown && !connection->second.over;
    });
    if (found == nullptr) {
        found = find([&](const Recording& recording) {
            return recording.endpoints.contains(row.endpoint.value);
        });
    }
    return found != nullptr ? *found : *all.back();
}

/// The recording of a row *connected* by the interface of that connection; null without one.
Recordings::Recording* Recordings::toldByHeader(const Record& row) const
{
    if (row.as<PeerConnected>() == nullptr) {
        return nullptr;
    }
    const auto header = m_headers.find({row.connection.value, row.wallNs});
    if (header == m_headers.end()) {
        return nullptr;
    }
    const auto opened = m_opened.find(header->second);
    return opened != m_opened.end() ? opened->second : nullptr;
}

Recordings::Place Recordings::ofInterface(std::uint32_t nearest, const ConnectionHeader& header)
{
    Recording& recording = recordingOf(nearest, header);
    endpointOf(recording, header.endpoint.value).toldByHeaders = header.openedNs;
    Connection& connection = connectionOf(recording, header.connection.value);
    connection.hasInterface = true;
    connection.sinceNs = header.sinceNs;
    m_opened.try_emplace({header.endpoint.value, header.openedNs}, &recording);
    return placeOf(recording, header.endpoint, header.connection);
}

Recordings::Recording& Recordings::recordingOf(std::uint32_t nearest,
                                               const ConnectionHeader& header)
{
    if (header.recording != 0) {
        const auto [told, isNew] = m_told.try_emplace(header.recording, nullptr);
        if (isNew) {
            told->second = &add();
        }
        return *told->second;
    }
    const auto opened = m_opened.find({header.endpoint.value, header.openedNs});
    if (opened != m_opened.end() && fits(*opened->second, header)) {
        return *opened->second;
    }
    const auto connected = m_connected.find({header.connection.value, header.sinceNs});
    if (connected != m_connected.end() && fits(*connected->second, header)) {
        return *connected->second;
    }
    // The times of rows may have been shifted, and rows may have been left out.
    std::vector<Recording*>& candidates = m_ofEvents[nearest];
    if (candidates.empty()) {
        candidates.push_back(&add());
    }
    const auto latest = candidates | std::views::reverse | std::views::take(maxLookedAt);
    const auto found = std::ranges::find_if(
        latest, [&](const Recording* recording) { return fits(*recording, header); });
    if (found != latest.end()) {
        return **found;
    }
    candidates.push_back(&add());
    return *candidates.back();
}

/// Whether the interface can be of this recording: nothing that other interfaces say is against it.
bool Recordings::fits(const Recording& recording, const ConnectionHeader& header)
{
    const auto endpoint = recording.endpoints.find(header.endpoint.value);
    if (endpoint != recording.endpoints.end() && endpoint->second.toldByHeaders != 0
        && endpoint->second.toldByHeaders != header.openedNs) {
        return false;
    }
    const auto connection = recording.connections.find(header.connection.value);
    return connection == recording.connections.end() || !connection->second.hasInterface
           || connection->second.sinceNs == header.sinceNs;
}

Recordings::Place Recordings::ofOthers()
{
    return {.recording = 0,
            .endpoint = {m_endpointNumbers.fresh()},
            .connection = {m_connectionNumbers.fresh()}};
}

Recordings::Endpoint& Recordings::endpointOf(Recording& recording, std::uint64_t number)
{
    const auto [entry, isNew] = recording.endpoints.try_emplace(number);
    if (isNew) {
        entry->second.number = m_endpointNumbers.take(number);
    }
    return entry->second;
}

Recordings::Connection& Recordings::connectionOf(Recording& recording, std::uint64_t number)
{
    const auto [entry, isNew] = recording.connections.try_emplace(number);
    if (isNew) {
        entry->second.number = m_connectionNumbers.take(number);
    }
    return entry->second;
}

Recordings::Place Recordings::placeOf(Recording& recording, EndpointId endpoint,
                                      ConnectionId connection)
{
    Place place{.recording = recording.number, .endpoint = {}, .connection = {}};
    if (endpoint) {
        place.endpoint.value = endpointOf(recording, endpoint.value).number;
    }
    if (connection) {
        place.connection.value = connectionOf(recording, connection.value).number;
    }
    return place;
}

} // namespace pipecore
