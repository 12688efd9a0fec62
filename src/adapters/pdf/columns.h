#pragma once
// How wide the columns of a table are.

#include "adapters/pdf/geometry.h"

#include <vector>

namespace kvit::pdf {

struct ColumnNeed {
    int weight = 0;     // 0: as wide as `wanted`; else a share of what the others leave
    Length least = 0;   // its longest word
    Length wanted = 0;  // its widest line
};

// Widths that add up to `available` at most. Where there is too little, the columns without weight
// are narrowed down to their longest words first, and then the widest of all.
std::vector<Length> column_widths(const std::vector<ColumnNeed>& needs, Length available);

}  // namespace kvit::pdf
