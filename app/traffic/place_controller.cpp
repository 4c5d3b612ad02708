#include "traffic/place_controller.h"

#include "log/log_view.h"
#include "rows/time_search.h"
#include "traffic/go_to_dialog.h"
#include "traffic/shown_rows.h"

#include "pipecore/analysis/pairing.h"
#include "pipecore/base/elapsed.h"

#include <QDateTime>

#include <algorithm>
#include <cstdlib>

namespace pipescope {

namespace {

/// Limit of rows searched for a reply or request.
constexpr quint64 partnerReach = 2'000'000;

} // namespace

PlaceController::PlaceController(ShownRows& rows, LogView& view, QWidget* panel)
    : QObject(panel)
    , m_rows(rows)
    , m_view(view)
    , m_panel(panel)
{}

void PlaceController::stop()
{
    m_search.stop();
}

void PlaceController::start()
{
    if (m_rows.source() == nullptr || m_view.rowCount() == 0
        || m_panel->findChild<GoToDialog*>() != nullptr) {
        return;
    }
    const qint64 wallNs = m_rows.rows()->head(m_view.currentRow().value_or(0)).wallNs;
    const QDate day = wallNs == pipecore::noTime
                          ? QDate::currentDate()
                          : QDateTime::fromMSecsSinceEpoch(wallNs / 1'000'000).date();
    auto* dialog = new GoToDialog(m_rows.source()->rowCount(), day, m_panel);
    connect(dialog, &GoToDialog::placeChosen, this, &PlaceController::goTo);
    dialog->open();
}

void PlaceController::goTo(const Place& place)
{
    if (m_view.rowCount() == 0) {
        return;
    }
    switch (place.kind) {
    case Place::Kind::Row:
        if (place.number > 0) {
            emit rowRequested(static_cast<quint64>(place.number) - 1);
        }
        break;
    case Place::Kind::Step: {
        const quint64 current = m_view.currentRow().value_or(m_view.topRow());
        const auto by = static_cast<quint64>(std::abs(place.number));
        const quint64 last = m_view.rowCount() - 1;
        m_view.setCurrentRow(place.number < 0 ? current - std::min(current, by)
                                              : current + std::min(last - current, by));
        break;
    }
    case Place::Kind::Time: goToTime(place.wallNs); break;
    }
}

void PlaceController::goToTime(qint64 wallNs)
{
    m_search.start([this, rows = m_rows.rows(), wallNs](Task::State& state) -> Task::Done {
        const auto row = rowAtTime(*rows, wallNs, &state.cancelled);
        return [this, rows, row] {
            if (row && rows == m_rows.rows()) {
                m_view.setCurrentRow(*row);
            }
        };
    });
}

void PlaceController::goToPartner(bool reply)
{
    const auto row = m_rows.sessionRow(m_view.currentRow());
    if (!row) {
        return;
    }
    m_search.start([this, source = m_rows.source(), from = *row, reply](Task::State& state) {
        const auto pairing = pipecore::pairingOf(*source);
        const quint64 reach = reply ? partnerReach : 0;
        (void)pairing->update(from + reach + 1, [&state] { return !state.cancelled; });
        const auto partner = reply ? pairing->replyOf(from, reach) : pairing->requestOf(from);
        return [this, partner, reply] {
            if (partner) {
                emit rowRequested(*partner);
                return;
            }
            emit noticed(reply
                             ? tr("No reply found: the row is not a request, or was not answered.")
                             : tr("No request found: the row is not a reply."));
        };
    });
}

void PlaceController::goToNewest(pipecore::ConnectionId connection)
{
    const pipecore::RecordSource* source = m_rows.source();
    if (source == nullptr) {
        return;
    }
    m_search.start([this, source, connection](Task::State& state) {
        std::optional<quint64> newest;
        for (quint64 row = source->rowCount(); row > 0 && !newest && !state.cancelled; --row) {
            if (source->head(row - 1).connection == connection) {
                newest = row - 1;
            }
        }
        return [this, newest] {
            if (newest) {
                emit rowRequested(*newest);
            }
        };
    });
}

} // namespace pipescope
