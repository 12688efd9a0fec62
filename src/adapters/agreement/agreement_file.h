#pragma once
// Agreement files (formats §1): what was agreed, as people write it in TOML.

#include "kvit/app/ports/agreement_source.h"
#include "kvit/app/ports/clock.h"
#include "kvit/core/result.h"

#include <string>
#include <string_view>

namespace kvit::agreement {

// The whole file or every refusal, each with line, column and key, in the order of the file (of an
// unreadable file only the first: what follows cannot be understood). Checked is what the file says
// in itself; what needs the database (clients, policies, billed cycles) is left to the use case. A
// client's or contract's `where` is "FILE:LINE". `clock` only tells whether a time zone exists.
core::Checked<app::Agreement> read_agreement(const std::string& file_name, std::string_view text,
                                             const app::Clock& clock);

}  // namespace kvit::agreement
