#pragma once
// What every store must do, written against app::Store alone. A new adapter gives a Subject and
// passes the same behaviours as SQLite does.

#include "kvit/app/ports/clock.h"
#include "kvit/app/ports/store.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kvit::port_contract {

// One store, new and empty at the beginning of a behaviour.
class Subject {
  public:
    virtual ~Subject() = default;
    // The store as the next step sees it: perhaps closed and opened again. Ask for it for every
    // step, and never inside a unit of work.
    virtual app::Store& store() = 0;
};

struct Behaviour {
    const char* name;
    void (*check)(Subject&);
};

std::vector<Behaviour> agreement_behaviours();
std::vector<Behaviour> activity_behaviours();
std::vector<Behaviour> billing_behaviours();
std::vector<Behaviour> invoice_behaviours();
std::vector<Behaviour> journal_behaviours();
std::vector<Behaviour> cash_behaviours();
std::vector<Behaviour> account_behaviours();
std::vector<Behaviour> statement_behaviours();
std::vector<Behaviour> enforcement_behaviours();
std::vector<Behaviour> document_behaviours();
std::vector<Behaviour> exchange_rate_behaviours();
std::vector<Behaviour> late_law_behaviours();
std::vector<Behaviour> unit_of_work_behaviours();
std::vector<Behaviour> all_behaviours();

// Does the work in one unit of work on `day` and commits it.
template <class Work>
void write(Subject& subject, core::Date day, Work work) {
    app::Store& store = subject.store();
    const auto unit = store.begin(day);
    work(store);
    unit->commit();
}

// Runs the work in a child process. The message of the invariant it broke; empty where it broke
// none.
std::string broken_invariant(const std::function<void()>& work);

// A clock that stands still until told, and salts that never repeat.
class FakeClock final : public app::Clock {
  public:
    explicit FakeClock(std::uint64_t salts_from = 0) : salts_(salts_from) {}
    core::Instant now() const override { return now_; }
    void set(core::Instant now) { now_ = now; }
    std::string random_bytes(std::size_t count) override;
    core::Result<std::shared_ptr<const core::TimeZone>> time_zone(
        std::string_view name) const override;

  private:
    core::Instant now_{std::chrono::seconds(1'796'000'000)};  // 2026-11-30T00:53:20Z
    std::uint64_t salts_;
};

}  // namespace kvit::port_contract
