#include "kvit/document/interest_note_view.h"

#include "kvit/core/invariant.h"
#include "kvit/document/number_format.h"
#include "parties.h"

#include <algorithm>

namespace kvit::document {

namespace {

class InterestNoteComposer {
  public:
    InterestNoteComposer(const InterestNoteView& view, const Wording& wording)
        : view_(view), parties_{view.business, view.client, wording}, values_(make_values()) {}

    Document document() const;
    Message message() const;

  private:
    std::string word(std::string_view key) const { return parties_.word(key); }
    std::string money(core::Money amount) const {
        return amount_with_currency(parties_.language(), amount);
    }
    std::string day(core::Date value) const { return date(parties_.language(), value); }
    std::string percent(core::Ratio ratio) const {
        return decimal(parties_.language(), ratio) + word("format.percent");
    }
    std::string text(std::string_view section) const {
        return parties_.wording.text(parties_.language(), "interest_note", section, values_);
    }
    PaymentBox payment() const {
        return payment_box(parties_, total_of(view_), view_.number.str(), view_.due_on);
    }
    bool has_compensation() const {
        return std::ranges::any_of(view_.items, [](const InterestNoteItem& item) {
            return item.compensation.is_positive();
        });
    }
    core::Money sum(core::Money InterestNoteItem::*amount) const {
        core::Money total = core::Money::zero(view_.currency);
        for (const auto& item : view_.items) total += item.*amount;
        return total;
    }
    TemplateValues make_values() const;
    std::string items_text() const;
    AddressAndFacts facts() const;
    Table segments() const;
    Table sums() const;
    Totals totals() const;

    const InterestNoteView& view_;
    Parties parties_;
    TemplateValues values_;
};

std::string InterestNoteComposer::items_text() const {
    std::string text;
    for (const auto& item : view_.items) {
        text += (text.empty() ? "– " : "\n– ") + item.invoice.str() + ": " +
                word("interest_note.interest") + " " + money(item.interest);
        if (item.compensation.is_positive())
            text += ", " + word("interest_note.compensation") + " " + money(item.compensation);
    }
    return text;
}

TemplateValues InterestNoteComposer::make_values() const {
    std::string bases;
    for (const auto& basis : view_.bases) bases += (bases.empty() ? "" : "; ") + basis;
    TemplateValues values;
    values.text = {
        {"business", view_.business.name},
        {"client", view_.client.name},
        {"phone", view_.business.phone},
        {"number", view_.number.str()},
        {"day", day(view_.issued_on)},
        {"through", day(view_.through)},
        {"due_on", day(view_.due_on)},
        {"sum", money(total_of(view_))},
        {"items", items_text()},
        {"payment", as_text(payment())},
        {"bases", bases},
    };
    values.flags = {{"has_phone", !view_.business.phone.empty()},
                    {"has_compensation", has_compensation()},
                    {"has_bases", !view_.bases.empty()}};
    return values;
}

AddressAndFacts InterestNoteComposer::facts() const {
    return {word("party.addressee"),
            addressee(parties_),
            {{word("interest_note.number"), view_.number.str(), true},
             {word("notice.day"), day(view_.issued_on), false},
             {word("interest_note.through"), day(view_.through), false},
             {word("invoice.due_on"), day(view_.due_on), false}}};
}

// One row for each stretch of days with one rate and principal.
Table InterestNoteComposer::segments() const {
    Table table{word("interest_note.segments"),
                {{word("notice.number"), Align::left, 1},
                 {word("interest_note.principal"), Align::right, 0},
                 {word("interest_note.from"), Align::left, 0},
                 {word("interest_note.to"), Align::left, 0},
                 {word("interest_note.days"), Align::right, 0},
                 {word("interest_note.rate"), Align::right, 0}},
                {}};
    for (const auto& item : view_.items) {
        for (const auto& segment : item.segments) {
            table.rows.push_back(
                {{item.invoice.str(), money(segment.principal), day(segment.from), day(segment.to),
                  std::to_string(segment.days), percent(segment.percent)},
                 false});
        }
    }
    return table;
}

// What each invoice comes to.
Table InterestNoteComposer::sums() const {
    Table table{word("interest_note.sums"),
                {{word("notice.number"), Align::left, 1},
                 {word("notice.due_on"), Align::left, 0},
                 {word("interest_note.days"), Align::right, 0},
                 {word("interest_note.interest"), Align::right, 0}},
                {}};
    const bool with_compensation = has_compensation();
    if (with_compensation)
        table.columns.push_back({word("interest_note.compensation"), Align::right, 0});
    for (const auto& item : view_.items) {
        int days = 0;
        for (const auto& segment : item.segments) days += segment.days;
        TableRow row{
            {item.invoice.str(), day(item.due_on), std::to_string(days), money(item.interest)},
            false};
        if (with_compensation)
            row.cells.push_back(item.compensation.is_positive() ? money(item.compensation) : "–");
        table.rows.push_back(std::move(row));
    }
    return table;
}

Totals InterestNoteComposer::totals() const {
    Totals totals;
    if (has_compensation()) {
        totals.rows.push_back(
            {word("interest_note.interest"), money(sum(&InterestNoteItem::interest)), false});
        totals.rows.push_back({word("interest_note.compensation"),
                               money(sum(&InterestNoteItem::compensation)), false});
    }
    totals.rows.push_back({word("notice.to_pay"), money(total_of(view_)), true});
    return totals;
}

Document InterestNoteComposer::document() const {
    Document document;
    document.language = parties_.language();
    document.title = text("title");
    document.author = view_.business.name;
    document.footer = view_.business.name + " · " + document.title;
    document.page_label = word("document.page");
    document.blocks = {letterhead(parties_), facts(), Heading{document.title, 1}};
    const auto add = [&](auto block) { document.blocks.emplace_back(std::move(block)); };
    for (Paragraph& part : paragraphs(text("opening"))) add(std::move(part));
    if (Table table = segments(); !table.rows.empty()) add(std::move(table));
    add(sums());
    add(totals());
    add(payment());
    for (Paragraph& part : paragraphs(text("closing"))) add(std::move(part));
    return document;
}

Message InterestNoteComposer::message() const {
    return {view_.business.name,
            view_.business.email,
            view_.client.name,
            view_.client.email,
            text("subject"),
            text("email") + "\n",
            {core::DocumentId(view_.number.str())}};
}

}  // namespace

core::Money total_of(const InterestNoteView& view) {
    core::Money total = core::Money::zero(view.currency);
    for (const auto& item : view.items) {
        total += item.interest;
        total += item.compensation;
    }
    return total;
}

Document compose_interest_note(const InterestNoteView& view, const Wording& wording) {
    KVIT_INVARIANT(!view.items.empty(), "an interest note claims for an invoice");
    return InterestNoteComposer(view, wording).document();
}

Message interest_note_message(const InterestNoteView& view, const Wording& wording) {
    return InterestNoteComposer(view, wording).message();
}

}  // namespace kvit::document
