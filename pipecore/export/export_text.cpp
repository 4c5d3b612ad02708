#include "export_writer.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/time_text.h"
#include "pipecore/model/event_text.h"
#include "pipecore/payload/payload.h"
#include "row_names.h"

namespace pipecore {

namespace {

/// A line of facts, then a hex dump.
class TextWriter final : public ScanWriter
{
public:
    explicit TextWriter(const RecordSource& source) : ScanWriter(source), m_names(source.facts()) {}

private:
    Result<bool> add(const ScannedRow& row, std::string& out) override
    {
        const Record& record = row.record;
        std::string line = "#" + std::to_string(record.row + 1) + "  " + utcText(record.wallNs);
        if (const std::string& pipe = m_names.pipe(record.endpoint); !pipe.empty()) {
            line += "  " + pipe;
        }
        if (record.connection) {
            line += "  connection " + std::to_string(record.connection.value);
            const PeerInfo* peer = m_names.peer(record.connection);
            if (record.isMessage() && peer != nullptr) {
                line += "  " + peerText(*peer);
            }
        }
        line += "  " + eventText(RowView(record, row.payload));
        // A line of facts stays a single line, whatever a name or an error holds.
        out += onOneLine(line) + "\n";
        addNote(noteOf(row), out);
        if (record.isMessage() && !row.payload.empty()) {
            out += hexDump(row.payload);
            if (!out.ends_with('\n')) {
                out += '\n';
            }
        }
        return true;
    }

    static void addNote(const Annotation& note, std::string& out)
    {
        if (!note.isEmpty()) {
            out += note.marked ? "  marked" : "";
            out += note.comment.empty() ? "" : onOneLine("  comment: " + note.comment);
            out += '\n';
        }
    }

    RowNames m_names;
};

} // namespace

Result<bool> ScanWriter::write(std::uint64_t number, std::string& out)
{
    const auto row = m_scan.read(number);
    if (!row) {
        return std::unexpected(row.error());
    }
    return add(**row, out);
}

Annotation ScanWriter::noteOf(const ScannedRow& row) const
{
    const bool hasNotes = m_annotations != nullptr && m_annotations->revision() != 0;
    return hasNotes ? m_annotations->at(row.record.row) : Annotation();
}

std::unique_ptr<ExportWriter> makeTextWriter(const RecordSource& source)
{
    return std::make_unique<TextWriter>(source);
}

} // namespace pipecore
