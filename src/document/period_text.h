#pragma once
// A half-open range of days as its first and last day.

#include "kvit/core/date.h"
#include "kvit/document/wording.h"

#include <string>

namespace kvit::document {

std::string period_text(core::Date from, core::Date until, core::Language language,
                        const Wording& wording);

}  // namespace kvit::document
