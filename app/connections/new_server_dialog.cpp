#include "connections/new_server_dialog.h"

#include "connections/access_sentence.h"
#include "connections/fold_section.h"
#include "connections/mode_choice.h"
#include "connections/options_settings.h"
#include "connections/preset_choice.h"
#include "widgets/formatting.h"

#include <array>
#include <utility>

namespace pipescope {

namespace {

/// Options with an editor of their own.
constexpr std::array<std::string_view, 6> specialOfServer{"name", "mode", "access",
                                                          "echo", "sddl", "read-mode"};

} // namespace

NewServerDialog::NewServerDialog(QWidget* parent, pipecore::System system)
    : PipeDialog(parent, system)
    , m_preset(new PresetChoice(system))
    , m_presetField(new FormField(m_preset))
    , m_fields(system)
    , m_instancesField(m_fields.make("instances"))
{
    addTopField(m_presetField);
    for (FormField* field :
         {modeField(), accessField(), static_cast<FormField*>(m_instancesField), echoField()}) {
        addField(field);
    }
    makeSystemSections();
    m_fields.addRest(advancedForm(), specialOfServer);
    m_fields.onChange(this, [this] { check(); });
    connect(m_preset, &PresetChoice::presetChosen, this, &NewServerDialog::choosePreset);
    connect(m_preset, &PresetChoice::customChosen, this, [this] { check(); });

    retranslate();
    setOptions(loadOptions<pipecore::ServerOptions>(QSettings()));
}

void NewServerDialog::makeSystemSections()
{
    QFormLayout* form = nullptr;
    if (isWindows()) {
        const Section access = addSection("accessSection");
        const Section pipe = addSection("pipeSection");
        m_accessSection = access.fold;
        m_systemSection = pipe.fold;
        m_windows = new WindowsServerForm(access.form, pipe.form, m_fields);
        connect(m_windows, &WindowsServerForm::changed, this, [this] { check(); });
        form = pipe.form;
    } else {
        const Section socket = addSection("socketSection");
        m_systemSection = socket.fold;
        form = socket.form;
        m_fields.add(form, "file-mode")->showHelpBelow();
        m_fields.add(form, "backlog");
    }
    m_fields.add(form, "in-buffer");
    m_fields.add(form, "out-buffer");
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
    options.connection.echo = echo();
    m_fields.readInto(options);
    if (m_windows != nullptr) {
        m_windows->readInto(options);
    }
    return options;
}

void NewServerDialog::setOptions(const pipecore::ServerOptions& options)
{
    setName(fromCore(options.name));
    mode()->setMode(options.mode);
    setAccess(static_cast<int>(options.access));
    setEcho(options.connection.echo);
    m_fields.setOptions(options);
    if (m_windows != nullptr) {
        m_windows->setOptions(options);
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
    const pipecore::ServerOptions now = options();
    const QString clients = now.instances == 0   ? tr("unlimited clients")
                            : now.instances == 1 ? tr("one client")
                                                 : tr("up to %1 clients").arg(now.instances);
    const QString ways = now.access == pipecore::Access::Duplex    ? tr("both directions")
                         : now.access == pipecore::Access::Inbound ? tr("receive only")
                                                                   : tr("send only");
    const QString sentence = now.mode == pipecore::PipeMode::Message
                                 ? tr("Message pipe %1: %2, %3.")
                                 : tr("Byte pipe %1: %2, %3.");
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
    m_presetField->setTip(
        tr("Set all options to the defaults of a library (name and echo are kept)"));
    m_preset->retranslate();
    modeField()->setLabel(tr("Type"));
    setOptionTip(modeField(), *pipecore::findOption<pipecore::ServerOptions>("mode"), system());
    setAccessTexts(tr("&Direction"),
                   {tr("duplex (both directions)"), tr("inbound (client to server)"),
                    tr("outbound (server to client)")});
    setOptionTip(accessField(), *pipecore::findOption<pipecore::ServerOptions>("access"), system());
    m_fields.retranslate();
    if (m_windows != nullptr) {
        m_accessSection->setTitle(tr("Perm&issions"));
        m_systemSection->setTitle(tr("&Windows pipe"));
        m_windows->retranslate();
    } else {
        m_systemSection->setTitle(tr("&Socket"));
    }
}

void NewServerDialog::updateFields()
{
    const pipecore::ServerOptions now = options();
    m_preset->setPreset(pipecore::matchingPreset(now, system()));
    m_presetField->setHelp(m_preset->explanation());
    if (m_windows != nullptr) {
        m_windows->update(now);
        m_instancesField->setHelp(
            now.instances == 0 ? QString() : tr("Additional clients fail with ERROR_PIPE_BUSY."));
        return;
    }
    const bool isMessage = now.mode == pipecore::PipeMode::Message;
    modeField()->setHelp(
        isMessage ? tr(
            "SOCK_SEQPACKET socket. .NET and Node.js clients use streams: select Bytes for them.")
                  : tr("SOCK_STREAM socket, as used by .NET and Node.js."));
    m_instancesField->setHelp(now.instances == 0 ? QString()
                                                 : tr("Additional clients wait in the queue."));
    m_fields.field("out-buffer")
        ->setHelp(isMessage ? tr("Messages larger than the socket buffer cannot be sent.")
                            : QString());
}

void NewServerDialog::remember()
{
    QSettings settings;
    saveOptions(settings, options());
}

} // namespace pipescope
