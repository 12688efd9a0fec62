#include "kvit/document/clauses.h"

#include "kvit/document/number_format.h"
#include "parties.h"
#include "terms_text.h"

#include <algorithm>

namespace kvit::document {

namespace {

struct ClauseValues {
    const ClausesView& view;
    TermsText text;
    const contract::Terms& terms;

    void payment(TemplateValues& values) const;
    void suspension(TemplateValues& values) const;
    void office_hours(TemplateValues& values) const;
    void scope(TemplateValues& values) const;
    void channel(TemplateValues& values) const;
};

void ClauseValues::payment(TemplateValues& values) const {
    values.text.insert({{"days", ""}, {"day_of_month", ""}});
    values.flags.insert(
        {{"net_days", false}, {"end_of_month", false}, {"same_day", false}, {"on_day", false}});
    if (const auto* net = std::get_if<contract::NetDays>(&terms.payment)) {
        values.text["days"] = text.counted_days(net->days);
        const bool same_day = net->days == 0 && !net->end_of_month;
        const char* form = same_day ? "same_day" : net->end_of_month ? "end_of_month" : "net_days";
        values.flags[form] = true;
    } else {
        const int day = std::get<contract::DayOfMonth>(terms.payment).day;
        values.text["day_of_month"] = std::to_string(day);
        values.flags["on_day"] = true;
    }
}

void ClauseValues::suspension(TemplateValues& values) const {
    const int days = view.pause_days.value_or(0);
    values.text.insert(
        {{"pause_days", text.counted_days(days)}, {"pause_days_number", std::to_string(days)}});
    values.flags["prorate"] = terms.paused_days == contract::PausedDays::prorate;
}

void ClauseValues::office_hours(TemplateValues& values) const {
    const contract::Availability hours = terms.availability.value_or(contract::Availability{});
    const contract::AfterHours after = terms.after_hours.value_or(contract::AfterHours{});
    values.text.insert({{"days_of_week", text.days(hours)},
                        {"from", TermsText::clock(hours.from_minute)},
                        {"until", TermsText::clock(hours.until_minute)},
                        {"timezone", view.business.timezone},
                        {"multiplier", decimal(text.language, after.multiplier)},
                        {"min_minutes", std::to_string(after.min_minutes)}});
    values.flags.insert({{"work_and_contacts", after.applies_to_work && after.applies_to_contacts},
                         {"only_work", after.applies_to_work && !after.applies_to_contacts},
                         {"only_contacts", !after.applies_to_work && after.applies_to_contacts},
                         {"has_minimum", after.min_minutes > 0 && after.applies_to_contacts},
                         {"package", covers_after_hours(terms)}});
}

void ClauseValues::scope(TemplateValues& values) const {
    std::string services;
    for (const auto& service : terms.scope) services += (services.empty() ? "" : ", ") + service;
    values.text["services"] = services;
    values.flags["quoted"] = terms.out_of_scope == contract::OutOfScope::quote;
}

void ClauseValues::channel(TemplateValues& values) const {
    const std::string address = terms.channel == "email"   ? view.business.email
                                : terms.channel == "phone" ? view.business.phone
                                                           : std::string();
    values.text.insert({{"channel", text.channel(terms.channel)}, {"address", address}});
    values.flags["has_address"] = !address.empty();
}

}  // namespace

Clauses compose_clauses(const ClausesView& view, const Wording& wording) {
    const Parties parties{view.business, view.client, wording};
    const TermsText text{view.client.language, wording};
    const contract::Terms& terms = view.contract.terms_on(std::max(view.day, view.contract.from));
    const ClauseValues clause{view, text, terms};
    TemplateValues values;
    values.text["contract"] = text.quoted(terms.title);
    clause.payment(values);
    clause.suspension(values);
    clause.office_hours(values);
    clause.scope(values);
    clause.channel(values);
    const auto section = [&](std::string_view name) {
        return wording.text(text.language, "clauses", name, values);
    };
    Clauses clauses;
    Document& document = clauses.document;
    document.language = text.language;
    document.title = section("title");
    document.author = view.business.name;
    document.footer = view.business.name + " · " + view.contract.id.str();
    document.page_label = parties.word("document.page");
    document.blocks = {Heading{document.title, 1}};
    // The first line is the heading.
    const auto add = [&](bool agreed, std::string_view name, const char* what) {
        if (!agreed) {
            clauses.left_out.emplace_back(what);
            return;
        }
        const std::string words = section(name);
        const std::size_t end = words.find('\n');
        document.blocks.emplace_back(Heading{words.substr(0, end), 2});
        document.blocks.emplace_back(Paragraph{words.substr(end + 1), ParagraphStyle::body});
    };
    add(true, "payment", "payment day");
    add(view.pause_days.has_value(), "suspension", "suspension");
    add(terms.availability && terms.after_hours, "office_hours", "office hours and surcharge");
    add(!terms.scope.empty(), "scope", "scope");
    add(!terms.channel.empty(), "channel", "agreed channel");
    return clauses;
}

}  // namespace kvit::document
