#include "detail/refusal_view.h"

#include "tasks/background.h"
#include "widgets/error_text.h"
#include "widgets/labels.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace pipescope {

RefusalView::RefusalView(WhyRefused whyRefused, QWidget* parent)
    : QWidget(parent)
    , m_whyRefused(std::move(whyRefused))
    , m_ask(new QPushButton(this))
    , m_found(selectableLabel(this))
{
    m_ask->setObjectName(QStringLiteral("findCause"));
    m_ask->setAutoDefault(false);
    m_found->setObjectName(QStringLiteral("causeFound"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_ask);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_found);
    connect(m_ask, &QPushButton::clicked, this, &RefusalView::ask);
    retranslate();
    setRequest(std::nullopt);
}

void RefusalView::setRequest(const std::optional<RefusedRequest>& request)
{
    setVisible(request.has_value());
    if (m_request != request) {
        m_request = request;
        m_answer.reset();
        m_ask->setEnabled(true);
    }
    showAnswer();
}

void RefusalView::ask()
{
    if (!m_request) {
        return;
    }
    m_ask->setEnabled(false);
    onOwnThread(
        this,
        [why = m_whyRefused, request = *m_request]() -> Answer {
            const auto name = pipecore::PipeName::parse(request.name);
            return name ? why(*name, request.refusal) : std::unexpected(name.error());
        },
        [this, asked = m_request](const Answer& answer) {
            if (asked == m_request) {
                m_answer = answer;
                m_ask->setEnabled(true);
                showAnswer();
            }
        });
}

QString RefusalView::plainText() const
{
    if (!m_answer) {
        return {};
    }
    if (!*m_answer) {
        return tr("Cannot find the cause: %1").arg(errorLine(m_answer->error()));
    }
    QStringList lines;
    for (const pipecore::Phrase& sentence : **m_answer) {
        lines << explanationText(sentence);
    }
    return lines.join(QLatin1Char('\n'));
}

void RefusalView::showAnswer()
{
    m_found->setText(plainText());
    m_found->setVisible(m_answer.has_value());
}

void RefusalView::retranslate()
{
    m_ask->setText(tr("&Find the cause"));
    m_ask->setToolTip(
        tr("Check the pipe: its access list for this user, its instances, its type and direction. "
           "To read them, PipeScope opens another program's pipe briefly: its server sees a client "
           "connect and disconnect."));
    showAnswer();
}

void RefusalView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace pipescope
