#include "traffic/highlight_controller.h"

#include "highlight/highlight_dialog.h"
#include "highlight/row_highlighter.h"
#include "log/log_view.h"

#include <QSettings>

namespace pipescope {

HighlightController::HighlightController(LogView& view, QWidget* panel)
    : QObject(panel)
    , m_panel(panel)
    , m_highlighter(new RowHighlighter(this))
{
    QSettings settings;
    m_highlighter->setRules(HighlightRules::load(settings));
    view.setHighlighter(
        [this](quint64 row, quint64 length) { return m_highlighter->colorOf(row, length); });
    connect(m_highlighter, &RowHighlighter::changed, &view, &LogView::highlightsChanged);
}

void HighlightController::setSource(const pipecore::RecordSource* source)
{
    m_source = source;
    m_highlighter->setSource(source);
}

void HighlightController::annotationsChanged()
{
    m_highlighter->annotationsChanged();
}

void HighlightController::decodersChanged()
{
    QSettings settings;
    m_highlighter->setRules(HighlightRules::load(settings));
}

void HighlightController::edit()
{
    if (m_panel->findChild<HighlightDialog*>() != nullptr) {
        return;
    }
    QSettings settings;
    auto* dialog = new HighlightDialog(HighlightRules::load(settings), m_panel);
    dialog->setFacts([this] { return m_source != nullptr ? &m_source->facts() : nullptr; });
    connect(dialog, &HighlightDialog::rulesChosen, this, [this](const QList<HighlightRule>& rules) {
        QSettings kept;
        HighlightRules::save(kept, rules);
        m_highlighter->setRules(rules);
    });
    dialog->open();
}

} // namespace pipescope
