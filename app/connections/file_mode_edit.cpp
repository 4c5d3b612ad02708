#include "connections/file_mode_edit.h"

#include <algorithm>

namespace pipescope {

namespace {

constexpr int allPermissions = 0777;
constexpr int base = 8;
constexpr int digits = 4; ///< with the leading zero of octal

} // namespace

FileModeEdit::FileModeEdit(QWidget* parent) : QSpinBox(parent)
{
    setRange(0, allPermissions);
}

QString FileModeEdit::textFromValue(int value) const
{
    return QString::number(value, base).rightJustified(digits, QLatin1Char('0'));
}

int FileModeEdit::valueFromText(const QString& text) const
{
    return text.toInt(nullptr, base);
}

QValidator::State FileModeEdit::validate(QString& text, int& /*position*/) const
{
    if (text.isEmpty()) {
        return QValidator::Intermediate;
    }
    const bool isOctal = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('7');
    });
    return isOctal && text.size() <= digits && valueFromText(text) <= allPermissions
               ? QValidator::Acceptable
               : QValidator::Invalid;
}

} // namespace pipescope
