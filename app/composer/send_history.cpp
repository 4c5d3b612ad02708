#include "composer/send_history.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr std::size_t maxEntries = 100;
constexpr qsizetype storedCharacters = 8192;

QString settingsKey()
{
    return QStringLiteral("composer/history");
}

} // namespace

void SendHistory::add(const PayloadInput& input)
{
    if (std::exchange(m_place, std::nullopt)) {
        append(m_draft);
    }
    m_draft = {};
    append(input);
}

bool SendHistory::hasDraft(const PayloadInput& current) const
{
    const bool isEntry = m_place && current == m_entries.at(*m_place);
    return !(isEntry ? m_draft : current).text.isEmpty();
}

void SendHistory::append(const PayloadInput& input)
{
    if (input.text.isEmpty()) {
        return;
    }
    std::erase(m_entries, input);
    m_entries.push_back(input);
    if (m_entries.size() > maxEntries) {
        m_entries.erase(m_entries.begin());
    }
}

void SendHistory::keepDraft(const PayloadInput& current)
{
    if (!m_place || current != m_entries.at(*m_place)) {
        m_draft = current;
    }
}

std::optional<PayloadInput> SendHistory::older(const PayloadInput& current)
{
    const std::size_t place = m_place.value_or(m_entries.size());
    if (place == 0) {
        return std::nullopt;
    }
    keepDraft(current);
    m_place = place - 1;
    return m_entries.at(*m_place);
}

std::optional<PayloadInput> SendHistory::newer(const PayloadInput& current)
{
    if (!m_place) {
        return std::nullopt;
    }
    keepDraft(current);
    if (*m_place + 1 < m_entries.size()) {
        m_place = *m_place + 1;
        return m_entries.at(*m_place);
    }
    m_place.reset();
    return m_draft;
}

void SendHistory::load(const QSettings& settings)
{
    const QJsonArray array =
        QJsonDocument::fromJson(settings.value(settingsKey()).toByteArray()).array();
    m_entries.clear();
    m_place.reset();
    for (const auto& value : array) {
        const QJsonObject object = value.toObject();
        const auto number = [&object](const char* key, int last) {
            return std::clamp(object.value(QLatin1String(key)).toInt(), 0, last);
        };
        add({object.value(QLatin1String("text")).toString(),
             static_cast<PayloadMode>(number("mode", static_cast<int>(PayloadMode::Hex))),
             static_cast<pipecore::TextEncoding>(
                 number("encoding", static_cast<int>(pipecore::TextEncoding::Latin1))),
             static_cast<pipecore::LineEnding>(
                 number("ending", static_cast<int>(pipecore::LineEnding::Nul)))});
    }
}

void SendHistory::save(QSettings& settings) const
{
    QJsonArray array;
    for (const PayloadInput& entry : m_entries) {
        if (entry.text.size() <= storedCharacters) {
            array.append(QJsonObject{{QStringLiteral("text"), entry.text},
                                     {QStringLiteral("mode"), static_cast<int>(entry.mode)},
                                     {QStringLiteral("encoding"), static_cast<int>(entry.encoding)},
                                     {QStringLiteral("ending"), static_cast<int>(entry.ending)}});
        }
    }
    settings.setValue(settingsKey(), QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace pipescope
