#pragma once

#include <QLabel>
#include <QWidget>

namespace pipescope {

/// A field of a form with a help text and a problem below it. Both take no space while empty.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of the editor, which gets the focus.
    explicit FormField(QWidget* editor, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* editor() const { return m_editor; }
    [[nodiscard]] QLabel* label() const { return m_label; }
    void setLabel(const QString& text) { m_label->setText(text); }
    void setHelp(const QString& text);
    void setProblem(const QString& text);
    [[nodiscard]] QString problem() const { return m_problem->text(); }
    /// Sets the tool tip of editor and label: a description, and the system's words for it (flags,
    /// arguments).
    void setTip(const QString& text, const QString& systemWords = {});
    /// Enables the editor if the option applies; otherwise disables it with `reason` as the tool
    /// tip.
    void allow(bool allowed, const QString& reason);

private:
    void showTip();

    QWidget* m_editor;
    QLabel* m_label; ///< to the left of the field; the form takes ownership
    QLabel* m_help;
    QLabel* m_problem;
    QString m_tip;
    QString m_reason; ///< why the option does not apply; empty if it does
};

} // namespace pipescope
