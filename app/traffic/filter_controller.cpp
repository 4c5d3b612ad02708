#include "traffic/filter_controller.h"

#include "filter/cell_filter.h"
#include "filter/filter_bar.h"
#include "log/log_view.h"
#include "traffic/shown_rows.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QMenu>

namespace pipescope {

FilterController::FilterController(ShownRows& rows, LogView& view, QWidget* panel)
    : QObject(panel)
    , m_rows(rows)
    , m_bar(new FilterBar(panel))
    , m_fieldSearch("filter fields")
{
    m_bar->setFacts(
        [this] { return m_rows.source() != nullptr ? &m_rows.source()->facts() : nullptr; });
    connect(m_bar, &FilterBar::filterChanged, this, &FilterController::filterChanged);
    connect(m_bar, &FilterBar::entered, this, &FilterController::findFields);
    connect(m_bar, &FilterBar::leaveRequested, &view, qOverload<>(&QWidget::setFocus));
}

void FilterController::forgetSource()
{
    m_fieldSearch.stop();
    m_searchedRows = 0;
    m_bar->setDecodedFields({});
}

void FilterController::decodersChanged()
{
    m_searchedRows = 0;
    m_bar->decodersChanged();
    if (m_rows.filter().runsScripts()) {
        emit filterChanged();
    }
}

void FilterController::typesChanged()
{
    m_searchedRows = 0;
    if (m_rows.isFiltered()) {
        emit filterChanged();
    }
}

/// The fields of decoded messages are found when somebody is about to type.
void FilterController::findFields()
{
    constexpr quint64 messages = 300;
    const pipecore::RecordSource* const source = m_rows.source();
    if (source == nullptr || source->rowCount() == m_searchedRows || m_fieldSearch.isRunning()) {
        return;
    }
    m_searchedRows = source->rowCount();
    m_fieldSearch.start([this, source](Task::State& state) -> Task::Done {
        return [this, fields = pipecore::decodedFieldsOf(*source, messages, &state.cancelled)] {
            m_bar->setDecodedFields(fields);
        };
    });
}

void FilterController::start()
{
    m_bar->focusLine();
}

void FilterController::setText(const QString& text)
{
    m_bar->setText(text);
}

QString FilterController::text() const
{
    return m_bar->text();
}

void FilterController::updateStatus()
{
    FilterBar::Status status;
    if (const auto progress = m_rows.filterProgress()) {
        status.isRunning = !progress->isDone();
        status.progress =
            static_cast<double>(progress->looked) / static_cast<double>(progress->total + 1);
        status.text =
            tr("%1 of %2").arg(formatCount(progress->matches), formatCount(progress->total));
        if (progress->undecided > 0) {
            status.isWarning = true;
            status.text = tr("%1, %2 undecided").arg(status.text, formatCount(progress->undecided));
            status.detail = tr("The regular expression takes too long for these rows; they are not "
                               "shown. Simplify the expression.");
        } else if (progress->problem) {
            status.isWarning = true;
            status.detail = errorLine(*progress->problem);
        }
    }
    m_bar->setStatus(status);
}

void FilterController::addActions(QMenu* menu, quint64 row, LogColumn column)
{
    const QString same = cellFilter(*m_rows.rows(), row, column);
    QMenu* like =
        menu->addMenu(Theme::instance().icon(QStringLiteral("filter")), tr("Apply as filter"));
    like->setObjectName(QStringLiteral("filterLikeThis"));
    like->setEnabled(!same.isEmpty());
    const auto add = [&](const QString& filter) {
        QString label = filter;
        like->addAction(label.replace(u'&', QLatin1String("&&")), this,
                        [this, filter] { setText(filter); });
    };
    if (!same.isEmpty()) {
        add(same);
        add(negatedFilter(same));
        if (m_rows.isFiltered()) {
            const QString now = fromCore(m_rows.filter().text());
            add(bothFilters(now, same));
            add(bothFilters(now, negatedFilter(same)));
        }
    }
}

} // namespace pipescope
