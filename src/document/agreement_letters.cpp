#include "kvit/document/agreement_letters.h"

#include "kvit/document/invoice_view.h"
#include "kvit/document/number_format.h"
#include "terms_text.h"

#include <algorithm>

namespace kvit::document {

namespace {

using core::Money;
using core::Result;

const contract::Terms& terms_of(const AgreementLetter& about) {
    return about.contract.terms_on(std::max(about.day, about.contract.from));
}

TermsText text_of(const AgreementLetter& about, const Wording& wording) {
    return {about.client.language, wording};
}

tl::unexpected<core::Refusal> not_agreed(const AgreementLetter& about, const std::string& what,
                                         const std::string& remedy) {
    return core::refuse("contract \"" + about.contract.id.str() + "\"", what, remedy);
}

Letter letter_about(const AgreementLetter& about, std::string kind, const Wording& wording) {
    Letter letter{about.business, about.client, about.id, about.day, std::move(kind), {}, {}};
    letter.values.text = {
        {"contract", text_of(about, wording).quoted(terms_of(about).title)},
    };
    return letter;
}

// The table, and the same as lines of the e-mail.
void add_items(Letter& letter, Table table) {
    std::string items;
    for (const TableRow& row : table.rows) {
        items += items.empty() ? "– " : "\n– ";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            items += (i == 0 ? "" : i == 1 ? ": " : "; ") + row.cells[i];
    }
    letter.values.text["items"] = items;
    letter.tables.push_back(std::move(table));
}

// Every hourly price and what it is outside the office hours.
Result<Table> after_hours_prices(const AgreementLetter& about, const TermsText& text) {
    const contract::Terms& terms = terms_of(about);
    Table table{"",
                {{text.word("timesheet.service"), Align::left, 1},
                 {text.word("letter.hourly"), Align::right, 0},
                 {text.word("letter.after_hours"), Align::right, 0}},
                {}};
    const auto add = [&](const std::string& service, Money hourly) -> Result<void> {
        const auto after = times(hourly, terms.after_hours->multiplier);
        if (!after) return tl::unexpected(after.error());
        table.rows.push_back({{service, text.per_hour(hourly), text.per_hour(*after)}, false});
        return {};
    };
    for (const auto& rate : terms.rates)
        if (auto added = add(rate.service, rate.hourly); !added)
            return tl::unexpected(added.error());
    if (terms.retainer && terms.retainer->overage) {
        const std::string name = text.word(terms.rates.empty() ? "letter.work" : "letter.other");
        if (auto added = add(name, *terms.retainer->overage); !added)
            return tl::unexpected(added.error());
    }
    return table;
}

Table price_table(const contract::Terms& terms, const TermsText& text) {
    Table table{
        "",
        {{text.word("letter.what"), Align::left, 1}, {text.word("letter.price"), Align::right, 0}},
        {}};
    const auto add = [&](const std::string& what, const std::string& price) {
        table.rows.push_back({{what, price}, false});
    };
    if (terms.retainer) {
        add(text.word("letter.retainer"), amount_with_currency(text.language, terms.retainer->fee));
        if (terms.retainer->overage)
            add(text.word("letter.overage"), text.per_hour(*terms.retainer->overage));
    }
    for (const auto& rate : terms.rates) add(rate.service, text.per_hour(rate.hourly));
    for (const auto& item : terms.fixed)
        add(item.title, amount_with_currency(text.language, item.amount));
    return table;
}

}  // namespace

Result<Letter> office_hours_letter(const AgreementLetter& about, Money package,
                                   const Wording& wording) {
    const contract::Terms& terms = terms_of(about);
    const TermsText text = text_of(about, wording);
    if (!terms.availability || !terms.after_hours) {
        return not_agreed(about, "no office hours with a price outside them are agreed",
                          "agree on availability and after_hours, and apply the agreement");
    }
    if (covers_after_hours(terms)) {
        return not_agreed(about, "its 24-hour package covers every hour",
                          "nothing is charged outside the office hours; no letter is needed");
    }
    const auto prices = after_hours_prices(about, text);
    if (!prices) return tl::unexpected(prices.error());
    if (prices->rows.empty()) {
        return not_agreed(about, "no hourly price is agreed, so none follows for after hours",
                          "agree on a rate or on the retainer's overage");
    }
    Letter letter = letter_about(about, "office_hours", wording);
    const contract::AfterHours& after = *terms.after_hours;
    letter.values.text.insert({
        {"days", text.days(*terms.availability)},
        {"from", TermsText::clock(terms.availability->from_minute)},
        {"until", TermsText::clock(terms.availability->until_minute)},
        {"timezone", about.business.timezone},
        {"multiplier", decimal(text.language, after.multiplier)},
        {"min_minutes", std::to_string(after.min_minutes)},
        {"package", amount_with_currency(text.language, package)},
    });
    letter.values.flags = {
        {"work_and_contacts", after.applies_to_work && after.applies_to_contacts},
        {"only_work", after.applies_to_work && !after.applies_to_contacts},
        {"only_contacts", !after.applies_to_work && after.applies_to_contacts},
        {"has_minimum", after.min_minutes > 0 && after.applies_to_contacts},
    };
    add_items(letter, *prices);
    return letter;
}

Result<Letter> agreed_channel_letter(const AgreementLetter& about, const Wording& wording) {
    const std::string& channel = terms_of(about).channel;
    if (channel.empty()) {
        return not_agreed(about, "no channel is agreed",
                          "agree on channel = \"email\", \"phone\", \"chat\" or \"meeting\", and "
                          "apply the agreement");
    }
    const std::string address = channel == "email"   ? about.business.email
                                : channel == "phone" ? about.business.phone
                                                     : std::string();
    Letter letter = letter_about(about, "agreed_channel", wording);
    letter.values.text.insert(
        {{"channel", text_of(about, wording).channel(channel)}, {"address", address}});
    letter.values.flags = {{"has_address", !address.empty()}};
    return letter;
}

Letter price_letter(const AgreementLetter& about, const Wording& wording) {
    Letter letter = letter_about(about, "price", wording);
    add_items(letter, price_table(terms_of(about), text_of(about, wording)));
    return letter;
}

Result<Letter> extra_hours_letter(const AgreementLetter& about, std::int64_t minutes,
                                  core::Date from, const Wording& wording) {
    const contract::Terms& terms = about.contract.terms_on(std::max(from, about.contract.from));
    const TermsText text = text_of(about, wording);
    if (!terms.retainer || !terms.retainer->overage) {
        return not_agreed(about, "no price for hours beyond the included ones is agreed",
                          "agree on the retainer's overage, and apply the agreement");
    }
    const auto sum = times(*terms.retainer->overage, core::Ratio(minutes, 60));
    if (!sum) return tl::unexpected(sum.error());
    const auto hours = [&](std::int64_t length) {
        return hours_minutes(length) + "\u00a0" + text.word("unit.hours");
    };
    Letter letter = letter_about(about, "extra_hours", wording);
    letter.values.text.insert({
        {"hours", hours(minutes)},
        {"included", hours(terms.retainer->included_minutes)},
        {"from", date(text.language, from)},
        {"rate", text.per_hour(*terms.retainer->overage)},
        {"sum", amount_with_currency(text.language, *sum)},
    });
    return letter;
}

Letter scope_letter(const AgreementLetter& about, const ScopeQuote& quote, const Wording& wording) {
    const TermsText text = text_of(about, wording);
    Table table{"",
                {{text.word("invoice.text"), Align::left, 1},
                 {text.word("invoice.quantity"), Align::right, 0},
                 {text.word("invoice.net"), Align::right, 0}},
                {}};
    for (const ledger::RatedLine& line : quote.held.lines) {
        table.rows.push_back({{line_text(line, terms_of(about), text.language, wording),
                               hours_minutes(line.quantity) + "\u00a0" + text.word("unit.hours"),
                               amount_with_currency(text.language, line.net)},
                              false});
    }
    Letter letter = letter_about(about, "scope", wording);
    letter.values.text.insert(
        {{"quote", quote.id},
         {"sum", amount_with_currency(text.language, ledger::net_of(quote.held))},
         {"booking_url", about.business.booking_url}});
    letter.values.flags = {{"has_booking", !about.business.booking_url.empty()}};
    add_items(letter, std::move(table));
    return letter;
}

}  // namespace kvit::document
