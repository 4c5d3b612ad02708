#pragma once

#include "pipecore/export/export.h"

#include <QBasicTimer>
#include <QDialog>

#include <functional>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace pipescope {

/// Asks as what and which rows are to be exported. The file is asked for afterwards. GUI thread only.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The rows that a filter leaves. It may still be looking: they are asked for when it is not.
    struct Filtered
    {
        struct Found
        {
            quint64 rows = 0;
            bool isAll = true; ///< nothing is being looked at any more
        };
        std::function<Found()> found;
        std::function<pipecore::RowRanges()> rows;
    };
    /// The rows that there are to choose from.
    struct Offer
    {
        quint64 all = 0;
        std::optional<Filtered> filtered; ///< empty while there is no filter
        pipecore::RowRanges selected;
    };

    explicit ExportDialog(Offer offer, QWidget* parent = nullptr);

signals:
    /// It was accepted. `rows` is empty when it is all of them.
    void chosen(pipecore::ExportFormat format, const std::optional<pipecore::RowRanges>& rows);

protected:
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void retranslate();
    void explainFormat();
    void countFiltered();
    [[nodiscard]] pipecore::ExportFormat format() const;
    [[nodiscard]] std::optional<pipecore::RowRanges> rows() const;
    void choose();

    const Offer m_offer;
    QBasicTimer m_watch; ///< while the filter is looking
    QLabel* m_formatLabel;
    QComboBox* m_format;
    QLabel* m_help;
    QLabel* m_rowsLabel;
    QRadioButton* m_all;
    QRadioButton* m_filtered;
    QRadioButton* m_selected;
    QPushButton* m_next;
    QPushButton* m_cancel;
};

/// A format's name and what is in it, in the user's language.
[[nodiscard]] QString exportFormatName(pipecore::ExportFormat format);
[[nodiscard]] QString exportFormatHelp(pipecore::ExportFormat format);

} // namespace pipescope
