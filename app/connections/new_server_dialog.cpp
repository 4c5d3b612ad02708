#include "connections/new_server_dialog.h"

#include "connections/access_sentence.h"
#include "connections/fold_section.h"
#include "connections/form_field.h"
#include "connections/mode_choice.h"
#include "connections/options_settings.h"
#include "connections/preset_choice.h"
#include "connections/size_edit.h"
#include "connections/unix_server_form.h"
#include "widgets/formatting.h"

#include <QFormLayout>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr int mostInstances = 254;

} // namespace

NewServerDialog::NewServerDialog(QWidget* parent, pipecore::System system)
    : PipeDialog(parent, system)
    , m_preset(new PresetChoice(system))
    , m_instances(new QSpinBox)
    , m_outBuffer(makeBufferEdit())
    , m_inBuffer(makeBufferEdit())
    , m_presetField(new FormField(m_preset))
    , m_instancesField(makeNumberField(m_instances, "instances"))
    , m_outBufferField(makeNumberField(m_outBuffer, "outBuffer"))
    , m_inBufferField(makeNumberField(m_inBuffer, "inBuffer"))
{
    m_instances->setRange(0, mostInstances);
    addTopField(m_presetField);
    for (FormField* field : {modeField(), accessField(), m_instancesField, echoField()}) {
        addField(field);
    }
    makeSystemSections();
    connect(m_preset, &PresetChoice::presetChosen, this, &NewServerDialog::choosePreset);
    connect(m_preset, &PresetChoice::customChosen, this, [this] { check(); });

    retranslate();
    setOptions(loadServerOptions(QSettings()));
}

void NewServerDialog::makeSystemSections()
{
    if (isWindows()) {
        const Section access = addSection("accessSection");
        const Section pipe = addSection("pipeSection");
        m_accessSection = access.fold;
        m_systemSection = pipe.fold;
        m_windows = new WindowsServerForm(access.form, pipe.form);
        connect(m_windows, &WindowsServerForm::changed, this, [this] { check(); });
        for (FormField* field : {m_inBufferField, m_outBufferField}) {
            pipe.form->addRow(field->label(), field);
        }
        return;
    }
    const Section socket = addSection("socketSection");
    m_systemSection = socket.fold;
    m_unix = new UnixServerForm(socket.form);
    connect(m_unix, &UnixServerForm::changed, this, [this] { check(); });
    for (FormField* field : {m_inBufferField, m_outBufferField}) {
        socket.form->addRow(field->label(), field);
    }
}

void NewServerDialog::setSecurityEditor(SecurityEditorOpener opener)
{
    if (m_windows != nullptr) {
        m_windows->setSecurityEditor(std::move(opener));
    }
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
    if (m_windows != nullptr) {
        m_windows->readInto(options);
    } else {
        m_unix->readInto(options);
    }
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
    if (m_windows != nullptr) {
        m_windows->setOptions(options);
    } else {
        m_unix->setOptions(options);
    }
    check();
}

void NewServerDialog::choosePreset(pipecore::ServerPreset preset)
{
    pipecore::ServerOptions chosen = options();
    pipecore::applyPreset(chosen, preset, system());
    setOptions(chosen);
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
    const pipecore::ServerOptions now = options();
    const QString ways = now.access == pipecore::Access::Duplex    ? tr("both directions")
                         : now.access == pipecore::Access::Inbound ? tr("it only receives")
                                                                   : tr("it only sends");
    const QString sentence = now.mode == pipecore::PipeMode::Message
                                 ? tr("A message pipe %1: %2, %3.")
                                 : tr("A byte pipe %1: %2, %3.");
    return sentence.arg(nameForSentence(), clients, ways) + QLatin1Char(' ')
           + accessSentence(now, system());
}

QString NewServerDialog::warning() const
{
    return accessWarning(options(), system());
}

QString NewServerDialog::acceptText() const
{
    return tr("Start server");
}

void NewServerDialog::retranslate()
{
    PipeDialog::retranslate();
    setWindowTitle(tr("New server"));
    m_presetField->setLabel(tr("&Preset"));
    m_presetField->setTip(tr("All options as a library would choose them; name and echo stay"));
    m_preset->retranslate();
    modeField()->setLabel(tr("Mode"));
    setAccessTexts(tr("&Direction"),
                   {tr("both directions (duplex)"), tr("clients to server (inbound)"),
                    tr("server to clients (outbound)")});
    m_instancesField->setLabel(tr("&Clients at once"));
    m_instances->setSpecialValueText(tr("no limit"));
    m_outBufferField->setLabel(tr("O&utgoing buffer"));
    m_inBufferField->setLabel(tr("&Incoming buffer"));
    for (SizeEdit* edit : {m_outBuffer, m_inBuffer}) {
        edit->setSpecialValueText(tr("as the system likes"));
    }
    if (m_windows != nullptr) {
        m_accessSection->setTitle(tr("Who ma&y connect"));
        m_systemSection->setTitle(tr("&Windows pipe"));
        m_windows->retranslate();
    } else {
        m_systemSection->setTitle(tr("&Socket"));
        m_unix->retranslate();
    }
    retranslateTips();
}

void NewServerDialog::retranslateTips()
{
    const auto words = [this](const char* windows, const char* unixOnes) {
        return QLatin1String(isWindows() ? windows : unixOnes);
    };
    modeField()->setTip(tr("How the pipe carries data"),
                        words("PIPE_TYPE_MESSAGE, PIPE_TYPE_BYTE", "SOCK_SEQPACKET, SOCK_STREAM"));
    accessField()->setTip(
        tr("Which way data flows"),
        words("PIPE_ACCESS_DUPLEX, PIPE_ACCESS_INBOUND, PIPE_ACCESS_OUTBOUND", "shutdown(2)"));
    m_instancesField->setTip(
        tr("How many instances of the pipe there may be"),
        words("nMaxInstances, PIPE_UNLIMITED_INSTANCES", "accept(2) waits for one to leave"));
    m_outBufferField->setTip(tr("What is sent waits here until the client reads it"),
                             words("nOutBufferSize", "SO_SNDBUF"));
    m_inBufferField->setTip(tr("What clients send waits here until it is read"),
                            words("nInBufferSize", "SO_RCVBUF"));
}

void NewServerDialog::updateFields()
{
    const pipecore::ServerOptions now = options();
    m_preset->setPreset(pipecore::matchingPreset(now, system()));
    m_presetField->setHelp(m_preset->explanation());
    if (m_windows != nullptr) {
        m_windows->update(now);
        m_instancesField->setHelp(
            now.instances == 0 ? QString() : tr("A further client is told that the pipe is busy."));
        return;
    }
    const bool isMessage = now.mode == pipecore::PipeMode::Message;
    modeField()->setHelp(isMessage
                             ? tr("A SOCK_SEQPACKET socket. Clients made with .NET or Node.js "
                                  "open a stream: choose bytes for them.")
                             : tr("A SOCK_STREAM socket, as .NET and Node.js open it."));
    m_instancesField->setHelp(
        now.instances == 0 ? QString() : tr("A further client waits until one of them leaves."));
    m_outBufferField->setHelp(
        isMessage ? tr("A message that does not fit into the socket's buffer cannot be sent.")
                  : QString());
}

void NewServerDialog::remember()
{
    QSettings settings;
    saveServerOptions(settings, options());
}

} // namespace pipescope
