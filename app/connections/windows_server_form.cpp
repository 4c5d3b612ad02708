#include "connections/windows_server_form.h"

#include "connections/connection_options_form.h"
#include "connections/form_field.h"
#include "connections/option_widgets.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

enum ReadAs { AsMessages, AsBytes };

} // namespace

WindowsServerForm::WindowsServerForm(QFormLayout* access, QFormLayout* pipe)
    : QObject(pipe)
    , m_sddl(new QLineEdit)
    , m_editSddl(new QPushButton)
    , m_rejectRemote(makeCheck("rejectRemote"))
    , m_firstInstance(makeCheck("firstInstance"))
    , m_readMode(makeChoice("readMode", 2))
    , m_defaultTimeout(makeTimeEdit())
    , m_policy(makeChoice("instancePolicy", 2))
    , m_io(makeChoice("ioModel", 2))
    , m_writeThrough(makeCheck("writeThrough"))
    , m_rejectRemoteField(new FormField(m_rejectRemote))
    , m_firstInstanceField(new FormField(m_firstInstance))
    , m_readModeField(new FormField(m_readMode))
    , m_defaultTimeoutField(new FormField(m_defaultTimeout))
    , m_policyField(new FormField(m_policy))
    , m_ioField(new FormField(m_io))
    , m_writeThroughField(new FormField(m_writeThrough))
{
    makeSddlField(access);
    m_defaultTimeout->setObjectName(QStringLiteral("defaultTimeout"));
    for (FormField* field : {m_rejectRemoteField, m_firstInstanceField}) {
        access->addRow(field->label(), field);
    }
    for (FormField* field :
         {m_readModeField, m_policyField, m_ioField, m_defaultTimeoutField, m_writeThroughField}) {
        pipe->addRow(field->label(), field);
    }
    for (QCheckBox* check : {m_rejectRemote, m_firstInstance, m_writeThrough}) {
        connect(check, &QCheckBox::toggled, this, &WindowsServerForm::changed);
    }
    for (QComboBox* choice : {m_readMode, m_policy, m_io}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &WindowsServerForm::changed);
    }
    connect(m_defaultTimeout, &QSpinBox::valueChanged, this, &WindowsServerForm::changed);
    connect(m_sddl, &QLineEdit::textChanged, this, &WindowsServerForm::changed);
}

void WindowsServerForm::makeSddlField(QFormLayout* access)
{
    m_sddl->setObjectName(QStringLiteral("sddl"));
    m_sddl->setFont(Theme::instance().monospaceFont());
    m_sddl->setPlaceholderText(QStringLiteral("D:(A;;FA;;;SY)(A;;FRFW;;;AU)"));
    m_editSddl->setObjectName(QStringLiteral("editSddl"));
    m_editSddl->setAutoDefault(false);
    m_editSddl->hide();
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sddl, 1);
    layout->addWidget(m_editSddl);
    row->setFocusProxy(m_sddl);
    m_sddlField = new FormField(row);
    access->addRow(m_sddlField->label(), m_sddlField);
    connect(m_editSddl, &QPushButton::clicked, this, [this] {
        m_openEditor(m_sddl->window(), m_options,
                     [this](const QString& sddl) { m_sddl->setText(sddl); });
    });
}

void WindowsServerForm::setSecurityEditor(SecurityEditorOpener opener)
{
    m_openEditor = std::move(opener);
    m_editSddl->setVisible(m_openEditor != nullptr);
}

void WindowsServerForm::setOptions(const pipecore::ServerOptions& options)
{
    m_sddl->setText(fromCore(options.sddl));
    m_sddl->setCursorPosition(0);
    m_rejectRemote->setChecked(options.rejectRemote);
    m_firstInstance->setChecked(options.firstInstance);
    m_readMode->setCurrentIndex(options.readMode == pipecore::PipeMode::Byte
                                        && options.mode == pipecore::PipeMode::Message
                                    ? AsBytes
                                    : AsMessages);
    m_defaultTimeout->setValue(static_cast<int>(
        std::clamp<qint64>(options.defaultTimeout.count(), 0, m_defaultTimeout->maximum())));
    m_policy->setCurrentIndex(static_cast<int>(options.policy));
    m_io->setCurrentIndex(static_cast<int>(options.io));
    m_writeThrough->setChecked(options.writeThrough);
}

void WindowsServerForm::readInto(pipecore::ServerOptions& options) const
{
    options.sddl = m_sddl->text().trimmed().toStdString();
    options.rejectRemote = m_rejectRemote->isChecked();
    options.firstInstance = m_firstInstance->isChecked();
    if (options.mode == pipecore::PipeMode::Message && m_readMode->currentIndex() == AsBytes) {
        options.readMode = pipecore::PipeMode::Byte;
    } else {
        options.readMode.reset();
    }
    options.defaultTimeout = std::chrono::milliseconds(m_defaultTimeout->value());
    options.policy = static_cast<pipecore::InstancePolicy>(m_policy->currentIndex());
    options.io = static_cast<pipecore::IoModel>(m_io->currentIndex());
    options.writeThrough = m_writeThrough->isChecked() && !options.rejectRemote
                           && options.mode == pipecore::PipeMode::Byte;
}

void WindowsServerForm::update(const pipecore::ServerOptions& options)
{
    m_options = options;
    const bool isMessage = options.mode == pipecore::PipeMode::Message;
    m_readModeField->allow(isMessage, tr("A byte pipe has no messages: it is read as bytes."));
    m_writeThroughField->allow(!isMessage && !options.rejectRemote,
                               isMessage
                                   ? tr("Only byte pipes write through.")
                                   : tr("Only for clients on other computers, which are rejected "
                                        "(see \"Who may connect\")."));
    explainIo(m_io, m_ioField);
}

void WindowsServerForm::retranslateChoices()
{
    m_readMode->setItemText(AsMessages, tr("message by message"));
    m_readMode->setItemText(AsBytes, tr("as a stream of bytes"));
    m_policy->setItemText(static_cast<int>(pipecore::InstancePolicy::Fresh), tr("a new instance"));
    m_policy->setItemText(static_cast<int>(pipecore::InstancePolicy::Reuse),
                          tr("the same instance, disconnected"));
    m_defaultTimeout->setSuffix(tr(" ms"));
    m_defaultTimeout->setSpecialValueText(tr("50 ms, Windows' own"));
}

void WindowsServerForm::retranslate()
{
    retranslateChoices();
    m_sddlField->setLabel(tr("&Security (SDDL)"));
    m_sddlField->setHelp(tr("Empty: full access for you, Administrators and SYSTEM only."));
    m_sddlField->setTip(tr("The security descriptor of the pipe"),
                        QStringLiteral("lpSecurityAttributes"));
    m_editSddl->setText(tr("&Edit…"));
    m_editSddl->setToolTip(tr("Write it as a table of accounts and rights"));
    m_rejectRemote->setText(tr("&Reject clients on other computers"));
    m_rejectRemoteField->setTip(tr("Only programs of this computer may connect"),
                                QStringLiteral("PIPE_REJECT_REMOTE_CLIENTS"));
    m_firstInstance->setText(tr("Fail when the name is ser&ved already"));
    m_firstInstanceField->setTip(
        tr("Otherwise this server joins the other one, and clients come to either"),
        QStringLiteral("FILE_FLAG_FIRST_PIPE_INSTANCE"));
    m_readModeField->setLabel(tr("Read mo&de"));
    m_readModeField->setTip(tr("How this end reads a message pipe"),
                            QStringLiteral("PIPE_READMODE_MESSAGE, PIPE_READMODE_BYTE"));
    m_policyField->setLabel(tr("Ne&xt client gets"));
    m_policyField->setTip(
        tr("A new instance keeps what was sent readable; a disconnected one throws it away"),
        QStringLiteral("CloseHandle, DisconnectNamedPipe"));
    retranslateIo(m_io, m_ioField);
    m_defaultTimeoutField->setLabel(tr("Default &time-out"));
    m_defaultTimeoutField->setTip(
        tr("How long a client waits that calls WaitNamedPipe without a time of its own"),
        QStringLiteral("nDefaultTimeOut, NMPWAIT_USE_DEFAULT_WAIT"));
    m_writeThrough->setText(tr("&Write through"));
    m_writeThroughField->setTip(
        tr("A write to another computer completes when the data is there, not in a buffer here"),
        QStringLiteral("FILE_FLAG_WRITE_THROUGH"));
}

} // namespace pipescope
