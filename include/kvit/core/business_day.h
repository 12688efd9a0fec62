#pragma once
// Public holidays and business days by country, from dated rows (templates/rules/*.csv).

#include "kvit/core/country.h"
#include "kvit/core/date.h"
#include "kvit/core/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kvit::core {

// One row of holiday_rules.csv. `rule` is "MM-DD" or "E+n"/"E-n" (days from Easter Sunday).
struct HolidayRule {
    Country country;
    std::string rule;
    std::string name;
    std::optional<int> from_year, to_year;  // inclusive
};

// One row of hu_moved_workdays.csv: a weekday made a day of rest, worked on a Saturday instead.
struct MovedWorkday {
    Country country;
    Date rest_day;
    Date worked_saturday;
};

// One row of due_day_rules.csv: does a term that ends on a Saturday move to the next business day?
struct DueDayRule {
    Country country;
    bool saturday_moves;
};

Date easter_sunday(int year);  // Gregorian, years 1900 to 9999

class BusinessCalendar {
  public:
    // Refuses a rule it cannot read.
    static Result<BusinessCalendar> from(const std::vector<HolidayRule>& holidays,
                                         const std::vector<MovedWorkday>& moved,
                                         const std::vector<DueDayRule>& due_days);

    // A country without rows has no public holidays: only weekends are free there.
    bool is_holiday(Country country, Date day) const;
    // Monday to Friday and no holiday; a moved rest day is free, a worked Saturday is not.
    bool is_business_day(Country country, Date day) const;
    // `day` itself or the first business day after it.
    Date business_day_on_or_after(Country country, Date day) const;
    // `day` itself or the last business day before it.
    Date business_day_on_or_before(Country country, Date day) const;
    // Where a payment term that ends on `raw` really ends under the law of `law`: Sundays and
    // holidays move it, Saturdays where the country's row says so (default: they do).
    Date effective_due_date(Country law, Date raw) const;
    // Business days in [from, until).
    int business_days(Country country, Date from, Date until) const;

  private:
    struct Holiday {
        int easter_offset;  // used when month == 0
        unsigned month, day;
        int from_year, to_year;
    };
    std::map<Country, std::vector<Holiday>> holidays_;
    std::map<Country, std::vector<MovedWorkday>> moved_;
    std::map<Country, bool> saturday_moves_;
};

}  // namespace kvit::core
