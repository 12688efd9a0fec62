#pragma once
// What a cell may say.

#include "kvit/contract/work_log.h"
#include "kvit/core/date.h"
#include "kvit/core/result.h"
#include "kvit/core/time_zone.h"

#include <string>
#include <string_view>

namespace kvit::tables {

core::Result<int> whole_minutes(std::string_view cell, int min);  // min to 1440
core::Result<contract::Channel> channel(std::string_view cell);
core::Result<contract::Direction> direction(std::string_view cell);
core::Result<std::string> needed_text(std::string_view cell, std::size_t max_letters);
core::Result<std::string> optional_text(std::string_view cell, std::size_t max_letters);

struct Moment {
    core::LocalTime local;  // wall time in the business's zone
    core::Instant instant;
};
// ISO 8601: "2026-01-31T09:30" is wall time in `zone`; with "Z" or an offset such as "+02:00" an
// instant.
core::Result<Moment> moment(std::string_view cell, const core::TimeZone& zone);

}  // namespace kvit::tables
