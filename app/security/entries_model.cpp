#include "security/entries_model.h"

#include "security/accounts.h"
#include "security/security_texts.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QPersistentModelIndex>

#include <algorithm>
#include <optional>

namespace pipescope {

using pipecore::EntryKind;
using pipecore::SecurityEntry;

namespace {

std::optional<RightsColumn> rightsColumn(int column)
{
    switch (column) {
    case EntriesModel::Read: return RightsColumn::Read;
    case EntriesModel::Write: return RightsColumn::Write;
    case EntriesModel::CreateInstance: return RightsColumn::CreateInstance;
    case EntriesModel::Full: return RightsColumn::Full;
    default: return std::nullopt;
    }
}

} // namespace

EntriesModel::EntriesModel(Accounts* accounts, QObject* parent)
    : QAbstractTableModel(parent)
    , m_accounts(accounts)
{
    connect(accounts, &Accounts::namesChanged, this, [this] {
        if (!m_entries.empty()) {
            emit dataChanged(index(0, Account), index(rowCount() - 1, Account));
        }
    });
}

void EntriesModel::setEntries(const std::vector<SecurityEntry>& entries)
{
    if (entries == m_entries) {
        return;
    }
    // If the number of rows is unchanged, the selection and an open editor stay.
    if (entries.size() == m_entries.size()) {
        m_entries = entries;
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int EntriesModel::add()
{
    SecurityEntry entry;
    entry.mask = pipecore::rights::fileRead;
    entry.sid = pipecore::sids::authenticatedUsers();
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_entries.push_back(std::move(entry));
    endInsertRows();
    emit edited();
    return row;
}

void EntriesModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
    emit edited();
}

int EntriesModel::move(int row, int by)
{
    const int target = row + by;
    if (target < 0 || target >= rowCount()) {
        return row;
    }
    beginMoveRows({}, row, row, {}, by > 0 ? target + 1 : target);
    std::swap(at(row), at(target));
    endMoveRows();
    emit edited();
    return target;
}

void EntriesModel::setAccount(int row, const pipecore::Sid& sid)
{
    at(row).sid = sid;
    changed(row);
}

void EntriesModel::changed(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit edited();
}

int EntriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int EntriesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EntriesModel::kindText(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Allow: return tr("Allows");
    case EntryKind::Deny: return tr("Denies");
    default: break;
    }
    return tr("Unknown");
}

QVariant EntriesModel::display(const SecurityEntry& entry, int column) const
{
    switch (column) {
    case Kind: return kindText(entry.kind);
    case Account: return entry.kind == EntryKind::Other ? QString() : m_accounts->nameOf(entry.sid);
    case Rights:
        return entry.kind == EntryKind::Other
                   ? fromCore(pipecore::formatEntry(entry))
                   : fromCore(pipecore::formatRights(entry.mask, pipecore::RightsKind::Pipe));
    default: return {};
    }
}

QVariant EntriesModel::toolTip(const SecurityEntry& entry, int column) const
{
    if (entry.kind == EntryKind::Other) {
        return tr("The entry is kept unchanged.");
    }
    switch (column) {
    case Account: return fromCore(entry.sid.toString());
    case CreateInstance: return tr("Create instances of the pipe: FILE_CREATE_PIPE_INSTANCE");
    case Rights: {
        QStringList names;
        for (const std::string& name : pipecore::rightNames(entry.mask)) {
            names.append(fromCore(name));
        }
        return names.join(QLatin1Char('\n'));
    }
    default: return {};
    }
}

QVariant EntriesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const SecurityEntry& entry = m_entries.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole: return display(entry, index.column());
    case Qt::EditRole:
        return index.column() == Kind ? QVariant(static_cast<int>(entry.kind))
                                      : display(entry, index.column());
    case Qt::ToolTipRole: return toolTip(entry, index.column());
    case Qt::CheckStateRole:
        if (const auto column = rightsColumn(index.column());
            column && entry.kind != EntryKind::Other) {
            return rightsState(entry.mask, *column);
        }
        return {};
    case Qt::ForegroundRole:
        if (index.column() == Kind && entry.kind == EntryKind::Deny) {
            return Theme::instance().color(Token::Error);
        }
        return entry.isInheritOnly() ? QVariant(Theme::instance().color(Token::Muted)) : QVariant();
    case Qt::FontRole:
        return index.column() == Rights ? QVariant(Theme::instance().monospaceFont()) : QVariant();
    case Qt::AccessibleTextRole:
        if (rightsColumn(index.column())) {
            return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole);
        }
        return {};
    default: return {};
    }
}

bool EntriesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto column = rightsColumn(index.column());
    if (role == Qt::CheckStateRole && column) {
        at(index.row()).mask =
            withRights(at(index.row()).mask, *column, value.toInt() == Qt::Checked);
        changed(index.row());
        return true;
    }
    if (role != Qt::EditRole) {
        return false;
    }
    switch (index.column()) {
    case Kind:
        at(index.row()).kind = static_cast<EntryKind>(value.toInt());
        changed(index.row());
        return true;
    case Account: return setAccountText(index.row(), value.toString());
    case Rights: return setRightsText(index.row(), value.toString());
    default: return false;
    }
}

bool EntriesModel::setAccountText(int row, const QString& text)
{
    if (text == m_accounts->nameOf(at(row).sid)) {
        return true;
    }
    if (const auto sid = Accounts::read(text)) {
        setAccount(row, *sid);
        return true;
    }
    const QPersistentModelIndex place(index(row, Account));
    m_accounts->find(text, this, [this, place](const pipecore::Result<pipecore::Sid>& sid) {
        if (!sid) {
            emit refused(errorTitle(sid.error()) + QStringLiteral(": ")
                         + fromCore(sid.error().detail));
        } else if (place.isValid()) {
            setAccount(place.row(), *sid);
        }
    });
    return true;
}

bool EntriesModel::setRightsText(int row, const QString& text)
{
    const auto mask = pipecore::parseRights(text.toStdString(), pipecore::RightsKind::Pipe);
    if (!mask) {
        emit refused(inputReason(mask.error()));
        return false;
    }
    if (*mask != at(row).mask) {
        at(row).mask = *mask;
        changed(row);
    }
    return true;
}

QVariant EntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return section + 1;
    }
    switch (section) {
    case Kind: return tr("Entry");
    case Account: return tr("Account");
    case Read: return tr("Read");
    case Write: return tr("Write");
    case CreateInstance: return tr("Create instance");
    case Full: return tr("Full");
    case Rights: return tr("Permissions");
    default: return {};
    }
}

Qt::ItemFlags EntriesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (m_entries.at(static_cast<std::size_t>(index.row())).kind == EntryKind::Other) {
        return flags;
    }
    return flags | (rightsColumn(index.column()) ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

} // namespace pipescope
