#include "kvit/document/quote_view.h"

#include "kvit/document/invoice_view.h"
#include "kvit/document/number_format.h"
#include "parties.h"
#include "period_text.h"

#include <algorithm>

namespace kvit::document {

namespace {

constexpr std::string_view nbsp = "\u00a0";

class QuoteComposer {
  public:
    QuoteComposer(const QuoteView& view, const Wording& wording)
        : view_(view), parties_{view.business, view.client, wording} {}

    Document document() const;
    Message message() const;

  private:
    std::string word(std::string_view key) const { return parties_.word(key); }
    const contract::Terms& terms() const {
        return view_.contract.terms_on(view_.held.lines.front().period_from);
    }
    std::string sum() const {
        return amount_with_currency(parties_.language(), ledger::net_of(view_.held));
    }
    std::string text(std::string_view section) const {
        return parties_.wording.text(parties_.language(), "quote", section, values());
    }
    AddressAndFacts facts() const;
    Table lines() const;
    TemplateValues values() const;

    const QuoteView& view_;
    Parties parties_;
};

AddressAndFacts QuoteComposer::facts() const {
    AddressAndFacts block{word("party.addressee"), addressee(parties_), {}};
    block.facts = {{word("quote.number"), view_.id, true},
                   {word("quote.day"), date(parties_.language(), view_.held_on), false},
                   {word("invoice.currency"), ledger::net_of(view_.held).currency().code(), false},
                   {word("invoice.contract"), terms().title, false}};
    return block;
}

Table QuoteComposer::lines() const {
    Table table{"",
                {{word("invoice.text"), Align::left, 1},
                 {word("invoice.quantity"), Align::right, 0},
                 {word("invoice.price"), Align::right, 0},
                 {word("invoice.net"), Align::right, 0}},
                {}};
    for (const ledger::RatedLine& line : view_.held.lines) {
        table.rows.push_back(
            {{line_text(line, terms(), parties_.language(), parties_.wording),
              hours_minutes(line.quantity) + std::string(nbsp) + word("unit.hours"),
              amount(parties_.language(), line.price) + std::string(nbsp) + word("unit.per_hour"),
              amount(parties_.language(), line.net)},
             false});
    }
    return table;
}

TemplateValues QuoteComposer::values() const {
    core::Date from = view_.held.lines.front().period_from;
    core::Date until = view_.held.lines.front().period_until;
    for (const ledger::RatedLine& line : view_.held.lines) {
        from = std::min(from, line.period_from);
        until = std::max(until, line.period_until);
    }
    TemplateValues values;
    values.text = {
        {"business", view_.business.name},
        {"client", view_.client.name},
        {"phone", view_.business.phone},
        {"quote", view_.id},
        {"contract", word("format.quote_open") + terms().title + word("format.quote_close")},
        {"period", period_text(from, until, parties_.language(), parties_.wording)},
        {"sum", sum()},
    };
    values.flags = {{"has_phone", !view_.business.phone.empty()}};
    return values;
}

Document QuoteComposer::document() const {
    Document document;
    document.language = parties_.language();
    document.title = text("title");
    document.author = view_.business.name;
    document.footer = view_.business.name + " · " + document.title;
    document.page_label = word("document.page");
    document.blocks = {letterhead(parties_), facts(), Heading{document.title, 1}};
    for (Paragraph& part : paragraphs(text("opening")))
        document.blocks.emplace_back(std::move(part));
    document.blocks.emplace_back(lines());
    document.blocks.emplace_back(Totals{{{word("invoice.total_net"), sum(), true}}});
    document.blocks.emplace_back(Paragraph{word("quote.vat_note"), ParagraphStyle::small});
    for (Paragraph& part : paragraphs(text("closing")))
        document.blocks.emplace_back(std::move(part));
    return document;
}

Message QuoteComposer::message() const {
    return {view_.business.name,         view_.business.email, view_.client.name,
            view_.client.email,          text("subject"),      text("email") + "\n",
            {core::DocumentId(view_.id)}};
}

}  // namespace

Document compose_quote(const QuoteView& view, const Wording& wording) {
    return QuoteComposer(view, wording).document();
}

Message quote_message(const QuoteView& view, const Wording& wording) {
    return QuoteComposer(view, wording).message();
}

}  // namespace kvit::document
