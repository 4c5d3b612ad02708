#include "pipecore/engine/engine.h"
#include "pipecore/model/options.h"
