#pragma once

#include "pipecore/filter/filter.h"
#include "widgets/hinted_edit.h"

#include <QPointer>
#include <QString>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class QCompleter;
class QStandardItemModel;

namespace pipescope {

/// Edits a filter in one line. Underlines errors while typing; completes names and values
/// (Ctrl+Space shows all candidates).
class FilterLine : public HintedEdit
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// The parsed filter, or the error.
    [[nodiscard]] const std::expected<pipecore::Filter, pipecore::FilterError>& filter() const
    {
        return m_filter;
    }
    /// The error in the user's language; empty if none.
    [[nodiscard]] QString mistake() const;
    /// The error with its position.
    [[nodiscard]] QString placedMistake() const;
    /// Sets the source of known values; may return null.
    void setFacts(std::function<const pipecore::SessionFacts*()> facts)
    {
        m_facts = std::move(facts);
    }
    /// Sets the fields of decoded messages that are offered.
    void setDecodedFields(std::vector<std::string> fields) { m_decodedFields = std::move(fields); }
    /// Reads the text again as if it was typed: decoders were added.
    void readAgain();
    /// Shows candidates at the cursor, also for empty input.
    void complete();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The text has changed; filter() is already updated.
    void edited();
    /// Enter.
    void accepted();
    /// Esc.
    void escaped();
    /// The line has got the focus.
    void entered();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void read();
    void offer(bool allowEmpty);
    void take(const QString& candidate);
    void fitHeight();

    std::expected<pipecore::Filter, pipecore::FilterError> m_filter;
    std::function<const pipecore::SessionFacts*()> m_facts;
    std::vector<std::string> m_decodedFields;
    QString m_lastText;
    QCompleter* m_completer = nullptr;
    QStandardItemModel* m_offers = nullptr;
    int m_partBegin =
        0; ///< start of the text that a candidate replaces, up to the cursor; UTF-16 units
};

} // namespace pipescope

namespace pipescope {

/// Describes a completion candidate in the user's language.
[[nodiscard]] QString filterHelp(std::string_view help);

} // namespace pipescope
