#include "kvit/core/invariant.h"

#include <cstdio>
#include <cstdlib>

namespace kvit::core {

void fail_invariant(const char* what, const char* file, int line) {
    std::fprintf(stderr,
                 "kvit: this is a bug, please report it: it does not hold that %s (%s:%d)\n", what,
                 file, line);
    std::abort();
}

}  // namespace kvit::core
