// The part of a contract that an amendment may change.

#include "adapters/agreement/readers.h"
#include "adapters/agreement/values.h"

#include <algorithm>
#include <set>

namespace kvit::agreement {
namespace {

using contract::Terms;

const Choices<contract::Billed> billed_choices = {{"arrears", contract::Billed::arrears},
                                                  {"advance", contract::Billed::advance}};
const Choices<contract::OutOfScope> out_of_scope_choices = {{"quote", contract::OutOfScope::quote},
                                                            {"bill", contract::OutOfScope::bill}};
const Choices<contract::PausedDays> paused_days_choices = {
    {"prorate", contract::PausedDays::prorate}, {"bill", contract::PausedDays::bill}};
const Choices<contract::Per> per_choices = {{"cycle", contract::Per::cycle},
                                            {"once", contract::Per::once}};
const Choices<contract::VatCategory> vat_choices = {
    {"S", contract::VatCategory::S}, {"Z", contract::VatCategory::Z},
    {"E", contract::VatCategory::E}, {"AE", contract::VatCategory::AE},
    {"K", contract::VatCategory::K}, {"G", contract::VatCategory::G},
    {"O", contract::VatCategory::O}};
const Choices<std::string> channel_choices = {
    {"email", "email"}, {"phone", "phone"}, {"chat", "chat"}, {"meeting", "meeting"}, {"", ""}};

// "work", "contact": what after-hours prices apply to.
const Choices<bool> applies_choices = {{"work", true}, {"contact", false}};

contract::PaymentTerms read_payment(const Section& section) {
    constexpr std::string_view known[] = {"days", "end_of_month", "day_of_month"};
    section.only(known);
    if (section.has("days") == section.has("day_of_month")) {
        section.refuse("",
                       section.has("days") ? "names both days and day_of_month"
                                           : "names neither days nor day_of_month",
                       "write { days = 14 }, { days = 30, end_of_month = true } or "
                       "{ day_of_month = 1 }");
        return contract::NetDays{};
    }
    if (section.has("day_of_month")) {
        if (section.has("end_of_month"))
            section.refuse("end_of_month", "goes with days only", "leave it out");
        return contract::DayOfMonth{section.may("day_of_month", whole_from(1, 31), 1)};
    }
    return contract::NetDays{section.may("days", whole_from(0, 365), 14),
                             section.may("end_of_month", yes_or_no, false)};
}

// What an amendment's retainer does not name stays as before.
contract::Retainer read_retainer(const Section& section,
                                 const std::optional<contract::Retainer>& before,
                                 core::Currency currency) {
    constexpr std::string_view known[] = {"fee", "hours", "overage", "rollover_cycles"};
    section.only(known);
    if (!before && !section.has("fee")) section.refuse_missing("fee", "\"800.00\"");
    contract::Retainer retainer =
        before.value_or(contract::Retainer{core::Money::zero(currency), 0, {}, 0});
    const auto money = amount_in(currency);
    retainer.fee = section.may("fee", money, retainer.fee);
    retainer.included_minutes = section.may("hours", hours, retainer.included_minutes);
    retainer.overage = section.may("overage", money, retainer.overage);
    retainer.rollover_cycles =
        section.may("rollover_cycles", whole_from(0, 12), retainer.rollover_cycles);
    return retainer;
}

std::vector<contract::ServiceRate> read_rates(const Section& section, core::Currency currency) {
    std::vector<contract::ServiceRate> rates;
    section.for_each("rate", [&](const Section& rate) {
        constexpr std::string_view known[] = {"service", "hourly"};
        rate.only(known);
        auto service = rate.need("service", text, std::string(), "\"consulting\"");
        const auto hourly =
            rate.need("hourly", amount_in(currency), core::Money::zero(currency), "\"90.00\"");
        if (std::ranges::count(rates, service, &contract::ServiceRate::service) > 0)
            rate.refuse("service", fmt::format("\"{}\" has a rate already", service),
                        "name one rate for each service");
        rates.push_back({std::move(service), hourly});
    });
    return rates;
}

std::vector<contract::FixedItem> read_fixed(const Section& section, core::Currency currency) {
    std::vector<contract::FixedItem> items;
    section.for_each("fixed", [&](const Section& item) {
        constexpr std::string_view known[] = {"title", "amount", "per", "covers_after_hours"};
        item.only(known);
        items.push_back(
            {item.need("title", text, std::string(), "\"Hosting\""),
             item.need("amount", amount_in(currency), core::Money::zero(currency), "\"19.00\""),
             item.may("per", one_of(per_choices), contract::Per::cycle),
             item.may("covers_after_hours", yes_or_no, false)});
    });
    return items;
}

contract::VatTerms read_vat(const Section& section) {
    constexpr std::string_view known[] = {"category", "rate"};
    section.only(known);
    contract::VatTerms vat;
    vat.category = section.need("category", one_of(vat_choices), contract::VatCategory::S, "\"S\"");
    vat.rate_percent = section.may("rate", percent, std::optional<core::Ratio>());
    if (section.has("rate") && vat.category != contract::VatCategory::S)
        section.refuse("rate", "goes with category \"S\" only: the others have no VAT to pay",
                       "leave it out");
    return vat;
}

contract::Availability read_availability(const Section& section,
                                         const std::optional<contract::Availability>& before) {
    constexpr std::string_view known[] = {"days", "from", "to"};
    section.only(known);
    contract::Availability hours = before.value_or(contract::Availability{});
    if (!before)
        for (const auto& [key, example] :
             {std::pair{"days", "\"Mon-Fri\""}, {"from", "\"09:00\""}, {"to", "\"17:00\""}})
            if (!section.has(key)) section.refuse_missing(key, example);
    hours.days = section.may("days", weekdays, hours.days);
    hours.from_minute = section.may("from", clock_time, hours.from_minute);
    hours.until_minute = section.may("to", clock_time, hours.until_minute);
    if (hours.until_minute <= hours.from_minute)
        section.refuse("to", "is not later than from", "write a later time, at most \"24:00\"");
    return hours;
}

contract::AfterHours read_after_hours(const Section& section,
                                      const std::optional<contract::AfterHours>& before) {
    constexpr std::string_view known[] = {"multiplier", "min_minutes", "applies_to"};
    section.only(known);
    contract::AfterHours rules = before.value_or(contract::AfterHours{});
    if (!before && !section.has("multiplier")) section.refuse_missing("multiplier", "\"1.50\"");
    rules.multiplier = section.may("multiplier", multiplier, rules.multiplier);
    rules.min_minutes = section.may("min_minutes", whole_from(0, 1440), rules.min_minutes);
    if (!section.has("applies_to")) return rules;
    const auto to =
        section.may("applies_to", list_of(one_of(applies_choices)), std::vector<bool>{});
    if (const auto* list = section.table()["applies_to"].as_array(); list && list->empty())
        section.refuse("applies_to", "names nothing", "write \"work\", \"contact\" or both");
    rules.applies_to_work = std::ranges::count(to, true) > 0;
    rules.applies_to_contacts = std::ranges::count(to, false) > 0;
    return rules;
}

// What only the terms as a whole can show.
void check_whole(const Section& section, const Terms& terms) {
    if (terms.after_hours && !terms.availability)
        section.refuse("after_hours", "has no office hours to be after",
                       "write availability = { days = \"Mon-Fri\", from = \"09:00\", to = "
                       "\"17:00\" }");
    if (!terms.retainer && terms.rates.empty() && terms.fixed.empty())
        section.refuse("", "names nothing that could be billed",
                       "write a retainer, a rate or a fixed item");
}

void read_tables(const Section& section, Terms& terms, core::Currency currency) {
    section.inside("terms", [&](const Section& inner) { terms.payment = read_payment(inner); });
    section.inside("retainer", [&](const Section& inner) {
        terms.retainer = read_retainer(inner, terms.retainer, currency);
    });
    section.inside("vat", [&](const Section& inner) { terms.vat = read_vat(inner); });
    section.inside("availability", [&](const Section& inner) {
        terms.availability = read_availability(inner, terms.availability);
    });
    section.inside("after_hours", [&](const Section& inner) {
        terms.after_hours = read_after_hours(inner, terms.after_hours);
    });
    if (section.has("rate")) terms.rates = read_rates(section, currency);
    if (section.has("fixed")) terms.fixed = read_fixed(section, currency);
}

}  // namespace

const std::vector<std::string_view> term_keys = {
    "title",    "billed",  "terms",        "policy",       "suspension_clause",
    "retainer", "scope",   "out_of_scope", "paused_days",  "rate",
    "fixed",    "channel", "vat",          "availability", "after_hours"};

Terms read_terms(const Section& section, Terms terms, core::Currency currency, TermsOf of) {
    if (of == TermsOf::contract) {
        if (!section.has("title")) section.refuse_missing("title", "\"…\"");
        if (!section.has("terms")) section.refuse_missing("terms", "{ days = 14 }");
    }
    terms.title = section.may("title", text, terms.title);
    terms.billed = section.may("billed", one_of(billed_choices), terms.billed);
    terms.policy = section.may("policy", id_of<core::PolicyId>("policy id"), terms.policy);
    terms.suspension_clause =
        section.may("suspension_clause", text_or_empty, terms.suspension_clause);
    terms.scope = section.may("scope", list_of(text), terms.scope);
    terms.out_of_scope =
        section.may("out_of_scope", one_of(out_of_scope_choices), terms.out_of_scope);
    terms.paused_days = section.may("paused_days", one_of(paused_days_choices), terms.paused_days);
    terms.channel = section.may("channel", one_of(channel_choices), terms.channel);
    read_tables(section, terms, currency);
    check_whole(section, terms);
    return terms;
}

}  // namespace kvit::agreement
