#pragma once

#include <QList>
#include <QString>

class QSettings;

namespace pipescope {

/// Filters that the user keeps, with their names. A value.
class SavedFilters
{
public:
    /// As many are kept; a further one takes the place of the oldest.
    static constexpr qsizetype most = 100;

    struct Entry
    {
        QString name;
        QString text;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    /// In the order in which they were kept.
    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }
    /// Keeps a filter; one of the same name is replaced.
    void add(const QString& name, const QString& text);
    void remove(const QString& name);

    /// What is not as save() writes it is left out.
    void load(const QSettings& settings);
    void save(QSettings& settings) const;

private:
    QList<Entry> m_entries;
};

} // namespace pipescope
