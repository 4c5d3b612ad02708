#include "decoded_path.h"
#include "pipecore/filter/filter.h"

#include <algorithm>
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
    void addMessage(ByteView payload)
    {
        for (const auto& [decoder, content] : filter::decodersOf(payload)) {
            addDecoded(content, decoder);
        }
    }

    [[nodiscard]] bool isFull() const { return m_paths.size() >= maxFields; }
    [[nodiscard]] std::vector<std::string> paths() const
    {
        return {m_paths.begin(), m_paths.end()};
    }

private:
    void addDecoded(ByteView payload, DecoderId decoder)
    {
        DecodeLimits limits;
        limits.prettyBytes = 0;
        const Decoded decoded = decode(payload, decoder, limits);
        add(filter::topOf(decoded), std::string(filter::prefixOf(decoder)));
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
    for (std::uint64_t row = source.rowCount(); row > 0 && messages > 0 && !collector.isFull();) {
        --row;
        if (cancelled != nullptr && cancelled->load()) {
            break;
        }
        if (source.head(row).kind != RecordKind::Message) {
            continue;
        }
        --messages;
        if (const auto record = source.read(row, lookedAt)) {
            collector.addMessage(record->payload);
        }
    }
    return collector.paths();
}

} // namespace pipecore
