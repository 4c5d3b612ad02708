#pragma once

#include <QLabel>
#include <QWidget>

namespace pipescope {

/// A field of a form with room under it for one help text and one problem. Both take no room while
/// they are empty.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor over; the keyboard goes to it.
    explicit FormField(QWidget* editor, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* editor() const { return m_editor; }
    [[nodiscard]] QLabel* label() const { return m_label; }
    void setLabel(const QString& text) { m_label->setText(text); }
    void setHelp(const QString& text);
    void setProblem(const QString& text);
    [[nodiscard]] QString problem() const { return m_problem->text(); }
    /// What it does, and the system's own words for it (flags, arguments): the tool tip of editor and
    /// label.
    void setTip(const QString& text, const QString& systemWords = {});
    /// The option applies now; if not, `reason` says why, in the tool tip, and the editor is disabled.
    void allow(bool allowed, const QString& reason);

private:
    void showTip();

    QWidget* m_editor;
    QLabel* m_label; ///< to the left of the field; the form takes it over
    QLabel* m_help;
    QLabel* m_problem;
    QString m_tip;
    QString m_reason; ///< why the option does not apply; empty when it does
};

} // namespace pipescope
