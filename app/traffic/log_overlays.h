#pragma once

#include <QObject>

class QPushButton;

namespace pipescope {

class LogView;
class ShownRows;
class TailButton;

/// Overlays of the log: the number of new rows below, the way back to cleared rows, and the text of
/// an empty log. GUI thread only.
class LogOverlays : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    LogOverlays(ShownRows& rows, LogView& view, QObject* parent);

    /// While paused, the button shows the number of waiting rows.
    void setPaused(bool paused);
    /// The set of shown rows has changed; all of them count as seen.
    void rowsChanged();
    void update();
    /// Updates all texts to the current language.
    void retranslate();

signals:
    /// The user requests the end of the log.
    void tailRequested();
    /// The user requests the cleared rows.
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
    quint64 m_seen = 0; ///< rows from here on have not been visible
};

} // namespace pipescope
