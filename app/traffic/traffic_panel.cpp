#include "traffic/traffic_panel.h"

#include "filter/filter_bar.h"
#include "frames/frame_switch.h"
#include "log/log_header.h"
#include "log/log_view.h"
#include "traffic/filter_controller.h"
#include "traffic/find_bar.h"
#include "traffic/find_controller.h"
#include "traffic/follow_bar.h"
#include "traffic/follow_controller.h"
#include "traffic/highlight_controller.h"
#include "traffic/log_overlays.h"
#include "traffic/note_controller.h"
#include "traffic/overview_controller.h"
#include "traffic/place_controller.h"
#include "traffic/row_menu.h"
#include "traffic/selection_controller.h"
#include "traffic/shown_rows.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace pipescope {
namespace {
constexpr quint32 stateVersion = 2;
constexpr int noticeMs = 8000;
constexpr int margin = 12;
} // namespace

TrafficPanel::TrafficPanel(QWidget* parent)
    : QWidget(parent)
    , m_rows(new ShownRows(this))
    , m_view(new LogView(this))
    , m_filter(new FilterController(*m_rows, *m_view, this))
    , m_follow(new FollowController(*m_rows, *m_view, this))
    , m_find(new FindController(*m_rows, *m_view, this))
    , m_overview(new OverviewController(*m_rows, *m_view, *m_find, this))
    , m_highlights(new HighlightController(*m_view, this))
    , m_notes(new NoteController(*m_rows, *m_view, this))
    , m_places(new PlaceController(*m_rows, *m_view, this))
    , m_selection(new SelectionController(*m_rows, *m_view, this))
    , m_overlays(new LogOverlays(*m_rows, *m_view, this))
    , m_menu(new RowMenu({*m_rows, *m_view, *m_filter, *m_notes, *m_selection}, this))
    , m_frameSwitch(new FrameSwitch(this))
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

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_filter->bar()->addAtEnd(m_frameSwitch);
    column->addWidget(m_filter->bar());
    column->addWidget(m_follow->bar());
    column->addWidget(m_view, 1);
    column->addWidget(m_notice);
    column->addWidget(m_find->bar());
    setFocusProxy(m_view);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);

    connectView();
    connectRows();
    connectControllers();
    m_overlays->retranslate();
}

TrafficPanel::~TrafficPanel()
{
    // The session may be destroyed next.
    m_find->stop();
    m_overview->stop();
    m_places->stop();
    m_selection->stop();
}

void TrafficPanel::connectView()
{
    connect(m_view, &LogView::currentRowChanged, this,
            [this] { emit currentRowChanged(currentRow()); });
    connect(m_view, &LogView::rowActivated, this, &TrafficPanel::rowActivated);
    connect(m_view, &LogView::followTailChanged, this, &TrafficPanel::followTailChanged);
    connect(m_overlays, &LogOverlays::tailRequested, this, [this] {
        setPaused(false);
        setFollowTail(true);
    });
    connect(m_overlays, &LogOverlays::clearedRequested, this, &TrafficPanel::showClearedRows);
    connect(m_menu, &RowMenu::zeroRowToggled, this, &TrafficPanel::toggleZeroRow);
    connect(m_menu, &RowMenu::connectionToggled, this, &TrafficPanel::showConnectionOfRow);
    connect(m_menu, &RowMenu::sendAgainRequested, this, &TrafficPanel::sendAgainRequested);
    connect(m_menu, &RowMenu::framesRequested, this, &TrafficPanel::framesRequested);
    connect(m_menu, &RowMenu::findRequested, m_find, &FindController::start);
    connect(m_menu, &RowMenu::clearRequested, this, &TrafficPanel::clearRows);
    connect(m_menu, &RowMenu::timeFormatChosen, this, &TrafficPanel::setTimeFormat);
    connect(m_noticeTimer, &QTimer::timeout, m_notice, &QWidget::hide);
}

void TrafficPanel::connectRows()
{
    connect(m_rows, &ShownRows::changing, m_find, &FindController::stop);
    connect(m_rows, &ShownRows::changed, this, &TrafficPanel::rowsChanged);
    connect(m_rows, &ShownRows::filtered, this, &TrafficPanel::rowsFiltered);
    connect(m_rows, &ShownRows::followed, this, &TrafficPanel::rowsFollowed);
    connect(m_rows, &ShownRows::paired, m_view->viewport(), qOverload<>(&QWidget::update));
}

void TrafficPanel::connectControllers()
{
    connect(m_filter, &FilterController::filterChanged, this, &TrafficPanel::filterChanged);
    connect(m_follow, &FollowController::connectionRequested, this, &TrafficPanel::showConnection);
    connect(m_find, &FindController::matchesChanged, m_overview, &OverviewController::update);
    // A running filter must not undo it.
    connect(m_find, &FindController::matchVisited, this, [this] { m_wantedRow.reset(); });
    connect(m_notes, &NoteController::annotated, this, &TrafficPanel::annotationsChanged);
    connect(m_places, &PlaceController::rowRequested, this, &TrafficPanel::goToRow);
    connect(m_selection, &SelectionController::told, this, &TrafficPanel::selectionDescribed);
    connect(m_selection, &SelectionController::saveRequested, this,
            &TrafficPanel::savePayloadRequested);
    connect(m_selection, &SelectionController::compareRequested, this,
            &TrafficPanel::compareRequested);
    connect(m_follow, &FollowController::noticed, this, &TrafficPanel::showNotice);
    connect(m_notes, &NoteController::noticed, this, &TrafficPanel::showNotice);
    connect(m_places, &PlaceController::noticed, this, &TrafficPanel::showNotice);
    connect(m_selection, &SelectionController::noticed, this, &TrafficPanel::showNotice);
}

void TrafficPanel::setSource(const pipecore::RecordSource* source)
{
    m_selection->stop();
    m_places->stop();
    m_filter->forgetSource();
    m_highlights->setSource(source);
    m_view->setZeroRow(std::nullopt);
    m_rows->setSource(source);
    m_overview->startErrors();
    emit shownConnectionChanged();
    setPaused(false);
    setFollowTail(true);
}

void TrafficPanel::replaceSource(const pipecore::RecordSource* source, const RowMap& toNew)
{
    const auto current = toNew.of(currentRow());
    const auto zero = toNew.of(m_view->zeroRow());
    const quint64 hidden = m_rows->all() ? m_rows->all()->first() : 0;
    const quint64 first = hidden > 0 ? toNew.row(hidden) : 0;
    const bool follows = followsTail();
    const auto selected = m_selection->kept(toNew);
    m_selection->stop();
    m_places->stop();
    m_highlights->setSource(source);
    m_view->setZeroRow(std::nullopt);
    m_rows->setSource(source, first, shownConnection());
    m_view->setZeroRow(zero);
    m_overview->startErrors();
    m_wantedRow = current;
    goToWantedRow();
    if (m_rows->isAll()) {
        m_wantedRow.reset();
    }
    m_selection->restore(selected);
    setFollowTail(follows);
}

void TrafficPanel::refresh()
{
    if (m_rows->source() == nullptr) {
        return;
    }
    if (m_paused) {
        m_overlays->update();
        return;
    }
    const auto growth = m_rows->grow();
    if (growth != ShownRows::Growth::None) {
        m_overview->includeNewRows();
    }
    if (growth == ShownRows::Growth::Shown) {
        rowsAdded();
    }
}

void TrafficPanel::rowsChanged()
{
    m_wantedRow.reset();
    m_view->setRows(m_rows->rows());
    m_overlays->rowsChanged();
    m_follow->updateBar();
    m_filter->updateStatus();
    m_overview->update();
    m_find->rowsChanged();
}

void TrafficPanel::rowsAdded()
{
    m_view->updateCount();
    m_find->rowsAdded();
    m_overlays->update();
    m_selection->selectFound();
}

void TrafficPanel::rowsFiltered()
{
    const bool follows = followsTail();
    rowsAdded();
    if (m_wantedRow) {
        goToWantedRow();
        setFollowTail(follows);
    }
    m_filter->updateStatus();
    m_follow->updateBar();
    m_overview->update();
}

void TrafficPanel::rowsFollowed()
{
    rowsAdded();
    goToWantedRow();
    m_follow->updateBar();
}

void TrafficPanel::filterChanged()
{
    const auto current = currentRow();
    const bool follows = followsTail();
    m_rows->setFilter(m_filter->bar()->filter());
    m_wantedRow = current;
    goToWantedRow();
    setFollowTail(follows);
}

void TrafficPanel::annotationsChanged()
{
    m_highlights->annotationsChanged();
    m_view->viewport()->update();
    m_overview->update();
    // Results of a filter or search on marks and comments may be outdated.
    if (m_rows->filter().usesAnnotations()) {
        filterChanged();
    } else {
        m_find->annotationsChanged();
    }
    emit annotated();
}

void TrafficPanel::setPaused(bool paused)
{
    if (m_paused == paused) {
        return;
    }
    m_paused = paused;
    m_overlays->setPaused(paused);
    refresh();
    m_overlays->update();
    emit pausedChanged(paused);
}

bool TrafficPanel::followsTail() const
{
    return m_view->followsTail();
}

void TrafficPanel::setFollowTail(bool follow)
{
    m_view->setFollowTail(follow);
    m_overlays->update();
}

void TrafficPanel::clearRows()
{
    if (m_rows->source() != nullptr) {
        m_rows->showFrom(m_rows->source()->rowCount());
        m_overview->startErrors();
        setFollowTail(true);
    }
}

void TrafficPanel::showClearedRows()
{
    m_rows->showFrom(0);
    m_overview->startErrors();
}

std::optional<quint64> TrafficPanel::currentRow() const
{
    return m_rows->sessionRow(m_view->currentRow());
}

void TrafficPanel::goToRow(quint64 row)
{
    if (!m_rows->all()) {
        return;
    }
    if (row < m_rows->all()->first()) {
        showClearedRows();
    }
    if (row >= m_rows->source()->rowCount()) {
        return;
    }
    if (shownConnection() && m_rows->source()->head(row).connection != *shownConnection()) {
        showConnection(std::nullopt);
    }
    if (isFiltered() && !m_rows->passesFilter(row)) {
        setFilter(QString());
    }
    m_selection->restore({});
    m_wantedRow = row;
    goToWantedRow();
    if (m_rows->isAll()) {
        m_wantedRow.reset(); // a row that is hidden now will not be found later
    }
}

void TrafficPanel::goToWantedRow()
{
    if (!m_wantedRow) {
        return;
    }
    // It may be found a little later.
    if (const auto row = m_rows->rows()->rowOf(*m_wantedRow)) {
        m_wantedRow.reset();
        m_selection->goTo(*row);
    }
}

void TrafficPanel::showConnection(std::optional<pipecore::ConnectionId> connection)
{
    if (!m_rows->all() || shownConnection() == connection) {
        return;
    }
    const auto current = currentRow();
    m_rows->setConnection(connection);
    m_wantedRow = current;
    goToWantedRow();
    emit shownConnectionChanged();
}

void TrafficPanel::showConnectionOfRow()
{
    if (shownConnection()) {
        showConnection(std::nullopt);
    } else {
        m_follow->followCurrentRow();
    }
}

std::optional<pipecore::ConnectionId> TrafficPanel::shownConnection() const
{
    return m_rows->connection();
}

void TrafficPanel::startFilter()
{
    m_filter->start();
}

void TrafficPanel::setFilter(const QString& text)
{
    m_filter->setText(text);
}

QString TrafficPanel::filterText() const
{
    return m_filter->text();
}

bool TrafficPanel::isFiltered() const
{
    return m_rows->isFiltered();
}

std::optional<pipecore::RowRanges> TrafficPanel::visibleRanges() const
{
    return m_rows->visibleRanges();
}

bool TrafficPanel::isSearchingAmong(quint64 rows) const
{
    return m_rows->isSearchingAmong(rows);
}

quint64 TrafficPanel::shownRows() const
{
    return m_rows->count();
}

void TrafficPanel::toggleZeroRow()
{
    const auto row = currentRow();
    if (!row) {
        return;
    }
    if (m_view->zeroRow() == row) {
        m_view->setZeroRow(std::nullopt);
        return;
    }
    m_view->setZeroRow(row);
    // The time reference must be visible.
    setTimeFormat(TimeFormat::Relative);
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

void TrafficPanel::showNotice(const QString& text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        setTextColor(m_notice, Token::Warning);
        m_noticeTimer->start();
    }
}

void TrafficPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        m_find->start();
    } else if (event->key() == Qt::Key_F3) {
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            m_find->previous();
        } else {
            m_find->next();
        }
    } else if (event->key() == Qt::Key_Escape && m_find->isOpen()) {
        m_find->close();
    } else if (event->key() == Qt::Key_Escape && isFiltered()) {
        setFilter(QString());
    } else if (event->key() == Qt::Key_Escape && shownConnection()) {
        showConnection(std::nullopt);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void TrafficPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_overlays->retranslate();
        m_follow->updateBar();
        m_filter->updateStatus();
        m_selection->tell();
        m_find->updateStatus();
    }
    QWidget::changeEvent(event);
}

} // namespace pipescope
