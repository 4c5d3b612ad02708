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

/// Says which colour a row has by the rules. Only rows that are asked for are looked at: short ones at
/// once, on a thread of its own long ones, and all while a rule is slow (pipecore::Filter::isSlow()).
/// So no row holds up a paint. To be used from the GUI thread.
class RowHighlighter : public QObject
{
    Q_OBJECT

public:
    /// Messages of up to so many bytes are evaluated at once.
    static constexpr quint64 shortMessage = quint64{16} * 1024;

    explicit RowHighlighter(QObject* parent = nullptr);
    /// Waits for the thread.
    ~RowHighlighter() override;

    /// Not owned; null for none. When this returns, the one before is not used any more.
    void setSource(const pipecore::RecordSource* source);
    /// Rules whose filter is not right, and those that are not enabled, colour nothing.
    void setRules(const QList<HighlightRule>& rules);
    /// Whether there are rules that colour anything.
    [[nodiscard]] bool isActive() const { return !m_rules->empty(); }

    /// Marks or comments were changed, which rules may ask for.
    void annotationsChanged();

    /// The colour of a row of `length` bytes; empty for none. For a long one perhaps empty at first:
    /// changed() comes when it is known.
    [[nodiscard]] std::optional<Token> colorOf(quint64 sourceRow, quint64 length);

signals:
    /// Rows have other colours.
    void changed();

private:
    struct Compiled
    {
        pipecore::Filter filter;
        Token color{};
    };
    using Rules = std::vector<Compiled>;

    [[nodiscard]] static std::optional<Token>
    evaluate(const Rules& rules, const pipecore::RecordSource& source, quint64 row);
    void evaluateLater(quint64 row);
    void evaluateNext();
    void forget();

    const pipecore::RecordSource* m_source = nullptr;
    std::shared_ptr<const Rules> m_rules = std::make_shared<Rules>();
    bool m_allLater = false; ///< the rules are not for a paint
    bool m_usesAnnotations = false;
    QHash<quint64, std::optional<Token>> m_late; ///< rows that the thread evaluated
    QSet<quint64> m_asked;                       ///< rows that it is to evaluate
    Task m_judging{"highlight"};
};

} // namespace pipescope
