#include "filter/saved_filters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace pipescope {

namespace {

QString settingsKey()
{
    return QStringLiteral("filters/saved");
}

} // namespace

void SavedFilters::add(const QString& name, const QString& text)
{
    remove(name);
    m_entries.append({name, text});
    if (m_entries.size() > maxCount) {
        m_entries.removeFirst();
    }
}

void SavedFilters::remove(const QString& name)
{
    m_entries.removeIf([&name](const Entry& entry) { return entry.name == name; });
}

void SavedFilters::load(const QSettings& settings)
{
    m_entries.clear();
    const QJsonArray array =
        QJsonDocument::fromJson(settings.value(settingsKey()).toByteArray()).array();
    for (const auto& value : array) {
        const QJsonObject object = value.toObject();
        const QString name = object.value(QLatin1String("name")).toString();
        const QString text = object.value(QLatin1String("text")).toString();
        if (!name.isEmpty() && !text.isEmpty()) {
            add(name, text);
        }
    }
}

void SavedFilters::save(QSettings& settings) const
{
    QJsonArray array;
    for (const Entry& entry : m_entries) {
        array.append(QJsonObject{{QStringLiteral("name"), entry.name},
                                 {QStringLiteral("text"), entry.text}});
    }
    settings.setValue(settingsKey(), QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace pipescope
