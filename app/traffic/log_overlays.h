#pragma once

#include <QObject>

class QPushButton;

namespace pipescope {

class LogView;
class ShownRows;
class TailButton;

/// What lies over the log: how many rows came below, the way back to cleared rows, and what an
/// empty log says. GUI thread only.
class LogOverlays : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    LogOverlays(ShownRows& rows, LogView& view, QObject* parent);

    /// While paused the button says how many rows wait.
    void setPaused(bool paused);
    /// Other rows are shown, and all of them count as seen.
    void rowsChanged();
    void update();
    /// All texts again, in the language of now.
    void retranslate();

signals:
    /// The user wants to see new rows, at the end of the log.
    void tailRequested();
    /// The user wants cleared rows back.
    void clearedRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void updateEmptyText();
    void placeTail();

    ShownRows& m_rows;
    LogView& m_view;
    TailButton* m_tail;
    QPushButton* m_showAgain;
    bool m_isPaused = false;
    quint64 m_seen = 0; ///< rows from here on have not been in sight
};

} // namespace pipescope
