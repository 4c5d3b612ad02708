#pragma once

#include "pipecore/filter/filter.h"
#include "rows/log_rows.h"

#include <QList>
#include <QString>

#include <string>
#include <utility>

namespace pipescope {

/// What is searched for in the log: a text, a run of bytes, or what a filter says. A value; may be used on any thread.
class FindPattern
{
public:
    /// Matches nothing.
    FindPattern() = default;
    /// A text as people read it: in payloads in UTF-8 or UTF-16LE, and in what events say.
    [[nodiscard]] static FindPattern fromText(const QString& text, Qt::CaseSensitivity sensitivity);
    /// These bytes in a row, in payloads only.
    [[nodiscard]] static FindPattern fromBytes(const pipecore::Bytes& bytes);

    /// Rows that pass the filter; an empty one matches nothing.
    [[nodiscard]] static FindPattern fromFilter(const pipecore::Filter& filter);

    [[nodiscard]] bool isEmpty() const { return m_bytes.empty() && m_filter.isEmpty(); }
    /// The same as a filter, for pipecore::RowFilter. Of a text it says so of messages and leaves all
    /// events, which are told in the language of the window: see matches(). Empty when a text is too
    /// long for a filter.
    [[nodiscard]] const pipecore::Filter& filter() const { return m_filter; }
    /// Events that pass the filter are to be asked by matches().
    [[nodiscard]] bool asksEvents() const { return m_isText; }
    /// Whether the row has the text or the bytes. `record` should have its whole payload.
    [[nodiscard]] bool matches(const pipecore::Record& record, const LogRows& rows) const;
    /// Where it is in a preview: starts and lengths.
    [[nodiscard]] QList<std::pair<qsizetype, qsizetype>> marksIn(const QString& preview) const;

private:
    [[nodiscard]] bool matchesPayload(pipecore::ByteView payload) const;

    pipecore::Filter m_filter;
    bool m_isText = false;
    Qt::CaseSensitivity m_sensitivity = Qt::CaseSensitive;
    QString m_text;      ///< as it may stand in a preview
    std::string m_bytes; ///< UTF-8, or the bytes themselves; small letters if case does not count
    std::string m_wide;  ///< UTF-16LE of a text
    bool m_isAscii = false; ///< letters can be made small byte by byte
};

} // namespace pipescope
