#pragma once

#include "pipecore/model/row_set.h"

#include <QObject>

class QWidget;

namespace pipescope {

class FindBar;
class Finder;
class LogView;
class ShownRows;

/// Searches what the log shows for what is typed into the find bar, marks what was found and goes
/// from one place to the next. GUI thread only.
class FindController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. The bar becomes a hidden child of `panel`.
    FindController(ShownRows& rows, LogView& view, QWidget* panel);
    /// Waits for a search.
    ~FindController() override;

    [[nodiscard]] FindBar* bar() const { return m_bar; }
    /// The find bar is open.
    [[nodiscard]] bool isOpen() const;
    /// Opens the find bar, or goes to it.
    void start();
    void next();
    void previous();
    void close();

    /// Ends the search: the rows go.
    void stop();
    /// Other rows are shown.
    void rowsChanged();
    /// Rows were added.
    void rowsCame();
    /// Marks or comments were changed, which the search may ask for.
    void annotationsChanged();
    /// Says again what was found, for another row or in another language.
    void updateStatus();
    [[nodiscard]] const pipecore::RowSet& matches() const;

signals:
    /// More matches, or none any more.
    void matchesChanged();
    /// It went to a row that was found.
    void wentToMatch();

private:
    enum class Jump { None, Here, Forwards, Backwards };

    void patternChanged();
    /// Searches anew, and then goes to what is found.
    void search(Jump then);
    void progressed();
    void jump(Jump direction);

    ShownRows& m_rows;
    LogView& m_view;
    FindBar* m_bar;
    Finder* m_finder;
    Jump m_pendingJump = Jump::None;
    bool m_wrapped = false;
    quint64 m_origin = 0;
};

} // namespace pipescope
