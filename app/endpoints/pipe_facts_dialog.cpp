#include "endpoints/pipe_facts_dialog.h"

#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr int dialogWidth = 420;

QString unknown()
{
    return QStringLiteral("–");
}

} // namespace

PipeFactsDialog::PipeFactsDialog(pipecore::ConnectionId connection, QString place, QWidget* parent,
                                 pipecore::System system)
    : QDialog(parent)
    , m_connection(connection)
    , m_place(std::move(place))
    , m_isWindows(system == pipecore::System::Windows)
    , m_problem(new QLabel(this))
    , m_refresh(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    m_info = makeGroup(grid, "info", m_isWindows ? 4 : 3);
    if (m_isWindows) {
        m_state = makeGroup(grid, "state", 4);
    }
    m_waiting = makeGroup(grid, "waiting", 2);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_refresh, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_refresh->setObjectName(QStringLiteral("refresh"));
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    m_refresh->setAutoDefault(false);
    m_close->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(grid);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(buttons);

    connect(m_refresh, &QPushButton::clicked, this,
            [this] { emit refreshRequested(m_connection); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setTextColor(m_problem, Token::Warning);
    retranslate();
    resize(std::max(dialogWidth, sizeHint().width()), sizeHint().height());
}

PipeFactsDialog::Group PipeFactsDialog::makeGroup(QGridLayout* grid, const char* name, int lines)
{
    Group group{.title = new QLabel(this), .reason = new QLabel(this), .lines = {}};
    if (grid->rowCount() > 1) {
        grid->setRowMinimumHeight(grid->rowCount(), 8);
    }
    QFont bold = font();
    bold.setBold(true);
    group.title->setFont(bold);
    group.reason->setWordWrap(true);
    group.reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    group.reason->setObjectName(QStringLiteral("%1Reason").arg(QLatin1String(name)));
    setTextColor(group.reason, Token::Warning);
    group.reason->hide();
    int row = grid->rowCount() + 1;
    grid->addWidget(group.title, row++, 0, 1, 2);
    grid->addWidget(group.reason, row++, 0, 1, 2);
    for (int i = 0; i < lines; ++i) {
        const Line line{.name = new QLabel(this), .value = new QLabel(unknown(), this)};
        line.value->setObjectName(QStringLiteral("%1%2").arg(QLatin1String(name)).arg(i));
        line.value->setTextInteractionFlags(Qt::TextSelectableByMouse
                                            | Qt::TextSelectableByKeyboard);
        setTextColor(line.name, Token::Muted);
        grid->addWidget(line.name, row, 0);
        grid->addWidget(line.value, row++, 1);
        group.lines.push_back(line);
    }
    return group;
}

void PipeFactsDialog::setFacts(const pipecore::PipeFacts& facts)
{
    m_facts = facts;
    m_error.reset();
    showAll();
}

void PipeFactsDialog::setProblem(const pipecore::Error& error)
{
    m_error = error;
    showAll();
}

void PipeFactsDialog::showAll()
{
    if (m_facts) {
        showInfo(m_facts->info);
        if (m_isWindows) {
            showState(m_facts->state);
        }
        showWaiting(m_facts->waiting);
    }
    m_problem->setVisible(m_error.has_value());
    if (m_error) {
        m_problem->setText(tr("The connection has ended. Its last known properties are shown. %1")
                               .arg(errorLine(*m_error)));
    }
}

void PipeFactsDialog::showValues(const Group& group, const std::vector<QString>& values)
{
    group.reason->hide();
    for (std::size_t i = 0; i < group.lines.size(); ++i) {
        group.lines.at(i).value->setText(values.at(i));
    }
}

void PipeFactsDialog::showReason(const Group& group, const pipecore::Error& error)
{
    group.reason->setText(errorLine(error));
    group.reason->show();
    for (const Line& line : group.lines) {
        line.value->setText(unknown());
    }
}

void PipeFactsDialog::showInfo(const pipecore::Result<pipecore::PipeInfo>& info)
{
    if (!info) {
        showReason(m_info, info.error());
        return;
    }
    showValues(m_info,
               {m_isWindows                                 ? modeText(info->type)
                : info->type == pipecore::PipeMode::Message ? QStringLiteral("SOCK_SEQPACKET")
                                                            : QStringLiteral("SOCK_STREAM"),
                formatBytes(info->outBufferSize), formatBytes(info->inBufferSize),
                info->maxInstances == 0 ? tr("unlimited") : formatCount(info->maxInstances)});
}

void PipeFactsDialog::showState(const pipecore::Result<pipecore::HandleState>& state)
{
    if (!state) {
        showReason(m_state, state.error());
        return;
    }
    showValues(
        m_state,
        {modeText(state->readMode),
         state->nonBlocking ? QStringLiteral("PIPE_NOWAIT") : QStringLiteral("PIPE_WAIT"),
         formatCount(state->instances),
         state->collectionBytes && state->collectionMs
             ? tr("%1, up to %2 ms")
                   .arg(formatBytes(*state->collectionBytes), formatCount(*state->collectionMs))
             : tr("none (remote clients only)")});
}

void PipeFactsDialog::showWaiting(const pipecore::Result<pipecore::Waiting>& waiting)
{
    if (!waiting) {
        showReason(m_waiting, waiting.error());
        return;
    }
    const auto bytes = [](const std::optional<std::uint32_t>& count) {
        return count ? formatBytes(*count) : unknown();
    };
    showValues(m_waiting,
               {formatBytes(waiting->bytes),
                m_isWindows ? bytes(waiting->leftInMessage) : bytes(waiting->unreadByPeer)});
}

void PipeFactsDialog::retranslate()
{
    setWindowTitle(tr("Properties of %1").arg(m_place));
    m_refresh->setText(tr("Refresh"));
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    m_refresh->setToolTip(tr("Refresh the properties (F5)"));
    m_close->setText(tr("Close"));
    const auto name = [](const Group& group, const std::vector<QString>& texts) {
        for (std::size_t i = 0; i < group.lines.size(); ++i) {
            group.lines.at(i).name->setText(texts.at(i));
        }
    };
    m_info.title->setText(m_isWindows ? tr("The pipe (GetNamedPipeInfo)")
                                      : tr("The socket (getsockopt)"));
    name(m_info, {tr("Type"), tr("Output buffer"), tr("Input buffer"), tr("Max. instances")});
    if (m_isWindows) {
        m_state.title->setText(tr("This end (GetNamedPipeHandleState)"));
        name(m_state,
             {tr("Read mode"), tr("Wait mode"), tr("Current instances"), tr("Collect data")});
    }
    m_waiting.title->setText(m_isWindows ? tr("Pending data (PeekNamedPipe)")
                                         : tr("Pending data (FIONREAD, SIOCOUTQ)"));
    name(m_waiting, {tr("Not read here"),
                     m_isWindows ? tr("Rest of first message") : tr("Not read by the peer")});
    showAll();
}

void PipeFactsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace pipescope
