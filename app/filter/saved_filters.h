#pragma once

#include <QList>
#include <QString>

class QSettings;

namespace pipescope {

/// Filters saved by the user, with their names. A value.
class SavedFilters
{
public:
    /// Maximum number; a further one replaces the oldest.
    static constexpr qsizetype maxCount = 100;

    struct Entry
    {
        QString name;
        QString text;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    /// In the order of saving.
    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }
    /// Adds a filter; replaces one of the same name.
    void add(const QString& name, const QString& text);
    void remove(const QString& name);

    /// Skips entries in another format than that of save().
    void load(const QSettings& settings);
    void save(QSettings& settings) const;

private:
    QList<Entry> m_entries;
};

} // namespace pipescope
