#pragma once

#include "pipecore/model/row_set.h"

#include <QObject>

class QWidget;

namespace pipescope {

class FindBar;
class Finder;
class LogView;
class ShownRows;

/// Searches the shown rows for the pattern of the find bar, marks matches and goes from one to the
/// next. GUI thread only.
class FindController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. The bar becomes a hidden child of `panel`.
    FindController(ShownRows& rows, LogView& view, QWidget* panel);
    /// Waits for a running search.
    ~FindController() override;

    [[nodiscard]] FindBar* bar() const { return m_bar; }
    /// The find bar is open.
    [[nodiscard]] bool isOpen() const;
    /// Opens or focuses the find bar.
    void start();
    void next();
    void previous();
    void close();

    /// Cancels the search: the rows are about to be destroyed.
    void stop();
    /// The set of shown rows has changed.
    void rowsChanged();
    /// Rows were added.
    void rowsAdded();
    /// Marks or comments were changed, which the search may refer to.
    void annotationsChanged();
    /// Updates the status, for another row or language.
    void updateStatus();
    [[nodiscard]] const pipecore::RowSet& matches() const;

signals:
    /// The matches have changed.
    void matchesChanged();
    /// A match was made current.
    void matchVisited();

private:
    enum class Jump { None, Here, Forwards, Backwards };

    void patternChanged();
    /// Restarts the search, then jumps to a match.
    void search(Jump then);
    void progressed();
    void jump(Jump direction);

    ShownRows& m_rows;
    LogView& m_view;
    FindBar* m_bar;
    Finder* m_finder;
    Jump m_pendingJump = Jump::None;
    Jump m_wrapped = Jump::None;
    quint64 m_origin = 0;
};

} // namespace pipescope
