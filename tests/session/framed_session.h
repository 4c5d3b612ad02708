#pragma once

#include "pipecore/analysis/framed_rows.h"
#include "session_script.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <memory>
#include <string>
#include <string_view>

// Recorded byte streams, and their frames as text.

constexpr auto fromPeer = pipecore::Direction::Received;
constexpr auto toPeer = pipecore::Direction::Sent;

/// A server and its recorded conversations in byte mode.
inline SessionScript byteServer()
{
    SessionScript script;
    pipecore::EndpointOpened opened;
    opened.mode = pipecore::PipeMode::Byte;
    script.server(1, "frames", opened);
    return script;
}

inline void say(SessionScript& script, std::string_view text,
                pipecore::Direction direction = fromPeer, std::uint64_t connection = 1)
{
    script.message(1, connection, direction, pipecore::toBytes(text));
}

/// Recorded sessions in files.
class RecordedStreams
{
public:
    /// Null when it could not be recorded.
    std::unique_ptr<pipecore::SessionFile> open(const SessionScript& script)
    {
        const QString path = m_folder.filePath(QString::number(++m_count));
        if (!recordTo(path, script).isEmpty()) {
            return nullptr;
        }
        auto file = pipecore::SessionFile::open(toPath(path));
        return file ? std::move(*file) : nullptr;
    }

private:
    QTemporaryDir m_folder;
    int m_count = 0;
};

inline pipecore::FramedRows::RuleOf byRule(const char* text)
{
    const pipecore::FramingRule parsed = pipecore::FramingRule::parse(text).value();
    return [parsed](const pipecore::EndpointFacts&) { return std::optional(parsed); };
}

/// All rows: a frame as "< content" or "> content", with "…" when it is not whole, any other row by its
/// kind.
inline QByteArray framesText(const pipecore::FramedRows& rows)
{
    QByteArray result;
    for (std::uint64_t row = 0; row < rows.rowCount(); ++row) {
        const auto record = rows.read(row, 100);
        if (!record) {
            return "error: " + QByteArray::fromStdString(pipecore::describe(record.error()));
        }
        if (!rows.isFrame(row)) {
            result += QByteArray::fromStdString(std::string(pipecore::wordFor(record->kind())));
        } else {
            result += record->message().direction == fromPeer ? "< " : "> ";
            result += QByteArray(reinterpret_cast<const char*>(record->payload.data()),
                                 qsizetype(record->payload.size()));
            result += record->message().continues ? "…" : "";
        }
        result += '\n';
    }
    return result;
}
