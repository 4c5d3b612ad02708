#pragma once

#include "highlight/highlight_rules.h"
#include "tasks/task.h"

#include "pipecore/filter/filter.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace pipescope {

/// Determines the colour of rows by the rules. Only requested rows are filtered: short ones
/// immediately, long ones on another thread, and all while a rule is slow
/// (pipecore::Filter::isSlow()), so that no row delays a paint. To be used from the GUI thread.
class RowHighlighter : public QObject
{
    Q_OBJECT

public:
    /// Messages up to this size are filtered immediately.
    static constexpr quint64 shortMessage = quint64{16} * 1024;

    explicit RowHighlighter(QObject* parent = nullptr);
    /// Waits for the thread.
    ~RowHighlighter() override;

    /// Not owned; null for none. When this returns, the previous source is no longer used.
    void setSource(const pipecore::RecordSource* source);
    /// Sets the rules. Invalid and disabled ones have no effect.
    void setRules(const QList<HighlightRule>& rules);
    /// True if any rule is in effect.
    [[nodiscard]] bool isActive() const { return !m_rules->empty(); }

    /// Marks or comments were changed, which rules may refer to.
    void annotationsChanged();

    /// The colour of a row of `length` bytes; empty for none. For a long row it may be empty at
    /// first: changed() follows.
    [[nodiscard]] std::optional<Token> colorOf(quint64 sourceRow, quint64 length);

signals:
    /// Colours of rows have changed.
    void changed();

private:
    struct Compiled
    {
        pipecore::Filter filter;
        Token color{};
    };
    using Rules = std::vector<Compiled>;

    [[nodiscard]] static std::optional<Token>
    judge(const Rules& rules, const pipecore::RecordSource& source, quint64 row);
    void evaluateLater(quint64 row);
    void evaluateNext();
    void forget();

    const pipecore::RecordSource* m_source = nullptr;
    std::shared_ptr<const Rules> m_rules = std::make_shared<Rules>();
    bool m_allLater = false; ///< the rules are too slow for a paint
    bool m_usesAnnotations = false;
    QHash<quint64, std::optional<Token>> m_late; ///< results of the thread
    QSet<quint64> m_asked;                       ///< rows for the thread
    Task m_judging{"highlight"};
};

} // namespace pipescope
