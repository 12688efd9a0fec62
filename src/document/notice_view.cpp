#include "kvit/document/notice_view.h"

#include "kvit/document/number_format.h"
#include "parties.h"

#include <algorithm>

namespace kvit::document {

namespace {

using policy::NoticeKind;

// A transfer's reference holds 140 characters (SEPA rulebook).
constexpr std::size_t reference_limit = 140;

class NoticeComposer {
  public:
    NoticeComposer(const NoticeView& view, const core::DocumentId& id, const Wording& wording)
        : view_(view),
          id_(id),
          parties_{view.business, view.client, wording},
          name_(policy::name_of(view.notice.kind)),
          values_(make_values()) {}

    Document document() const;
    Message message() const;

  private:
    std::string word(std::string_view key) const { return parties_.word(key); }
    std::string money(core::Money amount) const {
        return amount_with_currency(parties_.language(), amount);
    }
    std::string day(core::Date value) const { return date(parties_.language(), value); }
    std::string counted(std::string_view key, long long count) const;
    std::string text(std::string_view section) const {
        return parties_.wording.text(parties_.language(), name_, section, values_);
    }
    bool is(NoticeKind kind) const { return view_.notice.kind == kind; }
    bool is_to_pay() const { return !is(NoticeKind::resumption) && view_.due.is_positive(); }
    core::Date resumed_on() const { return view_.resumed_on.value_or(view_.day); }
    core::Date ends_on() const { return view_.ends_on.value_or(view_.day); }
    int paused_days() const;
    const contract::Terms& terms_of(const contract::Contract& contract) const {
        return contract.terms_on(view_.day);
    }

    std::string reference() const;
    std::string quoted_contracts() const;
    std::string items_text() const;
    std::string next_step(const TemplateValues& values) const;
    TemplateValues make_values() const;
    TemplateValues item_values(const NoticeItem& item) const;

    AddressAndFacts facts() const;
    std::vector<Table> scope() const;
    Table suspension_scope(std::string_view title, core::Date stops_on) const;
    Table resumption_scope() const;
    Table termination_scope() const;
    Table items() const;
    Totals totals() const;
    PaymentBox payment() const { return payment_box(parties_, view_.due, reference(), {}); }

    const NoticeView& view_;
    const core::DocumentId& id_;
    Parties parties_;
    std::string_view name_;
    TemplateValues values_;
};

std::string NoticeComposer::counted(std::string_view key, long long count) const {
    return std::to_string(count) + "\u00a0" +
           parties_.wording.counted(parties_.language(), key, count);
}

int NoticeComposer::paused_days() const {
    if (!view_.paused_since) return 0;
    return std::max(0, core::days_between(*view_.paused_since, resumed_on()));
}

// Every invoice number, so that the payment is recognised; of very many, those that a transfer
// holds.
std::string NoticeComposer::reference() const {
    std::string text;
    for (const NoticeItem& item : view_.items) {
        const std::string next = (text.empty() ? "" : ", ") + item.number.str();
        if (text.size() + next.size() > reference_limit) break;
        text += next;
    }
    return text;
}

// Titles stand in quotes behind the declined word "contract", so that they are never declined.
std::string NoticeComposer::quoted_contracts() const {
    const std::size_t count = view_.contracts.size();
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i != 0) text += i + 1 == count ? word("format.and") : std::string(", ");
        text += word("format.quote_open") + terms_of(*view_.contracts[i]).title +
                word("format.quote_close");
    }
    return text;
}

TemplateValues NoticeComposer::item_values(const NoticeItem& item) const {
    TemplateValues values;
    values.text = {
        {"number", item.number.str()},
        {"issued_on", day(item.issued_on)},
        {"due_on", day(item.due_on)},
        {"gross", money(item.gross)},
        {"open", money(item.open)},
        {"days", counted("plural.days", std::max(0, item.days_past_due))},
    };
    values.flags = {{"late", item.days_past_due > 0}};
    return values;
}

// With the credits set off, so that the lines add up to the sum asked for.
std::string NoticeComposer::items_text() const {
    std::string text;
    for (const NoticeItem& item : view_.items) {
        if (!text.empty()) text += '\n';
        text += "– " + parties_.wording.text(parties_.language(), "notice_item", "email",
                                             item_values(item));
    }
    if (view_.unapplied.is_positive())
        text += "\n– " + word("notice.credits") + ": " + money(-view_.unapplied);
    return text;
}

// The letter that comes next, by the title it will have.
std::string NoticeComposer::next_step(const TemplateValues& values) const {
    if (!view_.next_step) return {};
    return word("format.quote_open") +
           parties_.wording.text(parties_.language(), policy::name_of(view_.next_step->kind),
                                 "title", values) +
           word("format.quote_close");
}

// As the end of a sentence.
std::string without_full_stop(std::string text) {
    while (text.ends_with('.') || text.ends_with(' ') || text.ends_with('\n')) text.pop_back();
    return text;
}

TemplateValues NoticeComposer::make_values() const {
    std::string numbers;
    for (const NoticeItem& item : view_.items)
        numbers += (numbers.empty() ? "" : ", ") + item.number.str();
    const auto oldest = std::ranges::min_element(view_.items, {}, &NoticeItem::due_on);
    const auto optional_day = [&](std::optional<core::Date> value) {
        return value ? day(*value) : std::string();
    };
    TemplateValues values;
    values.text = {
        {"business", view_.business.name},
        {"client", view_.client.name},
        {"phone", view_.business.phone},
        {"day", day(is(NoticeKind::resumption) ? resumed_on() : view_.day)},
        {"sum", money(view_.due)},
        {"numbers", numbers},
        {"due_on", day(oldest == view_.items.end() ? view_.notice.anchor : oldest->due_on)},
        {"items", items_text()},
        {"payment", is_to_pay() ? as_text(payment()) : std::string()},
        {"invoice_count", counted("plural.invoices", static_cast<long long>(view_.items.size()))},
        {"contracts", quoted_contracts()},
        {"pause_on", optional_day(view_.notice.announces_pause_on)},
        {"paused_since", optional_day(view_.paused_since)},
        {"paused_days", counted("plural.days", paused_days())},
        {"paused_days_number", std::to_string(paused_days())},
        {"next_on", view_.next_step ? day(view_.next_step->on) : std::string()},
        {"ends_on", day(ends_on())},
        {"reason", without_full_stop(view_.reason)},
    };
    values.flags = {
        {"has_phone", !view_.business.phone.empty()},
        {"one_invoice", view_.items.size() == 1},
        {"many_invoices", view_.items.size() > 1},
        {"one_contract", view_.contracts.size() == 1},
        {"many_contracts", view_.contracts.size() > 1},
        {"announces_pause", view_.notice.announces_pause_on.has_value()},
        // A pause that ended on the day it began moves nothing.
        {"paused_before", paused_days() > 0},
        {"has_next_step", view_.next_step.has_value()},
        {"has_reason", !view_.reason.empty()},
        {"to_pay", is_to_pay()},
        {"unpaid", view_.unpaid},
    };
    values.text["next_step"] = next_step(values);
    return values;
}

AddressAndFacts NoticeComposer::facts() const {
    return {word("party.addressee"),
            addressee(parties_),
            {{word("notice.day"), day(view_.day), false}}};
}

// Contract by contract: since when it is in force, on what ground and from which day work stops.
Table NoticeComposer::suspension_scope(std::string_view title, core::Date stops_on) const {
    Table table{word(title),
                {{word("scope.contract"), Align::left, 2},
                 {word("scope.since"), Align::left, 0},
                 {word("scope.ground"), Align::left, 1},
                 {word("scope.stops_on"), Align::left, 0}},
                {}};
    for (const contract::Contract* contract : view_.contracts) {
        const contract::Terms& terms = terms_of(*contract);
        const std::string ground =
            terms.suspension_clause.empty() ? word("scope.ground_late") : terms.suspension_clause;
        table.rows.push_back({{terms.title, day(contract->from), ground, day(stops_on)}, false});
    }
    return table;
}

Table NoticeComposer::resumption_scope() const {
    Table table{word("scope.resumption"), {{word("scope.contract"), Align::left, 1}}, {}};
    if (view_.paused_since) table.columns.push_back({word("scope.paused_since"), Align::left, 0});
    table.columns.push_back({word("scope.resumed_on"), Align::left, 0});
    if (view_.paused_since) table.columns.push_back({word("scope.shift"), Align::right, 0});
    for (const contract::Contract* contract : view_.contracts) {
        TableRow row{{terms_of(*contract).title}, false};
        if (view_.paused_since) row.cells.push_back(day(*view_.paused_since));
        row.cells.push_back(day(resumed_on()));
        if (view_.paused_since) row.cells.push_back(counted("plural.days", paused_days()));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table NoticeComposer::termination_scope() const {
    Table table{word("scope.termination"),
                {{word("scope.contract"), Align::left, 1},
                 {word("scope.since"), Align::left, 0},
                 {word("scope.ends_on"), Align::left, 0}},
                {}};
    for (const contract::Contract* contract : view_.contracts) {
        table.rows.push_back(
            {{terms_of(*contract).title, day(contract->from), day(ends_on())}, false});
    }
    return table;
}

std::vector<Table> NoticeComposer::scope() const {
    if (view_.contracts.empty()) return {};
    switch (view_.notice.kind) {
        case NoticeKind::suspension:
            return {suspension_scope("scope.suspension", view_.day)};
        case NoticeKind::resumption:
            return {resumption_scope()};
        case NoticeKind::termination:
            return {termination_scope()};
        case NoticeKind::suspension_warning:
            if (view_.notice.announces_pause_on)
                return {suspension_scope("scope.announced", *view_.notice.announces_pause_on)};
            return {};
        default:
            return {};  // the reminders say it in a sentence
    }
}

Table NoticeComposer::items() const {
    // Before the due date there is nothing to count.
    const bool with_days = std::ranges::any_of(
        view_.items, [](const NoticeItem& item) { return item.days_past_due > 0; });
    Table table{word(with_days ? "notice.items" : "notice.open_items"),
                {{word("notice.number"), Align::left, 1},
                 {word("notice.issued_on"), Align::left, 0},
                 {word("notice.due_on"), Align::left, 0}},
                {}};
    if (with_days) table.columns.push_back({word("notice.days_past_due"), Align::right, 0});
    table.columns.push_back({word("notice.gross"), Align::right, 0});
    table.columns.push_back({word("notice.open"), Align::right, 0});
    for (const NoticeItem& item : view_.items) {
        TableRow row{{item.number.str(), day(item.issued_on), day(item.due_on)}, false};
        if (with_days)
            row.cells.push_back(item.days_past_due > 0 ? std::to_string(item.days_past_due) : "–");
        row.cells.push_back(money(item.gross));
        row.cells.push_back(money(item.open));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Totals NoticeComposer::totals() const {
    Totals totals;
    if (view_.unapplied.is_positive()) {
        core::Money open = core::Money::zero(view_.currency);
        for (const NoticeItem& item : view_.items) open += item.open;
        totals.rows.push_back({word("notice.total_open"), money(open), false});
        totals.rows.push_back({word("notice.credits"), money(-view_.unapplied), false});
    }
    totals.rows.push_back({word("notice.to_pay"), money(view_.due), true});
    return totals;
}

Document NoticeComposer::document() const {
    const std::string title = text("title");
    Document document;
    document.language = parties_.language();
    document.title = title + ", " + view_.client.name;
    document.author = view_.business.name;
    document.footer = view_.business.name + " · " + id_.str();
    document.page_label = word("document.page");
    document.blocks = {letterhead(parties_), facts(), Heading{title, 1}};
    const auto add = [&](auto block) { document.blocks.emplace_back(std::move(block)); };
    for (Paragraph& paragraph : paragraphs(text("opening"))) add(std::move(paragraph));
    for (Table& table : scope()) add(std::move(table));
    if (!view_.items.empty()) {
        add(items());
        add(totals());
    }
    if (is_to_pay()) add(payment());
    for (Paragraph& paragraph : paragraphs(text("closing"))) add(std::move(paragraph));
    return document;
}

Message NoticeComposer::message() const {
    return {view_.business.name,
            view_.business.email,
            view_.client.name,
            view_.client.email,
            text("subject"),
            text("email") + "\n",
            {id_}};
}

}  // namespace

Document compose_notice(const NoticeView& view, const core::DocumentId& id,
                        const Wording& wording) {
    return NoticeComposer(view, id, wording).document();
}

Message notice_message(const NoticeView& view, const core::DocumentId& id, const Wording& wording) {
    return NoticeComposer(view, id, wording).message();
}

}  // namespace kvit::document
