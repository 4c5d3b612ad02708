#include "connections/fold_section.h"

#include <QBoxLayout>
#include <QToolButton>

namespace pipescope {

FoldSection::FoldSection(QWidget* content, QWidget* parent)
    : QWidget(parent)
    , m_title(new QToolButton(this))
    , m_content(content)
{
    m_title->setObjectName(QStringLiteral("fold"));
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setAutoRaise(true);
    m_title->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(content);
    connect(m_title, &QToolButton::clicked, this, [this] { setOpen(!m_isOpen); });
    m_title->setArrowType(Qt::RightArrow);
    m_content->hide();
}

void FoldSection::setTitle(const QString& title)
{
    m_title->setText(title);
}

void FoldSection::setOpen(bool open)
{
    if (open == m_isOpen) {
        return;
    }
    m_isOpen = open;
    m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(open);
    emit toggled(open);
}

} // namespace pipescope
