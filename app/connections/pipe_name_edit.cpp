#include "connections/pipe_name_edit.h"

#include "connections/options_settings.h"
#include "widgets/theme.h"

#include <QCompleter>
#include <QSettings>

namespace pipescope {

PipeNameEdit::PipeNameEdit(QWidget* parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("name"));
    setFont(Theme::instance().monospaceFont());
    setPlaceholderText(QStringLiteral(R"(orders, \\.\pipe\orders)"));
    auto* names = new QCompleter(recentPipeNames(QSettings()), this);
    names->setCaseSensitivity(Qt::CaseInsensitive);
    names->setFilterMode(Qt::MatchContains);
    setCompleter(names);
}

} // namespace pipescope
