#include "traffic/follow_bar.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace pipescope {

FollowBar::FollowBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("followBar"));
    m_text->setObjectName(QStringLiteral("followText"));
    m_text->setTextFormat(Qt::PlainText);
    // A long program name must not widen the window.
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_close->setObjectName(QStringLiteral("showAllRows"));
    m_close->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &FollowBar::closeRequested);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void FollowBar::setText(const QString& text)
{
    m_full = text;
    m_text->setToolTip(text);
    elide();
}

QString FollowBar::text() const
{
    return m_full;
}

void FollowBar::elide()
{
    m_text->setText(
        m_text->fontMetrics().elidedText(m_full, Qt::ElideMiddle, std::max(0, m_text->width())));
}

void FollowBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FollowBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

void FollowBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    QColor tint = theme.color(Token::Accent);
    tint.setAlpha(28);
    painter.fillRect(rect(), tint);
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::Line));
}

void FollowBar::retranslate()
{
    m_close->setText(tr("Show all rows"));
    m_close->setToolTip(tr("Show all connections (Esc)"));
}

} // namespace pipescope
