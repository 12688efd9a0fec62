#include "kvit/ledger/credit_note.h"

#include "kvit/core/invariant.h"
#include "rounding.h"

#include <algorithm>
#include <set>
#include <utility>

namespace kvit::ledger {

namespace {

using core::Money;
using core::Result;
using Lines = std::vector<InvoiceLine>;

InvoiceState summed_up(std::vector<VatLine> vat, core::Currency currency) {
    const Money zero = Money::zero(currency);
    InvoiceState state{std::move(vat), zero, zero, zero};
    for (const VatLine& group : state.vat) {
        state.net += group.base;
        state.tax += group.tax;
    }
    state.gross = state.net + state.tax;
    return state;
}

Money vat_on(const VatTreatment& treatment, Money base) {
    const std::pair<VatTreatment, Money> net{treatment, base};
    const auto summary = vat_summary(std::span(&net, 1), base.currency());
    KVIT_INVARIANT(summary.has_value(), "a part of an invoice is within its bounds");
    return summary->front().tax;
}

// The state with this share of every base, rounded to the invoice step.
InvoiceState reduced(const InvoiceState& state, core::Ratio share) {
    std::vector<VatLine> vat = state.vat;
    for (VatLine& group : vat) {
        const auto base = scale_to_invoice_step(group.base, share);
        KVIT_INVARIANT(base.has_value(), "a share of an amount is within its bounds");
        group.base = *base;
        group.tax = vat_on(group.treatment, group.base);
    }
    return summed_up(std::move(vat), state.net.currency());
}

InvoiceLine reversed(const InvoiceLine& line, int number) {
    InvoiceLine result = line;
    result.rated.quantity = -line.rated.quantity;
    result.rated.net = -line.rated.net;
    result.rated.sources.clear();  // a note bills no work
    result.rated.source_minutes.clear();
    result.corrects_line = number;
    return result;
}

// A line of the whole invoice's period that moves one VAT group by `net`.
InvoiceLine line_of_group(const Invoice& invoice, LineKind kind, const VatTreatment& vat,
                          Money net) {
    InvoiceLine line{{kind,
                      "",
                      "",
                      {1, 1},
                      1,
                      Unit::item,
                      net,
                      net,
                      invoice.cycle_from,
                      invoice.cycle_until,
                      {},
                      0,
                      0,
                      {}},
                     vat,
                     ""};
    if (kind == LineKind::price_reduction) {
        line.rated.quantity = -1;
        line.rated.price = -net;
    }
    return line;
}

class Drafting {
  public:
    explicit Drafting(const CreditNoteInput& input)
        : input_(input),
          invoice_(input.invoice),
          where_("credit of " + input.invoice.number.str()),
          before_(state_after(input.invoice, input.earlier)) {
        KVIT_INVARIANT(invoice_.kind == InvoiceKind::invoice, "a credit note corrects an invoice");
        for (const Invoice& note : input.earlier) {
            for (const InvoiceLine& line : note.lines) credited_.insert(line.corrects_line);
        }
    }

    Result<Invoice> draft() const {
        if (!before_.gross.is_positive()) {
            return core::refuse(where_, "nothing is left of it to credit",
                                "kvit show " + invoice_.number.str() + " shows it");
        }
        auto lines =
            std::visit([this](const auto& credit) { return lines_of(credit); }, input_.credit);
        if (!lines) return tl::unexpected(lines.error());
        Invoice note = note_of(std::move(*lines));
        if ((before_.gross + note.gross).is_negative()) return refuse_beyond();
        return note;
    }

  private:
    Result<Lines> lines_of(const CreditAll&) const;
    Result<Lines> lines_of(const CreditLine& credit) const;
    Result<Lines> lines_of(const CreditAmount& credit) const;
    Result<void> check(const CreditAmount& credit) const;
    InvoiceLine added_back(const VatTreatment& vat, Money net) const;
    tl::unexpected<core::Refusal> refuse_beyond() const {
        return core::refuse(where_, "only " + with_currency(before_.gross) + " of it is left",
                            "credit the rest with --full");
    }
    Invoice note_of(Lines lines) const;

    const CreditNoteInput& input_;
    const Invoice& invoice_;
    std::string where_;
    InvoiceState before_;
    std::set<int> credited_;  // lines of the invoice that earlier notes credit; 0: amounts
};

// Every line not credited yet; what earlier notes took off as an amount is added back, so that the
// sum is what is left.
Result<Lines> Drafting::lines_of(const CreditAll&) const {
    Lines lines;
    std::vector<VatLine> rest = before_.vat;
    for (std::size_t i = 0; i < invoice_.lines.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        if (credited_.contains(number)) continue;
        lines.push_back(reversed(invoice_.lines[i], number));
        const auto group = std::ranges::find(rest, lines.back().vat, &VatLine::treatment);
        KVIT_INVARIANT(group != rest.end(), "a line is in a VAT group of its invoice");
        group->base += lines.back().rated.net;
    }
    for (const VatLine& group : rest) {
        if (!group.base.is_zero()) lines.push_back(added_back(group.treatment, -group.base));
    }
    return lines;
}

InvoiceLine Drafting::added_back(const VatTreatment& vat, Money net) const {
    InvoiceLine line = line_of_group(invoice_, LineKind::credited_before, vat, net);
    for (const Invoice& note : input_.earlier) {
        const bool took_an_amount = std::ranges::any_of(note.lines, [&](const InvoiceLine& one) {
            return one.corrects_line == 0 && one.vat == vat;
        });
        if (!took_an_amount) continue;
        line.rated.title += (line.rated.title.empty() ? "" : ", ") + note.number.str();
    }
    return line;
}

Result<Lines> Drafting::lines_of(const CreditLine& credit) const {
    const auto count = static_cast<int>(invoice_.lines.size());
    const std::string which = "line " + std::to_string(credit.line);
    if (credit.line < 1 || credit.line > count) {
        return core::refuse(
            where_, "it has no " + which,
            count == 1 ? "its only line is 1" : "its lines are 1 to " + std::to_string(count));
    }
    if (credited_.contains(credit.line)) {
        return core::refuse(where_, which + " is credited already",
                            "credit another line, or the rest with --full");
    }
    const InvoiceLine& line = invoice_.lines[static_cast<std::size_t>(credit.line) - 1];
    if (!line.rated.net.is_positive()) {
        return core::refuse(where_, which + " asks for nothing",
                            "credit another line, or the rest with --full");
    }
    const auto left = std::ranges::find(before_.vat, line.vat, &VatLine::treatment);
    KVIT_INVARIANT(left != before_.vat.end(), "a line is in a VAT group of its invoice");
    if (line.rated.net > left->base) return refuse_beyond();
    return Lines{reversed(line, credit.line)};
}

Result<void> Drafting::check(const CreditAmount& credit) const {
    const core::Currency currency = invoice_.currency;
    if (credit.gross.currency() != currency) {
        return core::refuse(where_, "the invoice is in " + currency.code(),
                            "give the amount in that currency");
    }
    if (!credit.gross.is_positive()) {
        return core::refuse(where_, "the amount is not more than zero",
                            "give what the client pays less");
    }
    if (credit.gross.minor() % currency.invoice_step() != 0) {
        return core::refuse(where_, "invoices in " + currency.code() + " are in whole units",
                            "give an amount without decimals");
    }
    if (credit.gross > before_.gross) return refuse_beyond();
    if (!before_.net.is_positive()) {
        return core::refuse(where_, "its lines do not add up to a net above zero",
                            "credit it by line or in full");
    }
    return {};
}

// The net that gives the amount with its VAT, found by halving: what is credited falls as the share
// of the net that stays grows.
Result<Lines> Drafting::lines_of(const CreditAmount& credit) const {
    if (auto good = check(credit); !good) return tl::unexpected(good.error());
    const std::int64_t whole = before_.net.minor();
    const std::int64_t step = invoice_.currency.invoice_step();
    const auto keep = [&](std::int64_t steps) {
        return reduced(before_, core::Ratio(steps * step, whole));
    };
    std::int64_t enough = 0, too_little = whole / step;  // steps kept: all is credited; nothing is
    while (too_little - enough > 1) {
        const std::int64_t middle = enough + (too_little - enough) / 2;
        (before_.gross - keep(middle).gross >= credit.gross ? enough : too_little) = middle;
    }
    const InvoiceState after = keep(enough);
    if (const Money above = before_.gross - after.gross; above != credit.gross) {
        const Money below = before_.gross - keep(too_little).gross;
        const std::string nearest = below.is_positive() ? with_currency(below) + " or " : "";
        return core::refuse(where_,
                            "no net amount gives " + with_currency(credit.gross) + " with its VAT",
                            "the nearest is " + nearest + with_currency(above));
    }
    Lines lines;
    for (std::size_t i = 0; i < after.vat.size(); ++i) {
        const Money net = after.vat[i].base - before_.vat[i].base;
        if (net.is_zero()) continue;
        lines.push_back(
            line_of_group(invoice_, LineKind::price_reduction, after.vat[i].treatment, net));
    }
    return lines;
}

Invoice Drafting::note_of(Lines lines) const {
    InvoiceState change = summed_up(credited_vat(before_, lines), invoice_.currency);
    KVIT_INVARIANT(change.gross.is_negative(), "a credit note lowers what its invoice asks for");
    return {.number = {},
            .kind = InvoiceKind::credit_note,
            .client = invoice_.client,
            .contract = invoice_.contract,
            .cycle_from = invoice_.cycle_from,
            .cycle_until = invoice_.cycle_until,
            .supplied_on = invoice_.supplied_on,
            .issued_on = input_.issued_on,
            .due_on_raw = input_.issued_on,
            .due_on = input_.issued_on,
            .currency = invoice_.currency,
            .lines = std::move(lines),
            .vat = std::move(change.vat),
            .net = change.net,
            .tax = change.tax,
            .gross = change.gross,
            .series_period = {},
            .series_number = 0,
            .bookkeeping_tax = credited_bookkeeping_tax(invoice_, before_, change.tax),
            .corrects = invoice_.number,
            .reason = input_.reason};
}

}  // namespace

InvoiceState state_after(const Invoice& invoice, std::span<const Invoice> notes) {
    InvoiceState state{invoice.vat, invoice.net, invoice.tax, invoice.gross};
    for (const Invoice& note : notes) state = state_with(std::move(state), note);
    return state;
}

InvoiceState state_with(InvoiceState before, const Invoice& note) {
    for (const VatLine& change : note.vat) {
        const auto group = std::ranges::find(before.vat, change.treatment, &VatLine::treatment);
        if (group == before.vat.end()) {  // damaged books: verify tells, nothing else sees it
            before.vat.push_back(change);
            continue;
        }
        group->base += change.base;
        group->tax += change.tax;
    }
    before.net += note.net;
    before.tax += note.tax;
    before.gross += note.gross;
    return before;
}

std::vector<VatLine> credited_vat(const InvoiceState& before, std::span<const InvoiceLine> lines) {
    std::vector<VatLine> changes;
    for (const VatLine& group : before.vat) {
        Money net = Money::zero(group.base.currency());
        for (const InvoiceLine& line : lines) {
            if (line.vat == group.treatment) net += line.rated.net;
        }
        const Money tax = vat_on(group.treatment, group.base + net) - group.tax;
        if (!net.is_zero() || !tax.is_zero()) changes.push_back({group.treatment, net, tax});
    }
    return changes;
}

std::optional<BookkeepingTax> credited_bookkeeping_tax(const Invoice& invoice,
                                                       const InvoiceState& before, Money tax) {
    if (!invoice.bookkeeping_tax) return std::nullopt;
    const ExchangeRate& rate = invoice.bookkeeping_tax->rate;
    const auto was = converted(before.tax, rate), is = converted(before.tax + tax, rate);
    KVIT_INVARIANT(was && is, "a part of an invoice's VAT is within its bounds");
    return BookkeepingTax{*is - *was, rate};
}

Result<Invoice> draft_credit_note(const CreditNoteInput& input) { return Drafting(input).draft(); }

}  // namespace kvit::ledger
