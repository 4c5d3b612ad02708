#pragma once

#include "pipecore/export.h"

#include <QDialog>

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
    /// The rows that there are to choose from.
    struct Offer
    {
        quint64 all = 0;
        std::optional<pipecore::RowRanges> filtered; ///< empty while there is no filter
        pipecore::RowRanges selected;
    };

    explicit ExportDialog(Offer offer, QWidget* parent = nullptr);

signals:
    /// It was accepted. `rows` is empty when it is all of them.
    void chosen(pipecore::ExportFormat format, const std::optional<pipecore::RowRanges>& rows);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void explainFormat();
    [[nodiscard]] pipecore::ExportFormat format() const;
    [[nodiscard]] std::optional<pipecore::RowRanges> rows() const;
    void choose();

    const Offer m_offer;
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
