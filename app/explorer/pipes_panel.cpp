#include "explorer/pipes_panel.h"

#include "explorer/pipe_texts.h"
#include "explorer/pipes_model.h"
#include "explorer/pipes_notice.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/marked_tree.h"
#include "widgets/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include <array>
#include <utility>

namespace pipescope {

namespace {

QString headerKey()
{
    return QStringLiteral("pipes/header");
}

} // namespace

PipesPanel::PipesPanel(const PipeWatcher::MakeLister& makeLister, QWidget* parent)
    : QWidget(parent)
    , m_watcher(new PipeWatcher(makeLister, this))
    , m_model(new PipesModel(this))
    , m_proxy(new PipesProxy(this))
    , m_pages(new QStackedWidget(this))
{
    m_proxy->setSourceModel(m_model);
    makeFilterRow();
    makeList();
    m_notice = new PipesNotice(m_pages);
    m_pages->addWidget(m_notice);
    connect(m_notice, &PipesNotice::newClientRequested, this, &PipesPanel::newClientRequested);
    makeActions();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filterRow);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_buttons);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PipesPanel::tick);
    connect(m_watcher, &PipeWatcher::listed, this, &PipesPanel::receive);
    connect(&Theme::instance(), &Theme::changed, m_model, &PipesModel::refreshTexts);
    if (!m_tree->header()->restoreState(QSettings().value(headerKey()).toByteArray())) {
        m_tree->sortByColumn(PipesModel::Name, Qt::AscendingOrder);
    }
    showColumns();
    retranslate();
    showPage();
    updateActions();
}

PipesPanel::~PipesPanel()
{
    QSettings().setValue(headerKey(), m_tree->header()->saveState());
}

void PipesPanel::makeFilterRow()
{
    m_filterRow = new QWidget(this);
    m_filter = new QLineEdit(m_filterRow);
    m_filter->setObjectName(QStringLiteral("pipesFilter"));
    m_filter->setClearButtonEnabled(true);
    m_pause = new QToolButton(m_filterRow);
    m_pause->setObjectName(QStringLiteral("pipesPause"));
    m_pause->setCheckable(true);
    m_pause->setAutoRaise(true);
    m_pause->setIcon(Theme::instance().icon(QStringLiteral("pause")));
    auto* layout = new QHBoxLayout(m_filterRow);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_pause);
    connect(m_filter, &QLineEdit::textChanged, this, &PipesPanel::setFilter);
    connect(m_pause, &QToolButton::toggled, this, &PipesPanel::watch);
}

void PipesPanel::makeList()
{
    m_tree = new MarkedTree(m_pages);
    m_tree->setObjectName(QStringLiteral("pipes"));
    m_tree->setModel(m_proxy);
    m_tree->setRootIsDecorated(false);
    m_tree->setSortingEnabled(true);
    m_tree->setColumnWidths(std::array{26, 11, 10, 8, 16, 9});
    m_pages->addWidget(m_tree);

    connect(m_tree, &QTreeView::activated, this, &PipesPanel::connectTo);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &PipesPanel::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PipesPanel::updateActions);
}

void PipesPanel::addAction(QAction*& action, const QString& icon, const QKeySequence& key,
                           void (PipesPanel::*slot)())
{
    action = m_tree->addRowAction(icon, key);
    connect(action, &QAction::triggered, this, slot);
}

void PipesPanel::makeActions()
{
    addAction(m_connect, QStringLiteral("client"), {}, &PipesPanel::connectTo);
    addAction(m_serve, QStringLiteral("server"), {}, &PipesPanel::serve);
    addAction(m_inspect, QStringLiteral("info"), Qt::ALT | Qt::Key_Return, &PipesPanel::inspect);
    addAction(m_copyName, QStringLiteral("copy"), QKeySequence::Copy, &PipesPanel::copyName);

    m_buttons = new QWidget(this);
    auto* layout = new QHBoxLayout(m_buttons);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    const auto addButton = [&](QPushButton*& button, QAction* action) {
        button = new QPushButton(action->icon(), {}, m_buttons);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
    };
    addButton(m_connectButton, m_connect);
    addButton(m_serveButton, m_serve);
    addButton(m_inspectButton, m_inspect);
    layout->addStretch();
}

bool PipesPanel::isPaused() const
{
    return m_pause->isChecked();
}

void PipesPanel::setPaused(bool paused)
{
    m_pause->setChecked(paused);
}

QString PipesPanel::notice() const
{
    return m_pages->currentWidget() == m_tree ? QString() : m_notice->words();
}

void PipesPanel::watch()
{
    m_watcher->setActive(isVisible() && !isPaused());
}

void PipesPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    watch();
}

void PipesPanel::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    watch();
}

template <typename Change>
void PipesPanel::keepingPlace(Change&& change)
{
    const bool isAtTop = m_tree->verticalScrollBar()->value() == 0;
    const QPersistentModelIndex top = isAtTop ? QModelIndex() : m_tree->indexAt({0, 0});
    const int before = m_tree->visualRect(top).top();
    change();
    if (top.isValid()) {
        const int moved = m_tree->visualRect(top).top() - before;
        m_tree->verticalScrollBar()->setValue(m_tree->verticalScrollBar()->value() + moved);
    }
}

void PipesPanel::receive(const PipeWatcher::Listing& listing)
{
    m_hasListing = true;
    if (listing) {
        m_error.reset();
        keepingPlace([&] { m_model->setListing(*listing); });
        showColumns();
    } else {
        m_error = listing.error();
        m_model->clear();
    }
    showPage();
    updateActions();
    tick();
}

void PipesPanel::tick()
{
    keepingPlace([this] { m_model->tick(); });
    if (const std::optional<int> next = m_model->nextTick()) {
        m_timer.start(*next);
    }
    showPage();
}

void PipesPanel::setFilter()
{
    m_proxy->setFilter(m_filter->text());
    showPage();
    updateActions();
}

void PipesPanel::showColumns()
{
    for (int column = 0; column < PipesModel::ColumnCount; ++column) {
        m_tree->setColumnHidden(column, !m_model->hasColumn(column));
    }
}

void PipesPanel::showPage()
{
    const bool isUnsupported = m_error && m_error->kind == pipecore::ErrorKind::NotSupported;
    QString title;
    QString text;
    if (isUnsupported) {
        title = tr("Pipe list not available");
        text = tr("Connect to a pipe by its name.");
        m_notice->setToolTip(errorLine(*m_error));
    } else if (m_error) {
        title = errorTitle(*m_error);
        text = errorLine(*m_error) + QLatin1Char('\n') + errorHint(*m_error);
    } else if (!m_hasListing) {
        title = tr("Loading…");
    } else if (m_model->rowCount() == 0) {
        title = tr("No pipes");
        text = tr("No program on this computer is serving a pipe.");
    } else if (m_proxy->rowCount() == 0) {
        title = tr("No matching pipes");
        text = tr("None of %1 pipes matches by name, path or program.")
                   .arg(formatCount(static_cast<quint64>(m_model->presentCount())));
    }
    m_notice->setWords(title, text, isUnsupported);
    m_filterRow->setVisible(!isUnsupported);
    m_buttons->setVisible(!isUnsupported);
    QWidget* page = title.isEmpty() ? static_cast<QWidget*>(m_tree) : m_notice;
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
    }
}

std::optional<pipecore::ListedPipe> PipesPanel::selected() const
{
    const QModelIndex index = m_proxy->mapToSource(m_tree->currentIndex());
    if (!index.isValid() || m_model->rowAt(index.row()).isGone()) {
        return std::nullopt;
    }
    return m_model->rowAt(index.row()).pipe;
}

void PipesPanel::updateActions()
{
    const std::optional<pipecore::ListedPipe> pipe = selected();
    m_connect->setEnabled(pipe && pipe->canConnect);
    m_serve->setEnabled(pipe && pipe->canConnect);
    m_inspect->setEnabled(pipe.has_value());
    m_copyName->setEnabled(pipe.has_value());
    m_connectButton->setEnabled(m_connect->isEnabled());
    m_serveButton->setEnabled(m_serve->isEnabled());
    m_inspectButton->setEnabled(m_inspect->isEnabled());
}

void PipesPanel::showMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    updateActions();
    menu->addActions({m_connect, m_serve, m_inspect});
    menu->addSeparator();
    menu->addAction(m_copyName);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void PipesPanel::connectTo()
{
    if (const auto pipe = selected(); pipe && pipe->canConnect) {
        emit connectRequested(*pipe);
    }
}

void PipesPanel::serve()
{
    if (const auto pipe = selected(); pipe && pipe->canConnect) {
        emit serveRequested(*pipe);
    }
}

void PipesPanel::inspect()
{
    if (const auto pipe = selected()) {
        emit inspectRequested(*pipe);
    }
}

void PipesPanel::copyName()
{
    if (const auto pipe = selected()) {
        QGuiApplication::clipboard()->setText(fromCore(pipe->path));
    }
}

void PipesPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void PipesPanel::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter: orders, *.sock, node"));
    m_filter->setToolTip(tr("Part of the name, path or program, or a pattern with * and ?"));
    m_filter->setAccessibleName(tr("Filter"));
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Pause updates of the list"));
    m_pause->setAccessibleName(tr("Pause"));
    m_tree->setAccessibleName(tr("Pipes on this computer"));
    m_connect->setText(tr("Connect…"));
    m_serve->setText(tr("Clone as server…"));
    m_inspect->setText(tr("Inspect…"));
    m_copyName->setText(tr("Copy name"));
    m_connectButton->setText(tr("Connect…"));
    m_connectButton->setToolTip(tr("Open the New Client dialog for this pipe"));
    m_serveButton->setText(tr("Clone as server…"));
    m_serveButton->setToolTip(
        tr("Open the New Server dialog with the known properties of this pipe"));
    m_inspectButton->setText(tr("Inspect…"));
    m_inspectButton->setToolTip(tr("Show type, owner, permissions and server of this pipe"));
    m_model->refreshTexts();
    showPage();
}

} // namespace pipescope
