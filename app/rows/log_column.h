#pragma once

#include <QString>

#include <array>

namespace pipescope {

struct RowText;

/// Columns of the log, in their default order.
enum class LogColumn {
    Number,
    Time,
    Connection,
    Peer,
    Direction,
    Length,
    Latency,
    Comment,
    Preview
};
inline constexpr int logColumnCount = 9;
inline constexpr std::array<LogColumn, logColumnCount> allLogColumns = {
    LogColumn::Number,  LogColumn::Time,      LogColumn::Connection,
    LogColumn::Peer,    LogColumn::Direction, LogColumn::Length,
    LogColumn::Latency, LogColumn::Comment,   LogColumn::Preview};

/// Numbers and times are right-aligned.
[[nodiscard]] bool isRightAligned(LogColumn column);
/// The full name of a column, for menus and screen readers.
[[nodiscard]] QString columnName(LogColumn column);
/// The text of a cell, as a screen reader speaks it.
[[nodiscard]] QString cellText(const RowText& text, LogColumn column);

} // namespace pipescope
