#pragma once
// One write transaction. All facts of a decision, its document's snapshot and its message are
// written in one, or none of them is.

#include "kvit/core/date.h"

namespace kvit::app {

class UnitOfWork {
  public:
    virtual ~UnitOfWork() = default;  // rolls back unless committed
    virtual void commit() = 0;        // durable when it returns
    // The day facts of this transaction are recorded on: the command's, or the last recorded one if
    // later.
    virtual core::Date recorded_on() const = 0;
};

// What an insert under an idempotency key found.
enum class Added { added, already_known, conflict };  // conflict: same key, other content

}  // namespace kvit::app
