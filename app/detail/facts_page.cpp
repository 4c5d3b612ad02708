#include "detail/facts_page.h"

#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pipescope {

namespace {

/// Long lines are hard to read: limits the width of the text.
constexpr int textWidth = 720;

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

FactsPage::FactsPage(QWidget* parent) : FactsPage(&pipecore::whyRefused, parent) {}

FactsPage::FactsPage(RefusalView::WhyRefused whyRefused, QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("factsPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    m_title = headline(content, 1.2);
    m_title->setObjectName(QStringLiteral("factsTitle"));
    m_explanation = selectableLabel(content);
    m_explanation->setObjectName(QStringLiteral("factsExplanation"));
    m_explanation->setMaximumWidth(textWidth);
    m_causesTitle = new QLabel(content);
    m_causesTitle->setForegroundRole(QPalette::PlaceholderText);
    m_causesTitle->setContentsMargins(0, 4, 0, 0);
    m_causes = new QGridLayout;
    m_causes->setHorizontalSpacing(8);
    m_causes->setVerticalSpacing(8);
    // The texts keep their width; extra space goes behind them, not before their numbers.
    m_causes->setColumnStretch(1, 1000);
    m_causes->setColumnStretch(2, 1);
    m_refusal = new RefusalView(std::move(whyRefused), content);
    m_refusal->setMaximumWidth(textWidth);
    m_grid = new QGridLayout;
    m_grid->setContentsMargins(0, 4, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addWidget(m_refusal);
    column->addWidget(m_causesTitle);
    column->addLayout(m_causes);
    column->addLayout(m_grid);
    column->addStretch(1);
    setWidget(content);
}

void FactsPage::setFacts(const RowFacts& facts)
{
    m_facts = facts;
    m_title->setText(facts.title);
    setTextColor(m_title, facts.isError ? Token::Error : Token::Text);
    m_explanation->setText(facts.explanation);
    m_explanation->setVisible(!facts.explanation.isEmpty());

    showCauses(facts.causes);
    m_refusal->setRequest(facts.refused);

    clear(m_grid);
    int row = 0;
    for (const auto& [name, value] : facts.facts) {
        auto* nameLabel = new QLabel(name, widget());
        nameLabel->setForegroundRole(QPalette::PlaceholderText);
        nameLabel->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        QLabel* valueLabel = selectableLabel(widget());
        valueLabel->setText(value);
        nameLabel->setBuddy(valueLabel);
        m_grid->addWidget(nameLabel, row, 0);
        m_grid->addWidget(valueLabel, row, 1);
        ++row;
    }
    ensureVisible(0, 0);
}

void FactsPage::showCauses(const QList<CauseText>& causes)
{
    clear(m_causes);
    m_causesTitle->setText(tr("Likely causes and solutions"));
    m_causesTitle->setVisible(!causes.isEmpty());
    int row = 0;
    for (const CauseText& cause : causes) {
        auto* number = new QLabel(QStringLiteral("%1.").arg(row + 1), widget());
        number->setForegroundRole(QPalette::PlaceholderText);
        number->setAlignment(Qt::AlignRight | Qt::AlignTop);
        QLabel* text = selectableLabel(widget());
        text->setObjectName(QStringLiteral("cause"));
        text->setTextFormat(Qt::RichText);
        text->setMaximumWidth(textWidth);
        QString first = cause.text.toHtmlEscaped();
        if (!cause.calls.isEmpty()) {
            first = QStringLiteral("<span style=\"color:%1\">%2:</span> %3")
                        .arg(Theme::instance().color(Token::Muted).name(),
                             cause.calls.toHtmlEscaped(), first);
        }
        text->setText(QStringLiteral("%1<br><span style=\"color:%2\">\u2192 %3</span>")
                          .arg(first, Theme::instance().color(Token::Accent).name(),
                               cause.action.toHtmlEscaped()));
        number->setBuddy(text);
        m_causes->addWidget(number, row, 0);
        m_causes->addWidget(text, row, 1);
        ++row;
    }
}

QString FactsPage::plainText() const
{
    QStringList lines{m_facts.title, m_facts.explanation};
    int number = 0;
    for (const CauseText& cause : m_facts.causes) {
        QString text = QStringLiteral("%1. ").arg(++number);
        if (!cause.calls.isEmpty()) {
            text += cause.calls + QStringLiteral(": ");
        }
        lines << text + cause.text << QStringLiteral(u"   → ") + cause.action;
    }
    lines << m_refusal->plainText();
    for (const auto& [name, value] : m_facts.facts) {
        lines << QStringLiteral("%1: %2").arg(name, value);
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace pipescope
