#include "rows/time_format.h"

#include <QLocale>

namespace pipescope {

namespace {

/// Absolute value in microseconds; also of the smallest number, which has no counterpart.
quint64 microsecondsOf(qint64 ns)
{
    const auto bits = static_cast<quint64>(ns);
    return (ns < 0 ? 0 - bits : bits) / 1000;
}

} // namespace

QString formatSeconds(qint64 ns)
{
    const quint64 microseconds = microsecondsOf(ns);
    return QStringLiteral("%1%2.%3")
        .arg(ns < 0 ? QChar(u'−') : QChar(u'+'))
        .arg(microseconds / 1'000'000)
        .arg(microseconds % 1'000'000, 6, 10, QLatin1Char('0'));
}

QString formatDuration(qint64 ns)
{
    constexpr QChar narrowSpace(0x202F);
    const QString sign = ns < 0 ? QString(QChar(u'−')) : QString();
    const quint64 micros = microsecondsOf(ns);
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
