#include "connections/new_client_dialog.h"

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

} // namespace

NewClientDialog::NewClientDialog(QWidget* parent)
    : PipeDialog(parent)
    , m_mode(new ModeChoice)
    , m_access(new QComboBox)
    , m_timeout(makeTimeEdit())
    , m_buffer(new SizeEdit(0, largestBuffer))
    , m_modeField(new FormField(m_mode))
    , m_accessField(new FormField(m_access))
    , m_timeoutField(new FormField(m_timeout))
    , m_bufferField(new FormField(m_buffer))
{
    m_access->setObjectName(QStringLiteral("access"));
    m_access->addItems({QString(), QString(), QString()});
    m_timeout->setObjectName(QStringLiteral("timeout"));
    m_buffer->setObjectName(QStringLiteral("buffer"));
    addField(m_accessField);
    addField(m_modeField);
    addField(m_timeoutField);
    addEchoField();
    addAdvancedField(m_bufferField);
#ifdef Q_OS_WIN
    m_buffer->setEnabled(false);
#endif

    retranslate();
    setOptions(loadClientOptions(QSettings()));
    connect(m_mode, &ModeChoice::changed, this, &NewClientDialog::check);
    connect(m_access, &QComboBox::currentIndexChanged, this, &NewClientDialog::check);
    for (QSpinBox* edit : {m_timeout, static_cast<QSpinBox*>(m_buffer)}) {
        connect(edit, &QSpinBox::valueChanged, this, &NewClientDialog::check);
    }
}

pipecore::ClientAccess NewClientDialog::access() const
{
    return static_cast<pipecore::ClientAccess>(m_access->currentIndex());
}

pipecore::ClientOptions NewClientDialog::options() const
{
    pipecore::ClientOptions options;
    options.name = name().toStdString();
    options.access = access();
    options.mode = m_mode->mode();
    options.timeout = std::chrono::milliseconds(m_timeout->value());
    options.bufferSize = static_cast<std::uint32_t>(m_buffer->value());
    options.connection = connectionForm()->options();
    options.connection.echo = echo()->isEnabled() && echo()->isChecked();
    return options;
}

void NewClientDialog::setOptions(const pipecore::ClientOptions& options)
{
    setName(fromCore(options.name));
    m_access->setCurrentIndex(static_cast<int>(options.access));
    m_mode->setMode(options.mode);
    m_timeout->setValue(
        static_cast<int>(std::clamp<qint64>(options.timeout.count(), 0, m_timeout->maximum())));
    m_buffer->setValue(
        static_cast<int>(std::min<std::uint32_t>(options.bufferSize, largestBuffer)));
    connectionForm()->setOptions(options.connection);
    echo()->setChecked(options.connection.echo);
    check();
}

pipecore::Result<void> NewClientDialog::validateOptions() const
{
    return pipecore::validate(options());
}

QString NewClientDialog::effect() const
{
    const QString ways = access() == pipecore::ClientAccess::ReadWrite ? tr("to read and write")
                         : access() == pipecore::ClientAccess::Read    ? tr("to read only")
                                                                       : tr("to write only");
    const QString pieces = m_mode->mode() == pipecore::PipeMode::Message
                               ? tr("message by message")
                               : tr("as a stream of bytes");
    const QString wait = m_timeout->value() == 0
                             ? tr("tries once")
                             : tr("waits up to %1 s for it")
                                   .arg(locale().toString(m_timeout->value() / 1000.0, 'g', 6));
    QString sentence = tr("Opens %1 %2, %3; %4.").arg(nameForSentence(), ways, pieces, wait);
    if (options().connection.echo) {
        sentence += QLatin1Char(' ') + tr("Everything received is sent back.");
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
    m_accessField->setLabel(tr("&Open to"));
    m_access->setItemText(0, tr("read and write"));
    m_access->setItemText(1, tr("read only"));
    m_access->setItemText(2, tr("write only"));
    m_modeField->setLabel(tr("Read as"));
    m_mode->setTexts(tr("&Messages"), tr("B&ytes"));
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
    allowEcho(access() == pipecore::ClientAccess::ReadWrite);
#ifdef Q_OS_WIN
    m_modeField->setHelp(m_mode->mode() == pipecore::PipeMode::Message
                             ? tr("The server's pipe must be a message pipe.")
                             : QString());
#else
    m_modeField->setHelp(m_mode->mode() == pipecore::PipeMode::Message
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
