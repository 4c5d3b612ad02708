#pragma once

#include "detail/refusal_view.h"
#include "widgets/error_text.h"

#include <QList>
#include <QScrollArea>
#include <QString>

#include <optional>
#include <utility>

class QGridLayout;
class QLabel;

namespace pipescope {

/// Details of a row without bytes, or of an error: a title, a sentence, causes with solutions, and
/// a table of facts.
struct RowFacts
{
    QString title;
    bool isError = false;
    QString explanation;     ///< may be empty
    QList<CauseText> causes; ///< of an error, the likeliest first
    QList<std::pair<QString, QString>> facts;
    /// Set if a local pipe refused this program.
    std::optional<RefusedRequest> refused;
};

/// Shows RowFacts; all texts can be selected and copied.
class FactsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactsPage(QWidget* parent = nullptr);
    /// With another query, for tests.
    FactsPage(RefusalView::WhyRefused whyRefused, QWidget* parent);

    void setFacts(const RowFacts& facts);
    /// All texts as plain text, for the clipboard.
    [[nodiscard]] QString plainText() const;

private:
    void showCauses(const QList<CauseText>& causes);

    RowFacts m_facts;
    QLabel* m_title = nullptr;
    QLabel* m_explanation = nullptr;
    QLabel* m_causesTitle = nullptr;
    QGridLayout* m_causes = nullptr;
    RefusalView* m_refusal = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace pipescope
