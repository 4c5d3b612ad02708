#include "engine/instance/instance.h"
