#pragma once

#include "pipecore/security/security.h"
#include "security/rights_columns.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipescope {

class Accounts;

/// The entries of an access list, editable: one row per entry, in order of evaluation.
class EntriesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Account, Read, Write, CreateInstance, Full, Rights, ColumnCount };

    /// `accounts` is not owned and outlives the model.
    explicit EntriesModel(Accounts* accounts, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<pipecore::SecurityEntry>& entries() const { return m_entries; }
    /// Replaces all entries; does not emit edited().
    void setEntries(const std::vector<pipecore::SecurityEntry>& entries);

    /// Adds an entry that allows authenticated users to read; returns its row.
    int add();
    void remove(int row);
    /// Moves an entry up (-1) or down (1); returns its new row.
    int move(int row, int by);
    void setAccount(int row, const pipecore::Sid& sid);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// Account with Qt::EditRole takes a name; one that the system must resolve is set later, if
    /// found.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] static QString kindText(pipecore::EntryKind kind);

signals:
    /// The user has changed something.
    void edited();
    /// The input was refused, with the reason.
    void refused(const QString& reason);

private:
    [[nodiscard]] QVariant display(const pipecore::SecurityEntry& entry, int column) const;
    [[nodiscard]] QVariant toolTip(const pipecore::SecurityEntry& entry, int column) const;
    bool setAccountText(int row, const QString& text);
    bool setRightsText(int row, const QString& text);
    void changed(int row);
    [[nodiscard]] pipecore::SecurityEntry& at(int row)
    {
        return m_entries.at(static_cast<std::size_t>(row));
    }

    Accounts* m_accounts;
    std::vector<pipecore::SecurityEntry> m_entries;
};

} // namespace pipescope
