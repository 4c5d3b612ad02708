#include "endpoints/endpoints_panel.h"

#include "endpoints/endpoints_model.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/marked_tree.h"
#include "widgets/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace pipescope {

namespace {

constexpr qint64 closedStay = 8000; ///< milliseconds
constexpr int rowIcon = 16;

QString headerKey()
{
    return QStringLiteral("endpoints/header");
}

QString keepClosedKey()
{
    return QStringLiteral("endpoints/keepClosed");
}

} // namespace

EndpointsPanel::EndpointsPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new EndpointsModel(this))
    , m_pages(new QStackedWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    makeEmptyPage();
    makeTree();
    makeActions();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_model->tick();
        showPage();
        scheduleTick();
    });
    connect(&Theme::instance(), &Theme::changed, this, &EndpointsPanel::restyle);

    const QSettings settings;
    const bool keep = settings.value(keepClosedKey(), false).toBool();
    m_keepClosed->setChecked(keep);
    m_model->setClosedStay(keep ? -1 : closedStay);
    m_tree->header()->restoreState(settings.value(headerKey()).toByteArray());
    retranslate();
    restyle();
    showPage();
    updateActions();
}

EndpointsPanel::~EndpointsPanel()
{
    QSettings settings;
    settings.setValue(headerKey(), m_tree->header()->saveState());
    settings.setValue(keepClosedKey(), m_keepClosed->isChecked());
}

void EndpointsPanel::makeEmptyPage()
{
    m_emptyPage = new QWidget(m_pages);
    m_emptyTitle = new QLabel(m_emptyPage);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    QFont font = m_emptyTitle->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    m_emptyTitle->setFont(font);
    m_emptyText = new QLabel(m_emptyPage);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_newServer = new QPushButton(m_emptyPage);
    m_newServer->setIcon(Theme::instance().icon(QStringLiteral("server")));
    m_newClient = new QPushButton(m_emptyPage);
    m_newClient->setIcon(Theme::instance().icon(QStringLiteral("client")));
    m_demo = new QPushButton(m_emptyPage);
    m_demo->setIcon(Theme::instance().icon(QStringLiteral("demo")));

    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_newServer, m_newClient, m_demo}) {
        buttons->addWidget(button);
    }
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(buttons);
    row->addStretch();
    auto* layout = new QVBoxLayout(m_emptyPage);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyText);
    layout->addSpacing(8);
    layout->addLayout(row);
    layout->addStretch(3);
    m_pages->addWidget(m_emptyPage);

    connect(m_newServer, &QPushButton::clicked, this, &EndpointsPanel::newServerRequested);
    connect(m_newClient, &QPushButton::clicked, this, &EndpointsPanel::newClientRequested);
    connect(m_demo, &QPushButton::clicked, this, &EndpointsPanel::demoRequested);
}

void EndpointsPanel::makeTree()
{
    m_tree = new MarkedTree(m_pages);
    m_tree->setObjectName(QStringLiteral("endpoints"));
    m_tree->setModel(m_model);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIconSize({rowIcon, rowIcon});
    m_tree->setIndentation(rowIcon + 4);
    m_tree->setColumnWidths(std::array{24, 8, 24, 11, 20, 20});
    m_pages->addWidget(m_tree);

    connect(m_tree, &QTreeView::activated, this, &EndpointsPanel::sendTo);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &EndpointsPanel::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EndpointsPanel::updateActions);
    connect(m_model, &QAbstractItemModel::rowsInserted, m_tree,
            [this](const QModelIndex& parent, int first, int last) {
                // Expanded initially; rows that the user collapses stay collapsed.
                for (int row = first; !parent.isValid() && row <= last; ++row) {
                    m_tree->expand(m_model->index(row, 0));
                }
            });
}

void EndpointsPanel::addAction(QAction*& action, const QString& icon, const QKeySequence& key,
                               void (EndpointsPanel::*slot)())
{
    action = m_tree->addRowAction(icon, key);
    connect(action, &QAction::triggered, this, slot);
}

void EndpointsPanel::makeActions()
{
    addAction(m_sendTo, QStringLiteral("send"), {}, &EndpointsPanel::sendTo);
    addAction(m_follow, QStringLiteral("follow"), {}, &EndpointsPanel::follow);
    addAction(m_identity, {}, {}, &EndpointsPanel::showIdentity);
    m_identity->setObjectName(QStringLiteral("identity"));
    addAction(m_endSending, {}, {}, &EndpointsPanel::endSending);
    m_endSending->setObjectName(QStringLiteral("endSending"));
    addAction(m_disconnect, QStringLiteral("disconnect"), Qt::Key_Delete,
              &EndpointsPanel::disconnectGracefully);
    addAction(m_disconnectAtOnce, {}, Qt::SHIFT | Qt::Key_Delete,
              &EndpointsPanel::disconnectAtOnce);
    addAction(m_stop, QStringLiteral("stop"), {}, &EndpointsPanel::stop);
    addAction(m_stopAtOnce, {}, {}, &EndpointsPanel::stopAtOnce);
    addAction(m_facts, QStringLiteral("about"), Qt::ALT | Qt::Key_Return,
              &EndpointsPanel::askFacts);
    addAction(m_frames, {}, {}, &EndpointsPanel::showFrames);
    m_frames->setObjectName(QStringLiteral("endpointFrames"));
    addAction(m_checkSecurity, {}, {}, &EndpointsPanel::checkSecurity);
    addAction(m_readMessages, {}, {}, &EndpointsPanel::readMessages);
    addAction(m_readBytes, {}, {}, &EndpointsPanel::readBytes);
#ifndef Q_OS_WIN
    for (QAction* action : {m_readMessages, m_readBytes}) {
        action->setVisible(false); // AF_UNIX sockets have no read mode
    }
#endif
    addAction(m_copyName, QStringLiteral("copy"), QKeySequence::Copy, &EndpointsPanel::copyName);
    addAction(m_copyProcessId, {}, {}, &EndpointsPanel::copyProcessId);
    addAction(m_clearClosed, QStringLiteral("clear"), {}, &EndpointsPanel::clearClosed);
    m_keepClosed = new QAction(m_tree);
    m_keepClosed->setCheckable(true);
    connect(m_keepClosed, &QAction::toggled, this, &EndpointsPanel::keepClosed);
}

void EndpointsPanel::setFacts(const pipecore::SessionFacts::Snapshot& facts)
{
    m_model->setFacts(facts);
    showPage();
    updateActions();
    scheduleTick();
}

void EndpointsPanel::showPage()
{
    QWidget* page = m_model->rowCount() == 0 ? m_emptyPage : m_tree;
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
    }
    setFocusProxy(page == m_tree ? static_cast<QWidget*>(m_tree) : m_newServer);
}

void EndpointsPanel::scheduleTick()
{
    if (const std::optional<int> next = m_model->nextTick()) {
        m_timer.start(*next);
    } else {
        m_timer.stop();
    }
}

EndpointsPanel::Selection EndpointsPanel::selection() const
{
    Selection selected;
    const QModelIndex index = m_tree->currentIndex().siblingAtColumn(EndpointsModel::Name);
    const EndpointRow* endpoint =
        m_model->endpointAt(index.parent().isValid() ? index.parent() : index);
    if (endpoint == nullptr) {
        return selected;
    }
    selected.name = fromCore(endpoint->facts.name);
    const ConnectionRow* connection = m_model->connectionAt(index);
    if (connection == nullptr) {
        const bool isServer = endpoint->facts.role == pipecore::Role::Server;
        selected.isConnected = endpoint->facts.open && endpoint->connected > 0;
        selected.isAlive = endpoint->facts.open;
        if (isServer) {
            selected.server = endpoint->facts.open ? endpoint->facts.id : pipecore::EndpointId{};
            return selected;
        }
        selected.client = endpoint->facts.open ? endpoint->facts.id : pipecore::EndpointId{};
        const auto& connections = m_model->connectionsOf(*endpoint);
        connection = connections.empty() ? nullptr : &connections.back();
    }
    if (connection != nullptr) {
        selected.connection = connection->facts.id;
        selected.isConnected = takesSends(connection->facts.state);
        selected.isUp = hasBothEnds(connection->facts.state);
        selected.isAlive = !connection->isOver();
        const pipecore::PeerInfo* peer = connection->facts.peer.get();
        if (peer != nullptr && peer->processId) {
            selected.processId = QString::number(*peer->processId);
        }
    }
    return selected;
}

void EndpointsPanel::updateActions()
{
    const Selection now = selection();
    m_sendTo->setEnabled(now.isConnected);
    m_follow->setEnabled(bool(now.connection));
    m_identity->setEnabled(now.isAlive && !now.processId.isEmpty());
    m_endSending->setEnabled(pipecore::thisSystem == pipecore::System::Unix && now.isConnected
                             && now.connection);
    m_disconnect->setEnabled(now.isAlive && now.connection);
    m_disconnectAtOnce->setEnabled(now.isAlive && now.connection);
    m_stop->setEnabled(now.server || now.client);
    m_stopAtOnce->setEnabled(now.server || now.client);
    m_facts->setEnabled(now.isUp && now.connection);
    m_frames->setEnabled(!now.name.isEmpty());
    m_checkSecurity->setEnabled(bool(now.server));
    m_readMessages->setEnabled(m_facts->isEnabled());
    m_readBytes->setEnabled(m_facts->isEnabled());
    m_copyName->setEnabled(!now.name.isEmpty());
    m_copyProcessId->setEnabled(!now.processId.isEmpty());
}

void EndpointsPanel::showMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // the reason why an action is not there
    updateActions();
    if (m_tree->currentIndex().isValid()) {
        menu->addActions({m_sendTo, m_follow, m_identity});
        menu->addSeparator();
        menu->addActions({m_endSending, m_disconnect, m_disconnectAtOnce, m_stop, m_stopAtOnce});
        menu->addSeparator();
        menu->addActions({m_facts, m_frames, m_checkSecurity, m_readMessages, m_readBytes});
        menu->addSeparator();
        menu->addActions({m_copyName, m_copyProcessId});
        menu->addSeparator();
    }
    menu->addActions({m_keepClosed, m_clearClosed});
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void EndpointsPanel::sendTo()
{
    const Selection now = selection();
    if (!now.isConnected) {
        return;
    }
    emit sendToRequested(now.connection ? SendTarget{now.connection, {}}
                                        : SendTarget{{}, now.server});
}

void EndpointsPanel::follow()
{
    if (const Selection now = selection(); now.connection) {
        emit followConnectionRequested(now.connection);
    }
}

void EndpointsPanel::showIdentity()
{
    if (const Selection now = selection(); now.connection) {
        emit identityRequested(now.connection);
    }
}

void EndpointsPanel::endSending()
{
    if (const Selection now = selection(); now.isConnected && now.connection) {
        emit endSendingRequested(now.connection);
    }
}

void EndpointsPanel::disconnectGracefully()
{
    disconnectCurrent(pipecore::CloseMode::Graceful);
}

void EndpointsPanel::disconnectAtOnce()
{
    disconnectCurrent(pipecore::CloseMode::Abortive);
}

void EndpointsPanel::disconnectCurrent(pipecore::CloseMode mode)
{
    if (const Selection now = selection(); now.connection && now.isAlive) {
        emit disconnectRequested(now.connection, mode);
    }
}

void EndpointsPanel::stop()
{
    stopCurrent(pipecore::CloseMode::Graceful);
}

void EndpointsPanel::stopAtOnce()
{
    stopCurrent(pipecore::CloseMode::Abortive);
}

void EndpointsPanel::stopCurrent(pipecore::CloseMode mode)
{
    const Selection now = selection();
    if (now.server || now.client) {
        emit stopRequested(now.server ? now.server : now.client, mode);
    }
}

void EndpointsPanel::askFacts()
{
    if (const Selection now = selection(); now.isUp && now.connection) {
        emit factsRequested(now.connection, now.name);
    }
}

void EndpointsPanel::showFrames()
{
    if (const Selection now = selection(); !now.name.isEmpty()) {
        emit framesRequested(now.name);
    }
}

void EndpointsPanel::checkSecurity()
{
    if (const Selection now = selection(); now.server) {
        emit securityCheckRequested(now.server);
    }
}

void EndpointsPanel::readMessages()
{
    changeReadMode(pipecore::PipeMode::Message);
}

void EndpointsPanel::readBytes()
{
    changeReadMode(pipecore::PipeMode::Byte);
}

void EndpointsPanel::changeReadMode(pipecore::PipeMode mode)
{
    if (const Selection now = selection(); now.isConnected && now.connection) {
        emit readModeRequested(now.connection, mode);
    }
}

void EndpointsPanel::copyName()
{
    if (const Selection now = selection(); !now.name.isEmpty()) {
        QGuiApplication::clipboard()->setText(now.name);
    }
}

void EndpointsPanel::copyProcessId()
{
    if (const Selection now = selection(); !now.processId.isEmpty()) {
        QGuiApplication::clipboard()->setText(now.processId);
    }
}

void EndpointsPanel::keepClosed(bool keep)
{
    m_model->setClosedStay(keep ? -1 : closedStay);
    showPage();
    scheduleTick();
}

void EndpointsPanel::clearClosed()
{
    m_model->clearClosed();
    showPage();
    updateActions();
    scheduleTick();
}

void EndpointsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void EndpointsPanel::retranslate()
{
    m_emptyTitle->setText(tr("No endpoints"));
    m_emptyText->setText(tr("Start a pipe server or connect to an existing pipe."));
    m_newServer->setText(tr("New server…"));
    m_newClient->setText(tr("New client…"));
    m_demo->setText(tr("Run the demo"));
    m_tree->setAccessibleName(tr("Endpoints"));
    m_sendTo->setText(tr("Send to"));
    m_follow->setText(tr("Go to newest row"));
    m_identity->setText(tr("Peer identity…"));
    m_endSending->setText(tr("End sending"));
    m_endSending->setToolTip(
        pipecore::thisSystem == pipecore::System::Unix
            ? tr("Tells the peer that no more data follows. It can still answer.")
            : tr("Windows pipes have no half-close. Disconnect instead."));
    m_disconnect->setText(tr("Disconnect"));
    m_disconnect->setToolTip(tr("Send queued data first, then close"));
    m_disconnectAtOnce->setText(tr("Abort connection"));
    m_disconnectAtOnce->setToolTip(tr("Discard queued data and close immediately"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Close all its connections and release the name"));
    m_stopAtOnce->setText(tr("Abort"));
    m_stopAtOnce->setToolTip(tr("Discard queued data, close all connections and release the name"));
    m_facts->setText(tr("Pipe properties…"));
    m_frames->setText(tr("Frames and requests…"));
    m_frames->setToolTip(tr("Set the framing rule of this pipe, and which side sends requests"));
    m_checkSecurity->setText(tr("Check security…"));
    m_checkSecurity->setToolTip(tr("Check the current permissions of the pipe"));
    m_readMessages->setText(tr("Read as messages"));
    m_readBytes->setText(tr("Read as bytes"));
    m_copyName->setText(tr("Copy name"));
    m_copyProcessId->setText(tr("Copy process ID"));
    m_keepClosed->setText(tr("Keep closed connections"));
    m_clearClosed->setText(tr("Remove closed connections"));
    m_model->refreshTexts();
}

void EndpointsPanel::restyle()
{
    setTextColor(m_emptyText, Token::Muted);
    m_model->refreshTexts();
}

} // namespace pipescope
