#include "filter/filter_bar.h"

#include "filter/filter_line.h"
#include "widgets/bar_parts.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pipescope {

namespace {

/// Delays the filter, so that fast typing does not start one for each key.
constexpr int applyMs = 60;
/// Delays the error of an unfinished word, and searching for one that may become a field.
constexpr int unfinishedMs = 700;
constexpr int maxMenuLength = 60;
/// Pixels of the line beyond its minimum, below which the bar becomes compact.
constexpr int roomToType = 80;
constexpr const char* widestFigures = "999 999 of 9 999 999";

/// Text for a menu: shortened, and & is no accelerator.
QString forMenu(QString text)
{
    if (text.size() > maxMenuLength) {
        text = text.left(maxMenuLength - 1) + QChar(u'…');
    }
    return text.replace(u'&', QLatin1String("&&"));
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_line(new FilterLine(this))
    , m_title(new QLabel(this))
    , m_clear(flatButton(QStringLiteral("filterClear"), this))
    , m_saved(flatButton(QStringLiteral("filterSaved"), this))
    , m_menu(new QMenu(this))
    , m_status(new QLabel(this))
    , m_progress(thinProgress(QStringLiteral("filterProgress"), this))
    , m_mistake(new QLabel(this))
{
    setObjectName(QStringLiteral("filterBar"));
    m_title->setBuddy(m_line);
    m_clear->setIcon(Theme::instance().icon(QStringLiteral("close")));
    m_saved->setIcon(Theme::instance().icon(QStringLiteral("down")));
    m_saved->setIconSize({10, 10});
    m_saved->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_saved->setLayoutDirection(Qt::RightToLeft); // the arrow after the text
    m_menu->setLayoutDirection(Qt::LeftToRight);
    m_menu->setObjectName(QStringLiteral("savedFilters"));
    m_status->setObjectName(QStringLiteral("filterStatus"));
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_mistake->setObjectName(QStringLiteral("filterMistake"));
    m_mistake->setTextFormat(Qt::PlainText);
    m_mistake->setWordWrap(true);
    m_mistake->hide();

    m_row = new QHBoxLayout;
    m_row->setSpacing(4);
    m_row->addWidget(m_title);
    m_row->addSpacing(4);
    m_row->addWidget(m_line, 1);
    m_row->addWidget(m_clear);
    m_row->addWidget(m_saved);
    m_row->addSpacing(4);
    m_row->addWidget(m_progress);
    m_row->addWidget(m_status);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 4);
    column->setSpacing(4);
    column->addLayout(m_row);
    column->addWidget(m_mistake);
    setFocusProxy(m_line);

    m_applyTimer.setSingleShot(true);
    m_applyTimer.setInterval(applyMs);
    m_mistakeTimer.setSingleShot(true);
    m_mistakeTimer.setInterval(unfinishedMs);
    connect(&m_applyTimer, &QTimer::timeout, this, &FilterBar::apply);
    connect(&m_mistakeTimer, &QTimer::timeout, this, &FilterBar::showMistake);
    connect(m_line, &FilterLine::edited, this, &FilterBar::lineEdited);
    connect(m_line, &FilterLine::accepted, this, [this] {
        apply();
        showMistake();
    });
    connect(m_line, &FilterLine::escaped, this, &FilterBar::clear);
    connect(m_line, &FilterLine::entered, this, &FilterBar::entered);
    connect(m_clear, &QToolButton::clicked, this, [this] { setText(QString()); });
    connect(m_saved, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_saved->mapToGlobal(QPoint(0, m_saved->height()))); });
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    m_kept.load(QSettings());
    m_clear->hide();
    retranslate();
}

QString FilterBar::text() const
{
    return m_line->text();
}

void FilterBar::setText(const QString& text)
{
    m_line->setText(text);
    apply();
    showMistake();
}

void FilterBar::decodersChanged()
{
    if (!m_line->filter()) {
        m_line->readAgain();
    }
}

void FilterBar::focusLine()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::addAtEnd(CompactControl* control)
{
    m_control = control;
    m_row->addSpacing(4);
    m_row->addWidget(control);
}

int FilterBar::saving() const
{
    return m_title->sizeHint().width() + m_row->spacing()
           + m_saved->fontMetrics().horizontalAdvance(m_saved->text())
           + (m_control != nullptr ? m_control->saving() : 0) + reserved();
}

/// Pixels that are kept for figures and progress of a filter beyond what these show now.
int FilterBar::reserved() const
{
    if (m_filter.isEmpty()) {
        return 0;
    }
    const int figures = fontMetrics().horizontalAdvance(QLatin1String(widestFigures));
    const int shown = fontMetrics().horizontalAdvance(m_status->text());
    return std::max(figures - shown, 0)
           + (m_progress->isVisible() ? 0 : m_progress->width() + m_row->spacing());
}

/// With a filter, the layout must not move when the figures change; without, and where there is little room,
/// the line uses the space.
void FilterBar::reserve()
{
    const bool reserves = !m_filter.isEmpty() && !m_isCompact;
    m_status->setMinimumWidth(
        reserves ? fontMetrics().horizontalAdvance(QLatin1String(widestFigures)) : 0);
    keepPlaceWhenHidden(m_progress, reserves);
}

QSize FilterBar::minimumSizeHint() const
{
    const QSize now = QWidget::minimumSizeHint();
    return m_isCompact ? now : QSize(now.width() - saving(), now.height());
}

void FilterBar::fit()
{
    const int narrow = minimumSizeHint().width();
    const bool isCompact = width() < narrow + saving() + roomToType;
    if (isCompact == m_isCompact) {
        return;
    }
    m_isCompact = isCompact;
    reserve();
    m_title->setVisible(!isCompact);
    m_saved->setToolButtonStyle(isCompact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    if (m_control != nullptr) {
        m_control->setCompact(isCompact);
    }
    updateGeometry();
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FilterBar::setDecodedFields(std::vector<std::string> fields)
{
    m_line->setDecodedFields(std::move(fields));
}

void FilterBar::setFacts(std::function<const pipecore::SessionFacts*()> facts)
{
    m_line->setFacts(std::move(facts));
}

void FilterBar::lineEdited()
{
    m_clear->setVisible(!m_line->text().isEmpty());
    if (m_line->filter()) {
        m_mistakeTimer.stop();
        m_mistake->hide();
    } else if (m_mistake->isVisible()) {
        showMistake();
    } else {
        m_mistakeTimer.start();
    }
    const bool mayGoOn = m_line->filter() && m_line->filter()->endsInHalfField();
    m_applyTimer.start(mayGoOn ? unfinishedMs : applyMs);
}

void FilterBar::apply()
{
    m_applyTimer.stop();
    const auto& filter = m_line->filter();
    if (filter && filter->text() != m_filter.text()) {
        m_filter = *filter;
        emit filterChanged();
    }
}

void FilterBar::showMistake()
{
    m_mistakeTimer.stop();
    const QString mistake = m_line->placedMistake();
    setTextColor(m_mistake, Token::Error);
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());
}

void FilterBar::clear()
{
    if (m_line->text().isEmpty()) {
        emit leaveRequested();
    } else {
        setText(QString());
    }
}

void FilterBar::setStatus(const Status& status)
{
    m_status->setText(status.text);
    m_status->setToolTip(status.detail);
    setTextColor(m_status, status.isWarning ? Token::Warning : Token::Muted);
    reserve();
    showProgress(m_progress, status.isRunning, status.progress);
    fit();
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    m_kept.load(QSettings()); // another window may have added some
    for (const SavedFilters::Entry& entry : m_kept.entries()) {
        QAction* action = m_menu->addAction(
            QStringLiteral("%1\t%2").arg(forMenu(entry.name), forMenu(entry.text)), this,
            [this, text = entry.text] {
                setText(text);
                focusLine();
            });
        action->setToolTip(entry.text);
    }
    if (m_kept.entries().isEmpty()) {
        m_menu->addAction(tr("No saved filters"))->setEnabled(false);
    }
    m_menu->addSeparator();
    QAction* keepAction = m_menu->addAction(tr("Save filter…"), this, &FilterBar::keep);
    keepAction->setEnabled(m_line->filter() && !m_line->filter()->isEmpty());
    QMenu* removing = m_menu->addMenu(tr("Remove"));
    removing->setEnabled(!m_kept.entries().isEmpty());
    for (const SavedFilters::Entry& entry : m_kept.entries()) {
        removing->addAction(forMenu(entry.name), this, [this, name = entry.name] {
            m_kept.remove(name);
            QSettings settings;
            m_kept.save(settings);
        });
    }
}

void FilterBar::keep()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("saveFilterDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save filter"));
    dialog->setLabelText(tr("Filter name"));
    dialog->setTextValue(m_line->text().left(maxMenuLength));
    dialog->resize(480, dialog->sizeHint().height()); // the default name is the filter
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, text = m_line->text()](const QString& name) {
                if (!name.trimmed().isEmpty()) {
                    m_kept.add(name.trimmed(), text);
                    QSettings settings;
                    m_kept.save(settings);
                }
            });
    dialog->open();
}

void FilterBar::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, Theme::instance().color(Token::Line));
}

void FilterBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showMistake();
    }
    QWidget::changeEvent(event);
}

void FilterBar::retranslate()
{
    m_title->setText(tr("Filter"));
    m_line->setHint(tr("Filter rows, e.g. conn == 3 && text contains \"login\""));
    m_line->setAccessibleName(tr("Filter"));
    m_line->setAccessibleDescription(tr("Ctrl+Space shows completions"));
    m_clear->setToolTip(tr("Show all rows (Esc)"));
    m_clear->setAccessibleName(tr("Clear filter"));
    m_saved->setText(QChar(QChar::Nbsp) + tr("Saved")); // the style has no padding there
    m_saved->setToolTip(tr("Saved filters"));
    m_saved->setAccessibleName(tr("Saved filters"));
    fit();
}

} // namespace pipescope
