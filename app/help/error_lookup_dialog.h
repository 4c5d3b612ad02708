#pragma once

#include "pipecore/explain/explain.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pipescope {

class FactsPage;

/// What an error code means: one field for the code in any spelling, and below it at once what
/// happened, why, and what to do. Not modal; GUI thread only.
class ErrorLookupDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ErrorLookupDialog(QWidget* parent = nullptr);

    /// As if somebody had typed it.
    void setCode(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void lookUp();
    void fillCalls(const std::optional<pipecore::CodeQuery>& query);
    void showResult(const pipecore::CodeQuery& query);
    void showNothing();
    void copy();
    void retranslate();
    [[nodiscard]] pipecore::ErrorDomain chosenDomain() const;

    QLabel* m_codeLabel;
    QLineEdit* m_code;
    QLabel* m_systemLabel;
    QComboBox* m_system; ///< whose code a bare number is
    QLabel* m_callLabel;
    QComboBox* m_call;
    FactsPage* m_result;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace pipescope
