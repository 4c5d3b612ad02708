#include "traffic/time_format.h"

#include <QLocale>

#include <cstdlib>

namespace pipescope {

QString formatSeconds(qint64 ns)
{
    const qint64 microseconds = std::abs(ns) / 1000;
    return QStringLiteral("%1%2.%3")
        .arg(ns < 0 ? QChar(u'−') : QChar(u'+'))
        .arg(microseconds / 1'000'000)
        .arg(microseconds % 1'000'000, 6, 10, QLatin1Char('0'));
}

QString formatDuration(qint64 ns)
{
    constexpr QChar narrowSpace(0x202F);
    const QString sign = ns < 0 ? QString(QChar(u'−')) : QString();
    const qint64 micros = std::abs(ns) / 1000;
    if (micros < 1000) {
        return sign + QString::number(micros) + narrowSpace + QStringLiteral(u"µs");
    }
    const bool inMillis = micros < 1'000'000;
    const double value = static_cast<double>(micros) / (inMillis ? 1e3 : 1e6);
    const int decimals = inMillis || micros >= 10'000'000 ? 3 : 6;
    return sign + QLocale().toString(value, 'f', decimals) + narrowSpace
           + (inMillis ? QStringLiteral("ms") : QStringLiteral("s"));
}

} // namespace pipescope
