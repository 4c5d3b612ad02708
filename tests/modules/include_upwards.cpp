#include "pipecore/engine/engine.h"
