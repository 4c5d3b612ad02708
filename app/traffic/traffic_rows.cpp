// The part of the traffic panel that notes, finds and measures single rows.
#include "filter/filter_bar.h"
#include "highlight/highlight_dialog.h"
#include "highlight/row_highlighter.h"
#include "log/log_view.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/session/annotations.h"
#include "rows/finder.h"
#include "rows/time_search.h"
#include "tasks/task.h"
#include "traffic/comment_dialog.h"
#include "traffic/go_to_dialog.h"
#include "traffic/traffic_panel.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QDateTime>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace pipescope {

namespace {

/// Rows that are marked at once; more is surely not meant.
constexpr quint64 mostMarkedAtOnce = 100'000;
/// Looking further for a request or a reply would be felt.
constexpr quint64 partnerReach = 2'000'000;

} // namespace

pipecore::Annotations* TrafficPanel::annotations() const
{
    return m_source != nullptr ? m_source->annotations() : nullptr;
}

void TrafficPanel::toggleMark()
{
    const auto current = currentRow();
    const RowSelection& selection = m_view->selection();
    if (!current || annotations() == nullptr) {
        return;
    }
    if (selection.count() > mostMarkedAtOnce) {
        showNotice(
            tr("No more than %1 rows can be marked at once.").arg(formatCount(mostMarkedAtOnce)));
        return;
    }
    const bool mark = !annotations()->isMarked(*current);
    bool room = note(*current, [mark](pipecore::Annotation& noted) { noted.marked = mark; });
    for (const RowRange& range : selection.ranges()) {
        for (quint64 row = range.first; room && row <= range.last; ++row) {
            room = note(m_shown->sourceRow(row),
                        [mark](pipecore::Annotation& noted) { noted.marked = mark; });
        }
    }
    annotationsChanged();
}

bool TrafficPanel::note(quint64 row, const std::function<void(pipecore::Annotation&)>& change)
{
    pipecore::Annotation noted = annotations()->at(row);
    change(noted);
    const auto set = annotations()->set(row, std::move(noted));
    if (!set) {
        showNotice(errorLine(set.error()));
    }
    return set.has_value();
}

void TrafficPanel::annotationsChanged()
{
    m_highlighter->annotationsChanged();
    m_view->viewport()->update();
    updateOverview();
    // What a filter or a find said of marks and comments may not hold any more.
    if (m_filterBar->filter().usesAnnotations()) {
        filterChanged();
    } else if (isFinding() && m_finder->pattern().filter().usesAnnotations()) {
        search(Jump::None); // the current row stays
    }
    emit annotated();
}

void TrafficPanel::goToMark(bool forwards)
{
    if (annotations() == nullptr || m_view->rowCount() == 0) {
        return;
    }
    const quint64 last = m_view->rowCount() - 1;
    const quint64 origin = m_view->currentRow().value_or(m_view->topRow());
    const auto nextMark = [this](quint64 row) { return annotations()->nextMark(row); };
    const auto previousMark = [this](quint64 row) { return annotations()->previousMark(row); };
    std::optional<quint64> found;
    if (forwards) {
        found = origin < last ? firstShown(origin + 1, last + 1, nextMark) : std::nullopt;
        found = found ? found : firstShown(0, origin + 1, nextMark);
    } else {
        found = origin > 0 ? lastShown(0, origin, previousMark) : std::nullopt;
        found = found ? found : lastShown(origin, last + 1, previousMark);
    }
    if (found) {
        m_view->setCurrentRow(*found);
    } else {
        showNotice(tr("No row is marked. M marks the current row."));
    }
}

void TrafficPanel::editComment()
{
    const auto row = currentRow();
    if (!row || annotations() == nullptr || findChild<CommentDialog*>() != nullptr) {
        return;
    }
    auto* dialog = new CommentDialog(*row + 1, fromCore(annotations()->comment(*row)), this);
    connect(dialog, &CommentDialog::commentEdited, this,
            [this, row = *row, source = m_source](const QString& comment) {
                // The session may be another one by now.
                if (source == m_source) {
                    note(row, [&](pipecore::Annotation& noted) {
                        noted.comment = comment.toStdString();
                    });
                    annotationsChanged();
                }
            });
    dialog->open();
}

void TrafficPanel::startGoTo()
{
    if (m_source == nullptr || m_view->rowCount() == 0 || findChild<GoToDialog*>() != nullptr) {
        return;
    }
    const auto record = m_shown->read(m_view->currentRow().value_or(0), 0);
    const QDate day =
        QDateTime::fromMSecsSinceEpoch(record ? record->wallNs / 1'000'000 : 0).date();
    auto* dialog = new GoToDialog(m_source->rowCount(), day, this);
    connect(dialog, &GoToDialog::placeChosen, this, &TrafficPanel::goToPlace);
    dialog->open();
}

void TrafficPanel::goToPlace(const Place& place)
{
    if (m_view->rowCount() == 0) {
        return;
    }
    switch (place.kind) {
    case Place::Kind::Row:
        if (place.number > 0) {
            goToRow(static_cast<quint64>(place.number) - 1);
        }
        break;
    case Place::Kind::Step: {
        const quint64 current = m_view->currentRow().value_or(m_view->topRow());
        const auto by = static_cast<quint64>(std::abs(place.number));
        const quint64 last = m_view->rowCount() - 1;
        m_view->setCurrentRow(place.number < 0 ? current - std::min(current, by)
                                               : current + std::min(last - current, by));
        break;
    }
    case Place::Kind::Time: goToTime(place.wallNs); break;
    }
}

void TrafficPanel::goToTime(qint64 wallNs)
{
    m_timeSearch->start([this, rows = m_shown, wallNs](Task::State& state) -> Task::Done {
        const auto row = rowAtTime(*rows, wallNs, &state.cancelled);
        return [this, rows, row] {
            if (row && rows == m_shown) {
                m_view->setCurrentRow(*row);
            }
        };
    });
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
    // It is there to be seen.
    setTimeFormat(TimeFormat::Relative);
}

void TrafficPanel::goToPartner(bool reply)
{
    const auto row = currentRow();
    if (!row) {
        return;
    }
    if (const auto partner = reply ? replyOf(*row) : requestOfRow(*row)) {
        goToRow(*partner);
    } else {
        showNotice(reply ? tr("No reply to this row was found: it asks nothing, or nothing came "
                              "back afterwards on its connection.")
                         : tr("No request for this row was found: it asks itself, or what is "
                              "directly before it on its connection does not ask."));
    }
}

std::optional<quint64> TrafficPanel::requestOfRow(quint64 row) const
{
    return pipecore::requestOf(*m_source, row, partnerReach);
}

std::optional<quint64> TrafficPanel::replyOf(quint64 row) const
{
    const auto head = m_source->head(row);
    if (!head.asks) {
        return std::nullopt;
    }
    const quint64 behind = std::min<quint64>(m_source->rowCount(), row + partnerReach);
    for (quint64 next = row + 1; next < behind; ++next) {
        const auto other = m_source->head(next);
        if (other.kind == pipecore::RecordKind::Message && other.connection == head.connection
            && !other.asks) {
            return next;
        }
    }
    return std::nullopt;
}

void TrafficPanel::connectHighlighter()
{
    QSettings settings;
    m_highlighter->setRules(HighlightRules::load(settings));
    m_view->setHighlighter(
        [this](quint64 row, quint64 length) { return m_highlighter->colorOf(row, length); });
    connect(m_highlighter, &RowHighlighter::changed, m_view, &LogView::highlightsChanged);
}

void TrafficPanel::editHighlights()
{
    if (findChild<HighlightDialog*>() != nullptr) {
        return;
    }
    QSettings settings;
    auto* dialog = new HighlightDialog(HighlightRules::load(settings), this);
    dialog->setFacts([this] { return m_source != nullptr ? &m_source->facts() : nullptr; });
    connect(dialog, &HighlightDialog::rulesChosen, this, [this](const QList<HighlightRule>& rules) {
        QSettings kept;
        HighlightRules::save(kept, rules);
        m_highlighter->setRules(rules);
    });
    dialog->open();
}

void TrafficPanel::tellSelection()
{
    const RowSelection& selection = m_view->selection();
    const quint64 count = selection.count();
    QString told;
    if (count >= 2 && m_shown) {
        const auto first = m_shown->read(selection.ranges().front().first, 0);
        const auto last = m_shown->read(selection.ranges().back().last, 0);
        told = tr("%1 rows selected").arg(formatCount(count));
        if (first && last) {
            // From the upper to the lower one; negative when the clock was set back in between.
            told = tr("%1, %2 apart")
                       .arg(told, formatDuration(pipecore::elapsedNs(first->wallNs, last->wallNs)));
        }
    }
    if (told != m_selectionText) {
        m_selectionText = told;
        emit selectionTold(told);
    }
}

void TrafficPanel::addRowActions(QMenu* menu)
{
    const auto row = currentRow();
    const bool canNote = row && annotations() != nullptr;
    const auto add = [&](const QString& text, bool enabled, auto action) {
        menu->addAction(text, this, action)->setEnabled(enabled);
    };
    const bool isMarked = canNote && annotations()->isMarked(*row);
    add(isMarked ? tr("Take the mark away") : tr("Mark"), canNote, [this] { toggleMark(); });
    add(tr("Comment…"), canNote, [this] { editComment(); });
    const bool isZero = row && m_view->zeroRow() == row;
    add(isZero ? tr("Count time from the first row") : tr("Count time from here"), row.has_value(),
        [this] { toggleZeroRow(); });
    const auto connection = row ? m_source->head(*row).connection : pipecore::ConnectionId();
    if (shownConnection()) {
        add(tr("Show all rows"), true, [this] { showConnection(std::nullopt); });
    } else {
        add(tr("Only this connection"), static_cast<bool>(connection),
            [this] { showConnectionOfRow(); });
    }
    menu->addSeparator();
}

} // namespace pipescope
