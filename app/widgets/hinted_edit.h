#pragma once

#include <QPlainTextEdit>

namespace pipescope {

/// A field for plain text with a hint while it is empty. Each line of the hint is cut to the width there
/// is; a QPlainTextEdit alone wraps its placeholder and shows what then fits by half. GUI thread.
class HintedEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit HintedEdit(QWidget* parent = nullptr) : QPlainTextEdit(parent) {}

    /// What stands there while nothing is typed; one or more lines.
    void setHint(const QString& hint);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHint();

    QString m_hint;
};

} // namespace pipescope
