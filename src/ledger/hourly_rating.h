#pragma once
// Work and contacts of a cycle, minute by minute, gathered into one line per service, rate and
// multiplier.

#include "cycle_parts.h"
#include "kvit/ledger/rating.h"

#include <compare>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace kvit::ledger {

class HourlyRating {
  public:
    // Minutes that the retainer includes in the cycle, and how many of them it still covers.
    struct Included {
        std::int64_t minutes = 0;
        std::int64_t left = 0;
    };
    HourlyRating(const RatingInput& input, const std::vector<CyclePart>& parts, Included included)
        : input_(input), parts_(parts), included_(included) {}

    // Entries are to be added in order of time: that order decides which are beyond the hours.
    core::Result<void> add(const contract::WorkEntry& entry);
    core::Result<void> add(const contract::Contact& contact);

    core::Result<std::vector<RatedLine>> lines() const;  // overage, hourly, after hours; by service
    core::Result<std::vector<HeldQuote>> held() const;   // by service
    std::int64_t included_left() const { return included_.left; }

    // Work that no line of this rating bills, since the retainer covers it.
    struct Covered {
        core::Date day;
        core::EntryKey key;
        int minutes = 0;
    };
    const std::vector<Covered>& covered() const { return covered_; }

  private:
    struct Rate {
        core::Money hourly;
        core::Ratio multiplier{1, 1};
    };
    struct LineKey {
        LineKind kind;
        std::string service;
        std::int64_t hourly_minor;
        std::int64_t multiplier_num, multiplier_den;
        auto operator<=>(const LineKey&) const = default;
    };
    struct Tally {
        Rate rate;
        std::int64_t minutes;
        Stretch period;
        std::vector<core::EntryKey> sources;
        std::vector<std::int64_t> source_minutes;
    };

    const CyclePart& part_of(core::Date day) const;
    core::Result<void> add_ordinary(const contract::WorkEntry& entry, const CyclePart& part,
                                    int minutes);
    core::Result<void> add_after_hours(const contract::WorkEntry& entry, const CyclePart& part,
                                       int minutes);
    void hold(const contract::WorkEntry& entry, const CyclePart& part, int minutes,
              core::Ratio multiplier);
    static void count(std::map<LineKey, Tally>& tallies, LineKind kind, const std::string& service,
                      const Rate& rate, int minutes, const CyclePart& part,
                      const core::EntryKey& source);
    core::Result<RatedLine> line_of(const LineKey& key, const Tally& tally) const;

    const RatingInput& input_;
    const std::vector<CyclePart>& parts_;
    Included included_;
    std::map<LineKey, Tally> billed_;
    std::map<LineKey, Tally> held_;
    std::set<std::string, std::less<>> unpriced_;  // held services without a rate
    std::vector<Covered> covered_;
};

}  // namespace kvit::ledger
