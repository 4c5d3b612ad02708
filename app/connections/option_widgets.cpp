#include "connections/option_widgets.h"

#include "connections/form_field.h"

#include "pipecore/model/options.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>

namespace pipescope {

namespace {

QString translatedOption(const char* text)
{
    return QCoreApplication::translate("IoChoice", text);
}

} // namespace

QCheckBox* makeCheck(const char* name)
{
    auto* check = new QCheckBox;
    check->setObjectName(QLatin1String(name));
    return check;
}

QComboBox* makeChoice(const char* name, int choices)
{
    auto* choice = new QComboBox;
    choice->setObjectName(QLatin1String(name));
    for (int i = 0; i < choices; ++i) {
        choice->addItem({});
    }
    return choice;
}

void retranslateIo(QComboBox* choice, FormField* field)
{
    choice->setItemText(static_cast<int>(pipecore::IoModel::Overlapped),
                        translatedOption(QT_TRANSLATE_NOOP("IoChoice", "overlapped")));
    choice->setItemText(static_cast<int>(pipecore::IoModel::Synchronous),
                        translatedOption(QT_TRANSLATE_NOOP("IoChoice", "synchronous, on threads")));
    field->setLabel(translatedOption(QT_TRANSLATE_NOOP("IoChoice", "I/O m&odel")));
    field->setTip(translatedOption(QT_TRANSLATE_NOOP(
                      "IoChoice", "Overlapped: reads and writes go on side by side. Synchronous: "
                                  "one after the other")),
                  QStringLiteral("FILE_FLAG_OVERLAPPED"));
}

void explainIo(const QComboBox* choice, FormField* field)
{
    field->setHelp(choice->currentIndex() == static_cast<int>(pipecore::IoModel::Synchronous)
                       ? translatedOption(QT_TRANSLATE_NOOP(
                           "IoChoice", "One operation at a time: what is sent waits until the "
                                       "pending read has got something."))
                       : QString());
}

} // namespace pipescope
