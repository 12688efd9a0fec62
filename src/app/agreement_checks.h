#pragma once
// Private to apply_agreement: what is refused when agreements meet the database and each other.

#include "kvit/app/ports/agreement_source.h"
#include "kvit/app/ports/document_ports.h"
#include "kvit/app/ports/store.h"
#include "kvit/document/wording.h"

#include <span>

namespace kvit::app {

// What is checked together: one business with its part of the files.
struct Part {
    core::BusinessId business;
    const Agreement* agreement;
};

// Everything that is wrong, in the order of the files.
core::Refusals check_parts(const Store& store, std::span<const Part> parts,
                           const DocumentRenderer& renderer, const document::Wording& wording);

}  // namespace kvit::app
