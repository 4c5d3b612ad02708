#include "export_writer.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/time_text.h"
#include "pipecore/base/utf8.h"
#include "pipecore/model/event_text.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"
#include "row_names.h"

namespace pipecore {

namespace {

/// A record of RFC 4180, field by field. Ends with CRLF.
class CsvLine
{
public:
    explicit CsvLine(std::string& out) : m_out(out) {}
    CsvLine(const CsvLine&) = delete;
    CsvLine& operator=(const CsvLine&) = delete;
    ~CsvLine() { m_out += "\r\n"; }

    CsvLine& number(std::uint64_t value)
    {
        separate();
        m_out += std::to_string(value);
        return *this;
    }
    /// Letters, digits and the like that need no quotes.
    CsvLine& word(std::string_view value)
    {
        separate();
        m_out += value;
        return *this;
    }
    /// Adds foreign text. A spreadsheet takes a text that begins with one of these signs for a
    /// formula and runs it; an apostrophe in front keeps it a text.
    CsvLine& text(std::string_view value)
    {
        separate();
        const bool looksLikeFormula =
            !value.empty() && std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos;
        m_out += '"';
        if (looksLikeFormula) {
            m_out += '\'';
        }
        for (const char c : value) {
            if (c == '"') {
                m_out += '"';
            }
            m_out += c;
        }
        m_out += '"';
        return *this;
    }
    CsvLine& hex(ByteView bytes)
    {
        separate();
        appendHex(m_out, bytes);
        return *this;
    }
    CsvLine& nothing() { return word({}); }

private:
    void separate()
    {
        if (!m_isFirst) {
            m_out += ',';
        }
        m_isFirst = false;
    }

    std::string& m_out;
    bool m_isFirst = true;
};

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
