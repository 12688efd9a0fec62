#pragma once
// What every reader promises, whatever it is given.

#include "kvit/core/invariant.h"
#include "kvit/core/result.h"
#include "kvit/core/time_zone.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kvit::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// A refusal says something, and cannot steer the terminal it is printed on.
inline void check_refusals(const core::Refusals& refusals) {
    KVIT_INVARIANT(!refusals.empty(), "who refuses says why");
    for (const auto& refusal : refusals) {
        KVIT_INVARIANT(!refusal.what.empty(), "a refusal says what is wrong");
        const auto sentence = core::to_sentence(refusal);
        KVIT_INVARIANT(
            std::ranges::none_of(sentence, [](char c) { return c == '\x1b' || c == '\0'; }),
            "a refusal has no control characters");
    }
}

// A zone without daylight saving, so that no file outside decides what a seed does.
class Utc final : public core::TimeZone {
  public:
    core::Result<core::Instant> to_instant(core::LocalTime local) const override {
        return core::Instant(local.time_since_epoch());
    }
    core::LocalTime to_local(core::Instant instant) const override {
        return core::LocalTime(date::floor<std::chrono::minutes>(instant).time_since_epoch());
    }
};

}  // namespace kvit::fuzz
