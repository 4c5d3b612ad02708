#include "connections/new_client_dialog.h"

#include "connections/connection_options_form.h"
#include "connections/form_field.h"
#include "connections/mode_choice.h"
#include "connections/options_settings.h"
#include "connections/size_edit.h"
#include "widgets/formatting.h"

#include <algorithm>

namespace pipescope {

namespace {} // namespace

NewClientDialog::NewClientDialog(QWidget* parent)
    : PipeDialog(parent)
    , m_timeout(makeTimeEdit())
    , m_buffer(makeBufferEdit())
    , m_timeoutField(makeNumberField(m_timeout, "timeout"))
    , m_bufferField(makeNumberField(m_buffer, "buffer"))
{
    for (FormField* field : {accessField(), modeField(), m_timeoutField, echoField()}) {
        addField(field);
    }
    addAdvancedField(m_bufferField);
#ifdef Q_OS_WIN
    m_buffer->setEnabled(false);
#endif

    retranslate();
    setOptions(loadClientOptions(QSettings()));
}

pipecore::ClientOptions NewClientDialog::options() const
{
    pipecore::ClientOptions options;
    options.name = name().toStdString();
    options.access = static_cast<pipecore::ClientAccess>(access());
    options.mode = mode()->mode();
    options.timeout = std::chrono::milliseconds(m_timeout->value());
    options.bufferSize = static_cast<std::uint32_t>(m_buffer->value());
    options.connection = connectionOptions();
    return options;
}

void NewClientDialog::setOptions(const pipecore::ClientOptions& options)
{
    setName(fromCore(options.name));
    setAccess(static_cast<int>(options.access));
    mode()->setMode(options.mode);
    m_timeout->setValue(
        static_cast<int>(std::clamp<qint64>(options.timeout.count(), 0, m_timeout->maximum())));
    setSize(m_buffer, options.bufferSize);
    setConnectionOptions(options.connection);
    check();
}

pipecore::Result<void> NewClientDialog::validateOptions() const
{
    return pipecore::validate(options());
}

QString NewClientDialog::effect() const
{
    const pipecore::ClientAccess direction = options().access;
    const QString ways = direction == pipecore::ClientAccess::ReadWrite ? tr("to read and write")
                         : direction == pipecore::ClientAccess::Read    ? tr("to read only")
                                                                        : tr("to write only");
    const QString pieces = mode()->mode() == pipecore::PipeMode::Message
                               ? tr("message by message")
                               : tr("as a stream of bytes");
    const QString wait = m_timeout->value() == 0
                             ? tr("tries once")
                             : tr("waits up to %1 s for it")
                                   .arg(locale().toString(m_timeout->value() / 1000.0, 'g', 6));
    return tr("Opens %1 %2, %3; %4.").arg(nameForSentence(), ways, pieces, wait);
}

QString NewClientDialog::acceptText() const
{
    return tr("Connect");
}

void NewClientDialog::retranslate()
{
    PipeDialog::retranslate();
    setWindowTitle(tr("New client"));
    setAccessTexts(tr("&Open to"), {tr("read and write"), tr("read only"), tr("write only")});
    modeField()->setLabel(tr("Read as"));
    m_timeoutField->setLabel(tr("&Wait for it"));
    m_timeout->setSuffix(tr(" ms"));
    m_timeout->setSpecialValueText(tr("try once"));
    m_bufferField->setLabel(tr("B&uffer"));
    m_buffer->setSpecialValueText(tr("as the system likes"));
#ifdef Q_OS_WIN
    m_buffer->setToolTip(tr("On Windows the server sets the buffers."));
#endif
}

void NewClientDialog::updateFields()
{
#ifdef Q_OS_WIN
    modeField()->setHelp(mode()->mode() == pipecore::PipeMode::Message
                             ? tr("The server's pipe must be a message pipe.")
                             : QString());
#else
    modeField()->setHelp(mode()->mode() == pipecore::PipeMode::Message
                             ? tr("A SOCK_SEQPACKET socket: the server's must be one too.")
                             : tr("A SOCK_STREAM socket, as .NET and Node.js serve it: the "
                                  "server's must be one too."));
#endif
    m_timeoutField->setHelp(
        m_timeout->value() == 0
            ? QString()
            : tr("Waits while there is no such pipe, or all its instances are busy."));
}

void NewClientDialog::remember()
{
    QSettings settings;
    saveClientOptions(settings, options());
}

} // namespace pipescope
