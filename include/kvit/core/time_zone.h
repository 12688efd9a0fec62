#pragma once
// Wall time and instants of one zone. Pure interface: the tz database is read by adapters/system.

#include "kvit/core/date.h"
#include "kvit/core/result.h"

namespace kvit::core {

class TimeZone {
  public:
    virtual ~TimeZone() = default;
    // Refuses a wall time that a daylight-saving change skips or repeats, saying which of the two.
    virtual Result<Instant> to_instant(LocalTime local) const = 0;
    virtual LocalTime to_local(Instant instant) const = 0;
};

}  // namespace kvit::core
