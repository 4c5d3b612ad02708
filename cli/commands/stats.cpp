#include "arguments/decoder_files.h"
#include "commands/command.h"
#include "commands/files.h"
#include "output/decoded_output.h"

#include "pipecore/analysis/protocol_search.h"
#include "pipecore/analysis/session_stats.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/base/figure_text.h"
#include "pipecore/base/json.h"
#include "pipecore/base/time_text.h"
#include "pipecore/model/event_text.h"
#include "pipecore/payload/payload.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>

namespace pipescope::cli {

namespace {

using pipecore::ConnectionStats;
using pipecore::JsonWriter;

std::string shown(std::string_view text)
{
    return pipecore::previewText(pipecore::asBytes(text), pipecore::TextEncoding::Utf8,
                                 std::numeric_limits<std::size_t>::max());
}

std::string decimal(double value)
{
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%.3f", value);
    return text.data();
}

std::string heading(const ConnectionStats& connection)
{
    std::string text = "connection " + std::to_string(connection.id.value);
    if (!connection.pipe.empty()) {
        text += "  " + shown(connection.pipe);
    }
    if (connection.peer) {
        text += "  " + shown(pipecore::peerText(*connection.peer));
    }
    return text + '\n';
}

std::string traffic(std::string_view label, std::uint64_t messages, std::uint64_t bytes,
                    double seconds)
{
    using pipecore::countText;
    std::string text = "  " + std::string(label);
    text.resize(13, ' ');
    text += countText(messages) + (messages == 1 ? " message, " : " messages, ") + countText(bytes)
            + (bytes == 1 ? " byte" : " bytes");
    if (seconds > 0) {
        const auto rate = [&](std::uint64_t count) {
            return static_cast<std::uint64_t>(std::llround(static_cast<double>(count) / seconds));
        };
        text += "; " + countText(rate(messages)) + " messages/s, " + countText(rate(bytes))
                + " bytes/s";
    }
    return text + '\n';
}

std::string latencyLine(const ConnectionStats::Latency& latency)
{
    if (latency.replies == 0) {
        return "  replies    none\n";
    }
    using pipecore::durationText;
    std::string text = "  replies    " + pipecore::countText(latency.replies);
    if (latency.timed != 0) {
        text += ": p50 " + durationText(latency.p50) + ", p90 " + durationText(latency.p90)
                + ", p99 " + durationText(latency.p99) + ", longest "
                + durationText(latency.longest);
    }
    if (latency.timed != latency.replies) {
        text += "; without a known time " + pipecore::countText(latency.replies - latency.timed);
    }
    if (latency.unanswered != 0) {
        text += "; unanswered " + pipecore::countText(latency.unanswered);
    }
    return text + '\n';
}

/// The counts of one direction and of both in a second. Rates are left out without a time.
void putTraffic(JsonWriter& json, std::string_view key, std::uint64_t messages, std::uint64_t bytes,
                double seconds)
{
    json.beginObject(key).number("messages", messages).number("bytes", bytes);
    if (seconds > 0) {
        json.value("messagesPerSecond", decimal(static_cast<double>(messages) / seconds))
            .value("bytesPerSecond", decimal(static_cast<double>(bytes) / seconds));
    }
    json.endObject();
}

std::string connectionJson(const ConnectionStats& connection, const TypesOfConnection* types)
{
    JsonWriter json;
    json.number("connection", connection.id.value)
        .number("endpoint", connection.endpoint.value)
        .text("pipe", connection.pipe);
    if (connection.peer && connection.peer->processId) {
        json.number("pid", *connection.peer->processId);
    }
    if (connection.peer && connection.peer->image) {
        json.text("image", *connection.peer->image);
    }
    if (connection.firstNs != pipecore::noTime) {
        json.text("first", pipecore::isoUtcText(connection.firstNs))
            .text("last", pipecore::isoUtcText(connection.lastNs));
    }
    json.value("seconds", decimal(connection.seconds()));
    const double seconds = connection.seconds();
    putTraffic(json, "received", connection.messagesReceived, connection.bytesReceived, seconds);
    putTraffic(json, "sent", connection.messagesSent, connection.bytesSent, seconds);
    const ConnectionStats::Latency& latency = connection.latency;
    json.beginObject("latencyNs")
        .number("replies", latency.replies)
        .number("unanswered", latency.unanswered);
    if (latency.timed != 0) {
        json.number("p50", latency.p50)
            .number("p90", latency.p90)
            .number("p99", latency.p99)
            .number("max", latency.longest);
    }
    json.endObject();
    if (types != nullptr) {
        std::vector<std::string> objects;
        for (const auto& [type, counts] : *types) {
            JsonWriter object;
            object.text("type", type.name);
            if (!type.method.empty()) {
                object.text("method", type.method);
            }
            object.number("messages", counts.messages);
            if (counts.malformed != 0) {
                object.number("malformed", counts.malformed);
            }
            objects.push_back(object.take());
        }
        json.objects("types", objects);
    }
    return json.take();
}

std::string typeLine(const MessageType& type, const TypeCount& counts)
{
    using pipecore::countText;
    std::string text = "  type       " + shown(type.name);
    if (!type.method.empty()) {
        text += " of " + shown(type.method);
    }
    text += ": " + countText(counts.messages) + (counts.messages == 1 ? " message" : " messages");
    return text + (counts.malformed != 0 ? ", malformed " + countText(counts.malformed) : "")
           + '\n';
}

} // namespace

pipecore::Result<std::vector<DecoderStats>>
countDecoded(const pipecore::RecordSource& rows, const pipecore::ExportProgress& shouldContinue)
{
    std::map<pipecore::DecoderId, DecoderStats> counts;
    for (const pipecore::DecoderInfo& decoder : pipecore::addedDecoders()) {
        counts[decoder.id].decoder = decoder;
    }
    std::map<pipecore::EndpointId, pipecore::EndpointFacts> endpoints;
    rows.facts().visitEndpoints([&](const pipecore::EndpointFacts& endpoint) {
        endpoints.emplace(endpoint.id, endpoint);
        return true;
    });
    for (std::uint64_t row = 0; row < rows.rowCount(); ++row) {
        const auto head = rows.head(row);
        if (head.kind != pipecore::RecordKind::Message) {
            continue;
        }
        if (!shouldContinue(0)) {
            return pipecore::refuse({}, pipecore::ErrorKind::Cancelled);
        }
        const auto record = rows.read(row, pipecore::DecodeLimits().bytes);
        if (!record) {
            return std::unexpected(record.error());
        }
        const auto context = pipecore::contextOf(endpoints[head.endpoint], head.direction);
        const auto decoder = pipecore::addedDecoderFor(record->payload, context);
        if (!decoder) {
            continue;
        }
        DecoderStats& stats = counts[*decoder];
        ++stats.messages;
        if (isMalformed(pipecore::decode(record->payload, *decoder, {}, context))) {
            stats.firstMalformed = stats.malformed == 0 ? row + 1 : stats.firstMalformed;
            ++stats.malformed;
        }
    }
    std::vector<DecoderStats> list;
    for (auto& [decoder, stats] : counts) {
        list.push_back(std::move(stats));
    }
    return list;
}

std::string statsText(const std::vector<ConnectionStats>& connections,
                      const std::vector<DecoderStats>& decoders, const TypeCounts& types)
{
    std::string text;
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
    for (const ConnectionStats& connection : connections) {
        const double seconds = connection.seconds();
        text += heading(connection);
        text += traffic("received", connection.messagesReceived, connection.bytesReceived, seconds);
        text += traffic("sent", connection.messagesSent, connection.bytesSent, seconds);
        text += latencyLine(connection.latency);
        if (const auto known = types.find(connection.id); known != types.end()) {
            for (const auto& [type, counts] : known->second) {
                text += typeLine(type, counts);
            }
        }
        messages += connection.messages();
        bytes += connection.bytes();
    }
    for (const DecoderStats& stats : decoders) {
        text += "decoder " + shown(stats.decoder.name) + "  " + pipecore::countText(stats.messages)
                + (stats.messages == 1 ? " message" : " messages");
        if (stats.malformed != 0) {
            text += ", malformed " + pipecore::countText(stats.malformed) + " (first: row "
                    + pipecore::countText(stats.firstMalformed) + ")";
        }
        text += '\n';
    }
    return text + "all  " + pipecore::countText(connections.size())
           + (connections.size() == 1 ? " connection, " : " connections, ")
           + pipecore::countText(messages) + (messages == 1 ? " message, " : " messages, ")
           + pipecore::countText(bytes) + (bytes == 1 ? " byte\n" : " bytes\n");
}

std::string statsJson(const std::vector<ConnectionStats>& connections,
                      const std::vector<DecoderStats>& decoders, const TypeCounts& types)
{
    std::vector<std::string> objects;
    objects.reserve(connections.size());
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
    for (const ConnectionStats& connection : connections) {
        const auto known = types.find(connection.id);
        objects.push_back(
            connectionJson(connection, known == types.end() ? nullptr : &known->second));
        messages += connection.messages();
        bytes += connection.bytes();
    }
    JsonWriter json;
    json.number("messages", messages).number("bytes", bytes).objects("connections", objects);
    if (!decoders.empty()) {
        std::vector<std::string> decoderObjects;
        for (const DecoderStats& stats : decoders) {
            JsonWriter one;
            one.text("decoder", stats.decoder.key)
                .text("name", stats.decoder.name)
                .number("messages", stats.messages)
                .number("malformed", stats.malformed);
            if (stats.malformed != 0) {
                one.number("firstMalformed", stats.firstMalformed);
            }
            decoderObjects.push_back(one.take());
        }
        json.objects("decoders", decoderObjects);
    }
    return json.take() + '\n';
}

namespace {

class Stats final : public Command
{
public:
    std::string name() const override { return "stats"; }
    std::string summary() const override
    {
        return "Print messages, bytes, rates and reply times of a session file";
    }
    void describe(Options& options) override
    {
        options.positional("FILE", "name", "any pcapng file", m_file);
        options.flag("--json", "print one JSON object", m_json);
        describeRows(options, m_choice);
        describeDecoders(options, m_decoders);
    }
    Problem finish() override
    {
        return m_file.empty() ? Problem("missing file name: use pipescope-cli stats FILE")
                              : loadProto(m_choice.proto);
    }
    ExitStatus run(Console& console) override
    {
        return withInterrupt(console, [this](Context& context) { return add(context); });
    }

private:
    ExitStatus add(Context& context) const
    {
        const auto session = openSession(m_file, context);
        if (!session) {
            return session.error();
        }
        ChosenRows rows(**session, m_choice);
        if (const auto prepared = rows.prepare(context); !prepared) {
            return statusOf(prepared.error(), context);
        }
        pipecore::SessionStats sums(rows.source());
        if (const auto added = pipecore::addRows(sums, rows.source(), {}, untilEnd(context));
            !added) {
            return statusOf(added.error(), context);
        }
        std::vector<DecoderStats> decoders;
        if (!m_decoders.isEmpty()) {
            auto counted = countDecoded(rows.source(), untilEnd(context));
            m_decoders.report();
            if (!counted) {
                return statusOf(counted.error(), context);
            }
            decoders = std::move(*counted);
        }
        TypeCounts types;
        if (const auto counted = countTypes(rows.source(), types, context); !counted) {
            return statusOf(counted.error(), context);
        }
        const auto connections = sums.connections();
        context.console.write(m_json ? statsJson(connections, decoders, types)
                                     : statsText(connections, decoders, types));
        return ExitStatus::Done;
    }

    std::string m_file;
    bool m_json = false;
    RowChoice m_choice;
    mutable DecoderFiles m_decoders;
};

} // namespace

std::unique_ptr<Command> makeStats()
{
    return std::make_unique<Stats>();
}

} // namespace pipescope::cli
