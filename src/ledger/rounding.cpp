#include "rounding.h"

#include <string>

namespace kvit::ledger {

using core::Money;

core::Result<Money> within_bound(Money amount, const char* what) {
    if (amount.minor() <= Money::max_minor && amount.minor() >= -Money::max_minor) return amount;
    const Money limit(Money::max_minor, amount.currency());
    return core::refuse("", std::string(what) + " is larger than kvit handles",
                        "the limit is " + with_currency(limit));
}

core::Result<Money> scale_to_invoice_step(Money amount, core::Ratio ratio) {
    const std::int64_t step = amount.currency().invoice_step();
    const auto steps = core::scale(amount, ratio * core::Ratio(1, step), core::Rounding::half_up);
    if (!steps) return steps;
    // At most max_minor × 100: still far from the end of 64 bits.
    return within_bound(Money(steps->minor() * step, amount.currency()), "an amount");
}

}  // namespace kvit::ledger
