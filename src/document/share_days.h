#pragma once
// The days behind a share of a cycle.

#include "kvit/core/ratio.h"

#include <cstdint>

namespace kvit::document {

// Days of the whole cycle of which `days` are this share. The share is kept in lowest terms (1/2
// for 14 of 28), so the days come from the period itself: (14, 1/2) -> 28.
inline std::int64_t whole_days(std::int64_t days, core::Ratio share) {
    return share.num() == 0 ? 0 : days * share.den() / share.num();
}

}  // namespace kvit::document
