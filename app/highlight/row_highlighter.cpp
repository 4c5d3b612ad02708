#include "highlight/row_highlighter.h"

#include "threads/mailbox.h"

namespace pipescope {

namespace {

/// Answers that are kept; more than are ever in sight.
constexpr qsizetype mostKept = 4096;
/// Long rows that wait to be judged; who scrolls past more does not look at them.
constexpr qsizetype mostAsked = 256;

} // namespace

RowHighlighter::RowHighlighter(QObject* parent)
    : QObject(parent)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
    , m_worker("highlight")
{}

RowHighlighter::~RowHighlighter()
{
    forget();
    m_worker.waitForDone();
}

void RowHighlighter::forget()
{
    m_cancelled->store(true);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
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
    m_worker.waitForDone();
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

std::optional<Token> RowHighlighter::judge(const Rules& rules, const pipecore::RecordSource& source,
                                           quint64 row)
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
        return judge(*m_rules, *m_source, sourceRow);
    }
    if (const auto known = m_late.constFind(sourceRow); known != m_late.constEnd()) {
        return *known;
    }
    judgeLater(sourceRow);
    return std::nullopt;
}

void RowHighlighter::judgeLater(quint64 row)
{
    if (m_asked.contains(row) || m_asked.size() >= mostAsked) {
        return;
    }
    m_asked.insert(row);
    m_worker.start([this, home = Mailbox::of(this), cancelled = m_cancelled, rules = m_rules,
                    source = m_source, row] {
        if (cancelled->load()) {
            return;
        }
        const auto color = judge(*rules, *source, row);
        home.post([this, cancelled, row, color] {
            if (cancelled->load()) {
                return;
            }
            if (m_late.size() >= mostKept) {
                m_late.clear();
            }
            m_late.insert(row, color);
            m_asked.remove(row);
            emit changed();
        });
    });
}

} // namespace pipescope
