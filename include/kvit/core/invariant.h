#pragma once
// A bug stops the program at once, in every build: an invariant that does not hold would
// otherwise end in a wrong invoice. Never use it for input: bad input is a Refusal (result.h).

namespace kvit::core {

// Prints `what` with its place to standard error and aborts.
[[noreturn]] void fail_invariant(const char* what, const char* file, int line);

}  // namespace kvit::core

// Example: KVIT_INVARIANT(a.currency() == b.currency(), "amounts of one currency are added");
#define KVIT_INVARIANT(condition, what) \
    ((condition) ? void(0) : ::kvit::core::fail_invariant((what), __FILE__, __LINE__))
