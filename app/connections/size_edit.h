#pragma once

#include <QSpinBox>

namespace pipescope {

/// Edits a number of bytes: `64 KiB`, `1 MiB`, `65537 B`, `64k`. The arrows double and halve.
class SizeEdit : public QSpinBox
{
    Q_OBJECT

public:
    /// Limits in bytes. Zero, if allowed, shows specialValueText().
    SizeEdit(int minimum, int maximum, QWidget* parent = nullptr);

    void stepBy(int steps) override;

protected:
    [[nodiscard]] QString textFromValue(int value) const override;
    [[nodiscard]] int valueFromText(const QString& text) const override;
    [[nodiscard]] QValidator::State validate(QString& text, int& position) const override;
    void fixup(QString& text) const override;
};

} // namespace pipescope
