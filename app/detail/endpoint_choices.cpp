#include "detail/endpoint_choices.h"

#include "widgets/formatting.h"

#include <QSettings>
#include <QUrl>

#include <algorithm>

namespace pipescope {

namespace {

QString decoderKey()
{
    return QStringLiteral("decoder");
}

QString framingKey()
{
    return QStringLiteral("framing");
}

QString askerKey()
{
    return QStringLiteral("requestsFrom");
}

QString serverAsks()
{
    return QStringLiteral("server");
}

QString sizeKey()
{
    return QStringLiteral("frameSize");
}

QString typesKey()
{
    return QStringLiteral("types");
}

QString requestTypeKey()
{
    return QStringLiteral("requestType");
}

QString replyTypeKey()
{
    return QStringLiteral("replyType");
}

QString allGroups()
{
    return QStringLiteral("decoding");
}

/// Names contain the separators of settings groups.
QString groupOf(const QString& endpoint)
{
    return allGroups() + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(endpoint));
}

std::string textOf(const QSettings& settings, const QString& key)
{
    return settings.value(key).toString().toStdString();
}

/// The saved rule, or none when this version cannot read it.
pipecore::FramingRule savedRule(const QSettings& settings)
{
    auto rule = pipecore::FramingRule::parse(textOf(settings, framingKey()));
    if (!rule) {
        return {};
    }
    // Older versions saved the size beside the name "fixed".
    if (settings.contains(sizeKey()) && rule->kind == pipecore::FramingKind::Fixed) {
        rule->size = std::max(settings.value(sizeKey()).toUInt(), 1U);
    }
    return *rule;
}

} // namespace

EndpointChoice EndpointChoice::load(const QString& endpoint)
{
    EndpointChoice choice;
    QSettings settings;
    settings.beginGroup(groupOf(endpoint));
    choice.decoder = pipecore::decoderByKey(textOf(settings, decoderKey()));
    choice.framing = savedRule(settings);
    if (settings.value(askerKey()).toString() == serverAsks()) {
        choice.asker = pipecore::Asker::Server;
    }
    choice.types = {.file = settings.value(typesKey()).toString(),
                    .request = settings.value(requestTypeKey()).toString(),
                    .reply = settings.value(replyTypeKey()).toString()};
    return choice;
}

QStringList EndpointChoice::savedEndpoints()
{
    QSettings settings;
    settings.beginGroup(allGroups());
    QStringList names;
    for (const QString& group : settings.childGroups()) {
        names.append(QUrl::fromPercentEncoding(group.toLatin1()));
    }
    names.sort();
    return names;
}

void EndpointChoice::save(const QString& endpoint) const
{
    QSettings settings;
    settings.beginGroup(groupOf(endpoint));
    settings.remove(QString());
    if (decoder) {
        settings.setValue(decoderKey(), fromCore(pipecore::decoderInfo(*decoder).key));
    }
    if (framing.kind != pipecore::FramingKind::None) {
        settings.setValue(framingKey(), fromCore(framing.text()));
    }
    if (asker == pipecore::Asker::Server) {
        settings.setValue(askerKey(), serverAsks());
    }
    if (!types.isEmpty()) {
        settings.setValue(typesKey(), types.file);
        settings.setValue(requestTypeKey(), types.request);
        settings.setValue(replyTypeKey(), types.reply);
    }
}

} // namespace pipescope
