#include "connections/connection_options_form.h"

#include "connections/form_field.h"
#include "connections/size_edit.h"

#include <QFormLayout>

namespace pipescope {

namespace {

constexpr int mebibyte = 1024 * 1024;
constexpr int largestRead = 16 * mebibyte;
constexpr int largestLimit = 1024 * mebibyte;
constexpr int dayInMs = 24 * 60 * 60 * 1000;

} // namespace

QSpinBox* makeTimeEdit()
{
    auto* edit = new QSpinBox;
    edit->setRange(0, dayInMs);
    edit->setSingleStep(500);
    edit->setGroupSeparatorShown(true);
    return edit;
}

ConnectionOptionsForm::ConnectionOptionsForm(QFormLayout* form)
    : QObject(form)
    , m_readSize(new SizeEdit(1, largestRead))
    , m_writeQueueLimit(new SizeEdit(1, largestLimit))
    , m_messageLimit(new SizeEdit(1, largestLimit))
    , m_drainTime(makeTimeEdit())
    , m_fields{new FormField(m_readSize), new FormField(m_writeQueueLimit),
               new FormField(m_messageLimit), new FormField(m_drainTime)}
{
    for (FormField* field : m_fields) {
        form->addRow(field->label(), field);
    }
    for (QSpinBox* edit :
         {static_cast<QSpinBox*>(m_readSize), static_cast<QSpinBox*>(m_writeQueueLimit),
          static_cast<QSpinBox*>(m_messageLimit), m_drainTime}) {
        connect(edit, &QSpinBox::valueChanged, this, &ConnectionOptionsForm::changed);
    }
    m_readSize->setObjectName(QStringLiteral("readSize"));
    m_writeQueueLimit->setObjectName(QStringLiteral("writeQueueLimit"));
    m_messageLimit->setObjectName(QStringLiteral("messageLimit"));
    m_drainTime->setObjectName(QStringLiteral("drainTime"));
}

void ConnectionOptionsForm::setOptions(const pipecore::ConnectionOptions& options)
{
    const auto toInt = [](auto value) {
        return static_cast<int>(std::min<quint64>(static_cast<quint64>(value), largestLimit));
    };
    m_readSize->setValue(toInt(options.readSize));
    m_writeQueueLimit->setValue(toInt(options.writeQueueLimit));
    m_messageLimit->setValue(toInt(options.messageLimit));
    m_drainTime->setValue(toInt(options.drainTime.count()));
}

pipecore::ConnectionOptions ConnectionOptionsForm::options() const
{
    pipecore::ConnectionOptions options;
    options.readSize = static_cast<std::size_t>(m_readSize->value());
    options.writeQueueLimit = static_cast<std::size_t>(m_writeQueueLimit->value());
    options.messageLimit = static_cast<std::size_t>(m_messageLimit->value());
    options.drainTime = std::chrono::milliseconds(m_drainTime->value());
    return options;
}

void ConnectionOptionsForm::retranslate()
{
    m_fields[0]->setLabel(tr("&Read size"));
#ifdef Q_OS_WIN
    m_fields[0]->setHelp(tr("A longer message is read in parts and shown as one."));
#endif
    m_fields[1]->setLabel(tr("Write &queue"));
    m_fields[1]->setHelp(tr("Sends are refused while more than this waits to be written."));
    m_fields[2]->setLabel(tr("Message &limit"));
    m_fields[2]->setHelp(tr("A longer message is shown in parts of this size."));
    m_fields[3]->setLabel(tr("&Drain time"));
    m_fields[3]->setHelp(tr("How long a graceful disconnect waits for the other end to read."));
    m_drainTime->setSuffix(tr(" ms"));
    m_drainTime->setSpecialValueText(tr("do not wait"));
}

} // namespace pipescope
