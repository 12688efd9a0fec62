#pragma once
// One write transaction of a store, with the two dates its facts are recorded under. The day of
// recording never falls over all businesses of the database: it tells what this database knew.

#include "adapters/sqlite/store.h"
#include "adapters/sqlite/transaction.h"

namespace kvit::sqlite {

class Unit final : public app::UnitOfWork {
  public:
    Unit(Store& store, core::Date day);
    ~Unit() override;

    void commit() override;
    core::Date recorded_on() const override { return recorded_on_; }
    core::Instant recorded_at() const { return recorded_at_; }

  private:
    Store& store_;
    Transaction transaction_;
    core::Date recorded_on_;
    core::Instant recorded_at_;
};

}  // namespace kvit::sqlite
