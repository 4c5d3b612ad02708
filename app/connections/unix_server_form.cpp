#include "connections/unix_server_form.h"

#include "connections/file_mode_edit.h"
#include "connections/form_field.h"

#include <QFormLayout>

namespace pipescope {

namespace {

constexpr int longestBacklog = 65535;

} // namespace

UnixServerForm::UnixServerForm(QFormLayout* form)
    : QObject(form)
    , m_fileMode(new FileModeEdit)
    , m_backlog(new QSpinBox)
    , m_fileModeField(new FormField(m_fileMode))
    , m_backlogField(new FormField(m_backlog))
{
    m_fileMode->setObjectName(QStringLiteral("fileMode"));
    m_backlog->setObjectName(QStringLiteral("backlog"));
    m_backlog->setRange(1, longestBacklog);
    m_backlog->setGroupSeparatorShown(true);
    for (FormField* field : {m_fileModeField, m_backlogField}) {
        form->addRow(field->label(), field);
    }
    connect(m_fileMode, &QSpinBox::valueChanged, this, &UnixServerForm::changed);
    connect(m_backlog, &QSpinBox::valueChanged, this, &UnixServerForm::changed);
}

void UnixServerForm::setOptions(const pipecore::ServerOptions& options)
{
    m_fileMode->setValue(static_cast<int>(options.fileMode));
    m_backlog->setValue(static_cast<int>(options.backlog));
}

void UnixServerForm::readInto(pipecore::ServerOptions& options) const
{
    options.fileMode = static_cast<std::uint32_t>(m_fileMode->value());
    options.backlog = static_cast<std::uint32_t>(m_backlog->value());
}

void UnixServerForm::retranslate()
{
    m_fileModeField->setLabel(tr("&File mode"));
    m_fileModeField->setHelp(tr("Octal. To connect takes the right to write."));
    m_fileModeField->setTip(tr("Permissions of the socket file"), QStringLiteral("chmod(2)"));
    m_backlogField->setLabel(tr("Bac&klog"));
    m_backlogField->setTip(tr("Clients that may wait to be accepted; the system may allow fewer"),
                           QStringLiteral("listen(2), net.core.somaxconn"));
}

} // namespace pipescope
