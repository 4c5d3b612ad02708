#include "detail/denied_opening.h"

#include "tasks/background.h"
#include "widgets/error_text.h"
#include "widgets/labels.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace pipescope {

DeniedOpeningView::DeniedOpeningView(WhyDenied whyDenied, QWidget* parent)
    : QWidget(parent)
    , m_whyDenied(std::move(whyDenied))
    , m_ask(new QPushButton(this))
    , m_found(selectableLabel(this))
{
    m_ask->setObjectName(QStringLiteral("compareAccess"));
    m_ask->setAutoDefault(false);
    m_found->setObjectName(QStringLiteral("accessComparison"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_ask);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_found);
    connect(m_ask, &QPushButton::clicked, this, &DeniedOpeningView::ask);
    retranslate();
    setOpening(std::nullopt);
}

void DeniedOpeningView::setOpening(const std::optional<DeniedOpening>& opening)
{
    setVisible(opening.has_value());
    if (m_opening != opening) {
        m_opening = opening;
        m_answer.reset();
        m_ask->setEnabled(true);
    }
    showAnswer();
}

void DeniedOpeningView::ask()
{
    if (!m_opening) {
        return;
    }
    m_ask->setEnabled(false);
    inBackground(
        this,
        [why = m_whyDenied, opening = *m_opening]() -> Answer {
            const auto name = pipecore::PipeName::parse(opening.name);
            return name ? why(*name, opening.access) : std::unexpected(name.error());
        },
        [this, asked = m_opening](const Answer& answer) {
            if (asked == m_opening) {
                m_answer = answer;
                m_ask->setEnabled(true);
                showAnswer();
            }
        });
}

QString DeniedOpeningView::plainText() const
{
    if (!m_answer) {
        return {};
    }
    if (!*m_answer) {
        return tr("Cannot compare with the pipe's access list: %1")
            .arg(errorLine(m_answer->error()));
    }
    QStringList lines;
    for (const pipecore::Phrase& sentence : **m_answer) {
        lines << explanationText(sentence);
    }
    return lines.join(QLatin1Char('\n'));
}

void DeniedOpeningView::showAnswer()
{
    m_found->setText(plainText());
    m_found->setVisible(m_answer.has_value());
}

void DeniedOpeningView::retranslate()
{
    m_ask->setText(tr("&Compare with the pipe's access list"));
    m_ask->setToolTip(tr("Show the entry that denies access, or the permission that no entry "
                         "grants. PipeScope opens the pipe briefly to read the list: the server "
                         "sees a client connect and disconnect."));
    showAnswer();
}

void DeniedOpeningView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace pipescope
