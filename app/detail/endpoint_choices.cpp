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

QString sizeKey()
{
    return QStringLiteral("frameSize");
}

/// Names contain the separators of settings groups.
QString groupOf(const QString& endpoint)
{
    return QLatin1String("decoding/") + QString::fromLatin1(QUrl::toPercentEncoding(endpoint));
}

std::string textOf(const QSettings& settings, const QString& key)
{
    return settings.value(key).toString().toStdString();
}

QString framingText(pipecore::FramingKind kind)
{
    const auto infos = pipecore::framings();
    return fromCore(std::ranges::find(infos, kind, &pipecore::FramingInfo::kind)->key);
}

} // namespace

EndpointChoice EndpointChoice::load(const QString& endpoint)
{
    EndpointChoice choice;
    QSettings settings;
    settings.beginGroup(groupOf(endpoint));
    choice.decoder = pipecore::decoderByKey(textOf(settings, decoderKey()));
    choice.framing.kind = pipecore::framingByKey(textOf(settings, framingKey()))
                              .value_or(pipecore::FramingKind::None);
    const uint size = settings.value(sizeKey(), choice.framing.fixedSize).toUInt();
    choice.framing.fixedSize = std::max(size, 1U);
    return choice;
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
        settings.setValue(framingKey(), framingText(framing.kind));
        settings.setValue(sizeKey(), framing.fixedSize);
    }
}

} // namespace pipescope
