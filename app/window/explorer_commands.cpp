#include "window/explorer_commands.h"

#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "explorer/inspect_dialog.h"
#include "explorer/pipes_panel.h"
#include "explorer/taken_options.h"
#include "widgets/formatting.h"
#include "window/pipe_commands.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace pipescope {

namespace {

/// On Windows, the server of a pipe notices an inspection.
#ifdef Q_OS_WIN
constexpr bool inspectionIsSeen = true;
#else
constexpr bool inspectionIsSeen = false;
#endif

} // namespace

ExplorerCommands::ExplorerCommands(PipesPanel& pipes, PipeCommands& commands, QWidget* window)
    : m_commands(commands)
    , m_window(window)
{
    connect(&pipes, &PipesPanel::connectRequested, this, &ExplorerCommands::connectTo);
    connect(&pipes, &PipesPanel::serveRequested, this,
            [this](const pipecore::ListedPipe& pipe) { cloneServer(pipe, nullptr); });
    connect(&pipes, &PipesPanel::inspectRequested, this, &ExplorerCommands::inspect);
    connect(&pipes, &PipesPanel::newClientRequested, &commands, &PipeCommands::newClient);
}

void ExplorerCommands::connectTo(const pipecore::ListedPipe& pipe)
{
    auto* dialog = new NewClientDialog(m_window);
    dialog->setOptions(clientFor(pipe, dialog->options()));
    m_commands.openClientDialog(dialog);
}

void ExplorerCommands::cloneServer(const pipecore::ListedPipe& pipe,
                                   const pipecore::PipeInspection* facts)
{
    auto* dialog = new NewServerDialog(m_window);
    dialog->setOptions(clonedServerOptions(pipe, facts, dialog->options()));
    m_commands.openServerDialog(dialog);
}

void ExplorerCommands::inspect(const pipecore::ListedPipe& pipe)
{
    if (!inspectionIsSeen || m_inspectsUnasked) {
        showInspection(pipe);
        return;
    }
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Inspect pipe"),
                        tr("PipeScope opens %1 once with minimal access.").arg(fromCore(pipe.path)),
                        QMessageBox::Cancel, m_window);
    box->setInformativeText(tr("The server sees a client connect and disconnect. Some servers do "
                               "not handle this well; a single-instance pipe is busy meanwhile."));
    auto* unasked = new QCheckBox(tr("Do not ask again until PipeScope is closed"), box);
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

void ExplorerCommands::showInspection(const pipecore::ListedPipe& pipe)
{
    auto* dialog = new InspectDialog(pipe, pipecore::inspectPipe, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InspectDialog::connectRequested, this, &ExplorerCommands::connectTo);
    connect(dialog, &InspectDialog::serveRequested, this,
            [this](const pipecore::ListedPipe& like, const pipecore::PipeInspection& facts) {
                cloneServer(like, &facts);
            });
    dialog->show();
}

} // namespace pipescope
