#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;

namespace pipescope {

/// Edits the comment of a row. Ctrl+Enter accepts it. Not modal: emits commentEdited() when
/// accepted.
class CommentDialog : public QDialog
{
    Q_OBJECT

public:
    /// `number` is the row's, from 1.
    CommentDialog(quint64 number, const QString& comment, QWidget* parent = nullptr);

signals:
    /// Empty: the comment is deleted.
    void commentEdited(const QString& comment);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void check();
    void save();

    quint64 m_number;
    QPlainTextEdit* m_edit;
    QLabel* m_hint;
    QDialogButtonBox* m_buttons;
};

} // namespace pipescope
