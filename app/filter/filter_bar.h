#pragma once

#include "filter/saved_filters.h"
#include "pipecore/filter/filter.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace pipescope {

class FilterLine;

/// The line above the log in which one types which rows to show. Says what is wrong and how many
/// rows are left, filters nothing itself. Filters that were saved are in the settings.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    /// The last text that was right; that is what the log should show.
    [[nodiscard]] const pipecore::Filter& filter() const { return m_filter; }
    [[nodiscard]] QString text() const;
    /// Puts a text into the line, and makes it the filter if it is right.
    void setText(const QString& text);
    /// Puts the cursor into the line, its text selected.
    void focusLine();
    void setFacts(std::function<const pipecore::SessionFacts*()> facts);

    struct Status
    {
        QString text;
        QString detail; ///< more of it, as a tool tip
        bool isWarning = false;
        bool isRunning = false;
        double progress = 0; ///< 0 to 1
    };
    void setStatus(const Status& status);

signals:
    void filterChanged();
    /// Esc in an empty line: the user wants back to the log.
    void leaveRequested();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();
    void lineEdited();
    void apply();
    void showMistake();
    void clear();
    void fillMenu();
    void keep();

    FilterLine* m_line = nullptr;
    QLabel* m_title = nullptr;
    QToolButton* m_clear = nullptr;
    QToolButton* m_saved = nullptr;
    QMenu* m_menu = nullptr;
    QLabel* m_status = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_mistake = nullptr;
    QTimer m_applyTimer;
    QTimer m_mistakeTimer;
    pipecore::Filter m_filter;
    SavedFilters m_kept;
};

} // namespace pipescope
