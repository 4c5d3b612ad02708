#include "rows/log_column.h"

#include "rows/row_text.h"
#include "widgets/formatting.h"

#include <QCoreApplication>

namespace pipescope {

namespace {

/// Names the translation context of this file.
struct ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(LogColumn)
};

QString directionText(const RowText& text)
{
    switch (text.tone) {
    case RowTone::Received: return ColumnWords::tr("received");
    case RowTone::Sent: return ColumnWords::tr("sent");
    case RowTone::Event:
    case RowTone::Warning:
    case RowTone::Error: break;
    }
    return ColumnWords::tr("event");
}

} // namespace

bool isRightAligned(LogColumn column)
{
    return column == LogColumn::Number || column == LogColumn::Time || column == LogColumn::Length
           || column == LogColumn::Latency;
}

QString columnName(LogColumn column)
{
    switch (column) {
    case LogColumn::Number: return ColumnWords::tr("Number");
    case LogColumn::Time: return ColumnWords::tr("Time");
    case LogColumn::Connection: return ColumnWords::tr("Connection");
    case LogColumn::Peer: return ColumnWords::tr("Peer");
    case LogColumn::Direction: return ColumnWords::tr("Direction");
    case LogColumn::Length: return ColumnWords::tr("Length");
    case LogColumn::Latency: return ColumnWords::tr("Latency");
    case LogColumn::Comment: return ColumnWords::tr("Comment");
    case LogColumn::Preview: return ColumnWords::tr("Preview");
    }
    return {};
}

QString cellText(const RowText& text, LogColumn column)
{
    switch (column) {
    case LogColumn::Number:
        return text.marked ? ColumnWords::tr("%1, marked").arg(formatCount(text.number))
                           : formatCount(text.number);
    case LogColumn::Time: return text.time;
    case LogColumn::Connection: return text.connection;
    case LogColumn::Peer: return text.peer;
    case LogColumn::Direction: return directionText(text);
    case LogColumn::Length: return text.length ? formatBytes(*text.length) : QString();
    case LogColumn::Latency: return text.latency;
    case LogColumn::Comment: return text.comment;
    case LogColumn::Preview: return text.preview;
    }
    return {};
}

} // namespace pipescope
