#include "connections/new_client_dialog.h"

#include "connections/fold_section.h"
#include "connections/mode_choice.h"
#include "connections/options_settings.h"
#include "connections/wait_edit.h"
#include "connections/windows_client_form.h"
#include "widgets/formatting.h"

#include <QLocale>

#include <array>

namespace pipescope {

using pipecore::WaitPolicy;

namespace {

/// Options with an editor of their own.
constexpr std::array<std::string_view, 6> specialOfClient{"name", "mode",    "access",
                                                          "wait", "timeout", "echo"};

} // namespace

NewClientDialog::NewClientDialog(QWidget* parent, pipecore::System system)
    : PipeDialog(parent, system)
    , m_wait(new WaitEdit(system))
    , m_waitField(new FormField(m_wait))
    , m_fields(system)
{
    for (FormField* field : {accessField(), modeField(), m_waitField, echoField()}) {
        addField(field);
    }
    connect(m_wait, &WaitEdit::changed, this, [this] { check(); });
    makeSystemSections();
    m_fields.addRest(advancedForm(), specialOfClient);
    m_fields.onChange(this, [this] { check(); });

    retranslate();
    setOptions(loadOptions<pipecore::ClientOptions>(QSettings()));
}

void NewClientDialog::makeSystemSections()
{
    if (isWindows()) {
        const Section identity = addSection("identitySection");
        const Section pipe = addSection("pipeSection");
        m_identitySection = identity.fold;
        m_systemSection = pipe.fold;
        m_windows = new WindowsClientForm(identity.form, pipe.form, m_fields);
        return;
    }
    const Section socket = addSection("socketSection");
    m_systemSection = socket.fold;
    m_fields.add(socket.form, "buffer");
}

pipecore::ClientOptions NewClientDialog::options() const
{
    pipecore::ClientOptions options;
    options.name = name().toStdString();
    options.access = static_cast<pipecore::ClientAccess>(access());
    options.mode = mode()->mode();
    options.wait = m_wait->policy();
    options.timeout = m_wait->timeout();
    options.connection.echo = echo();
    m_fields.readInto(options);
    WindowsClientForm::leaveOut(options);
    return options;
}

void NewClientDialog::setOptions(const pipecore::ClientOptions& options)
{
    setName(fromCore(options.name));
    setAccess(static_cast<int>(options.access));
    mode()->setMode(options.mode);
    m_wait->setWait(options.wait, options.timeout);
    m_fields.setOptions(options);
    setEcho(options.connection.echo);
    check();
}

pipecore::Result<void> NewClientDialog::validateOptions() const
{
    return pipecore::validate(options());
}

QString NewClientDialog::waitText() const
{
    const QString seconds =
        locale().toString(static_cast<double>(m_wait->timeout().count()) / 1000.0, 'g', 6);
    const bool isZero = m_wait->timeout().count() == 0;
    switch (m_wait->policy()) {
    case WaitPolicy::KeepTrying:
        return isZero ? tr("makes one attempt") : tr("retries for up to %1 s").arg(seconds);
    case WaitPolicy::WaitThenOpen:
        return isZero ? tr("waits for a free instance up to the server's default timeout")
                      : tr("waits up to %1 s for a free instance").arg(seconds);
    case WaitPolicy::FailAtOnce: break;
    }
    return tr("makes one attempt");
}

QString NewClientDialog::effect() const
{
    const pipecore::ClientOptions now = options();
    const QString ways = now.access == pipecore::ClientAccess::ReadWrite
                             ? tr("for reading and writing")
                         : now.access == pipecore::ClientAccess::Read ? tr("for reading only")
                                                                      : tr("for writing only");
    const QString pieces =
        now.mode == pipecore::PipeMode::Message ? tr("in message mode") : tr("in byte mode");
    QString sentence = tr("Opens %1 %2 %3; %4.").arg(nameForSentence(), ways, pieces, waitText());
    if (m_windows != nullptr) {
        sentence += QLatin1Char(' ') + identitySentence(now.sqos);
    }
    return sentence;
}

QString NewClientDialog::acceptText() const
{
    return tr("Connect");
}

void NewClientDialog::retranslate()
{
    PipeDialog::retranslate();
    setWindowTitle(tr("New client"));
    setAccessTexts(tr("A&ccess"), {tr("read and write"), tr("read only"), tr("write only")});
    modeField()->setLabel(tr("Type"));
    m_waitField->setLabel(tr("Connec&t"));
    m_wait->retranslate();
    using pipecore::ClientOptions;
    using pipecore::findOption;
    setOptionTip(accessField(), *findOption<ClientOptions>("access"), system());
    setOptionTip(modeField(), *findOption<ClientOptions>("mode"), system());
    setOptionTip(m_waitField, *findOption<ClientOptions>("wait"), system());
    m_fields.retranslate();
    if (m_windows != nullptr) {
        m_identitySection->setTitle(tr("&Identity"));
        m_systemSection->setTitle(tr("Windows &pipe"));
        m_windows->retranslate();
    } else {
        m_systemSection->setTitle(tr("&Socket"));
    }
}

void NewClientDialog::updateFields()
{
    const pipecore::ClientOptions now = options();
    const bool isMessage = now.mode == pipecore::PipeMode::Message;
    if (m_windows != nullptr) {
        m_windows->update(now);
        modeField()->setHelp(isMessage ? tr("Requires a message pipe on the server.") : QString());
    } else {
        modeField()->setHelp(isMessage
                                 ? tr("SOCK_SEQPACKET socket. The server must use the same type.")
                                 : tr("SOCK_STREAM socket, as used by .NET and Node.js. The server "
                                      "must use the same type."));
    }
    QString help;
    if (now.wait == WaitPolicy::WaitThenOpen) {
        help =
            tr("Waits while all instances are busy; fails immediately if the pipe does not exist.");
    } else if (now.wait == WaitPolicy::KeepTrying && now.timeout.count() != 0) {
        help = tr("Waits until the pipe exists and an instance is free.");
    }
    m_waitField->setHelp(help);
}

void NewClientDialog::remember()
{
    QSettings settings;
    saveOptions(settings, options());
}

} // namespace pipescope
