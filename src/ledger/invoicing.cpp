#include "kvit/ledger/invoicing.h"

#include "cycle_parts.h"
#include "rounding.h"

namespace kvit::ledger {

namespace {

using core::Money;
using core::Result;

Result<Money> sum_of(const std::vector<RatedLine>& lines, core::Currency currency) {
    Money sum = Money::zero(currency);
    for (const RatedLine& line : lines) {
        sum += line.net;
        if (const auto bounded = within_bound(sum, "the invoice's total"); !bounded) return bounded;
    }
    return sum;
}

}  // namespace

Result<Invoice> draft_invoice(InvoicingInput input) {
    const contract::Contract& contract = input.contract;
    const core::Date deciding = deciding_day(contract, input.cycle);
    const contract::Terms& terms = contract.terms_on(deciding);
    const core::Date supplied_on =
        is_in_advance(contract, input.cycle) ? input.issued_on : deciding;
    const core::Currency currency = contract.currency;

    const auto treatment =
        vat_treatment(input.business, input.client, terms, supplied_on, input.vat_rates);
    if (!treatment) return tl::unexpected(treatment.error());
    const auto net = sum_of(input.lines, currency);
    if (!net) return tl::unexpected(net.error());
    std::vector<std::pair<VatTreatment, Money>> nets;
    if (!input.lines.empty()) nets.emplace_back(*treatment, *net);
    auto vat = vat_summary(nets, currency);
    if (!vat) return tl::unexpected(vat.error());
    Money tax = Money::zero(currency);
    for (const VatLine& line : *vat) tax += line.tax;
    const auto gross = within_bound(*net + tax, "the invoice's total");
    if (!gross) return tl::unexpected(gross.error());

    auto bookkeeping =
        bookkeeping_tax(input.business, tax, supplied_on, input.issued_on,
                        {input.vat_currencies, input.calendar, std::move(input.exchange_rate)});
    if (!bookkeeping) return tl::unexpected(bookkeeping.error());

    const core::Date due_on_raw = contract::due_on_raw(terms.payment, input.issued_on);
    Invoice invoice{.number = {},
                    .kind = InvoiceKind::invoice,
                    .client = contract.client,
                    .contract = contract.id,
                    .cycle_from = input.cycle.from,
                    .cycle_until = input.cycle.until,
                    .supplied_on = supplied_on,
                    .issued_on = input.issued_on,
                    .due_on_raw = due_on_raw,
                    .due_on = input.calendar.effective_due_date(contract.law, due_on_raw),
                    .currency = currency,
                    .lines = {},
                    .vat = std::move(*vat),
                    .net = *net,
                    .tax = tax,
                    .gross = *gross,
                    .bookkeeping_tax = std::move(*bookkeeping)};
    invoice.lines.reserve(input.lines.size());
    for (RatedLine& line : input.lines) {
        std::string text = line.title;
        invoice.lines.push_back({std::move(line), *treatment, std::move(text)});
    }
    return invoice;
}

}  // namespace kvit::ledger
