#include "decoded_path.h"
#include "pipecore/analysis/row_types.h"
#include "pipecore/filter/filter.h"

#include "pipecore/analysis/protocol_search.h"

#include <algorithm>
#include <map>
#include <set>

namespace pipecore {

namespace {

constexpr std::size_t maxFields = 500;
constexpr std::size_t maxPathLength = 200;
/// Of a message: its beginning tells its fields.
constexpr std::size_t lookedAt = std::size_t{64} * 1024;

/// Collects the paths of a tree. Elements of lists have no step of their own: a filter's name steps into each.
class PathCollector
{
public:
    /// `typed`: how the user's types decode it.
    void addMessage(ByteView payload, const DecodeContext& context,
                    const std::optional<TypedMessage>& typed)
    {
        if (typed) {
            DecodeLimits limits;
            limits.prettyBytes = 0;
            addTyped(decode(payload, typed->decoder, limits, typed->context).root);
        }
        for (const auto& [decoder, content] : filter::decodersOf(payload, context)) {
            addDecoded(content, decoder, context);
        }
    }

    [[nodiscard]] bool isFull() const { return m_paths.size() >= maxFields; }
    [[nodiscard]] std::vector<std::string> paths() const
    {
        return {m_paths.begin(), m_paths.end()};
    }

private:
    void addDecoded(ByteView payload, DecoderId decoder, const DecodeContext& context)
    {
        DecodeLimits limits;
        limits.prettyBytes = 0;
        const Decoded decoded = decode(payload, decoder, limits, context);
        add(filter::topOf(decoded), std::string(filter::prefixOf(decoder)));
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void addTyped(const Field& field)
    {
        for (const Field& child : field.children) {
            if (child.type == protobufType) {
                add(child, "proto");
            } else {
                if (child.type == grpcType) {
                    m_paths.insert("grpc.method");
                }
                addTyped(child);
            }
        }
    }

    /// The decoder bounds how deep trees are.
    // NOLINTNEXTLINE(misc-no-recursion)
    void add(const Field& field, const std::string& path)
    {
        for (const Field& child : field.children) {
            if (m_paths.size() >= maxFields || path.size() > maxPathLength) {
                return;
            }
            if (field.kind == FieldKind::List) {
                add(child, path);
            } else if (child.kind != FieldKind::Error && child.kind != FieldKind::Notice
                       && !child.name.empty()) {
                const std::string step = path + filter::stepText(child.name);
                m_paths.insert(step);
                add(child, step);
            }
        }
    }

    std::set<std::string> m_paths;
};

} // namespace

std::vector<std::string> decodedFieldsOf(const RecordSource& source, std::uint64_t messages,
                                         const std::atomic<bool>* cancelled)
{
    PathCollector collector;
    std::map<EndpointId, EndpointFacts> endpoints;
    const auto types = source.rowTypes();
    if (types) {
        types->update([cancelled] { return cancelled == nullptr || !cancelled->load(); });
    }
    for (std::uint64_t row = source.rowCount(); row > 0 && messages > 0 && !collector.isFull();) {
        --row;
        if (cancelled != nullptr && cancelled->load()) {
            break;
        }
        const RecordSource::RowHead head = source.head(row);
        if (head.kind != RecordKind::Message) {
            continue;
        }
        --messages;
        if (const auto record = source.read(row, lookedAt)) {
            const auto [endpoint, isNew] = endpoints.try_emplace(head.endpoint);
            if (isNew) {
                endpoint->second = source.facts().endpoint(head.endpoint).value_or(EndpointFacts());
            }
            collector.addMessage(record->payload, contextOf(endpoint->second, head.direction),
                                 types ? types->typed(row, head) : std::nullopt);
        }
    }
    return collector.paths();
}

} // namespace pipecore
