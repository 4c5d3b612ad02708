#include "window/main_window.h"

#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "explorer/inspect_dialog.h"
#include "explorer/pipes_panel.h"
#include "explorer/taken_options.h"
#include "widgets/formatting.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace pipescope {

namespace {

/// On Windows the server of a pipe sees who looks at it.
#ifdef Q_OS_WIN
constexpr bool inspectionIsSeen = true;
#else
constexpr bool inspectionIsSeen = false;
#endif

} // namespace

void MainWindow::connectExplorer()
{
    connect(m_pipes, &PipesPanel::connectRequested, this, &MainWindow::connectTo);
    connect(m_pipes, &PipesPanel::serveRequested, this,
            [this](const pipecore::ListedPipe& pipe) { serveLike(pipe, nullptr); });
    connect(m_pipes, &PipesPanel::inspectRequested, this, &MainWindow::inspect);
    connect(m_pipes, &PipesPanel::newClientRequested, this, &MainWindow::newClient);
}

void MainWindow::connectTo(const pipecore::ListedPipe& pipe)
{
    auto* dialog = new NewClientDialog(this);
    dialog->setOptions(clientFor(pipe, dialog->options()));
    openClientDialog(dialog);
}

void MainWindow::serveLike(const pipecore::ListedPipe& pipe, const pipecore::PipeInspection* facts)
{
    auto* dialog = new NewServerDialog(this);
    dialog->setOptions(serverLike(pipe, facts, dialog->options()));
    openServerDialog(dialog);
}

void MainWindow::inspect(const pipecore::ListedPipe& pipe)
{
    if (!inspectionIsSeen || m_inspectsUnasked) {
        showInspection(pipe);
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Inspect a pipe"),
                                tr("PipeScope opens %1 once to look at it, with the least access.")
                                    .arg(fromCore(pipe.path)),
                                QMessageBox::Cancel, this);
    box->setInformativeText(tr("Its server sees a client that comes and goes. Some servers do not "
                               "take that well; with a single instance others wait meanwhile."));
    auto* unasked = new QCheckBox(tr("Do not ask again until PipeScope ends"), box);
    box->setCheckBox(unasked);
    QPushButton* go = box->addButton(tr("Inspect"), QMessageBox::AcceptRole);
    box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    box->setDefaultButton(go);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(go, &QPushButton::clicked, this, [this, pipe, unasked] {
        m_inspectsUnasked = unasked->isChecked();
        showInspection(pipe);
    });
    box->open();
}

void MainWindow::showInspection(const pipecore::ListedPipe& pipe)
{
    auto* dialog = new InspectDialog(pipe, pipecore::inspectPipe, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InspectDialog::connectRequested, this, &MainWindow::connectTo);
    connect(dialog, &InspectDialog::serveRequested, this,
            [this](const pipecore::ListedPipe& like, const pipecore::PipeInspection& facts) {
                serveLike(like, &facts);
            });
    dialog->show();
}

} // namespace pipescope
