#pragma once

#include "pipecore/filter/filter.h"
#include "widgets/hinted_edit.h"

#include <QPointer>

#include <expected>
#include <functional>

class QCompleter;
class QStandardItemModel;

namespace pipescope {

/// One line in which a filter is written. What is wrong is underlined at its place as one types;
/// names and values are offered (Ctrl+Space offers all that fit).
class FilterLine : public HintedEdit
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// What the text means, or what is wrong with it.
    [[nodiscard]] const std::expected<pipecore::Filter, pipecore::FilterError>& filter() const
    {
        return m_filter;
    }
    /// The mistake in the user's language; empty when there is none.
    [[nodiscard]] QString mistake() const;
    /// The same with its place in front.
    [[nodiscard]] QString placedMistake() const;
    /// Where known values come from; may give null.
    void setFacts(std::function<const pipecore::SessionFacts*()> facts)
    {
        m_facts = std::move(facts);
    }
    /// Offers what fits at the cursor, also when nothing is typed yet.
    void complete();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The text is another one; filter() is right already.
    void edited();
    /// Enter.
    void accepted();
    /// Esc.
    void escaped();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void read();
    void offer(bool alsoNothing);
    void take(const QString& candidate);
    void fitHeight();

    std::expected<pipecore::Filter, pipecore::FilterError> m_filter;
    std::function<const pipecore::SessionFacts*()> m_facts;
    QString m_lastText;
    QCompleter* m_completer = nullptr;
    QStandardItemModel* m_offers = nullptr;
    int m_partBegin = 0; ///< of what a candidate replaces, up to the cursor; UTF-16 units
};

} // namespace pipescope
