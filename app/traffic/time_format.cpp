#include "traffic/time_format.h"

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

} // namespace pipescope
