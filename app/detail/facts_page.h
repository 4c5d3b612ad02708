#pragma once

#include "detail/denied_opening.h"
#include "widgets/error_text.h"

#include <QList>
#include <QScrollArea>
#include <QString>

#include <optional>
#include <utility>

class QGridLayout;
class QLabel;

namespace pipescope {

/// What there is to say about a row that has no bytes, or about an error: a title, a sentence, causes
/// with what to do, and a table of facts.
struct RowFacts
{
    QString title;
    bool isError = false;
    QString explanation;     ///< may be empty
    QList<CauseText> causes; ///< of an error, likely ones first
    QList<std::pair<QString, QString>> facts;
    /// Set when this program was refused a pipe of this computer.
    std::optional<DeniedOpening> denied;
};

/// Shows RowFacts; everything in it can be selected and copied.
class FactsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactsPage(QWidget* parent = nullptr);
    /// With another way to find out, for tests.
    FactsPage(DeniedOpeningView::WhyDenied whyDenied, QWidget* parent);

    void setFacts(const RowFacts& facts);
    /// All that is shown, as plain text for the clipboard.
    [[nodiscard]] QString plainText() const;

private:
    void showCauses(const QList<CauseText>& causes);

    RowFacts m_facts;
    QLabel* m_title = nullptr;
    QLabel* m_explanation = nullptr;
    QLabel* m_causesTitle = nullptr;
    QGridLayout* m_causes = nullptr;
    DeniedOpeningView* m_denied = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace pipescope
