#pragma once

#include <QObject>

class QWidget;

namespace pipecore {
class RecordSource;
} // namespace pipecore

namespace pipescope {

class LogView;
class RowHighlighter;

/// Applies highlighting rules, which are kept in the settings, and opens their dialog. GUI thread
/// only.
class HighlightController : public QObject
{
    Q_OBJECT

public:
    /// `view` is not owned. The dialog is a child of `panel`.
    HighlightController(LogView& view, QWidget* panel);

    /// Not owned; null for none. When this returns, the previous source is no longer used.
    void setSource(const pipecore::RecordSource* source);
    /// Marks or comments were changed, which rules may refer to.
    void annotationsChanged();
    /// Decoders of the user were loaded or removed, whose fields rules may name.
    void decodersChanged();
    /// Opens the dialog for the rules.
    void edit();

private:
    QWidget* const m_panel;
    const pipecore::RecordSource* m_source = nullptr;
    RowHighlighter* m_highlighter;
};

} // namespace pipescope
