#include "connections/size_edit.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace pipescope {

namespace {

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;

std::optional<qint64> readSize(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^\s*(\d{1,10})\s*(?:([km])(?:i?b)?|b)?\s*$)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString unit = match.captured(2).toLower();
    const qint64 factor = unit == QLatin1String("k")   ? kibibyte
                          : unit == QLatin1String("m") ? mebibyte
                                                       : 1;
    return match.captured(1).toLongLong() * factor;
}

} // namespace

SizeEdit::SizeEdit(int minimum, int maximum, QWidget* parent) : QSpinBox(parent)
{
    setRange(minimum, maximum);
    setAccelerated(false);
}

void SizeEdit::stepBy(int steps)
{
    qint64 size = value();
    for (; steps > 0; --steps) {
        size = std::min<qint64>(size == 0 ? kibibyte : size * 2, maximum());
    }
    for (; steps < 0; ++steps) {
        size = size <= kibibyte && minimum() == 0 ? 0 : std::max<qint64>(size / 2, minimum());
    }
    setValue(static_cast<int>(size));
    selectAll();
}

QString SizeEdit::textFromValue(int value) const
{
    if (value != 0 && value % mebibyte == 0) {
        return QStringLiteral("%1 MiB").arg(value / mebibyte);
    }
    if (value != 0 && value % kibibyte == 0) {
        return QStringLiteral("%1 KiB").arg(value / kibibyte);
    }
    return QStringLiteral("%1 B").arg(value);
}

int SizeEdit::valueFromText(const QString& text) const
{
    const qint64 size = readSize(text).value_or(value());
    return static_cast<int>(std::clamp<qint64>(size, minimum(), maximum()));
}

QValidator::State SizeEdit::validate(QString& text, int&) const
{
    if (text == specialValueText() && !text.isEmpty()) {
        return QValidator::Acceptable;
    }
    const std::optional<qint64> size = readSize(text);
    if (size && *size >= minimum() && *size <= maximum()) {
        return QValidator::Acceptable;
    }
    return QValidator::Intermediate;
}

void SizeEdit::fixup(QString& text) const
{
    // Out-of-range sizes become the nearest valid size; invalid text, the last one.
    text = textFromValue(valueFromText(text));
}

} // namespace pipescope
