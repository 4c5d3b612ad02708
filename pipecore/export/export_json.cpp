#include "export_writer.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/hex_text.h"
#include "pipecore/base/json.h"
#include "pipecore/base/time_text.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/session/lifecycle_codec.h"
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
        JsonWriter json;
        json.number("row", record.row + 1)
            .text("time", isoUtcText(record.wallNs))
            .text("event", wordFor(record.kind));
        if (record.endpoint) {
            json.number("endpoint", record.endpoint.value);
            if (const std::string& pipe = m_names.pipe(record.endpoint); !pipe.empty()) {
                json.text("pipe", pipe);
            }
        }
        if (record.connection) {
            json.number("connection", record.connection.value);
            addPeer(json, m_names.peer(record.connection));
            if (const std::string& user = m_names.user(record.connection); !user.empty()) {
                json.text("user", user);
            }
        }
        if (record.kind == RecordKind::Message) {
            addMessage(json, row);
        } else {
            putLifecycle(json, record);
        }
        if (const Annotation note = noteOf(row); !note.isEmpty()) {
            json.boolean("marked", note.marked).text("comment", note.comment);
        }
        out += json.take();
        out += '\n';
        return true;
    }

    static void addPeer(JsonWriter& json, const PeerInfo* peer)
    {
        if (peer != nullptr && peer->processId) {
            json.number("pid", *peer->processId);
        }
        if (peer != nullptr && peer->image) {
            json.text("image", *peer->image);
        }
    }

    static void addMessage(JsonWriter& json, const ScannedRow& row)
    {
        const Record& record = row.record;
        json.text("direction", record.direction == Direction::Received ? "received" : "sent")
            .number("length", record.length);
        if (record.continues) {
            json.boolean("continues", true);
        }
        if (const auto text = asText(row.payload); !text.empty() && isPlainText(text)) {
            json.text("text", text);
        }
        std::string hex = "\"";
        appendHex(hex, row.payload);
        hex += '"';
        json.value("hex", hex);
    }

    RowNames m_names;
};

} // namespace

std::unique_ptr<ExportWriter> makeJsonWriter(const RecordSource& source)
{
    return std::make_unique<JsonLinesWriter>(source);
}

} // namespace pipecore
