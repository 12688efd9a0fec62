#pragma once
// Warsaw in 2026 for tests: an hour ahead of UTC, two from 29 March 02:00 to 25 October 03:00.

#include "kvit/core/time_zone.h"

namespace kvit::test {

class Warsaw final : public core::TimeZone {
  public:
    core::Result<core::Instant> to_instant(core::LocalTime local) const override {
        using std::chrono::hours;
        if (local >= at("2026-03-29T02:00") && local < at("2026-03-29T03:00"))
            return core::refuse("", core::to_iso(local) + " does not exist", "clocks went forward");
        if (local >= at("2026-10-25T02:00") && local < at("2026-10-25T03:00"))
            return core::refuse("", core::to_iso(local) + " happened twice", "add an offset");
        const bool summer = local >= at("2026-03-29T02:00") && local < at("2026-10-25T02:00");
        return core::Instant(local.time_since_epoch()) - hours(summer ? 2 : 1);
    }
    core::LocalTime to_local(core::Instant instant) const override {
        using std::chrono::hours;
        const core::LocalTime utc(date::floor<std::chrono::minutes>(instant).time_since_epoch());
        const bool summer = utc >= at("2026-03-29T01:00") && utc < at("2026-10-25T01:00");
        return utc + hours(summer ? 2 : 1);
    }

  private:
    static core::LocalTime at(std::string_view text) {
        return core::parse_local_time(text).value();
    }
};

}  // namespace kvit::test
