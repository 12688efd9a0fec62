#pragma once
// A write transaction that rolls back unless committed.

#include "adapters/sqlite/connection.h"

namespace kvit::sqlite {

class Transaction {
  public:
    // Takes the write lock at once, waiting as long as the connection's busy timeout.
    explicit Transaction(const Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

  private:
    const Connection& connection_;
    bool open_ = true;
};

}  // namespace kvit::sqlite
