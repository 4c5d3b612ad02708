#include "connections/windows_server_form.h"

#include "connections/option_labels.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace pipescope {

namespace {

enum ReadAs { AsMessages, AsBytes };

} // namespace

WindowsServerForm::WindowsServerForm(QFormLayout* access, QFormLayout* pipe,
                                     OptionFields<pipecore::ServerOptions>& fields)
    : QObject(pipe)
    , m_sddl(new QLineEdit)
    , m_editSddl(new QPushButton)
    , m_readMode(new QComboBox)
{
    makeSddlField(access);
    for (const char* key : {"allow-remote", "first-instance"}) {
        fields.add(access, key);
    }
    makeReadModeField(pipe);
    fields.add(pipe, "reuse");
    m_sync = fields.add(pipe, "sync");
    fields.add(pipe, "default-timeout");
    m_writeThrough = fields.add(pipe, "write-through");
    connect(m_readMode, &QComboBox::currentIndexChanged, this, &WindowsServerForm::changed);
    connect(m_sddl, &QLineEdit::textChanged, this, &WindowsServerForm::changed);
}

void WindowsServerForm::makeSddlField(QFormLayout* access)
{
    m_sddl->setObjectName(QStringLiteral("sddl"));
    m_sddl->setFont(Theme::instance().monospaceFont());
    m_sddl->setPlaceholderText(QStringLiteral("D:P(A;;FA;;;SY)(A;;FA;;;BA)"));
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

void WindowsServerForm::makeReadModeField(QFormLayout* pipe)
{
    m_readMode->setObjectName(QStringLiteral("readMode"));
    m_readMode->addItems({QString(), QString()});
    m_readModeField = new FormField(m_readMode);
    pipe->addRow(m_readModeField->label(), m_readModeField);
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
    m_readMode->setCurrentIndex(options.readMode == pipecore::PipeMode::Byte
                                        && options.mode == pipecore::PipeMode::Message
                                    ? AsBytes
                                    : AsMessages);
}

void WindowsServerForm::readInto(pipecore::ServerOptions& options) const
{
    options.sddl = m_sddl->text().trimmed().toStdString();
    if (options.mode == pipecore::PipeMode::Message && m_readMode->currentIndex() == AsBytes) {
        options.readMode = pipecore::PipeMode::Byte;
    } else {
        options.readMode.reset();
    }
    options.writeThrough =
        options.writeThrough && !options.rejectRemote && options.mode == pipecore::PipeMode::Byte;
}

void WindowsServerForm::update(const pipecore::ServerOptions& options)
{
    m_options = options;
    const bool isMessage = options.mode == pipecore::PipeMode::Message;
    m_readModeField->allow(isMessage, tr("Byte pipes are always read as bytes."));
    m_writeThrough->allow(
        !isMessage && !options.rejectRemote,
        isMessage
            ? tr("Applies to byte pipes only.")
            : tr("Applies to remote clients only, which are rejected (see \"Permissions\")."));
    m_sync->setHelp(syncHelp(options.io));
}

void WindowsServerForm::retranslate()
{
    using pipecore::findOption;
    using pipecore::ServerOptions;
    m_sddlField->setLabel(tr("&Security (SDDL)"));
    setOptionHelp(m_sddlField, *findOption<ServerOptions>("sddl"), pipecore::System::Windows);
    m_editSddl->setText(tr("&Edit…"));
    m_editSddl->setToolTip(tr("Edit as a table of accounts and permissions"));
    m_readModeField->setLabel(tr("&Read mode"));
    setOptionTip(m_readModeField, *findOption<ServerOptions>("read-mode"),
                 pipecore::System::Windows);
    m_readMode->setItemText(AsMessages, tr("messages"));
    m_readMode->setItemText(AsBytes, tr("bytes"));
}

} // namespace pipescope
