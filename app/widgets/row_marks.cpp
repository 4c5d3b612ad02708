#include "widgets/row_marks.h"

#include "widgets/theme.h"

#include <algorithm>

namespace pipescope {

namespace {

constexpr qint64 fadeTime = 150;
constexpr qint64 markTime = 1500; ///< a mark in full, between its fades
constexpr double markStrength = 0.22;
constexpr qint64 frameTime = 33;

constexpr qint64 wholeMark = fadeTime + markTime + fadeTime;

bool isMarked(qint64 since, qint64 now)
{
    return since > 0 && now - since < wholeMark;
}

/// 0 to 1: up in 150 ms, then full, then down in 150 ms.
double strengthOf(qint64 since, qint64 now)
{
    if (!isMarked(since, now)) {
        return 0;
    }
    const qint64 age = now - since;
    const qint64 edge = std::min({age, wholeMark - age, fadeTime});
    return static_cast<double>(edge) / static_cast<double>(fadeTime);
}

} // namespace

QVariant markColor(const RowMarks& marks, qint64 now)
{
    const bool isGone = isMarked(marks.disappearedAt, now);
    const double strength = strengthOf(isGone ? marks.disappearedAt : marks.appearedAt, now);
    if (strength <= 0) {
        return {};
    }
    QColor color = Theme::instance().color(isGone ? Token::Gone : Token::Fresh);
    color.setAlphaF(static_cast<float>(strength * markStrength));
    return color;
}

std::optional<qint64> nextMarkStep(const RowMarks& marks, qint64 now)
{
    std::optional<qint64> next;
    for (const qint64 since : {marks.appearedAt, marks.disappearedAt}) {
        if (isMarked(since, now)) {
            const qint64 age = now - since;
            const bool fades = age < fadeTime || age >= fadeTime + markTime;
            const qint64 step = fades ? frameTime : fadeTime + markTime - age;
            next = next ? std::min(*next, step) : step;
        }
    }
    return next;
}

} // namespace pipescope
