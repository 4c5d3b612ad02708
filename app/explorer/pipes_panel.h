#pragma once

#include "explorer/pipe_watcher.h"

#include "pipecore/discovery/listing.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace pipescope {

class MarkedTree;
class PipesModel;
class PipesNotice;
class PipesProxy;

/// The pipes of this computer: names, instances or clients, server processes; new and removed ones
/// are marked. Updates while visible and not paused. Opens no pipe. Double-click or Enter requests
/// a connection; emits requests and changes nothing itself. GUI thread only. Keeps its columns in
/// QSettings under "pipes/".
class PipesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PipesPanel(const PipeWatcher::MakeLister& makeLister = pipecore::makePipeLister,
                        QWidget* parent = nullptr);
    ~PipesPanel() override;

    [[nodiscard]] bool isPaused() const;
    void setPaused(bool paused);
    /// The notice shown instead of the list, for tests; empty while the list is shown.
    [[nodiscard]] QString notice() const;

signals:
    void connectRequested(const pipecore::ListedPipe& pipe);
    /// Requests a server with the options of this one, as far as the listing has them.
    void serveRequested(const pipecore::ListedPipe& pipe);
    void inspectRequested(const pipecore::ListedPipe& pipe);
    /// Requests a new client if the list is not available.
    void newClientRequested();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeFilterRow();
    void makeList();
    void makeActions();
    void addAction(QAction*& action, const QString& icon, const QKeySequence& key,
                   void (PipesPanel::*slot)());
    void retranslate();

    void receive(const PipeWatcher::Listing& listing);
    /// Applies `change` to the rows and keeps the top row of the view.
    template <typename Change>
    void keepingPlace(Change&& change);
    void setFilter();
    void watch();
    void tick();
    void showColumns();
    void showPage();
    void updateActions();
    void showMenu(const QPoint& position);

    [[nodiscard]] std::optional<pipecore::ListedPipe> selected() const;
    void connectTo();
    void serve();
    void inspect();
    void copyName();

    PipeWatcher* m_watcher;
    PipesModel* m_model;
    PipesProxy* m_proxy;
    bool m_hasListing = false;
    std::optional<pipecore::Error> m_error;

    QWidget* m_filterRow = nullptr;
    QLineEdit* m_filter = nullptr;
    QToolButton* m_pause = nullptr;
    QStackedWidget* m_pages = nullptr;
    MarkedTree* m_tree = nullptr;
    PipesNotice* m_notice = nullptr;
    QWidget* m_buttons = nullptr;
    QPushButton* m_connectButton = nullptr;
    QPushButton* m_serveButton = nullptr;
    QPushButton* m_inspectButton = nullptr;

    QAction* m_connect = nullptr;
    QAction* m_serve = nullptr;
    QAction* m_inspect = nullptr;
    QAction* m_copyName = nullptr;
    QTimer m_timer;
};

} // namespace pipescope
