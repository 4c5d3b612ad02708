#include "filter/log_filter.h"

#include "rows/row_text.h"

#include <QTimerEvent>

namespace pipescope {

namespace {

/// Interval for showing found rows.
constexpr int updateMs = 25;

} // namespace

LogFilter::LogFilter(QObject* parent) : QObject(parent) {}

LogFilter::~LogFilter()
{
    stop();
}

std::shared_ptr<const FilteredRows> LogFilter::start(std::shared_ptr<const SourceRows> all,
                                                     const pipecore::Filter& filter)
{
    cancel();
    m_rows = std::make_shared<FilteredRows>(std::move(all), filter);
    watch();
    return m_rows;
}

void LogFilter::cancel()
{
    if (m_rows) {
        m_rows->run().cancel();
        m_ending.push_back(std::move(m_rows));
        m_rows.reset();
        watch();
    }
}

void LogFilter::stop()
{
    cancel();
    for (const auto& rows : m_ending) {
        rows->run().end();
    }
    m_ending.clear();
    m_timer.stop();
}

void LogFilter::includeNewRows()
{
    if (m_rows) {
        m_rows->includeNewRows();
        watch();
    }
}

pipecore::FilterRun::Progress LogFilter::progress() const
{
    return m_rows ? m_rows->run().progress() : pipecore::FilterRun::Progress();
}

void LogFilter::watch()
{
    if (!m_timer.isActive()) {
        m_timer.start(updateMs, this);
    }
}

void LogFilter::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    std::erase_if(m_ending, [](const auto& rows) { return rows->run().hasEnded(); });
    const bool done = !m_rows || m_rows->run().progress().isDone();
    if (done && m_ending.empty()) {
        m_timer.stop();
    }
    if (m_rows) {
        emit progressed();
    }
}

FilteredRows::FilteredRows(std::shared_ptr<const SourceRows> all, const pipecore::Filter& filter)
    : PartOfRows(std::move(all))
    , m_run(*source(), filter,
            {.first = whole().first(),
             .rowCount = whole().first() + whole().count(),
             .shownText = [this](const pipecore::Record& record) {
                 return eventText(record, whole()).toStdString();
             }})
{}

void FilteredRows::includeNewRows()
{
    m_run.extendTo(whole().first() + whole().count());
}

pipecore::Result<pipecore::Record> FilteredRows::read(quint64 row, std::size_t payloadLimit) const
{
    if (row >= count()) {
        return pipecore::refuse("No such row: " + std::to_string(row));
    }
    return source()->read(m_run.matches().at(row), payloadLimit);
}

quint64 FilteredRows::sourceRow(quint64 row) const
{
    // Beyond the last row: the end of the session.
    return row < count() ? m_run.matches().at(row) : whole().sourceRow(whole().count());
}

} // namespace pipescope
