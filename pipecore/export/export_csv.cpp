#include "csv_line.h"
#include "export_writer.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/time_text.h"
#include "pipecore/base/utf8.h"
#include "pipecore/model/event_text.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"
#include "row_names.h"

namespace pipecore {

namespace {

/// A later version's word as it stands in its file: it may be anything.
std::string wordOf(const Record& record)
{
    const auto* const unknown = record.as<UnknownRow>();
    return unknown != nullptr ? onOneLine(toValidUtf8(unknown->word, std::string::npos))
                              : std::string(wordFor(record.kind()));
}

class CsvWriter final : public ScanWriter
{
public:
    explicit CsvWriter(const RecordSource& source) : ScanWriter(source), m_names(source.facts()) {}

    Result<void> begin(std::string& out) override
    {
        out +=
            "row,time,event,endpoint,pipe,connection,pid,image,user,direction,length,text,hex,info,"
            "origin,partner,marked,comment"
            "\r\n";
        return {};
    }

private:
    Result<bool> add(const ScannedRow& row, std::string& out) override
    {
        const Record& record = row.record;
        CsvLine line(out);
        line.number(record.row + 1).word(isoUtcText(record.wallNs)).word(wordOf(record));
        addPlace(record, line);
        if (record.isMessage()) {
            addMessage(row, line);
        } else {
            line.nothing().nothing().nothing().nothing();
            line.text(valid(eventText(record))).nothing().nothing();
        }
        const Annotation note = noteOf(row);
        line.word(note.marked ? "yes" : "");
        if (note.comment.empty()) {
            line.nothing();
        } else {
            line.text(valid(note.comment));
        }
        return true;
    }

    static void addMessage(const ScannedRow& row, CsvLine& line)
    {
        const Message& message = row.record.message();
        line.word(wordFor(message.direction)).number(message.length);
        // Line breaks and invalid text are escapes in it, so that a record stays one line.
        line.text(formatText(row.payload, TextEncoding::Utf8)).hex(row.payload);
        if (row.payload.size() < message.length || message.continues
            || row.record.problem != nullptr) {
            line.text(eventText(RowView(row.record, row.payload)));
        } else {
            line.nothing();
        }
        line.word(valid(originWord(message.origin)));
        if (message.partner != 0) {
            line.number(message.partner);
        } else {
            line.nothing();
        }
    }

    void addPlace(const Record& record, CsvLine& line)
    {
        if (record.endpoint) {
            line.number(record.endpoint.value).text(valid(m_names.pipe(record.endpoint)));
        } else {
            line.nothing().nothing();
        }
        if (!record.connection) {
            line.nothing().nothing().nothing().nothing();
            return;
        }
        line.number(record.connection.value);
        const PeerInfo* peer = m_names.peer(record.connection);
        if (peer != nullptr && peer->processId) {
            line.number(*peer->processId);
        } else {
            line.nothing();
        }
        if (peer != nullptr && peer->image) {
            line.text(valid(*peer->image));
        } else {
            line.nothing();
        }
        if (const std::string& user = m_names.user(record.connection); !user.empty()) {
            line.text(valid(user));
        } else {
            line.nothing();
        }
    }

    static std::string valid(std::string_view text)
    {
        return onOneLine(toValidUtf8(text, std::string::npos));
    }

    RowNames m_names;
};

} // namespace

std::unique_ptr<ExportWriter> makeCsvWriter(const RecordSource& source)
{
    return std::make_unique<CsvWriter>(source);
}

} // namespace pipecore
