#include "instance/instance.h"
