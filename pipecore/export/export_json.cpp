#include "export_writer.h"
#include "pipecore/export/json_line.h"
#include "row_names.h"

namespace pipecore {

namespace {

/// A JSON object a line.
class JsonLinesWriter final : public ScanWriter
{
public:
    explicit JsonLinesWriter(const RecordSource& source)
        : ScanWriter(source)
        , m_names(source.facts())
    {}

private:
    Result<bool> add(const ScannedRow& row, std::string& out) override
    {
        const Record& record = row.record;
        appendJsonLine(out, RowView(record, row.payload),
                       {.pipe = m_names.pipe(record.endpoint),
                        .peer = record.connection ? m_names.peer(record.connection) : nullptr,
                        .target = record.connection ? m_names.target(record.connection) : nullptr,
                        .note = noteOf(row)});
        return true;
    }

    RowNames m_names;
};

} // namespace

std::unique_ptr<ExportWriter> makeJsonWriter(const RecordSource& source)
{
    return std::make_unique<JsonLinesWriter>(source);
}

} // namespace pipecore
