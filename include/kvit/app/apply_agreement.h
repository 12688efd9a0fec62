#pragma once
// Brings agreements into the database: all of them or none, and never against what is already
// billed.

#include "kvit/app/ports/agreement_source.h"
#include "kvit/app/ports/document_ports.h"
#include "kvit/app/ports/store.h"
#include "kvit/document/wording.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kvit::app {

struct AgreementChange {
    bool added = false;  // else changed
    std::string
        what;  // "client adria", "contract adria-social: amended from 2026-07-01 (Aneks nr 1)"
};

// Refused, each with its place: an unknown client or policy; terms of a cycle that is already
// billed (the way out is [[contract.amend]]); two policies at one time for a client's contracts in
// one currency; a VAT category that does not fit the two parties; a business not registered for VAT
// without the ground of its exemption where kvit does not know it. With `dry_run` nothing is
// written. Applying the same files again gives no changes.
core::Checked<std::vector<AgreementChange>> apply_agreements(
    Store& store, std::span<const Agreement> agreements,
    const std::optional<core::BusinessId>& named, const DocumentRenderer& renderer,
    const document::Wording& wording, core::Date day, bool dry_run);

}  // namespace kvit::app
