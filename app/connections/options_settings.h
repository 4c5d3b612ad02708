#pragma once

#include "pipecore/model/options.h"

#include <QSettings>
#include <QStringList>

namespace pipescope {

/// Loads the options of the last server, client or call (ServerOptions, ClientOptions, CallOptions)
/// from the program's settings, with the names and texts of files and command line. Missing and
/// out-of-range values get their default; the name, "orders".
template <typename Options>
[[nodiscard]] Options loadOptions(const QSettings& settings);
/// Replaces the stored options.
template <typename Options>
void saveOptions(QSettings& settings, const Options& options);

/// Newest first, at most 20.
[[nodiscard]] QStringList recentPipeNames(const QSettings& settings);
void addRecentPipeName(QSettings& settings, const QString& name);

} // namespace pipescope
