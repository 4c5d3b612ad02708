#include "connections/new_server_dialog.h"

#include "connections/connection_options_form.h"
#include "connections/form_field.h"
#include "connections/mode_choice.h"
#include "connections/options_settings.h"
#include "connections/size_edit.h"
#include "widgets/formatting.h"

#include <QCheckBox>
#include <QComboBox>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int largestBuffer = 512 * 1024 * 1024;
constexpr int mostInstances = 254;

} // namespace

NewServerDialog::NewServerDialog(QWidget* parent)
    : PipeDialog(parent)
    , m_mode(new ModeChoice)
    , m_access(new QComboBox)
    , m_instances(new QSpinBox)
    , m_outBuffer(new SizeEdit(0, largestBuffer))
    , m_inBuffer(new SizeEdit(0, largestBuffer))
    , m_modeField(new FormField(m_mode))
    , m_accessField(new FormField(m_access))
    , m_instancesField(new FormField(m_instances))
    , m_outBufferField(new FormField(m_outBuffer))
    , m_inBufferField(new FormField(m_inBuffer))
{
    m_access->setObjectName(QStringLiteral("access"));
    m_access->addItems({QString(), QString(), QString()});
    m_instances->setObjectName(QStringLiteral("instances"));
    m_instances->setRange(0, mostInstances);
    m_outBuffer->setObjectName(QStringLiteral("outBuffer"));
    m_inBuffer->setObjectName(QStringLiteral("inBuffer"));
    addField(m_modeField);
    addField(m_accessField);
    addField(m_instancesField);
    addEchoField();
    addAdvancedField(m_inBufferField);
    addAdvancedField(m_outBufferField);

    retranslate();
    setOptions(loadServerOptions(QSettings()));
    connect(m_mode, &ModeChoice::changed, this, &NewServerDialog::check);
    connect(m_access, &QComboBox::currentIndexChanged, this, &NewServerDialog::check);
    for (QSpinBox* edit :
         {m_instances, static_cast<QSpinBox*>(m_outBuffer), static_cast<QSpinBox*>(m_inBuffer)}) {
        connect(edit, &QSpinBox::valueChanged, this, &NewServerDialog::check);
    }
}

pipecore::Access NewServerDialog::access() const
{
    return static_cast<pipecore::Access>(m_access->currentIndex());
}

pipecore::ServerOptions NewServerDialog::options() const
{
    pipecore::ServerOptions options;
    options.name = name().toStdString();
    options.mode = m_mode->mode();
    options.access = access();
    options.instances = static_cast<std::uint32_t>(m_instances->value());
    options.outBufferSize = static_cast<std::uint32_t>(m_outBuffer->value());
    options.inBufferSize = static_cast<std::uint32_t>(m_inBuffer->value());
    options.connection = connectionForm()->options();
    options.connection.echo = echo()->isEnabled() && echo()->isChecked();
    return options;
}

void NewServerDialog::setOptions(const pipecore::ServerOptions& options)
{
    const auto size = [](std::uint32_t bytes) {
        return static_cast<int>(std::min<std::uint32_t>(bytes, largestBuffer));
    };
    setName(fromCore(options.name));
    m_mode->setMode(options.mode);
    m_access->setCurrentIndex(static_cast<int>(options.access));
    m_instances->setValue(
        static_cast<int>(std::min<std::uint32_t>(options.instances, mostInstances)));
    m_outBuffer->setValue(size(options.outBufferSize));
    m_inBuffer->setValue(size(options.inBufferSize));
    connectionForm()->setOptions(options.connection);
    echo()->setChecked(options.connection.echo);
    check();
}

pipecore::Result<void> NewServerDialog::validateOptions() const
{
    return pipecore::validate(options());
}

QString NewServerDialog::effect() const
{
    const QString clients = m_instances->value() == 0 ? tr("any number of clients at once")
                            : m_instances->value() == 1
                                ? tr("one client at a time")
                                : tr("up to %1 clients at once").arg(m_instances->value());
    const QString ways = access() == pipecore::Access::Duplex    ? tr("both directions")
                         : access() == pipecore::Access::Inbound ? tr("it only receives")
                                                                 : tr("it only sends");
    QString sentence = m_mode->mode() == pipecore::PipeMode::Message
                           ? tr("A message pipe %1: %2, %3.")
                           : tr("A byte pipe %1: %2, %3.");
    sentence = sentence.arg(nameForSentence(), clients, ways);
    if (options().connection.echo) {
        sentence += QLatin1Char(' ') + tr("Everything received is sent back.");
    }
    return sentence;
}

QString NewServerDialog::acceptText() const
{
    return tr("Start server");
}

void NewServerDialog::retranslate()
{
    PipeDialog::retranslate();
    setWindowTitle(tr("New server"));
    m_modeField->setLabel(tr("Mode"));
    m_mode->setTexts(tr("&Messages"), tr("B&ytes"));
    m_accessField->setLabel(tr("&Direction"));
    m_access->setItemText(0, tr("both directions (duplex)"));
    m_access->setItemText(1, tr("clients to server (inbound)"));
    m_access->setItemText(2, tr("server to clients (outbound)"));
    m_instancesField->setLabel(tr("&Clients at once"));
    m_instances->setSpecialValueText(tr("no limit"));
    m_outBufferField->setLabel(tr("&Outgoing buffer"));
    m_inBufferField->setLabel(tr("&Incoming buffer"));
    for (SizeEdit* edit : {m_outBuffer, m_inBuffer}) {
        edit->setSpecialValueText(tr("as the system likes"));
    }
}

void NewServerDialog::updateFields()
{
    allowEcho(access() == pipecore::Access::Duplex);
#ifdef Q_OS_WIN
    m_instancesField->setHelp(m_instances->value() == 0
                                  ? QString()
                                  : tr("A further client is told that the pipe is busy."));
#else
    const bool isMessage = m_mode->mode() == pipecore::PipeMode::Message;
    m_modeField->setHelp(isMessage
                             ? tr("A SOCK_SEQPACKET socket. Clients made with .NET or Node.js "
                                  "open a stream: choose bytes for them.")
                             : tr("A SOCK_STREAM socket, as .NET and Node.js open it."));
    m_instancesField->setHelp(m_instances->value() == 0
                                  ? QString()
                                  : tr("A further client waits until one of them leaves."));
    m_outBufferField->setHelp(
        isMessage ? tr("A message that does not fit into the socket's buffer cannot be sent.")
                  : QString());
#endif
}

void NewServerDialog::remember()
{
    QSettings settings;
    saveServerOptions(settings, options());
}

} // namespace pipescope
