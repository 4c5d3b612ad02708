#pragma once

#include "pipecore/security/security.h"

namespace npfs {

/// The rights that a pipe's server end has: those of its direction.
[[nodiscard]] pipecore::AccessMask serverRights(bool reads, bool writes);

/// Windows' descriptor of a pipe that is made without one: everything for the maker, Administrators and
/// SYSTEM, FILE_GENERIC_READ for Everyone.
[[nodiscard]] pipecore::SecurityDescriptor defaultDescriptor(const pipecore::Sid& maker);

/// Rule 4. Whether a client may open with `wanted`: FILE_CREATE_PIPE_INSTANCE is not asked for.
[[nodiscard]] bool mayOpen(const pipecore::SecurityDescriptor& descriptor,
                           const pipecore::AccessSubject& subject, pipecore::AccessMask wanted);
/// Rule 4. Whether a server may add an instance that has `wanted`.
[[nodiscard]] bool mayAddInstance(const pipecore::SecurityDescriptor& descriptor,
                                  const pipecore::AccessSubject& subject,
                                  pipecore::AccessMask wanted);

} // namespace npfs
