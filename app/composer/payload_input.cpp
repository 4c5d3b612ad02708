#include "composer/payload_input.h"

#include "widgets/formatting.h"

#include <QCoreApplication>

#include <algorithm>

namespace pipescope {

namespace {

constexpr std::size_t hexBytesPerLine = 16;
constexpr qsizetype maxLineLength = 16 * 1024; ///< characters

std::string_view viewOf(const QByteArray& utf8)
{
    return {utf8.constData(), static_cast<std::size_t>(utf8.size())};
}

/// Number of UTF-16 units in the first `offset` bytes of the UTF-8 text.
qsizetype unitsBefore(const QByteArray& utf8, std::size_t offset)
{
    const auto bytes = std::min(static_cast<qsizetype>(offset), utf8.size());
    return QString::fromUtf8(utf8.constData(), bytes).size();
}

/// A text document turns these into line breaks or uses them itself.
bool isLostInEditor(QChar character)
{
    switch (character.unicode()) {
    case 0x2028:
    case 0x2029:
    case 0xFDD0:
    case 0xFDD1:
    case 0xFFFC: return true;
    default: return false;
    }
}

QString editorSafe(const QString& text, pipecore::TextEncoding encoding)
{
    if (std::none_of(text.begin(), text.end(), isLostInEditor)) {
        return text;
    }
    QString safe;
    safe.reserve(text.size() + 16);
    for (const QChar character : text) {
        if (!isLostInEditor(character)) {
            safe += character;
            continue;
        }
        const QByteArray utf8 = QString(character).toUtf8();
        const auto bytes = pipecore::parseText(viewOf(utf8), encoding, pipecore::LineEnding::None);
        Q_ASSERT(bytes); // it was decoded from this encoding
        for (const std::byte byte : bytes.value_or(pipecore::Bytes{})) {
            safe +=
                QStringLiteral("\\x%1").arg(std::to_integer<uint>(byte), 2, 16, QLatin1Char('0'));
        }
    }
    return safe;
}

} // namespace

std::expected<pipecore::Bytes, InputMistake> parseInput(const PayloadInput& input)
{
    const QByteArray utf8 = input.text.toUtf8();
    auto parsed = input.mode == PayloadMode::Hex
                      ? pipecore::parseHex(viewOf(utf8))
                      : pipecore::parseText(viewOf(utf8), input.encoding, input.ending);
    if (parsed) {
        return *std::move(parsed);
    }
    const pipecore::InputError& error = parsed.error();
    const qsizetype from = unitsBefore(utf8, error.offset);
    const qsizetype to = unitsBefore(utf8, error.offset + error.length);
    return std::unexpected(
        InputMistake{from, std::max<qsizetype>(to - from, 1),
                     QCoreApplication::translate("InputError", error.reason.c_str())});
}

PayloadInput inputFor(pipecore::ByteView bytes, PayloadMode mode, pipecore::TextEncoding encoding,
                      pipecore::LineEnding ending)
{
    if (mode == PayloadMode::Hex) {
        const bool oneLine = bytes.size() <= hexBytesPerLine;
        return {fromCore(pipecore::formatHex(bytes, oneLine ? 0 : hexBytesPerLine)), mode, encoding,
                ending};
    }
    const pipecore::Bytes tail =
        pipecore::parseText({}, encoding, ending).value_or(pipecore::Bytes{});
    const bool endsWithIt = bytes.size() >= tail.size()
                            && std::equal(tail.begin(), tail.end(),
                                          bytes.end() - static_cast<std::ptrdiff_t>(tail.size()));
    const pipecore::ByteView body = endsWithIt ? bytes.first(bytes.size() - tail.size()) : bytes;
    return {editorSafe(fromCore(pipecore::formatText(body, encoding)), encoding), mode, encoding,
            endsWithIt ? ending : pipecore::LineEnding::None};
}

bool hasEndlessLine(const QString& text)
{
    qsizetype start = 0;
    while (text.size() - start > maxLineLength) {
        const qsizetype end = text.indexOf(QLatin1Char('\n'), start);
        if (end < 0 || end - start > maxLineLength) {
            return true;
        }
        start = end + 1;
    }
    return false;
}

std::expected<PayloadInput, InputMistake> editableInput(const PayloadInput& input)
{
    if (!hasEndlessLine(input.text)) {
        return input;
    }
    const auto bytes = parseInput(input);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return inputFor(*bytes, PayloadMode::Hex, input.encoding, input.ending);
}

} // namespace pipescope
