#include "widgets/copy_menu.h"

#include "widgets/theme.h"

#include <QCoreApplication>
#include <QMenu>

namespace pipescope {

void addCopyStyles(QMenu* menu, std::span<const pipecore::CopyStyleInfo> styles,
                   const std::function<void(pipecore::CopyStyle)>& copy)
{
    for (const pipecore::CopyStyleInfo& info : styles) {
        const QString name =
            QCoreApplication::translate("CopyStyle", std::string(info.name).c_str());
        menu->addAction(name, menu, [copy, style = info.style] { copy(style); });
    }
}

QMenu* addCopyMenu(QMenu* menu, const std::function<void(pipecore::CopyStyle)>& copy)
{
    QMenu* styles = menu->addMenu(QCoreApplication::translate("CopyMenu", "Copy as"));
    styles->setObjectName(QStringLiteral("copyAs"));
    styles->setIcon(Theme::instance().icon(QStringLiteral("copy")));
    addCopyStyles(styles, pipecore::copyStyles(), copy);
    return styles;
}

} // namespace pipescope
