#pragma once

#include <QList>
#include <QScrollArea>
#include <QString>

#include <utility>

class QGridLayout;
class QLabel;

namespace pipescope {

/// What there is to say about a row that has no bytes: a title, a sentence, and a table of facts.
struct RowFacts
{
    QString title;
    bool isError = false;
    QString explanation; ///< may be empty
    QList<std::pair<QString, QString>> facts;
};

/// Shows RowFacts; everything in it can be selected and copied.
class FactsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit FactsPage(QWidget* parent = nullptr);

    void setFacts(const RowFacts& facts);

private:
    QLabel* m_title = nullptr;
    QLabel* m_explanation = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace pipescope
