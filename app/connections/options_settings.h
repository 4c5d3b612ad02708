#pragma once

#include "pipecore/model/options.h"

#include <QSettings>
#include <QStringList>

namespace pipescope {

/// The options of the last server and the last client, and the names used before, in the program's
/// settings. What is not stored, or is out of its limits, has its default.
[[nodiscard]] pipecore::ServerOptions loadServerOptions(const QSettings& settings);
void saveServerOptions(QSettings& settings, const pipecore::ServerOptions& options);
[[nodiscard]] pipecore::ClientOptions loadClientOptions(const QSettings& settings);
void saveClientOptions(QSettings& settings, const pipecore::ClientOptions& options);

/// Newest first, at most 20.
[[nodiscard]] QStringList recentPipeNames(const QSettings& settings);
void addRecentPipeName(QSettings& settings, const QString& name);

} // namespace pipescope
