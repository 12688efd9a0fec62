#pragma once
// The world's time and chance enter here and nowhere else.

#include "kvit/core/date.h"
#include "kvit/core/time_zone.h"

#include <memory>
#include <string>
#include <string_view>

namespace kvit::app {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual core::Instant now() const = 0;
    virtual std::string random_bytes(std::size_t count) = 0;  // for salts; raw bytes
    // IANA name ("Europe/Warsaw"); refuses a name the system's tz database does not know.
    virtual core::Result<std::shared_ptr<const core::TimeZone>> time_zone(
        std::string_view name) const = 0;
};

}  // namespace kvit::app
