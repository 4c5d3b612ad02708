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

    [[nodiscard]] bool isFull() const { return m_paths.size() >= maxFields; }
    [[nodiscard]] std::vector<std::string> paths() const
    {
        return {m_paths.begin(), m_paths.end()};
    }

private:
    std::set<std::string> m_paths;
};

} // namespace

std::vector<std::string> decodedFieldsOf(const RecordSource& source, std::uint64_t messages,
                                         const std::atomic<bool>* cancelled)
{
    PathCollector collector;
    DecodeLimits limits;
    limits.prettyBytes = 0;
    for (std::uint64_t row = source.rowCount(); row > 0 && messages > 0 && !collector.isFull();) {
        --row;
        if (cancelled != nullptr && cancelled->load()) {
            break;
        }
        if (source.head(row).kind != RecordKind::Message) {
            continue;
        }
        --messages;
        const auto record = source.read(row, lookedAt);
        if (!record) {
            continue;
        }
        const ByteView content = filter::contentBehindHead(record->payload);
        const auto guesses = detect(content);
        if (!guesses.empty() && filter::hasNamedFields(guesses.front().decoder)) {
            const Decoded decoded = decode(content, guesses.front().decoder, limits);
            collector.add(filter::topOf(decoded), std::string(decoderInfo(decoded.decoder).key));
        }
    }
    return collector.paths();
}

} // namespace pipecore
