#pragma once

#include "widgets/error_text.h"

#include <QList>
#include <QScrollArea>
#include <QString>

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
};

/// Shows RowFacts; everything in it can be selected and copied.
class FactsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactsPage(QWidget* parent = nullptr);

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
    QGridLayout* m_grid = nullptr;
};

} // namespace pipescope
