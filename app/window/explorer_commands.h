#pragma once

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"

#include <QObject>

class QWidget;

namespace pipescope {

class PipeCommands;
class PipesPanel;

/// Commands for listed pipes: connect, clone as server, inspect. GUI thread only.
class ExplorerCommands : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Dialogs are children of `window`.
    ExplorerCommands(PipesPanel& pipes, PipeCommands& commands, QWidget* window);

private:
    void connectTo(const pipecore::ListedPipe& pipe);
    /// `facts` may be null.
    void cloneServer(const pipecore::ListedPipe& pipe, const pipecore::PipeInspection* facts);
    void inspect(const pipecore::ListedPipe& pipe);
    void showInspection(const pipecore::ListedPipe& pipe);

    PipeCommands& m_commands;
    QWidget* const m_window;
    bool m_inspectsUnasked = false; ///< the user has disabled the question before an inspection
};

} // namespace pipescope
