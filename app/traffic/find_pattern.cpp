#include "traffic/find_pattern.h"

#include "traffic/payload_text.h"
#include "traffic/row_text.h"
#include "widgets/formatting.h"

#include <QStringEncoder>

#include <algorithm>

namespace pipescope {

namespace {

char smallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string smallLetters(std::string_view text)
{
    std::string small(text.size(), '\0');
    std::transform(text.begin(), text.end(), small.begin(), smallLetter);
    return small;
}

} // namespace

FindPattern FindPattern::fromText(const QString& text, Qt::CaseSensitivity sensitivity)
{
    FindPattern pattern;
    pattern.m_isText = true;
    pattern.m_sensitivity = sensitivity;
    pattern.m_text = text;
    pattern.m_isAscii =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
    QStringEncoder encoder(QStringConverter::Utf16LE);
    const QByteArray wide = encoder.encode(text);
    pattern.m_bytes = text.toStdString();
    pattern.m_wide = wide.toStdString();
    if (sensitivity == Qt::CaseInsensitive && pattern.m_isAscii) {
        pattern.m_bytes = smallLetters(pattern.m_bytes);
        pattern.m_wide = smallLetters(pattern.m_wide);
    }
    return pattern;
}

FindPattern FindPattern::fromBytes(const pipecore::Bytes& bytes)
{
    FindPattern pattern;
    pattern.m_bytes = std::string(pipecore::asText(bytes));
    pattern.m_text = fromCore(pipecore::formatHex(bytes));
    return pattern;
}

FindPattern FindPattern::fromFilter(const pipecore::Filter& filter)
{
    FindPattern pattern;
    pattern.m_filter = filter;
    return pattern;
}

bool FindPattern::matches(const pipecore::Record& record, const LogRows& rows) const
{
    if (m_bytes.empty()) {
        return false;
    }
    if (record.kind == pipecore::RecordKind::Message) {
        return matchesPayload(record.payload);
    }
    return m_isText && eventText(record, rows).contains(m_text, m_sensitivity);
}

bool FindPattern::matchesPayload(pipecore::ByteView payload) const
{
    const std::string_view bytes = pipecore::asText(payload);
    if (m_sensitivity == Qt::CaseSensitive) {
        return bytes.find(m_bytes) != std::string_view::npos
               || (m_isText && bytes.find(m_wide) != std::string_view::npos);
    }
    if (m_isAscii) {
        const std::string small = smallLetters(bytes);
        return small.find(m_bytes) != std::string::npos || small.find(m_wide) != std::string::npos;
    }
    return decodeText(payload, guessEncoding(payload)).contains(m_text, m_sensitivity);
}

QList<std::pair<qsizetype, qsizetype>> FindPattern::marksIn(const QString& preview) const
{
    QList<std::pair<qsizetype, qsizetype>> marks;
    if (m_text.isEmpty()) {
        return marks;
    }
    qsizetype at = preview.indexOf(m_text, 0, m_sensitivity);
    while (at >= 0) {
        marks.append({at, m_text.size()});
        at = preview.indexOf(m_text, at + m_text.size(), m_sensitivity);
    }
    return marks;
}

} // namespace pipescope
