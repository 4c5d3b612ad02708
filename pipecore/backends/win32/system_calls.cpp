#include "system_calls.h"

namespace pipecore::win32 {

SystemCalls& systemCalls()
{
    static SystemCalls calls;
    return calls;
}

} // namespace pipecore::win32
