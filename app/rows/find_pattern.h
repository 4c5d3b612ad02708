#pragma once

#include "pipecore/filter/filter.h"
#include "rows/log_rows.h"

#include <QList>
#include <QString>

#include <string>
#include <utility>

namespace pipescope {

/// A search pattern for the log: a text, a run of bytes, or a filter. A value; may be used on any
/// thread.
class FindPattern
{
public:
    /// Matches nothing.
    FindPattern() = default;
    /// A text: in payloads in UTF-8 or UTF-16LE, and in the texts of events.
    [[nodiscard]] static FindPattern fromText(const QString& text, Qt::CaseSensitivity sensitivity);
    /// These consecutive bytes, in payloads only.
    [[nodiscard]] static FindPattern fromBytes(const pipecore::Bytes& bytes);

    /// Rows that match the filter; an empty one matches nothing.
    [[nodiscard]] static FindPattern fromFilter(const pipecore::Filter& filter);

    [[nodiscard]] bool isEmpty() const { return m_bytes.empty() && m_filter.isEmpty(); }
    /// The pattern as a filter, for pipecore::RowFilter. For a text it covers messages and passes
    /// all events, whose texts are in the language of the window: see matches(). Empty if a text is
    /// too long for a filter.
    [[nodiscard]] const pipecore::Filter& filter() const { return m_filter; }
    /// True if events that pass the filter must be checked by matches().
    [[nodiscard]] bool asksEvents() const { return m_isText; }
    /// True if the row has the text or the bytes. `record` should have its whole payload.
    [[nodiscard]] bool matches(const pipecore::Record& record, const LogRows& rows) const;
    /// Its positions in a preview: starts and lengths.
    [[nodiscard]] QList<std::pair<qsizetype, qsizetype>> marksIn(const QString& preview) const;

private:
    [[nodiscard]] bool matchesPayload(pipecore::ByteView payload) const;

    pipecore::Filter m_filter;
    bool m_isText = false;
    Qt::CaseSensitivity m_sensitivity = Qt::CaseSensitive;
    QString m_text;         ///< as it may appear in a preview
    std::string m_bytes;    ///< UTF-8, or the bytes themselves; lower case if case is ignored
    std::string m_wide;     ///< UTF-16LE of a text
    bool m_isAscii = false; ///< case can be folded byte by byte
};

} // namespace pipescope
