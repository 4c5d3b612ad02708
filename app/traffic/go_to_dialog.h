#pragma once

#include "rows/place_text.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace pipescope {

/// Asks for a row or a time of the log. Not modal: emits placeChosen() when accepted.
class GoToDialog : public QDialog
{
    Q_OBJECT

public:
    /// `rows`: number of rows. Times without a date refer to `day`.
    GoToDialog(quint64 rows, const QDate& day, QWidget* parent = nullptr);

signals:
    void placeChosen(const Place& place);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void check();
    void choose();

    quint64 m_rows;
    QDate m_day;
    QLabel* m_label;
    QLineEdit* m_field;
    QLabel* m_hint;
    QDialogButtonBox* m_buttons;
};

} // namespace pipescope
