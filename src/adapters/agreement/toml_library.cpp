#define TOML_IMPLEMENTATION
#include "adapters/agreement/toml_library.h"
