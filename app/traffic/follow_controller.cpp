#include "traffic/follow_controller.h"

#include "log/log_view.h"
#include "traffic/follow_bar.h"
#include "traffic/shown_rows.h"
#include "widgets/formatting.h"

namespace pipescope {

FollowController::FollowController(ShownRows& rows, LogView& view, QWidget* panel)
    : QObject(panel)
    , m_rows(rows)
    , m_view(view)
    , m_bar(new FollowBar(panel))
{
    m_bar->hide();
    connect(m_bar, &FollowBar::closeRequested, this, [this] { emit connectionRequested({}); });
}

void FollowController::followCurrentRow()
{
    const auto row = m_rows.sessionRow(m_view.currentRow());
    const auto connection = row ? m_rows.source()->head(*row).connection : pipecore::ConnectionId();
    if (connection) {
        emit connectionRequested(connection);
    } else if (row) {
        emit noticed(tr("This row does not belong to a connection."));
    }
}

void FollowController::updateBar()
{
    const auto connection = m_rows.connection();
    m_bar->setVisible(connection.has_value());
    if (!connection || m_rows.source() == nullptr) {
        return;
    }
    const QString peer = peerText(m_rows.all()->peer(*connection).get());
    const QString name = QStringLiteral("%1 %2").arg(connectionText(*connection), peer).trimmed();
    const QString count = formatCount(m_rows.count());
    m_bar->setText(m_rows.isSearching()
                       ? tr("Showing connection %1 only (%2 rows so far)").arg(name, count)
                       : tr("Showing connection %1 only (%2 rows)").arg(name, count));
}

} // namespace pipescope
