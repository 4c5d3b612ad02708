#include "highlight/row_highlighter.h"

#include <QElapsedTimer>

#include <utility>

namespace pipescope {

namespace {

/// Cached results; more than are ever visible.
constexpr qsizetype maxCached = 4096;
/// Long rows that wait to be evaluated; rows scrolled past are dropped.
constexpr qsizetype maxPending = 256;
/// Time for evaluating rows before their colours show.
constexpr qint64 filterBudgetMs = 25;

} // namespace

RowHighlighter::RowHighlighter(QObject* parent) : QObject(parent) {}

RowHighlighter::~RowHighlighter() = default;

void RowHighlighter::forget()
{
    m_judging.forget();
    m_late.clear();
    m_asked.clear();
}

void RowHighlighter::annotationsChanged()
{
    if (m_usesAnnotations) {
        forget();
    }
}

void RowHighlighter::setSource(const pipecore::RecordSource* source)
{
    forget();
    m_judging.stop();
    m_source = source;
}

void RowHighlighter::setRules(const QList<HighlightRule>& rules)
{
    forget();
    auto compiled = std::make_shared<Rules>();
    m_allLater = false;
    m_usesAnnotations = false;
    for (const HighlightRule& rule : rules) {
        auto filter = pipecore::Filter::parse(rule.filter.toStdString());
        if (rule.enabled && filter && !filter->isEmpty()) {
            m_allLater = m_allLater || filter->isSlow();
            m_usesAnnotations = m_usesAnnotations || filter->usesAnnotations();
            compiled->push_back({std::move(*filter), rule.color});
        }
    }
    m_rules = std::move(compiled);
    emit changed();
}

std::optional<Token> RowHighlighter::evaluate(const Rules& rules,
                                              const pipecore::RecordSource& source, quint64 row)
{
    for (const Compiled& rule : rules) {
        if (rule.filter.matches(source, row)) {
            return rule.color;
        }
    }
    return std::nullopt;
}

std::optional<Token> RowHighlighter::colorOf(quint64 sourceRow, quint64 length)
{
    if (m_source == nullptr || m_rules->empty()) {
        return std::nullopt;
    }
    if (length <= shortMessage && !m_allLater) {
        return evaluate(*m_rules, *m_source, sourceRow);
    }
    if (const auto known = m_late.constFind(sourceRow); known != m_late.constEnd()) {
        return *known;
    }
    evaluateLater(sourceRow);
    return std::nullopt;
}

void RowHighlighter::evaluateLater(quint64 row)
{
    if (m_asked.contains(row) || m_asked.size() >= maxPending) {
        return;
    }
    m_asked.insert(row);
    if (!m_judging.isRunning()) {
        evaluateNext();
    }
}

void RowHighlighter::evaluateNext()
{
    m_judging.start(
        [this, rules = m_rules, source = m_source,
         rows = std::vector(m_asked.cbegin(), m_asked.cend())](Task::State& state) -> Task::Done {
            std::vector<std::pair<quint64, std::optional<Token>>> evaluated;
            QElapsedTimer clock;
            clock.start();
            for (const quint64 row : rows) {
                evaluated.emplace_back(row, evaluate(*rules, *source, row));
                if (state.cancelled.load() || clock.elapsed() >= filterBudgetMs) {
                    break;
                }
            }
            return [this, evaluated = std::move(evaluated)] {
                if (m_late.size() >= maxCached) {
                    m_late.clear();
                }
                for (const auto& [row, color] : evaluated) {
                    m_late.insert(row, color);
                    m_asked.remove(row);
                }
                if (!m_asked.isEmpty()) {
                    evaluateNext();
                }
                emit changed();
            };
        });
}

} // namespace pipescope
