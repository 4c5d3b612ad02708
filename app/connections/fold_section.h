#pragma once

#include <QWidget>

class QToolButton;

namespace pipescope {

/// A part of a dialog that is collapsed until its title is clicked.
class FoldSection : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of the content.
    explicit FoldSection(QWidget* content, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void setOpen(bool open);

signals:
    void toggled(bool open);

private:
    QToolButton* m_title;
    QWidget* m_content;
    bool m_isOpen = false;
};

} // namespace pipescope
