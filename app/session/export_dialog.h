#pragma once

#include "pipecore/export/export.h"
#include "tasks/task.h"

#include <QBasicTimer>
#include <QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QRadioButton;

namespace pipescope {

class ColumnsEdit;

/// Asks for the format, rows and columns of an export. The file is requested afterwards. GUI thread only.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The rows that match a filter. It may still be running: they are requested when it is not.
    struct Filtered
    {
        struct Found
        {
            quint64 rows = 0;
            bool isAll = true; ///< the filter has finished
        };
        std::function<Found()> found;
        std::function<pipecore::RowRanges()> rows;
    };
    /// The rows to choose from.
    struct Offer
    {
        /// Its decoded fields are offered; null: none. Not owned, and used until the dialog is closed.
        const pipecore::RecordSource* source = nullptr;
        quint64 all = 0;
        std::optional<Filtered> filtered; ///< empty without a filter
        pipecore::RowRanges selected;
    };

    explicit ExportDialog(Offer offer, QWidget* parent = nullptr);

signals:
    /// Emitted on acceptance. `rows` is empty for all rows.
    void chosen(const pipecore::ExportForm& form, const std::optional<pipecore::RowRanges>& rows);

public slots:
    void done(int result) override;

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
    void layOut();
    void findFields();
    void presetChosen(int index);
    void columnsEdited();
    void updateNext();

    const Offer m_offer;
    QBasicTimer m_watch; ///< while the filter is running
    QLabel* m_formatLabel;
    QComboBox* m_format;
    QLabel* m_help;
    QFormLayout* m_form;
    QLabel* m_columnsLabel;
    QComboBox* m_preset;
    ColumnsEdit* m_columns;
    QLabel* m_mistake;
    QCheckBox* m_decoded;
    QLabel* m_rowsLabel;
    QRadioButton* m_all;
    QRadioButton* m_filtered;
    QRadioButton* m_selected;
    QPushButton* m_next;
    QPushButton* m_cancel;
    Task m_fieldSearch{"export fields"}; ///< destroyed first: it uses the source
};

/// A format's name and description, in the user's language.
[[nodiscard]] QString exportFormatName(pipecore::ExportFormat format);
[[nodiscard]] QString exportFormatHelp(pipecore::ExportFormat format);

} // namespace pipescope
