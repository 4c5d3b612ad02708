#include "connections/new_server_dialog.h"

#include "connections/form_field.h"
#include "connections/mode_choice.h"
#include "connections/options_settings.h"
#include "connections/size_edit.h"
#include "widgets/formatting.h"

#include <algorithm>

namespace pipescope {

namespace {

constexpr int mostInstances = 254;

} // namespace

NewServerDialog::NewServerDialog(QWidget* parent)
    : PipeDialog(parent)
    , m_instances(new QSpinBox)
    , m_outBuffer(makeBufferEdit())
    , m_inBuffer(makeBufferEdit())
    , m_instancesField(makeNumberField(m_instances, "instances"))
    , m_outBufferField(makeNumberField(m_outBuffer, "outBuffer"))
    , m_inBufferField(makeNumberField(m_inBuffer, "inBuffer"))
{
    m_instances->setRange(0, mostInstances);
    for (FormField* field : {modeField(), accessField(), m_instancesField, echoField()}) {
        addField(field);
    }
    addAdvancedField(m_inBufferField);
    addAdvancedField(m_outBufferField);

    retranslate();
    setOptions(loadServerOptions(QSettings()));
}

pipecore::ServerOptions NewServerDialog::options() const
{
    pipecore::ServerOptions options;
    options.name = name().toStdString();
    options.mode = mode()->mode();
    options.access = static_cast<pipecore::Access>(access());
    options.instances = static_cast<std::uint32_t>(m_instances->value());
    options.outBufferSize = static_cast<std::uint32_t>(m_outBuffer->value());
    options.inBufferSize = static_cast<std::uint32_t>(m_inBuffer->value());
    options.connection = connectionOptions();
    return options;
}

void NewServerDialog::setOptions(const pipecore::ServerOptions& options)
{
    setName(fromCore(options.name));
    mode()->setMode(options.mode);
    setAccess(static_cast<int>(options.access));
    m_instances->setValue(
        static_cast<int>(std::min<std::uint32_t>(options.instances, mostInstances)));
    setSize(m_outBuffer, options.outBufferSize);
    setSize(m_inBuffer, options.inBufferSize);
    setConnectionOptions(options.connection);
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
    const pipecore::Access direction = options().access;
    const QString ways = direction == pipecore::Access::Duplex    ? tr("both directions")
                         : direction == pipecore::Access::Inbound ? tr("it only receives")
                                                                  : tr("it only sends");
    const QString sentence = mode()->mode() == pipecore::PipeMode::Message
                                 ? tr("A message pipe %1: %2, %3.")
                                 : tr("A byte pipe %1: %2, %3.");
    return sentence.arg(nameForSentence(), clients, ways);
}

QString NewServerDialog::acceptText() const
{
    return tr("Start server");
}

void NewServerDialog::retranslate()
{
    PipeDialog::retranslate();
    setWindowTitle(tr("New server"));
    modeField()->setLabel(tr("Mode"));
    setAccessTexts(tr("&Direction"),
                   {tr("both directions (duplex)"), tr("clients to server (inbound)"),
                    tr("server to clients (outbound)")});
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
#ifdef Q_OS_WIN
    m_instancesField->setHelp(m_instances->value() == 0
                                  ? QString()
                                  : tr("A further client is told that the pipe is busy."));
#else
    const bool isMessage = mode()->mode() == pipecore::PipeMode::Message;
    modeField()->setHelp(isMessage
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
