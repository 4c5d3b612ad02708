#include "detail/facts_page.h"

#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pipescope {

namespace {

QLabel* selectableLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

} // namespace

FactsPage::FactsPage(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("factsPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    // Long lines are hard to read: the text keeps to the left of a wide window.
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    m_title = selectableLabel(content);
    m_title->setObjectName(QStringLiteral("factsTitle"));
    QFont bold = m_title->font();
    bold.setPointSizeF(bold.pointSizeF() * 1.2);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_explanation = selectableLabel(content);
    m_explanation->setObjectName(QStringLiteral("factsExplanation"));
    m_explanation->setMaximumWidth(720);
    m_grid = new QGridLayout;
    m_grid->setContentsMargins(0, 4, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addLayout(m_grid);
    column->addStretch(1);
    setWidget(content);
}

void FactsPage::setFacts(const RowFacts& facts)
{
    m_title->setText(facts.title);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText,
                     Theme::instance().color(facts.isError ? Token::Error : Token::Text));
    m_title->setPalette(palette);
    m_explanation->setText(facts.explanation);
    m_explanation->setVisible(!facts.explanation.isEmpty());

    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
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

} // namespace pipescope
