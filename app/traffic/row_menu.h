#pragma once

#include "rows/time_format.h"

#include <QObject>

class QMenu;
class QPoint;
class QWidget;

namespace pipescope {

class FilterController;
class LogView;
class NoteController;
class SelectionController;
class ShownRows;

/// The context menu of the log's rows, and the entries of the header's menu beside the columns. GUI
/// thread only.
class RowMenu : public QObject
{
    Q_OBJECT

public:
    /// The objects whose actions are in the menu. None is owned.
    struct Parts
    {
        ShownRows& rows;
        LogView& view;
        FilterController& filter;
        NoteController& notes;
        SelectionController& selection;
    };
    RowMenu(const Parts& parts, QWidget* panel);

signals:
    void zeroRowToggled();
    void connectionToggled();
    void sendAgainRequested(quint64 sessionRow);
    void framesRequested(quint64 sessionRow);
    void findRequested();
    void clearRequested();
    void timeFormatChosen(TimeFormat format);

private:
    void show(QPoint position);
    void addNotes(QMenu* menu);
    void addFrames(QMenu* menu);
    void addTimeFormats(QMenu* menu);

    const Parts m_parts;
    QWidget* const m_panel;
};

} // namespace pipescope
