#include "instance.h"
