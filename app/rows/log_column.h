#pragma once

#include <QString>

#include <array>

namespace pipescope {

struct RowText;

/// Columns of the traffic log, in their first order.
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

/// Numbers and times stand at the right.
[[nodiscard]] bool isRightAligned(LogColumn column);
/// The whole name of a column, for menus and screen readers.
[[nodiscard]] QString columnName(LogColumn column);
/// What a column says of a row, as it is read aloud.
[[nodiscard]] QString cellText(const RowText& text, LogColumn column);

} // namespace pipescope
