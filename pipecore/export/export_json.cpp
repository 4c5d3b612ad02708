#include "export_writer.h"
#include "pipecore/analysis/row_types.h"
#include "pipecore/export/json_line.h"
#include "pipecore/export/proto_json.h"
#include "row_names.h"

namespace pipecore {

namespace {

/// A JSON object a line.
class JsonLinesWriter final : public ScanWriter
{
public:
    explicit JsonLinesWriter(const RecordSource& source)
        : ScanWriter(source)
        , m_source(source)
        , m_types(source.rowTypes())
        , m_names(source.facts())
    {}

private:
    Result<bool> add(const ScannedRow& row, std::string& out) override
    {
        const Record& record = row.record;
        const std::string proto = m_types ? protoOf(row) : std::string();
        appendJsonLine(out, RowView(record, row.payload),
                       {.pipe = m_names.pipe(record.endpoint),
                        .peer = record.connection ? m_names.peer(record.connection) : nullptr,
                        .target = record.connection ? m_names.target(record.connection) : nullptr,
                        .note = noteOf(row),
                        .proto = proto});
        return true;
    }

    [[nodiscard]] std::string protoOf(const ScannedRow& row) const
    {
        const auto typed = m_types->typed(row.record.row, m_source.head(row.record.row));
        DecodeLimits limits;
        limits.prettyBytes = 0;
        return typed ? protoJson(decode(row.payload, typed->decoder, limits, typed->context))
                     : std::string();
    }

    const RecordSource& m_source;
    const std::shared_ptr<const RowTypes> m_types; ///< null: none
    RowNames m_names;
};

} // namespace

std::unique_ptr<ExportWriter> makeJsonWriter(const RecordSource& source)
{
    return std::make_unique<JsonLinesWriter>(source);
}

} // namespace pipecore
