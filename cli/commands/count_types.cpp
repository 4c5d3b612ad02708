#include "commands/files.h"

#include "pipecore/analysis/row_types.h"
#include "pipecore/export/proto_json.h"
#include "pipecore/session/row_scan.h"

namespace pipescope::cli {

pipecore::Result<void> countTypes(const pipecore::RecordSource& rows, TypeCounts& counts,
                                  const Context& context)
{
    const auto types = rows.rowTypes();
    if (!types) {
        return {};
    }
    constexpr std::uint64_t atOnce = 1024; // rows, after which Ctrl+C is looked at
    pipecore::RowScan scan(rows);
    pipecore::DecodeLimits limits;
    limits.prettyBytes = 0;
    for (std::uint64_t row = 0; row < rows.rowCount(); ++row) {
        if (row % atOnce == 0 && context.shouldEnd()) {
            return pipecore::refuse({}, pipecore::ErrorKind::Cancelled);
        }
        const auto head = rows.head(row);
        const auto typed = types->typed(row, head);
        if (!typed) {
            continue;
        }
        const auto read = scan.read(row);
        if (!read) {
            return std::unexpected(read.error());
        }
        const auto decoded = decode((*read)->payload, typed->decoder, limits, typed->context);
        const bool isMalformed = decoded.end == pipecore::DecodeEnd::Mistake
                                 || decoded.end == pipecore::DecodeEnd::CutOff;
        for (const pipecore::TypedPart& part : typedParts(decoded)) {
            TypeCount& count = counts[head.connection][{.name = part.type, .method = part.method}];
            ++count.messages;
            count.malformed += isMalformed ? 1 : 0;
        }
    }
    return {};
}

} // namespace pipescope::cli
