// What is done with the payloads of selected rows: copy, save, compare.
#include "log/log_view.h"
#include "traffic/traffic_panel.h"
#include "widgets/copy_menu.h"
#include "widgets/theme.h"

#include <QMenu>

#include <vector>

namespace pipescope {

std::optional<std::pair<quint64, quint64>> TrafficPanel::selectedPair() const
{
    const RowSelection& selection = m_view->selection();
    if (!m_shown || selection.count() != 2 || selection.ranges().back().last >= m_shown->count()) {
        return std::nullopt;
    }
    std::vector<quint64> rows;
    for (const RowRange& range : selection.ranges()) {
        for (quint64 row = range.first; row <= range.last; ++row) {
            if (m_shown->head(row).kind == pipecore::RecordKind::Message) {
                rows.push_back(m_shown->sourceRow(row));
            }
        }
    }
    return rows.size() == 2 ? std::optional(std::pair(rows[0], rows[1])) : std::nullopt;
}

void TrafficPanel::addPayloadActions(QMenu* menu, bool isMessage)
{
    const bool any = !m_view->selection().isEmpty();
    QMenu* copies =
        addCopyMenu(menu, [this](pipecore::CopyStyle style) { copySelection({style}); });
    copies->addSeparator();
    copies->addAction(tr("All columns"), this, [this] { copySelection(CopyFormat::Rows); });
    copies->setEnabled(any);
    QAction* save = menu->addAction(tr("Save payload…"), this, [this] {
        if (const auto row = currentRow()) {
            emit savePayloadRequested(*row);
        }
    });
    save->setIcon(Theme::instance().icon(QStringLiteral("save")));
    save->setEnabled(isMessage);
    const auto pair = selectedPair();
    QAction* compare = menu->addAction(tr("Compare two messages…"), this, [this, pair] {
        emit compareRequested(pair->first, pair->second);
    });
    compare->setEnabled(pair.has_value());
}

} // namespace pipescope
