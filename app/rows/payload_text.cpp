#include "rows/payload_text.h"

#include <QStringDecoder>

#include <algorithm>

namespace pipescope {

namespace {

using pipecore::ByteView;
using pipecore::TextEncoding;

constexpr std::size_t looksAt = 1024;

QStringConverter::Encoding converter(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return QStringConverter::Utf8;
    case TextEncoding::Utf16Le: return QStringConverter::Utf16LE;
    case TextEncoding::Latin1: break;
    }
    return QStringConverter::Latin1;
}

/// Length of the longest prefix that does not cut a UTF-8 sequence.
std::size_t wholeUtf8(ByteView bytes)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = std::to_integer<unsigned>(bytes[bytes.size() - back]);
        if (byte < 0x80) {
            break;
        }
        if (byte >= 0xC0) {
            const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return length > back ? bytes.size() - back : bytes.size();
        }
    }
    return bytes.size();
}

} // namespace

QString decodeText(ByteView bytes, TextEncoding encoding)
{
    QStringDecoder decoder(converter(encoding), QStringConverter::Flag::Stateless);
    return decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

bool isMostlyText(ByteView bytes, TextEncoding encoding)
{
    ByteView start = bytes.first(std::min(bytes.size(), looksAt));
    if (encoding == TextEncoding::Utf8) {
        start = start.first(wholeUtf8(start));
    } else if (encoding == TextEncoding::Utf16Le) {
        start = start.first(start.size() / 2 * 2);
    }
    QString text = decodeText(start, encoding);
    // Texts of C programs include their terminator.
    while (text.endsWith(QChar::Null)) {
        text.chop(1);
    }
    if (text.isEmpty()) {
        return false;
    }
    const auto strange = std::count_if(text.cbegin(), text.cend(), [](QChar c) {
        const bool space =
            c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QLatin1Char('\t');
        return c == QChar::ReplacementCharacter || (c.category() == QChar::Other_Control && !space)
               || c.category() == QChar::Other_NotAssigned;
    });
    return strange * 10 <= text.size();
}

} // namespace pipescope
