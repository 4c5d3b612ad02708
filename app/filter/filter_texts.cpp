#include "filter/filter_texts.h"

#include <QCoreApplication>

namespace pipescope {

QString filterHelp(std::string_view help)
{
    if (help.empty()) {
        return {};
    }
    return QCoreApplication::translate("FilterHelp", std::string(help).c_str());
}

} // namespace pipescope
