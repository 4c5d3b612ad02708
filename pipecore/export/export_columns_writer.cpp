#include "csv_line.h"
#include "export_writer.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/analysis/protocol_search.h"
#include "pipecore/analysis/row_types.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/base/json.h"
#include "pipecore/base/time_text.h"
#include "pipecore/export/json_line.h"
#include "pipecore/model/event_text.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"
#include "row_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace pipecore {

namespace {

/// A cell of a table, or a member of an object.
struct Cell
{
    enum class Kind : std::uint8_t {
        Nothing,
        Number, ///< of JSON, too
        Word,   ///< letters, digits and the like
        Text,   ///< of others
        Flag,   ///< it is there
        Json,   ///< several values: JSON already
    };
    Kind kind = Kind::Nothing;
    std::string text{};
    std::string json{}; ///< of a value whose JSON is not its text
};

Cell number(std::uint64_t value)
{
    return {.kind = Cell::Kind::Number, .text = std::to_string(value)};
}

Cell word(std::string_view value)
{
    return {.kind = Cell::Kind::Word, .text = std::string(value)};
}

Cell text(std::string_view value)
{
    return {.kind = Cell::Kind::Text, .text = onOneLine(toValidUtf8(value, std::string::npos))};
}

/// A word of a later version: it may be anything.
Cell foreignWord(std::string_view value)
{
    return word(onOneLine(toValidUtf8(value, std::string::npos)));
}

/// Seconds, as Wireshark has times.
std::string secondsText(std::int64_t ns)
{
    constexpr std::int64_t second = 1'000'000'000;
    return fmt::format("{}.{:09}", ns / second, ns % second);
}

/// Says what columns are about.
class Cells
{
public:
    explicit Cells(const RecordSource& source)
        : m_source(source)
        , m_names(source.facts())
        , m_types(source.rowTypes())
    {}

    void set(const ScannedRow& row, const Annotation& note)
    {
        m_row = &row;
        m_note = &note;
        if (!row.record.isMessage()) {
            m_message.set({});
            return;
        }
        const auto head = m_source.head(row.record.row);
        const auto [endpoint, isNew] = m_endpoints.try_emplace(head.endpoint);
        if (isNew) {
            endpoint->second = m_source.facts().endpoint(head.endpoint).value_or(EndpointFacts{});
        }
        m_message.set(row.payload, contextOf(endpoint->second, head.direction),
                      m_types ? m_types->typed(row.record.row, head) : std::nullopt);
    }

    [[nodiscard]] Cell cell(const ExportColumns::Column& column)
    {
        if (const auto* const name = std::get_if<DecodedName>(&column.what)) {
            return m_row->record.isMessage() ? decoded(*name) : Cell();
        }
        return cell(std::get<RowColumn>(column.what));
    }
    [[nodiscard]] std::string decodedJson() { return m_message.json(); }
    [[nodiscard]] RowNames& names() { return m_names; }

    [[nodiscard]] Cell cell(RowColumn column)
    {
        const Record& record = m_row->record;
        switch (column) {
        case RowColumn::Row: return number(record.row + 1);
        case RowColumn::Time:
            return record.wallNs == noTime ? Cell() : word(isoUtcText(record.wallNs));
        case RowColumn::Event: {
            const auto* const unknown = record.as<UnknownRow>();
            return unknown != nullptr ? foreignWord(unknown->word) : word(wordFor(record.kind()));
        }
        case RowColumn::Endpoint: return record.endpoint ? number(record.endpoint.value) : Cell();
        case RowColumn::Pipe: return record.endpoint ? text(m_names.pipe(record.endpoint)) : Cell();
        case RowColumn::Connection:
        case RowColumn::Pid:
        case RowColumn::Image:
        case RowColumn::User: return record.connection ? ofConnection(column) : Cell();
        case RowColumn::Info: return info();
        case RowColumn::Marked: return m_note->marked ? Cell{.kind = Cell::Kind::Flag} : Cell();
        case RowColumn::Comment: return m_note->comment.empty() ? Cell() : text(m_note->comment);
        case RowColumn::Problem:
            return record.problem != nullptr ? text(record.problem->text()) : Cell();
        default: return record.isMessage() ? ofMessage(column) : Cell();
        }
    }

private:
    [[nodiscard]] Cell ofConnection(RowColumn column)
    {
        const ConnectionId connection = m_row->record.connection;
        if (column == RowColumn::Connection) {
            return number(connection.value);
        }
        if (column == RowColumn::User) {
            const std::string& user = m_names.user(connection);
            return user.empty() ? Cell() : text(user);
        }
        const PeerInfo* const peer = m_names.peer(connection);
        if (column == RowColumn::Pid) {
            return peer != nullptr && peer->processId ? number(*peer->processId) : Cell();
        }
        return peer != nullptr && peer->image ? text(*peer->image) : Cell();
    }

    [[nodiscard]] Cell info() const
    {
        const Record& record = m_row->record;
        const bool isPlain = record.isMessage() && !record.message().continues
                             && m_row->payload.size() >= record.message().length
                             && record.problem == nullptr;
        return isPlain ? Cell() : text(eventText(RowView(record, m_row->payload)));
    }

    [[nodiscard]] Cell ofMessage(RowColumn column)
    {
        const Message& message = m_row->record.message();
        switch (column) {
        case RowColumn::Direction: return word(wordFor(message.direction));
        case RowColumn::Length: return number(message.length);
        case RowColumn::Text: {
            // Line breaks and invalid text are escapes in a table, so that a record stays one line.
            Cell cell{.kind = Cell::Kind::Text,
                      .text = formatText(m_row->payload, TextEncoding::Utf8)};
            const std::string_view plain = asText(m_row->payload);
            cell.json = isPlainText(plain) ? std::string(plain) : cell.text;
            return cell;
        }
        case RowColumn::Hex: {
            Cell cell{.kind = Cell::Kind::Word};
            appendHex(cell.text, m_row->payload);
            return cell;
        }
        case RowColumn::Origin: return foreignWord(originWord(message.origin));
        case RowColumn::Partner: return message.partner != 0 ? number(message.partner) : Cell();
        default: return ofReply(column);
        }
    }

    [[nodiscard]] Cell ofReply(RowColumn column)
    {
        if (!m_pairing) {
            m_pairing = pairingOf(m_source);
        }
        const std::uint64_t row = m_row->record.row;
        (void)m_pairing->update(row + 1);
        const auto request = m_pairing->requestOf(row);
        if (!request) {
            return {};
        }
        if (column == RowColumn::ReplyTo) {
            return number(*request + 1);
        }
        const auto time = replyTime(m_source.head(*request).wallNs, m_row->record.wallNs);
        if (!time) {
            return {};
        }
        return column == RowColumn::LatencyNs
                   ? number(static_cast<std::uint64_t>(*time))
                   : Cell{.kind = Cell::Kind::Number, .text = secondsText(*time)};
    }

    [[nodiscard]] Cell decoded(const DecodedName& name)
    {
        const auto values = m_message.values(name);
        if (values.empty()) {
            return {};
        }
        Cell cell{.kind = Cell::Kind::Json};
        for (const FieldValue& value : values) {
            cell.text += (cell.text.empty() ? "" : ",") + value.text;
            cell.json += (cell.json.empty() ? "" : ",") + value.json();
        }
        if (values.size() > 1) {
            cell.json = '[' + cell.json + ']';
        } else if (cell.json == cell.text) {
            cell.kind = Cell::Kind::Number; // or true, false, null: the same in a table
        }
        cell.text = onOneLine(toValidUtf8(cell.text, std::string::npos));
        return cell;
    }

    const RecordSource& m_source;
    RowNames m_names;
    std::shared_ptr<Pairing> m_pairing;            ///< null until it is asked for
    const std::shared_ptr<const RowTypes> m_types; ///< null: none
    std::unordered_map<EndpointId, EndpointFacts> m_endpoints;
    DecodedMessage m_message;
    const ScannedRow* m_row = nullptr;
    const Annotation* m_note = nullptr;
};

class ColumnsCsvWriter final : public ScanWriter
{
public:
    ColumnsCsvWriter(const RecordSource& source, const ExportColumns& columns)
        : ScanWriter(source)
        , m_cells(source)
    {
        if (columns.hasAll()) {
            for (const RowColumnName& usual : rowColumns()) {
                if (usual.column <= RowColumn::LastUsual) {
                    m_columns.push_back({std::string(usual.name), usual.column});
                }
            }
        }
        std::ranges::copy(columns.columns(), std::back_inserter(m_columns));
    }

    Result<void> begin(std::string& out) override
    {
        CsvLine line(out);
        for (const ExportColumns::Column& column : m_columns) {
            const bool isPlain = column.name.find_first_of("\",") == std::string::npos;
            isPlain ? line.word(column.name) : line.text(column.name);
        }
        return {};
    }

private:
    Result<bool> add(const ScannedRow& row, std::string& out) override
    {
        const Annotation note = noteOf(row);
        m_cells.set(row, note);
        CsvLine line(out);
        for (const ExportColumns::Column& column : m_columns) {
            const Cell cell = m_cells.cell(column);
            switch (cell.kind) {
            case Cell::Kind::Nothing: line.nothing(); break;
            case Cell::Kind::Number:
            case Cell::Kind::Word: line.word(cell.text); break;
            case Cell::Kind::Flag: line.word("yes"); break;
            case Cell::Kind::Text:
            case Cell::Kind::Json: line.text(cell.text); break;
            }
        }
        return true;
    }

    std::vector<ExportColumns::Column> m_columns;
    Cells m_cells;
};

class ColumnsJsonWriter final : public ScanWriter
{
public:
    ColumnsJsonWriter(const RecordSource& source, ExportColumns columns, bool isDecoded)
        : ScanWriter(source)
        , m_columns(std::move(columns))
        , m_isDecoded(isDecoded)
        , m_cells(source)
    {}

private:
    Result<bool> add(const ScannedRow& row, std::string& out) override
    {
        const Annotation note = noteOf(row);
        m_cells.set(row, note);
        JsonWriter json;
        for (const ExportColumns::Column& column : m_columns.columns()) {
            put(json, column.name, m_cells.cell(column));
        }
        if (m_isDecoded && row.record.isMessage()) {
            if (const std::string decoded = m_cells.decodedJson(); !decoded.empty()) {
                json.value("decoded", decoded);
            }
        }
        std::string members = json.take();
        if (m_columns.hasAll() || m_columns.isUsual()) {
            const Record& record = row.record;
            appendJsonLine(
                out, RowView(record, row.payload),
                {.pipe = m_cells.names().pipe(record.endpoint),
                 .peer = record.connection ? m_cells.names().peer(record.connection) : nullptr,
                 .note = note});
            out.resize(out.size() - std::string_view("}\n").size());
            members.front() = ',';
            if (members.size() == std::string_view(",}").size()) {
                members.erase(0, 1);
            }
        }
        out += members;
        out += '\n';
        return true;
    }

    static void put(JsonWriter& json, std::string_view name, const Cell& cell)
    {
        switch (cell.kind) {
        case Cell::Kind::Nothing: break;
        case Cell::Kind::Number: json.value(name, cell.text); break;
        case Cell::Kind::Word: json.text(name, cell.text); break;
        case Cell::Kind::Text: json.text(name, cell.json.empty() ? cell.text : cell.json); break;
        case Cell::Kind::Flag: json.boolean(name, true); break;
        case Cell::Kind::Json: json.value(name, cell.json); break;
        }
    }

    const ExportColumns m_columns;
    const bool m_isDecoded;
    Cells m_cells;
};

} // namespace

std::unique_ptr<ExportWriter> makeColumnsCsvWriter(const RecordSource& source,
                                                   const ExportColumns& columns)
{
    return std::make_unique<ColumnsCsvWriter>(source, columns);
}

std::unique_ptr<ExportWriter> makeColumnsJsonWriter(const RecordSource& source,
                                                    const ExportColumns& columns, bool isDecoded)
{
    return std::make_unique<ColumnsJsonWriter>(source, columns, isDecoded);
}

} // namespace pipecore
