#pragma once
// VAT as EN 16931 computes it: per category and rate on the sum of the lines' nets, rounded half up
// once per group (BR-S-08, BR-CO-17). Rates are dated rows of templates/rules/vat_rates.csv.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/core/country.h"
#include "kvit/core/date.h"
#include "kvit/core/money.h"
#include "kvit/core/result.h"

#include <span>
#include <string>
#include <vector>

namespace kvit::ledger {

struct VatRate {  // one row: the standard rate in force since a day
    core::Country country;
    core::Date since;
    core::Ratio percent;
};

// UNCL 5305: "S", "AE".
std::string code_of(contract::VatCategory category);

class VatRates {
  public:
    explicit VatRates(std::vector<VatRate> rows) : rows_(std::move(rows)) {}
    // Refuses a country or day without a row, naming it; never the last known value of another.
    core::Result<core::Ratio> standard(core::Country country, core::Date on) const;

  private:
    std::vector<VatRate> rows_;
};

struct VatTreatment {
    contract::VatCategory category = contract::VatCategory::S;
    core::Ratio percent;  // 0 unless S
    bool operator==(const VatTreatment&) const = default;
};

// The contract's own VAT terms, else from the two countries: issuer not registered E; same country
// S; business client elsewhere in the EU AE; consumer elsewhere in the EU S; outside the EU O.
// Refused, with the way out: S, Z, K or G of an issuer not registered for VAT; AE or K where the
// client is a consumer or either tax number is missing (EN 16931 BR-AE-02, BR-IC-02); K to a client
// at home or outside the EU (Directive 2006/112 art. 138).
core::Result<contract::VatCategory> vat_category(const contract::Business& business,
                                                 const contract::Client& client,
                                                 const contract::Terms& terms);
// With the rate: the contract's own, or the standard one on the supply date.
core::Result<VatTreatment> vat_treatment(const contract::Business& business,
                                         const contract::Client& client,
                                         const contract::Terms& terms, core::Date supplied_on,
                                         const VatRates& rates);

struct VatLine {
    VatTreatment treatment;
    core::Money base, tax;
    bool operator==(const VatLine&) const = default;
};

// One group per treatment in order of category and rate. HUF tax is rounded to whole forint.
core::Result<std::vector<VatLine>> vat_summary(
    std::span<const std::pair<VatTreatment, core::Money>> nets, core::Currency currency);

}  // namespace kvit::ledger
