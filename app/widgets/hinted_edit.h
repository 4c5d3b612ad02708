#pragma once

#include <QPlainTextEdit>
#include <QtGlobal>

namespace pipescope {

/// A plain text field with a hint while it is empty. Each line of the hint is elided to the width;
/// a QPlainTextEdit would wrap its placeholder and cut it. GUI thread.
class HintedEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit HintedEdit(QWidget* parent = nullptr) : QPlainTextEdit(parent) {}

    /// Sets the hint; one or more lines.
    void setHint(const QString& hint);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHint();

    QString m_hint;
};

} // namespace pipescope

class QPlainTextEdit;

namespace pipescope {

/// Underlines an error in a text, from a position on (UTF-16 units). An error at the end is shown
/// at the last character.
void markMistake(QPlainTextEdit& edit, qsizetype position, qsizetype length);

} // namespace pipescope
