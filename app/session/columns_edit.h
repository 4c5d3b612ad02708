#pragma once

#include "pipecore/export/export_columns.h"

#include <QLineEdit>
#include <QString>

#include <expected>
#include <string>
#include <vector>

class QCompleter;
class QStringListModel;

namespace pipescope {

/// Edits a list of columns with commas between them, and completes the name at the cursor. GUI thread only.
class ColumnsEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit ColumnsEdit(QWidget* parent = nullptr);

    /// Fields of decoded messages that are offered beside the columns of a row.
    void setDecodedFields(const std::vector<std::string>& fields);
    [[nodiscard]] std::expected<pipecore::ExportColumns, pipecore::FilterError> columns() const;
    /// The mistake and its place, in the user's language; empty without one.
    [[nodiscard]] QString mistake() const;

private:
    void offer(const QString& text);
    void take(const QString& name);
    [[nodiscard]] int partBegin() const;

    QStringListModel* m_names;
    QCompleter* m_completer;
};

} // namespace pipescope
