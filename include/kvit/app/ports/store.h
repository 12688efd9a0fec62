#pragma once
// The database as the use cases see it: every port of one store and its transactions. SQLite today;
// a server's adapter implements the same ports and passes the same contract suite
// (tests/port_contract).

#include "kvit/app/ports/activity_store.h"
#include "kvit/app/ports/agreement_store.h"
#include "kvit/app/ports/billing_store.h"
#include "kvit/app/ports/document_store.h"
#include "kvit/app/ports/enforcement_store.h"
#include "kvit/app/ports/exchange_rate_store.h"
#include "kvit/app/ports/late_law_store.h"
#include "kvit/app/ports/ledger_store.h"
#include "kvit/app/ports/statement_store.h"
#include "kvit/app/ports/unit_of_work.h"

#include <memory>

namespace kvit::app {

class Store : public AgreementStore,
              public ActivityStore,
              public BillingStore,
              public LedgerStore,
              public StatementStore,
              public EnforcementStore,
              public DocumentStore,
              public ExchangeRateStore,
              public LateLawStore {
  public:
    // Writes outside a unit of work are an invariant. Units do not nest. `day` is the command's
    // business day.
    [[nodiscard]] virtual std::unique_ptr<UnitOfWork> begin(core::Date day) = 0;

    // What a full verification of the engine's own files finds; empty: all well (pragma
    // integrity_check there).
    virtual std::vector<std::string> damage() const = 0;
};

}  // namespace kvit::app
