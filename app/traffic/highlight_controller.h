#pragma once

#include <QObject>

class QWidget;

namespace pipecore {
class RecordSource;
} // namespace pipecore

namespace pipescope {

class LogView;
class RowHighlighter;

/// The colours that rows have by rules, and the dialog for these, which are kept in the settings.
/// GUI thread only.
class HighlightController : public QObject
{
    Q_OBJECT

public:
    /// `view` is not owned. The dialog is a child of `panel`.
    HighlightController(LogView& view, QWidget* panel);

    /// Not owned; null for none. When this returns, the one before is not used any more.
    void setSource(const pipecore::RecordSource* source);
    /// Marks or comments were changed, which rules may ask for.
    void annotationsChanged();
    /// Asks for the rules.
    void edit();

private:
    QWidget* const m_panel;
    const pipecore::RecordSource* m_source = nullptr;
    RowHighlighter* m_highlighter;
};

} // namespace pipescope
