#pragma once

#include <QSpinBox>

namespace pipescope {

/// Permissions of a file as chmod(1) takes them: octal, `0600`.
class FileModeEdit : public QSpinBox
{
    Q_OBJECT

public:
    explicit FileModeEdit(QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString textFromValue(int value) const override;
    [[nodiscard]] int valueFromText(const QString& text) const override;
    [[nodiscard]] QValidator::State validate(QString& text, int& position) const override;
};

} // namespace pipescope
