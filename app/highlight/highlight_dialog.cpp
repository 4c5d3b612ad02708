#include "highlight/highlight_dialog.h"

#include "filter/filter_line.h"
#include "pipecore/filter/filter.h"
#include "widgets/error_text.h"
#include "widgets/labels.h"
#include "widgets/window_room.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

QIcon swatch(Token token)
{
    constexpr int side = 16;
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::instance().color(Token::Line));
    painter.setBrush(Theme::instance().color(token));
    painter.drawRoundedRect(QRectF(1.5, 1.5, side - 3, side - 3), 3, 3);
    // Also for selected rows: Qt would tint it.
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

} // namespace

HighlightDialog::HighlightDialog(const QList<HighlightRule>& rules, QWidget* parent)
    : QDialog(parent)
    , m_rules(rules)
    , m_list(new QTreeWidget(this))
    , m_add(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_up(new QPushButton(this))
    , m_down(new QPushButton(this))
    , m_filterLabel(new QLabel(this))
    , m_filter(new FilterLine(this))
    , m_colorLabel(new QLabel(this))
    , m_color(new QComboBox(this))
    , m_hint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("HighlightDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setObjectName(QStringLiteral("highlightList"));
    m_list->setColumnCount(1);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_filter->setObjectName(QStringLiteral("highlightFilter"));
    m_color->setObjectName(QStringLiteral("highlightColor"));
    m_hint->setObjectName(QStringLiteral("highlightHint"));
    m_add->setObjectName(QStringLiteral("highlightAdd"));
    m_remove->setObjectName(QStringLiteral("highlightRemove"));
    m_up->setObjectName(QStringLiteral("highlightUp"));
    m_down->setObjectName(QStringLiteral("highlightDown"));
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_filterLabel->setBuddy(m_filter);
    m_colorLabel->setBuddy(m_color);
    for (QPushButton* button : {m_add, m_remove, m_up, m_down}) {
        button->setAutoDefault(false);
    }
    layOut();
    resizeWithinScreen(*this, {560, 420});

    connect(m_list, &QTreeWidget::currentItemChanged, this, &HighlightDialog::showSelected);
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) {
        const int index = m_list->indexOfTopLevelItem(item);
        if (!m_showing && index >= 0) {
            m_rules[index].enabled = item->checkState(0) == Qt::Checked;
            check();
        }
    });
    connect(m_filter, &FilterLine::edited, this, &HighlightDialog::edit);
    connect(m_filter, &FilterLine::accepted, m_buttons->button(QDialogButtonBox::Ok),
            &QPushButton::click);
    connect(m_filter, &FilterLine::escaped, this, &QDialog::reject);
    connect(m_color, &QComboBox::activated, this, &HighlightDialog::edit);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_rules.append(HighlightRule{});
        m_rules.last().color = highlightTokens.at(static_cast<std::size_t>(m_rules.size() - 1)
                                                  % highlightTokens.size());
        showRules(static_cast<int>(m_rules.size()) - 1);
        m_filter->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const int index = selected(); index >= 0) {
            m_rules.removeAt(index);
            showRules(std::min(index, static_cast<int>(m_rules.size()) - 1));
        }
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        emit rulesChosen(m_rules);
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        fillColors();
        showRules(selected());
    });
    retranslate();
    showRules(m_rules.isEmpty() ? -1 : 0);
}

void HighlightDialog::setFacts(std::function<const pipecore::SessionFacts*()> facts)
{
    m_filter->setFacts(std::move(facts));
}

void HighlightDialog::layOut()
{
    auto* side = new QVBoxLayout;
    side->setSpacing(8);
    side->addWidget(m_add);
    side->addWidget(m_remove);
    side->addSpacing(8);
    side->addWidget(m_up);
    side->addWidget(m_down);
    side->addStretch(1);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_list, 1);
    top->addLayout(side);
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(m_filterLabel, m_filter);
    form->addRow(m_colorLabel, m_color);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addLayout(top, 1);
    column->addLayout(form);
    column->addWidget(m_hint);
    column->addWidget(m_buttons);
}

void HighlightDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        check();
    }
    QDialog::changeEvent(event);
}

void HighlightDialog::retranslate()
{
    setWindowTitle(tr("Highlight rows"));
    m_list->setAccessibleName(tr("Rules"));
    m_list->setToolTip(tr("The first matching rule wins"));
    m_add->setText(tr("&Add"));
    m_remove->setText(tr("&Remove"));
    m_up->setText(tr("&Up"));
    m_down->setText(tr("&Down"));
    m_filterLabel->setText(tr("&Filter"));
    m_filter->setHint(tr("dir == in && len > 1000"));
    m_colorLabel->setText(tr("&Colour"));
    fillColors();
    check();
}

void HighlightDialog::fillColors()
{
    const QScopedValueRollback showing(m_showing, true);
    const int index = m_color->currentIndex();
    m_color->clear();
    for (const Token token : highlightTokens) {
        m_color->addItem(swatch(token), highlightName(token));
    }
    m_color->setCurrentIndex(index);
}

int HighlightDialog::selected() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void HighlightDialog::showRules(int select)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        m_list->clear();
        for (int index = 0; index < m_rules.size(); ++index) {
            new QTreeWidgetItem(m_list);
            showRule(index);
        }
        m_list->setCurrentItem(m_list->topLevelItem(select));
    }
    showSelected();
}

void HighlightDialog::showRule(int index)
{
    const QScopedValueRollback showing(m_showing, true);
    const HighlightRule& rule = m_rules.at(index);
    QTreeWidgetItem* item = m_list->topLevelItem(index);
    const bool empty = rule.filter.trimmed().isEmpty();
    item->setText(0, empty ? tr("(no filter)") : rule.filter);
    item->setToolTip(0, rule.filter);
    item->setIcon(0, swatch(rule.color));
    item->setCheckState(0, rule.enabled ? Qt::Checked : Qt::Unchecked);
    item->setForeground(0, Theme::instance().color(empty                       ? Token::Muted
                                                   : problemOf(rule).isEmpty() ? Token::Text
                                                                               : Token::Error));
}

void HighlightDialog::showSelected()
{
    if (m_showing) {
        return;
    }
    const QScopedValueRollback showing(m_showing, true);
    const int index = selected();
    const bool any = index >= 0;
    m_filter->setEnabled(any);
    m_color->setEnabled(any);
    m_filter->setText(any ? m_rules.at(index).filter : QString());
    const auto* const color =
        std::ranges::find(highlightTokens, any ? m_rules.at(index).color : Token::HighlightRed);
    m_color->setCurrentIndex(static_cast<int>(color - highlightTokens.begin()));
    check();
}

void HighlightDialog::edit()
{
    const int index = selected();
    if (m_showing || index < 0) {
        return;
    }
    m_rules[index].filter = m_filter->text();
    m_rules[index].color =
        highlightTokens.at(static_cast<std::size_t>(std::max(0, m_color->currentIndex())));
    showRule(index);
    check();
}

QString HighlightDialog::problemOf(const HighlightRule& rule)
{
    const std::string typed = rule.filter.toStdString();
    const auto filter = pipecore::Filter::parse(typed);
    return filter ? QString()
                  : placedMistake(typed, filter.error().offset, phraseText(filter.error().message));
}

void HighlightDialog::check()
{
    const int index = selected();
    QString problem;
    // The selected rule's error first, else that of any enabled rule.
    if (index >= 0) {
        problem = problemOf(m_rules.at(index));
    }
    bool allRight = problem.isEmpty();
    for (const HighlightRule& rule : std::as_const(m_rules)) {
        allRight = allRight && (!rule.enabled || problemOf(rule).isEmpty());
    }
    if (m_rules.isEmpty()) {
        m_hint->setText(tr("No rules. A rule colours the rows that match its filter. The first "
                           "matching rule wins."));
    } else if (!problem.isEmpty()) {
        m_hint->setText(problem);
    } else {
        m_hint->setText(allRight ? tr("The first matching rule wins.")
                                 : tr("Another rule is invalid (shown in red)."));
    }
    setTextColor(m_hint, allRight ? Token::Muted : Token::Error);
    m_add->setEnabled(m_rules.size() < HighlightRules::maxCount);
    m_remove->setEnabled(index >= 0);
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index >= 0 && index + 1 < m_rules.size());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(allRight);
}

void HighlightDialog::move(int by)
{
    const int from = selected();
    const int to = from + by;
    if (from >= 0 && to >= 0 && to < m_rules.size()) {
        m_rules.move(from, to);
        showRules(to);
    }
}

} // namespace pipescope
