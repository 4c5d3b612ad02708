#include "security/security_check_dialog.h"

#include "security/findings_panel.h"
#include "tasks/background.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace pipescope {

SecurityCheckDialog::SecurityCheckDialog(QString name, Read read, AccountSource accounts,
                                         QWidget* parent)
    : QDialog(parent)
    , m_name(std::move(name))
    , m_title(headline(this, 1.2))
    , m_note(selectableLabel(this))
    , m_descriptor(selectableLabel(this))
    , m_findings(new FindingsPanel(new Accounts(std::move(accounts), this), this))
    , m_read(std::move(read))
{
    setObjectName(QStringLiteral("securityCheck"));
    m_note->setObjectName(QStringLiteral("note"));
    m_descriptor->setObjectName(QStringLiteral("descriptor"));
    m_descriptor->setFont(Theme::instance().monospaceFont());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_again = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_again->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addWidget(m_descriptor);
    layout->addWidget(m_findings, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, [this] { start(m_read); });
    resizeWithinScreen(*this, {640, 520});
    start(m_read);
    retranslate();
}

void SecurityCheckDialog::start(const Read& read)
{
    m_live.reset();
    showResult();
    onOwnThread(
        this,
        [read, name = m_name.toStdString()]() -> pipecore::Result<pipecore::LiveSecurity> {
            const auto parsed = pipecore::PipeName::parse(name);
            return parsed ? read(*parsed) : std::unexpected(parsed.error());
        },
        [this](const pipecore::Result<pipecore::LiveSecurity>& live) {
            m_live = live;
            showResult();
        });
}

void SecurityCheckDialog::showResult()
{
    m_again->setEnabled(m_live.has_value());
    m_findings->setVisible(m_live && m_live->has_value());
    m_descriptor->setVisible(m_findings->isVisibleTo(this));
    if (!m_live) {
        m_note->setText(tr("Checking…"));
        return;
    }
    if (!*m_live) {
        m_note->setText(
            QStringLiteral("%1: %2").arg(errorTitle(m_live->error()), errorLine(m_live->error())));
        return;
    }
    const pipecore::LiveSecurity& live = **m_live;
    m_findings->setFindings(pipecore::checkLive(live));
    if (live.socket) {
        m_note->setText(
            tr("Access is controlled by the permissions of the socket and its folder."));
        m_descriptor->setText(tr("mode %1, owner %2; folder: mode %3, owner %4")
                                  .arg(live.socket->mode, 4, 8, QLatin1Char('0'))
                                  .arg(live.socket->owner)
                                  .arg(live.socket->folderMode, 4, 8, QLatin1Char('0'))
                                  .arg(live.socket->folderOwner));
        return;
    }
    m_note->setText(live.isOwnServer
                        ? tr("Read from the server itself: the pipe was not opened.")
                        : tr("The pipe was opened once with minimal access: the server has seen a "
                             "client connect and disconnect."));
    const auto text = live.descriptor ? pipecore::formatSddl(*live.descriptor)
                                      : pipecore::Result<std::string>(std::string());
    m_descriptor->setText(text ? fromCore(*text) : errorDetail(text.error()));
}

void SecurityCheckDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_close != nullptr) {
        retranslate();
    }
}

void SecurityCheckDialog::retranslate()
{
    setWindowTitle(tr("Security check"));
    m_title->setText(m_name);
    m_again->setText(tr("Check again"));
    m_close->setText(tr("Close"));
    showResult();
}

} // namespace pipescope
