#pragma once
// The real clock, chance and time zones: the only place that asks the machine for any of them.

#include "kvit/app/ports/clock.h"

#include <memory>

namespace kvit::system {

// Zones come from the system's tz database (/usr/share/zoneinfo); where it is missing, time_zone()
// throws core::EnvironmentError.
std::unique_ptr<app::Clock> system_clock();

}  // namespace kvit::system
