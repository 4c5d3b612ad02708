#include "traffic/traffic_panel.h"

#include "filter/filter_bar.h"
#include "filter/log_filter.h"
#include "highlight/row_highlighter.h"
#include "log/log_header.h"
#include "log/log_view.h"
#include "log/match_overview.h"
#include "log/tail_button.h"
#include "rows/finder.h"
#include "rows/head_scan.h"
#include "rows/row_subset.h"
#include "tasks/task.h"
#include "traffic/find_bar.h"
#include "traffic/follow_bar.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr quint32 stateVersion = 2;
constexpr int noticeMs = 8000;
constexpr int margin = 12;

} // namespace

TrafficPanel::TrafficPanel(QWidget* parent)
    : QWidget(parent)
    , m_view(new LogView(this))
    , m_filterBar(new FilterBar(this))
    , m_filter(new LogFilter(this))
    , m_followBar(new FollowBar(this))
    , m_follow(new HeadScan(this))
    , m_errors(new HeadScan(this))
    , m_highlighter(new RowHighlighter(this))
    , m_copying(new Task("copy", this))
    , m_timeSearch(new Task("time search", this))
    , m_findBar(new FindBar(this))
    , m_finder(new Finder(this))
    , m_tail(new TailButton(m_view))
    , m_showAgain(new QPushButton(m_view))
    , m_notice(new QLabel(this))
    , m_noticeTimer(new QTimer(this))
{
    setObjectName(QStringLiteral("trafficPanel"));
    m_notice->setObjectName(QStringLiteral("trafficNotice"));
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(margin, 6, margin, 6);
    m_notice->hide();
    m_noticeTimer->setSingleShot(true);
    m_noticeTimer->setInterval(noticeMs);
    m_findBar->hide();
    m_followBar->hide();
    m_tail->hide();
    m_showAgain->hide();
    m_showAgain->setObjectName(QStringLiteral("showClearedButton"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addWidget(m_followBar);
    column->addWidget(m_view, 1);
    column->addWidget(m_notice);
    column->addWidget(m_findBar);
    setFocusProxy(m_view);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);

    connect(m_view, &LogView::currentRowChanged, this, [this] {
        emit currentRowChanged(currentRow());
        updateFindStatus();
    });
    connect(m_view, &LogView::selectionChanged, this, &TrafficPanel::tellSelection);
    connect(m_view, &LogView::markRequested, this, &TrafficPanel::toggleMark);
    connect(m_followBar, &FollowBar::closeRequested, this,
            [this] { showConnection(std::nullopt); });
    connect(m_follow, &HeadScan::found, this, &TrafficPanel::followFound);
    connect(m_errors, &HeadScan::found, this, &TrafficPanel::errorsFound);
    connect(m_view, &LogView::rowActivated, this, &TrafficPanel::rowActivated);
    connect(m_view, &LogView::followTailChanged, this, &TrafficPanel::followTailChanged);
    connect(m_view, &LogView::viewMoved, this, &TrafficPanel::updateOverlays);
    connect(m_view, &LogView::copyRequested, this, [this] { copySelection(CopyFormat::Text); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &TrafficPanel::showMenu);
    connect(m_view->header(), &LogHeader::menuOpening, this, &TrafficPanel::addTimeFormats);
    connect(m_tail, &QAbstractButton::clicked, this, [this] {
        setPaused(false);
        setFollowTail(true);
    });
    connect(m_showAgain, &QAbstractButton::clicked, this, &TrafficPanel::showClearedRows);
    connect(m_findBar, &FindBar::patternChanged, this, &TrafficPanel::patternChanged);
    connect(m_findBar, &FindBar::nextRequested, this, &TrafficPanel::findNext);
    connect(m_findBar, &FindBar::previousRequested, this, &TrafficPanel::findPrevious);
    connect(m_findBar, &FindBar::closeRequested, this, &TrafficPanel::closeFind);
    connect(m_finder, &Finder::progressed, this, &TrafficPanel::findProgressed);
    connect(m_noticeTimer, &QTimer::timeout, m_notice, &QWidget::hide);
    makeOverview();
    makeFilterBar();
    connectHighlighter();
    retranslate();
}

TrafficPanel::~TrafficPanel()
{
    m_finder->stop();
    m_filter->stop();
    m_follow->stop();
    m_errors->stop();
    m_copying->stop();
    m_timeSearch->stop();
}

void TrafficPanel::setSource(const pipecore::RecordSource* source)
{
    m_filter->stop();
    m_copying->stop();
    m_timeSearch->stop();
    m_source = source;
    m_highlighter->setSource(source);
    m_connection.reset();
    m_view->setZeroRow(std::nullopt);
    showFrom(0);
    emit shownConnectionChanged();
    setPaused(false);
    setFollowTail(true);
}

void TrafficPanel::showFrom(quint64 firstRow)
{
    m_rows = m_source ? std::make_shared<SourceRows>(*m_source, firstRow) : nullptr;
    if (m_rows) {
        m_rows->setCount(m_source->rowCount());
    }
    showRows();
    startErrorScan();
}

void TrafficPanel::refresh()
{
    if (!m_source) {
        return;
    }
    if (m_paused) {
        updateOverlays();
        return;
    }
    const quint64 before = m_rows->count();
    m_rows->setCount(m_source->rowCount());
    if (m_rows->count() == before) {
        return;
    }
    m_errors->scanNewRows();
    if (m_filter->isActive()) {
        m_filter->lookOn();
    } else if (m_subset) {
        m_follow->scanNewRows();
    } else {
        shownRowsCame();
    }
}

void TrafficPanel::shownRowsCame()
{
    m_view->updateCount();
    m_finder->searchNewRows();
    updateOverlays();
}

void TrafficPanel::setPaused(bool paused)
{
    if (m_paused == paused) {
        return;
    }
    m_paused = paused;
    refresh();
    updateOverlays();
    emit pausedChanged(paused);
}

bool TrafficPanel::followsTail() const
{
    return m_view->followsTail();
}

void TrafficPanel::setFollowTail(bool follow)
{
    m_view->setFollowTail(follow);
    updateOverlays();
}

void TrafficPanel::clearRows()
{
    if (m_source) {
        showFrom(m_source->rowCount());
        setFollowTail(true);
    }
}

void TrafficPanel::showClearedRows()
{
    showFrom(0);
}

std::optional<quint64> TrafficPanel::currentRow() const
{
    const auto row = m_view->currentRow();
    return row && m_shown ? std::optional(m_shown->sourceRow(*row)) : std::nullopt;
}

void TrafficPanel::goToRow(quint64 row)
{
    if (!m_rows) {
        return;
    }
    if (row < m_rows->first()) {
        showClearedRows();
    }
    if (row >= m_source->rowCount()) {
        return;
    }
    if (m_connection && m_source->head(row).connection != *m_connection) {
        showConnection(std::nullopt);
    }
    if (isFiltered() && !passesFilter(row)) {
        setFilter(QString());
    }
    m_wantedRow = row;
    goToWantedRow();
    if (m_shown == m_rows) {
        m_wantedRow.reset(); // what is not shown now is not found later either
    }
}

void TrafficPanel::copySelection(CopyFormat format)
{
    if (!m_shown || m_view->selection().isEmpty()) {
        return;
    }
    m_copying->start([this, rows = m_shown, selection = m_view->selection(), format,
                      times = m_view->timeFormat()](Task::State& state) -> Task::Done {
        CopiedRows copied = copyRows(*rows, selection, format, times, &state.cancelled);
        return [this, copied = std::move(copied), selected = selection.count()] {
            takeCopied(copied, selected);
        };
    });
}

void TrafficPanel::takeCopied(const CopiedRows& copied, quint64 selected)
{
    if (copied.complete) {
        m_notice->hide();
    } else {
        showNotice(
            tr("Only the first %1 of %2 selected rows were copied: the clipboard takes %3 rows "
               "and %4 of payload at most. Export the session to get all of it.")
                .arg(formatCount(copied.rows), formatCount(selected), formatCount(copyRowLimit),
                     formatSize(copyByteLimit)));
    }
    if (copied.rows > 0) {
        QApplication::clipboard()->setText(copied.text);
    }
}

pipecore::RowRanges TrafficPanel::selectedRows() const
{
    pipecore::RowRanges rows;
    for (const RowRange& range : m_view->selection().ranges()) {
        addShown(rows, range.first, range.last + 1);
    }
    return rows;
}

std::optional<pipecore::RowRanges> TrafficPanel::rowsLeftInSight() const
{
    if (m_shown == m_rows) {
        return std::nullopt;
    }
    pipecore::RowRanges rows;
    addShown(rows, 0, m_shown->count());
    return rows;
}

bool TrafficPanel::isLookingAmong(quint64 rows) const
{
    if (m_filter->isActive()) {
        const auto progress = m_filter->progress();
        return progress.looked
               < std::min<quint64>(progress.total, rows - std::min(rows, m_rows->first()));
    }
    return m_subset != nullptr && m_follow->isRunning();
}

quint64 TrafficPanel::shownRows() const
{
    return m_shown ? m_shown->count() : 0;
}

void TrafficPanel::addShown(pipecore::RowRanges& rows, quint64 first, quint64 end) const
{
    if (m_shown && m_shown == m_rows) {
        rows.add({m_rows->first() + first, m_rows->first() + end});
    } else if (m_filter->isActive() && first < end) {
        rows.add(m_filter->matches(), {m_shown->sourceRow(first), m_shown->sourceRow(end - 1) + 1});
    } else if (m_shown) {
        for (quint64 row = first; row < end; ++row) {
            rows.add(m_shown->sourceRow(row));
        }
    }
}

TimeFormat TrafficPanel::timeFormat() const
{
    return m_view->timeFormat();
}

void TrafficPanel::setTimeFormat(TimeFormat format)
{
    if (format != m_view->timeFormat()) {
        m_view->setTimeFormat(format);
        emit timeFormatChanged(format);
    }
}

QByteArray TrafficPanel::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << stateVersion << m_view->header()->saveState()
           << static_cast<qint32>(std::to_underlying(timeFormat()));
    return state;
}

void TrafficPanel::restoreState(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QByteArray columns;
    qint32 format = 0;
    stream >> version >> columns >> format;
    if (stream.status() != QDataStream::Ok || version != stateVersion || format < 0
        || format > std::to_underlying(TimeFormat::Delta)) {
        return;
    }
    m_view->header()->restoreState(columns);
    setTimeFormat(static_cast<TimeFormat>(format));
}

void TrafficPanel::updateOverlays()
{
    const quint64 shown = m_view->rowCount();
    if (followsTail()) {
        m_seen = shown;
    } else {
        m_seen = std::max(m_seen, m_view->topRow() + static_cast<quint64>(m_view->visibleRows()));
        if (m_shown && m_shown != m_rows) {
            // What a filter finds among the rows that were there is not new.
            m_seen = std::max(m_seen, m_shown->firstFrom(m_known));
        }
    }
    const quint64 all = m_source ? m_source->rowCount() - m_rows->first() : 0;
    const quint64 taken = m_rows ? m_rows->count() : 0;
    const quint64 waiting = all - std::min(all, taken);
    const quint64 fresh = shown - std::min(shown, m_seen);
    if (m_paused) {
        const QString count = formatCount(waiting);
        m_tail->setText(waiting == 0        ? tr("Paused")
                        : m_shown == m_rows ? tr("Paused · %1 new").arg(count)
                                            : tr("Paused · %1 new in the session").arg(count));
        m_tail->setToolTip(tr("Go on showing new rows"));
    } else {
        m_tail->setText(tr("↓ %1 new").arg(formatCount(fresh)));
        m_tail->setToolTip(tr("Go to the end and follow it (End)"));
    }
    const bool showsTail = m_paused || (!followsTail() && fresh > 0);
    const QRect area = m_view->viewport()->geometry();
    if (showsTail) {
        const QSize size = m_tail->sizeHint();
        m_tail->setGeometry(area.center().x() - size.width() / 2,
                            area.bottom() - size.height() - margin, size.width(), size.height());
    }
    m_tail->setVisible(showsTail);

    const bool cleared = m_rows && taken == 0 && m_rows->first() > 0;
    if (cleared) {
        const QSize size = m_showAgain->sizeHint();
        m_showAgain->setGeometry(area.center().x() - size.width() / 2,
                                 area.top() + area.height() * 3 / 5, size.width(), size.height());
    }
    m_showAgain->setVisible(cleared);
}

void TrafficPanel::showMenu(QPoint position)
{
    const auto row = m_view->currentRow();
    const auto record = row && m_shown ? m_shown->read(*row, 0)
                                       : pipecore::Result<pipecore::Record>(pipecore::refuse({}));
    const bool isMessage = record && record->kind == pipecore::RecordKind::Message;
    QMenu menu(this);
    const auto add = [&](const QString& text, bool enabled, auto action) {
        QAction* entry = menu.addAction(text, this, action);
        entry->setEnabled(enabled);
        return entry;
    };
    addPayloadActions(&menu, isMessage);
    menu.addSeparator();
    if (row && m_shown) {
        addFilterActions(&menu, *row,
                         static_cast<LogColumn>(m_view->header()->logicalIndexAt(position.x())));
    }
    addRowActions(&menu);
    add(tr("Send again…"), isMessage, [this] {
        if (const auto current = currentRow()) {
            emit sendAgainRequested(*current);
        }
    })->setIcon(Theme::instance().icon(QStringLiteral("send")));
    menu.addSeparator();
    add(tr("Select all"), m_view->rowCount() > 0, [this] { m_view->selectAll(); });
    add(tr("Find…"), true, [this] {
        startFind();
    })->setIcon(Theme::instance().icon(QStringLiteral("find")));
    add(tr("Clear"), m_view->rowCount() > 0, [this] {
        clearRows();
    })->setIcon(Theme::instance().icon(QStringLiteral("clear")));
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void TrafficPanel::addTimeFormats(QMenu* menu)
{
    const std::pair<TimeFormat, QString> formats[] = {
        {TimeFormat::Absolute, tr("Time of day")},
        {TimeFormat::Relative, tr("Time since the first row")},
        {TimeFormat::Delta, tr("Time since the row above")}};
    for (const auto& [format, name] : formats) {
        QAction* action =
            menu->addAction(name, this, [this, chosen = format] { setTimeFormat(chosen); });
        action->setCheckable(true);
        action->setChecked(timeFormat() == format);
    }
    menu->addSeparator();
}

void TrafficPanel::showNotice(const QString& text)
{
    m_notice->setText(text);
    setTextColor(m_notice, Token::Warning);
    m_notice->show();
    m_noticeTimer->start();
}

void TrafficPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        startFind();
    } else if (event->key() == Qt::Key_F3) {
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            findPrevious();
        } else {
            findNext();
        }
    } else if (event->key() == Qt::Key_Escape && m_findBar->isVisible()) {
        closeFind();
    } else if (event->key() == Qt::Key_Escape && isFiltered()) {
        setFilter(QString());
    } else if (event->key() == Qt::Key_Escape && m_connection) {
        showConnection(std::nullopt);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool TrafficPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::Resize) {
        updateOverlays();
    }
    return QWidget::eventFilter(watched, event);
}

void TrafficPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateOverlays();
        updateFollowBar();
        updateFilterStatus();
        tellSelection();
        updateFindStatus();
    }
    QWidget::changeEvent(event);
}

void TrafficPanel::retranslate()
{
    m_showAgain->setText(tr("Show them again"));
    m_view->overview()->setToolTip(
        tr("From left to right: errors, matches of the search, marks. Click to go there."));
    if (isFiltered()) {
        m_view->setEmptyText(tr("No row passes the filter"),
                             tr("Rows appear here as they are found. Esc shows all rows again."));
    } else if (m_connection) {
        m_view->setEmptyText(tr("No rows of this connection"),
                             tr("They appear here as they come."));
    } else if (m_rows && m_rows->first() > 0) {
        m_view->setEmptyText(tr("Cleared"),
                             tr("New traffic appears here. The %1 rows before are still recorded.")
                                 .arg(formatCount(m_rows->first())));
    } else {
        m_view->setEmptyText(tr("No traffic yet"),
                             tr("Start a server or connect a client: messages, connects and errors "
                                "appear here as they happen."));
    }
}

} // namespace pipescope
