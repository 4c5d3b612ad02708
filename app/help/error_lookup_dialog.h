#pragma once

#include "pipecore/explain/explain.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pipescope {

class FactsPage;

/// Explains an error code: a field for the code in any notation, and below it what happened, causes
/// and solutions. Not modal; GUI thread only.
class ErrorLookupDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ErrorLookupDialog(QWidget* parent = nullptr);

    /// Sets the code as if typed.
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
    QComboBox* m_system; ///< platform of a bare number
    QLabel* m_callLabel;
    QComboBox* m_call;
    FactsPage* m_result;
    QPushButton* m_copy;
    QPushButton* m_close;
};

} // namespace pipescope
