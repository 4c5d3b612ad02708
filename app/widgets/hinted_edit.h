#pragma once

#include <QPlainTextEdit>

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
