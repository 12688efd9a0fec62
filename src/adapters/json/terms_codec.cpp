#include "adapters/json/snapshot_codec.h"
#include "adapters/json/values.h"

namespace kvit::json {

namespace {

using namespace contract;

Json write_payment(const PaymentTerms& payment) {
    if (const auto* net = std::get_if<NetDays>(&payment))
        return {{"days", net->days}, {"end_of_month", net->end_of_month}};
    return {{"day_of_month", std::get<DayOfMonth>(payment).day}};
}

PaymentTerms read_payment(const Json& json) {
    if (json.contains("day_of_month")) return DayOfMonth{int_of(json, "day_of_month")};
    return NetDays{int_of(json, "days"), flag_of(json, "end_of_month")};
}

Json write(const Retainer& retainer) {
    return {{"fee", to_json(retainer.fee)},
            {"included_minutes", retainer.included_minutes},
            {"overage", maybe(retainer.overage, to_json)},
            {"rollover_cycles", retainer.rollover_cycles}};
}

Retainer read_retainer(const Json& json) {
    return {money_from(member(json, "fee")), number_of(json, "included_minutes"),
            maybe_of(json, "overage", money_from), int_of(json, "rollover_cycles")};
}

Json write(const ServiceRate& rate) {
    return {{"service", rate.service}, {"hourly", to_json(rate.hourly)}};
}

ServiceRate read_rate(const Json& json) {
    return {text_of(json, "service"), money_from(member(json, "hourly"))};
}

Json write(const FixedItem& item) {
    return {{"title", item.title},
            {"amount", to_json(item.amount)},
            {"per", name(item.per)},
            {"covers_after_hours", item.covers_after_hours}};
}

FixedItem read_fixed(const Json& json) {
    return {text_of(json, "title"), money_from(member(json, "amount")),
            enum_from<Per>(view_of(json, "per")), flag_of(json, "covers_after_hours")};
}

Json write(const VatTerms& vat) {
    return {{"category", name(vat.category)},
            {"rate_percent", maybe(vat.rate_percent, ratio_text)}};
}

VatTerms read_vat(const Json& json) {
    return {enum_from<VatCategory>(view_of(json, "category")),
            maybe_of(json, "rate_percent",
                     [](const Json& rate) { return ratio_from(text_from(rate)); })};
}

Json write(const Availability& hours) {
    Json days = Json::array();
    for (const bool day : hours.days) days.push_back(day);
    return {
        {"days", days}, {"from_minute", hours.from_minute}, {"until_minute", hours.until_minute}};
}

Availability read_availability(const Json& json) {
    Availability hours;
    const auto days = list_of(json, "days", [](const Json& day) {
        return static_cast<char>(day.get<bool>());  // std::vector<bool> has no plain elements
    });
    if (days.size() != hours.days.size()) throw Unreadable("\"days\" are not seven");
    for (std::size_t i = 0; i < days.size(); ++i) hours.days.at(i) = days[i] != 0;
    hours.from_minute = int_of(json, "from_minute");
    hours.until_minute = int_of(json, "until_minute");
    return hours;
}

Json write(const AfterHours& after) {
    return {{"multiplier", ratio_text(after.multiplier)},
            {"min_minutes", after.min_minutes},
            {"applies_to_work", after.applies_to_work},
            {"applies_to_contacts", after.applies_to_contacts}};
}

AfterHours read_after_hours(const Json& json) {
    return {ratio_from(view_of(json, "multiplier")), int_of(json, "min_minutes"),
            flag_of(json, "applies_to_work"), flag_of(json, "applies_to_contacts")};
}

const auto written = [](const auto& value) { return write(value); };

}  // namespace

std::string encode(const Terms& terms) {
    return canonical({{"title", terms.title},
                      {"billed", name(terms.billed)},
                      {"payment", write_payment(terms.payment)},
                      {"policy", terms.policy.str()},
                      {"suspension_clause", terms.suspension_clause},
                      {"retainer", maybe(terms.retainer, written)},
                      {"scope", terms.scope},
                      {"out_of_scope", name(terms.out_of_scope)},
                      {"paused_days", name(terms.paused_days)},
                      {"rates", list(terms.rates, written)},
                      {"fixed", list(terms.fixed, written)},
                      {"channel", terms.channel},
                      {"vat", maybe(terms.vat, written)},
                      {"availability", maybe(terms.availability, written)},
                      {"after_hours", maybe(terms.after_hours, written)}});
}

Terms decode_terms(std::string_view text) {
    return decode("version of terms", text, [](const Json& json) {
        Terms terms;
        terms.title = text_of(json, "title");
        terms.billed = enum_from<Billed>(view_of(json, "billed"));
        terms.payment = read_payment(member(json, "payment"));
        terms.policy = core::PolicyId(text_of(json, "policy"));
        terms.suspension_clause = text_of(json, "suspension_clause");
        terms.retainer = maybe_of(json, "retainer", read_retainer);
        terms.scope = list_of(json, "scope", text_from);
        terms.out_of_scope = enum_from<OutOfScope>(view_of(json, "out_of_scope"));
        terms.paused_days = enum_from<PausedDays>(view_of(json, "paused_days"));
        terms.rates = list_of(json, "rates", read_rate);
        terms.fixed = list_of(json, "fixed", read_fixed);
        terms.channel = text_of(json, "channel");
        terms.vat = maybe_of(json, "vat", read_vat);
        terms.availability = maybe_of(json, "availability", read_availability);
        terms.after_hours = maybe_of(json, "after_hours", read_after_hours);
        return terms;
    });
}

std::string encode(const Numbered& numbered) {
    return numbered.empty() ? "[]" : canonical(Json(numbered));
}

Numbered decode_numbered(std::string_view text) {
    if (text == "[]") return {};
    return decode("list", text, [](const Json& json) {
        Numbered numbered;
        for (const Json& pair : json) {
            if (!pair.is_array() || pair.size() != 2 || !pair[1].is_number_integer())
                throw Unreadable("a name with its number was expected");
            numbered.emplace_back(text_from(pair[0]), pair[1].get<std::int64_t>());
        }
        return numbered;
    });
}

}  // namespace kvit::json
