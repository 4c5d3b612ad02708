#include "rows/find_pattern.h"

#include "rows/payload_text.h"
#include "rows/row_text.h"
#include "widgets/formatting.h"

#include <QStringEncoder>

#include <algorithm>
#include <span>

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

/// A regular expression that matches exactly these bytes.
std::string expressionOf(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string expression;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        expression += {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
    }
    return '"' + expression + '"';
}

/// A regular expression that matches this text, ignoring case.
std::string expressionOf(const QString& text)
{
    std::string expression;
    for (const char32_t c : text.toUcs4()) {
        expression += "\\x{" + QString::number(c, 16).toStdString() + '}';
    }
    return '"' + expression + '"';
}

std::string hexOf(std::string_view bytes)
{
    std::string hex = pipecore::formatHex(std::as_bytes(std::span(bytes)));
    std::ranges::replace(hex, ' ', ':');
    return hex;
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
    if (pattern.m_bytes.empty()) {
        return pattern;
    }
    const std::string payload =
        sensitivity == Qt::CaseSensitive ? "data contains " + hexOf(pattern.m_bytes)
                                               + " || data contains " + hexOf(pattern.m_wide)
        : pattern.m_isAscii ? "data ~ " + expressionOf(std::string_view(pattern.m_bytes))
                                  + " || data ~ " + expressionOf(std::string_view(pattern.m_wide))
                            : "text ~ " + expressionOf(text);
    pattern.m_filter =
        pipecore::Filter::parse("kind != message || " + payload).value_or(pipecore::Filter());
    return pattern;
}

FindPattern FindPattern::fromBytes(const pipecore::Bytes& bytes)
{
    FindPattern pattern;
    pattern.m_bytes = std::string(pipecore::asText(bytes));
    pattern.m_text = fromCore(pipecore::formatHex(bytes));
    if (!bytes.empty()) {
        pattern.m_filter = pipecore::Filter::parse("data contains " + hexOf(pattern.m_bytes))
                               .value_or(pipecore::Filter());
    }
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
    if (record.isMessage()) {
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
