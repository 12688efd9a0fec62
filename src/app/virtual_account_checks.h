#pragma once
// Private to apply_agreement: whose the virtual accounts are.

#include "agreement_checks.h"

namespace kvit::app {

// A virtual account tells whose money comes in there: refused is one that another client has, or
// the business for all.
void check_virtual_accounts(const Store& store, std::span<const Part> parts,
                            core::Refusals& refusals);

}  // namespace kvit::app
