#pragma once
// One command at a time works on a database. The kernel drops the lock with the process, so a crash
// never leaves one behind.

#include "adapters/system/descriptor.h"

#include <string>

namespace kvit::system {

class RunLock {
  public:
    // Takes DATABASE.lock at once or throws core::EnvironmentError: "another kvit command is
    // working on DATABASE (process 4711, since 2026-11-24T08:00:00Z); wait until it has finished
    // and run this one again".
    explicit RunLock(const std::string& database);

  private:
    Descriptor file_;  // the lock file stays: removing it would let two commands hold two locks
};

}  // namespace kvit::system
