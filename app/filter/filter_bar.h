#pragma once

#include "filter/saved_filters.h"
#include "pipecore/filter/filter.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace pipescope {

class CompactControl;
class FilterLine;

/// The filter line above the log. Shows errors and the number of matching rows, and filters nothing
/// itself. Saved filters are in the settings.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    /// The last valid filter; the log should show it.
    [[nodiscard]] const pipecore::Filter& filter() const { return m_filter; }
    [[nodiscard]] QString text() const;
    /// Sets the text of the line, and makes it the filter if it is valid.
    void setText(const QString& text);
    /// Decoders were added: a text that was wrong may be a filter now.
    void decodersChanged();
    /// Focuses the line and selects its text.
    void focusLine();
    void setFacts(std::function<const pipecore::SessionFacts*()> facts);
    /// Adds a control of the log at the end of the line. The bar owns it.
    void addAtEnd(CompactControl* control);
    /// As FilterLine::setDecodedFields().
    void setDecodedFields(std::vector<std::string> fields);

    struct Status
    {
        QString text;
        QString detail; ///< details, as a tool tip
        bool isWarning = false;
        bool isRunning = false;
        double progress = 0; ///< 0 to 1
    };
    void setStatus(const Status& status);

    /// Of the compact form.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void filterChanged();
    /// Esc in an empty line: the focus should return to the log.
    void leaveRequested();
    /// As FilterLine::entered().
    void entered();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    /// Goes to the compact form where the words of the controls leave too little room to type.
    void fit();
    [[nodiscard]] int saving() const;
    [[nodiscard]] int reserved() const;
    void reserve();
    void lineEdited();
    void apply();
    void showMistake();
    void clear();
    void fillMenu();
    void keep();

    QHBoxLayout* m_row = nullptr;
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
    CompactControl* m_control = nullptr;
    bool m_isCompact = false;
};

} // namespace pipescope
