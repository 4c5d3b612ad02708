#pragma once

#include "pipecore/model/options.h"

#include <QSettings>
#include <QStringList>

namespace pipescope {

/// The options of the last server, client or call (ServerOptions, ClientOptions, CallOptions), in the
/// program's settings under the names and as the texts that files and the command line have for them. What is
/// not stored, or is out of its limits, has its default; the name, "orders".
template <typename Options>
[[nodiscard]] Options loadOptions(const QSettings& settings);
/// In place of what was stored before.
template <typename Options>
void saveOptions(QSettings& settings, const Options& options);

/// Newest first, at most 20.
[[nodiscard]] QStringList recentPipeNames(const QSettings& settings);
void addRecentPipeName(QSettings& settings, const QString& name);

} // namespace pipescope
