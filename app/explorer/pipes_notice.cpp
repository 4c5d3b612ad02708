#include "explorer/pipes_notice.h"

#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace pipescope {

PipesNotice::PipesNotice(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_newClient(new QPushButton(this))
{
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    for (QLabel* label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_newClient->setIcon(Theme::instance().icon(QStringLiteral("client")));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_newClient, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_newClient, &QPushButton::clicked, this, &PipesNotice::newClientRequested);
    retranslate();
    setTextColor(m_text, Token::Muted);
}

void PipesNotice::setWords(const QString& title, const QString& text, bool offersClient)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_newClient->setVisible(offersClient);
}

QString PipesNotice::words() const
{
    return QStringLiteral("%1\n%2").arg(m_title->text(), m_text->text());
}

void PipesNotice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void PipesNotice::retranslate()
{
    m_newClient->setText(tr("New client…"));
}

} // namespace pipescope
