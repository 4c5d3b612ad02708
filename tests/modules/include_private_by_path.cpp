#include "engine/instance.h"
