#include "traffic/selection_controller.h"

#include "log/log_view.h"
#include "traffic/shown_rows.h"
#include "widgets/copy_menu.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include "pipecore/base/elapsed.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <algorithm>
#include <utility>
#include <vector>

namespace pipescope {

SelectionController::SelectionController(ShownRows& rows, LogView& view, QObject* parent)
    : QObject(parent)
    , m_rows(rows)
    , m_view(view)
{
    connect(&view, &LogView::selectionChanged, this, [this] {
        if (!m_isSelecting) {
            m_wanted = {}; // the user, or other rows
        }
        tell();
    });
    connect(&view, &LogView::copyRequested, this, [this] { copy(CopyFormat::Text); });
}

void SelectionController::stop()
{
    m_copying.stop();
}

void SelectionController::copy(CopyFormat format)
{
    if (!m_rows.rows() || m_view.selection().isEmpty()) {
        return;
    }
    m_copying.start([this, rows = m_rows.rows(), selection = m_view.selection(), format,
                     times = m_view.timeFormat()](Task::State& state) -> Task::Done {
        CopiedRows copied = copyRows(*rows, selection, format, times, &state.cancelled);
        return [this, copied = std::move(copied), selected = selection.count()] {
            takeCopied(copied, selected);
        };
    });
}

void SelectionController::takeCopied(const CopiedRows& copied, quint64 selected)
{
    if (copied.complete) {
        emit noticed({});
    } else {
        emit noticed(tr("Only the first %1 of %2 selected rows were copied (limit: %3 rows and %4 "
                        "of payload). Export the session to get all rows.")
                         .arg(formatCount(copied.rows), formatCount(selected),
                              formatCount(copyRowLimit), formatSize(copyByteLimit)));
    }
    if (copied.rows > 0) {
        QApplication::clipboard()->setText(copied.text);
    }
}

pipecore::RowRanges SelectionController::rows() const
{
    pipecore::RowRanges rows;
    for (const RowRange& range : m_view.selection().ranges()) {
        m_rows.addTo(rows, range.first, range.last + 1);
    }
    return rows;
}

SelectionController::Kept SelectionController::kept(const RowMap& toNew) const
{
    return {.rows = toNew.rows(rows()),
            .hasCurrent = m_view.currentRow().has_value(),
            .placeOfCurrent = m_view.placeOfCurrent()};
}

void SelectionController::restore(Kept kept)
{
    m_wanted = std::move(kept);
    if (m_wanted.placeOfCurrent) {
        m_view.placeCurrent(*m_wanted.placeOfCurrent);
    }
    selectFound();
}

void SelectionController::goTo(quint64 row)
{
    m_isSelecting = true;
    m_view.setCurrentRow(row);
    m_isSelecting = false;
    selectFound();
}

void SelectionController::selectFound()
{
    // A single row is the current one.
    if (m_wanted.rows.count() < 2 || !m_rows.rows()) {
        return;
    }
    const LogRows& rows = *m_rows.rows();
    RowSelection selection;
    for (const auto& range : m_wanted.rows.ranges()) {
        const quint64 first = rows.firstFrom(range.first);
        const quint64 end = std::min(rows.firstFrom(range.end), rows.count());
        if (first < end) {
            selection.add({first, end - 1});
        }
    }
    if (!selection.isEmpty()) {
        m_isSelecting = true;
        m_view.setSelection(selection);
        m_isSelecting = false;
    }
    // The current row may still be looked for, which selects it alone.
    if (!m_rows.isSearching() && (m_view.currentRow() || !m_wanted.hasCurrent)) {
        m_wanted = {};
    }
}

std::optional<std::pair<quint64, quint64>> SelectionController::pair() const
{
    const RowSelection& selection = m_view.selection();
    const auto& rows = m_rows.rows();
    if (!rows || selection.count() != 2 || selection.ranges().back().last >= rows->count()) {
        return std::nullopt;
    }
    std::vector<quint64> messages;
    for (const RowRange& range : selection.ranges()) {
        for (quint64 row = range.first; row <= range.last; ++row) {
            if (rows->head(row).kind == pipecore::RecordKind::Message) {
                messages.push_back(rows->sourceRow(row));
            }
        }
    }
    return messages.size() == 2 ? std::optional(std::pair(messages[0], messages[1])) : std::nullopt;
}

void SelectionController::tell()
{
    const RowSelection& selection = m_view.selection();
    const quint64 count = selection.count();
    QString text;
    if (count >= 2 && m_rows.rows()) {
        const LogRows& rows = *m_rows.rows();
        const quint64 last = selection.ranges().back().last;
        text = tr("%1 rows selected").arg(formatCount(count));
        if (last < rows.count()) {
            // From the upper to the lower one; negative when the clock was set back in between.
            if (const auto apart = pipecore::timeBetween(
                    rows.head(selection.ranges().front().first).wallNs, rows.head(last).wallNs)) {
                text = tr("%1, %2 apart").arg(text, formatDuration(*apart));
            }
        }
    }
    if (text != m_told) {
        m_told = text;
        emit told(text);
    }
}

void SelectionController::addActions(QMenu* menu, bool isMessage)
{
    QMenu* copies = addCopyMenu(menu, [this](pipecore::CopyStyle style) { copy({style}); });
    copies->addSeparator();
    copies->addAction(tr("All columns"), this, [this] { copy(CopyFormat::Rows); });
    copies->setEnabled(!m_view.selection().isEmpty());
    QAction* save = menu->addAction(tr("Save payload…"), this, [this] {
        if (const auto row = m_rows.sessionRow(m_view.currentRow())) {
            emit saveRequested(*row);
        }
    });
    save->setIcon(Theme::instance().icon(QStringLiteral("save")));
    save->setEnabled(isMessage);
    const auto two = pair();
    QAction* compare = menu->addAction(tr("Compare two messages…"), this, [this, two] {
        emit compareRequested(two->first, two->second);
    });
    compare->setEnabled(two.has_value());
}

} // namespace pipescope
