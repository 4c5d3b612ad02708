#pragma once

#include "pipecore/error.h"

#include <QString>

#include <functional>

namespace pipescope {

/// Copies the first `bytes` bytes of a file to `target`, which is replaced only when all is
/// written. Any thread. `progress` is called now and then with 0 to 1 and stops the copy by
/// returning false. Errors: Cancelled, Io with the system's words in the detail.
[[nodiscard]] pipecore::Result<void> copyFile(const QString& from, const QString& target,
                                              quint64 bytes,
                                              const std::function<bool(double)>& progress);

} // namespace pipescope
