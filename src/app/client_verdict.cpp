#include "client_verdict.h"

#include <fmt/format.h>

#include <cmath>

namespace kvit::app {

namespace {

using document::ClientRow;
using document::Verdict;

constexpr double mean_days_late_min = 14;
constexpr double mean_days_late_very = 45;
constexpr double days_to_answer_min = 10;
constexpr int requests_open_min = 3;
constexpr std::int64_t after_hours_minutes_min = 60;  // and this share of all time spent:
constexpr double after_hours_share_min = 0.05;
constexpr std::int64_t out_of_scope_minutes_min = 60;
constexpr double out_of_scope_share_min = 0.10;
constexpr int other_channel_min = 3;
constexpr int many_channel_days_min = 3;
constexpr int urgent_min = 3;  // and this share of the incoming contacts:
constexpr double urgent_share_min = 0.25;
constexpr int contacts_min = 10;  // before contacts per billed hour say anything
constexpr double contacts_per_billed_hour_min = 2;
constexpr int disputes_min = 2;
constexpr double core_share = 0.80;  // Pareto's: the clients that bring it

constexpr int reasons_to_part = 3;

class Reasons {
  public:
    explicit Reasons(ClientRow& row) : row_(row) {}

    // About punctuality.
    void late(const char* code, const std::string& value, const std::string& threshold) {
        row_.reasons.push_back({code, value, threshold});
    }
    void other(const char* code, const std::string& value, const std::string& threshold) {
        row_.reasons.push_back({code, value, threshold});
        ++others_;
    }
    int others() const { return others_; }

  private:
    ClientRow& row_;
    int others_ = 0;
};

// One decimal, half away from zero, as every report rounds.
std::string one(double value) {
    return fmt::format("{:.1f}", static_cast<double>(std::llround(value * 10)) / 10);
}

// Minutes that reach their least number and their share of `all`.
bool weighs(std::int64_t minutes, std::int64_t least, std::int64_t all, double share) {
    return minutes >= least && static_cast<double>(minutes) >= share * static_cast<double>(all);
}

void add_punctuality(const ClientRow& row, Reasons& reasons) {
    if (row.mean_days_late && *row.mean_days_late >= mean_days_late_min)
        reasons.late("mean_days_late", one(*row.mean_days_late), one(mean_days_late_min));
    if (row.slipping) reasons.late("slipping", "", "");
}

void add_time(const ClientRow& row, Reasons& reasons) {
    const std::int64_t all = row.work_minutes + row.contact_minutes;
    if (weighs(row.after_hours_minutes, after_hours_minutes_min, all, after_hours_share_min))
        reasons.other("after_hours_minutes", std::to_string(row.after_hours_minutes),
                      std::to_string(after_hours_minutes_min));
    if (weighs(row.out_of_scope_minutes, out_of_scope_minutes_min, row.work_minutes,
               out_of_scope_share_min))
        reasons.other("out_of_scope_minutes", std::to_string(row.out_of_scope_minutes),
                      std::to_string(out_of_scope_minutes_min));
    if (row.mean_days_to_answer && *row.mean_days_to_answer >= days_to_answer_min)
        reasons.other("mean_days_to_answer", one(*row.mean_days_to_answer),
                      one(days_to_answer_min));
    if (row.requests_open >= requests_open_min)
        reasons.other("requests_open", std::to_string(row.requests_open),
                      std::to_string(requests_open_min));
}

void add_contacts(const ClientRow& row, Reasons& reasons) {
    const auto count = [&](const char* code, int value, int least) {
        if (value >= least) reasons.other(code, std::to_string(value), std::to_string(least));
    };
    count("other_channel", row.other_channel, other_channel_min);
    count("many_channel_days", row.many_channel_days, many_channel_days_min);
    if (row.urgent >= urgent_share_min * row.contacts) count("urgent", row.urgent, urgent_min);
    if (row.contacts >= contacts_min && row.contacts_per_billed_hour &&
        *row.contacts_per_billed_hour >= contacts_per_billed_hour_min)
        reasons.other("contacts_per_billed_hour", one(*row.contacts_per_billed_hour),
                      one(contacts_per_billed_hour_min));
    count("disputes", row.disputes, disputes_min);
}

// Among the clients that bring the first 80 % of revenue.
bool is_core(const ClientRow& row) {
    if (!row.revenue_share || !row.cumulative_share) return true;
    return *row.cumulative_share - *row.revenue_share < core_share;
}

}  // namespace

void judge(document::ClientRow& row) {
    row.reasons.clear();
    Reasons reasons(row);
    add_punctuality(row, reasons);
    add_time(row, reasons);
    add_contacts(row, reasons);
    const auto all = static_cast<int>(row.reasons.size());
    const bool very_late = row.mean_days_late && *row.mean_days_late >= mean_days_late_very;
    const bool part = is_core(row) ? reasons.others() >= reasons_to_part
                                   : (all >= reasons_to_part && reasons.others() > 0) || very_late;
    row.verdict = part ? Verdict::part_ways : all > 0 ? Verdict::watch : Verdict::keep;
    if (row.verdict != Verdict::part_ways && is_core(row) && all > 0 && row.revenue_share)
        row.reasons.push_back(
            {"core_client", one(*row.revenue_share * 100), one(core_share * 100)});
}

}  // namespace kvit::app
