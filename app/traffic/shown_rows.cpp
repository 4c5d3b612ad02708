#include "traffic/shown_rows.h"

#include "filter/log_filter.h"
#include "rows/head_scan.h"
#include "rows/pair_finder.h"

#include <algorithm>
#include <string>

namespace pipescope {

ShownRows::ShownRows(QObject* parent)
    : QObject(parent)
    , m_filter(new LogFilter(this))
    , m_follow(new HeadScan(this))
    , m_pairs(new PairFinder(this))
{
    connect(m_filter, &LogFilter::progressed, this, &ShownRows::filtered);
    connect(m_follow, &HeadScan::found, this, &ShownRows::followFound);
    connect(m_pairs, &PairFinder::found, this, &ShownRows::paired);
}

ShownRows::~ShownRows()
{
    m_filter->stop();
    m_follow->stop();
    m_pairs->stop();
}

void ShownRows::setSource(const pipecore::RecordSource* source, quint64 firstRow,
                          std::optional<pipecore::ConnectionId> connection)
{
    m_filter->stop();
    m_source = source;
    m_connection = connection;
    showFrom(firstRow);
    m_pairs->start(source);
}

pipecore::Annotations* ShownRows::annotations() const
{
    return m_source != nullptr ? m_source->annotations() : nullptr;
}

void ShownRows::showFrom(quint64 firstRow)
{
    m_rows = m_source != nullptr ? std::make_shared<SourceRows>(*m_source, firstRow) : nullptr;
    if (m_rows) {
        m_rows->setCount(m_source->rowCount());
    }
    choose();
}

void ShownRows::setFilter(const pipecore::Filter& filter)
{
    m_wantedFilter = filter;
    choose();
}

void ShownRows::setConnection(std::optional<pipecore::ConnectionId> connection)
{
    m_connection = connection;
    choose();
}

void ShownRows::choose()
{
    emit changing();
    m_filter->cancel();
    m_follow->stop();
    m_subset.reset();
    m_shown = m_rows;
    if (isFiltered() && m_rows) {
        pipecore::Filter filter = m_wantedFilter;
        if (m_connection) {
            const auto both = pipecore::Filter::parse(
                "(" + filter.text() + ") && conn == " + std::to_string(m_connection->value));
            // Fails only for a text at the limits of the language.
            filter = both.value_or(filter);
        }
        m_shown = m_filter->start(m_rows, filter);
    } else if (m_connection && m_rows) {
        m_subset = std::make_shared<RowSubset>(m_rows);
        m_shown = m_subset;
        m_follow->start(m_rows, [wanted = *m_connection](const auto& head) {
            return head.connection == wanted;
        });
    }
    m_known = m_rows ? m_rows->first() + m_rows->count() : 0;
    emit changed();
}

ShownRows::Growth ShownRows::grow()
{
    if (!m_rows) {
        return Growth::None;
    }
    const quint64 before = m_rows->count();
    m_pairs->includeNewRows();
    m_rows->setCount(m_source->rowCount());
    if (m_rows->count() == before) {
        return Growth::None;
    }
    if (m_filter->isActive()) {
        m_filter->includeNewRows();
    } else if (m_subset) {
        m_follow->scanNewRows();
    } else {
        return Growth::Shown;
    }
    return Growth::LookedAt;
}

void ShownRows::followFound(const std::vector<quint64>& rows)
{
    if (m_subset) {
        m_subset->add(rows);
        emit followed();
    }
}

std::optional<quint64> ShownRows::sessionRow(std::optional<quint64> row) const
{
    return row && m_shown ? std::optional(m_shown->sourceRow(*row)) : std::nullopt;
}

bool ShownRows::passesFilter(quint64 sessionRow) const
{
    // A script is not run for it here: what it has not found so far is not shown.
    return m_shown->rowOf(sessionRow).has_value()
           || (!m_wantedFilter.runsScripts() && m_wantedFilter.matches(*m_source, sessionRow));
}

void ShownRows::addTo(pipecore::RowRanges& rows, quint64 first, quint64 end) const
{
    if (m_shown && isAll()) {
        rows.add({m_rows->first() + first, m_rows->first() + end});
    } else if (m_filter->isActive() && first < end) {
        rows.add(m_filter->matches(), {m_shown->sourceRow(first), m_shown->sourceRow(end - 1) + 1});
    } else if (m_shown) {
        for (quint64 row = first; row < end; ++row) {
            rows.add(m_shown->sourceRow(row));
        }
    }
}

std::optional<pipecore::RowRanges> ShownRows::visibleRanges() const
{
    if (isAll()) {
        return std::nullopt;
    }
    pipecore::RowRanges rows;
    addTo(rows, 0, m_shown->count());
    return rows;
}

bool ShownRows::isSearching() const
{
    return m_follow->isRunning() || !m_filter->progress().isDone();
}

bool ShownRows::isSearchingAmong(quint64 rows) const
{
    if (m_filter->isActive()) {
        const auto progress = m_filter->progress();
        return progress.looked
               < std::min<quint64>(progress.total, rows - std::min(rows, m_rows->first()));
    }
    return m_subset != nullptr && m_follow->isRunning();
}

std::optional<pipecore::FilterRun::Progress> ShownRows::filterProgress() const
{
    return m_filter->isActive() ? std::optional(m_filter->progress()) : std::nullopt;
}

std::optional<quint64> ShownRows::firstFound(quint64 first, quint64 behind, const NextRow& next,
                                             int hops) const
{
    if (!m_shown || first >= behind || behind > m_shown->count()) {
        return std::nullopt;
    }
    const quint64 last = m_shown->sourceRow(behind - 1);
    quint64 from = m_shown->sourceRow(first);
    for (int hop = 0; hop < hops; ++hop) {
        const auto found = next(from);
        if (!found || *found > last) {
            return std::nullopt;
        }
        const quint64 row = m_shown->firstFrom(*found);
        const quint64 shown = m_shown->sourceRow(row);
        if (shown == *found) {
            return row;
        }
        from = shown;
    }
    return std::nullopt;
}

std::optional<quint64> ShownRows::lastFound(quint64 first, quint64 behind,
                                            const NextRow& previous) const
{
    if (!m_shown || first >= behind || behind > m_shown->count()) {
        return std::nullopt;
    }
    const quint64 begin = m_shown->sourceRow(first);
    quint64 from = m_shown->sourceRow(behind - 1);
    for (;;) {
        const auto found = previous(from);
        if (!found || *found < begin) {
            return std::nullopt;
        }
        if (const auto row = m_shown->rowOf(*found)) {
            return row;
        }
        if (*found == 0) {
            return std::nullopt;
        }
        from = *found - 1;
    }
}

} // namespace pipescope
