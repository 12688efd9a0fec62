#include "kvit/ledger/tax.h"

#include "kvit/ledger/exchange_rate.h"
#include "kvit/ledger/invoicing.h"
#include "random_contract.h"

#include <algorithm>
#include <map>
#include <string>

using namespace kvit;
using namespace kvit::test;
using contract::VatCategory;

BOOST_AUTO_TEST_SUITE(ledger_tax)

BOOST_AUTO_TEST_CASE(bases_add_up_to_the_net_and_taxes_are_rounded_once) {
    for_seeds(400, [](Random& random) {
        const core::Currency unit = currency(random.one_in(3) ? "HUF" : "PLN");
        std::vector<std::pair<ledger::VatTreatment, core::Money>> nets;
        core::Money net = core::Money::zero(unit);
        for (int i = random.number(0, 12); i > 0; --i) {
            const core::Money amount(random.between(-100'000, 900'000) * unit.invoice_step(), unit);
            ledger::VatTreatment treatment{VatCategory::S, core::Ratio(random.number(1, 54), 2)};
            if (random.one_in(3)) treatment = {VatCategory::AE, core::Ratio()};
            nets.emplace_back(treatment, amount);
            net += amount;
        }
        const auto vat = ledger::vat_summary(nets, unit).value();
        core::Money bases = core::Money::zero(unit);
        for (const auto& line : vat) {
            bases += line.base;
            BOOST_TEST(line.tax.minor() % unit.invoice_step() == 0);
            // Off by at most half a step: |100 tax − base × percent| × 2 <= 100 steps.
            const auto percent = line.treatment.percent;
            const auto difference =
                100 * percent.den() * line.tax.minor() - percent.num() * line.base.minor();
            BOOST_TEST(std::abs(difference) * 2 <= 100 * percent.den() * unit.invoice_step());
        }
        BOOST_TEST((bases == net));
        random.shuffle(nets);
        BOOST_TEST((ledger::vat_summary(nets, unit).value() == vat));
    });
}

namespace {

__extension__ typedef __int128 Wide;

// value × num / den to the nearest multiple of `step`, half away from zero, by plain long division.
std::int64_t rounded(std::int64_t value, Wide num, Wide den, std::int64_t step) {
    const Wide scaled = static_cast<Wide>(value) * num * 2 + (value < 0 ? -1 : 1) * den * step;
    return static_cast<std::int64_t>(scaled / (den * step * 2)) * step;
}

}  // namespace

// EN 16931 for an invoice without allowances, charges and prepayments, to the minor unit: no slack.
BOOST_AUTO_TEST_CASE(the_totals_of_en_16931) {
    const std::vector<std::string> units{"PLN", "EUR", "HUF", "JPY"};
    const std::vector<int> half_percents{0, 10, 11, 16, 26, 38, 46, 54};  // 5.5 % is 11
    for_seeds(400, [&](Random& random) {
        const core::Currency unit = currency(random.pick(units));
        const std::int64_t step = unit.invoice_step();
        std::vector<std::pair<ledger::VatTreatment, core::Money>> lines;
        std::map<std::pair<VatCategory, std::int64_t>, std::int64_t> bases;
        std::int64_t line_total = 0;  // BR-CO-10: BT-106
        for (int i = random.number(1, 40); i > 0; --i) {
            const auto category = static_cast<VatCategory>(random.number(0, 6));
            const int halves =
                category == VatCategory::S ? std::max(1, random.pick(half_percents)) : 0;
            const std::int64_t net = random.between(-500'000, 5'000'000) * step;
            lines.push_back({{category, core::Ratio(halves, 2)}, core::Money(net, unit)});
            bases[{category, halves}] += net;
            line_total += net;
        }
        const auto groups = ledger::vat_summary(lines, unit).value();
        BOOST_TEST(groups.size() == bases.size());  // BR-CO-18, BR-S-01: one for each treatment
        std::int64_t taxable = 0, tax = 0;
        for (const auto& group : groups) {
            const auto percent = group.treatment.percent;
            const auto base =
                bases.find({group.treatment.category, 2 * percent.num() / percent.den()});
            BOOST_REQUIRE(base != bases.end());
            BOOST_TEST(group.base.minor() == base->second);  // BR-S-08 and its like
            BOOST_TEST(group.tax.minor() == rounded(group.base.minor(), percent.num(),
                                                    Wide{100} * percent.den(), step));  // BR-CO-17
            taxable += group.base.minor();
            tax += group.tax.minor();
        }
        BOOST_TEST(taxable == line_total);  // BR-CO-13: BT-109
        if (unit.code() == "HUF") BOOST_TEST(tax % 100 == 0);
    });
}

BOOST_AUTO_TEST_CASE(a_draft_adds_up) {
    const auto calendar = polish_calendar();
    const ledger::VatRates rates({{country("PL"), "2011-01-01"_iso, core::Ratio(23, 1)}});
    const ledger::VatCurrencyRules currencies({});
    contract::Business business{{}, {}, country("PL"),   "1", {}, {}, {}, {}, {},
                                {}, {}, currency("PLN"), {},  {}, {}};
    contract::Client client{{}, {}, country("PL"), {}, "1", {}, {}, {}};
    for_seeds(200, [&](Random& random) {
        const std::string unit = random.pick(std::vector<std::string>{"PLN", "HUF", "JPY"});
        const auto contract = contract_of({}, "2026-01-01"_iso, unit);
        const auto cycle = cycle_from(contract, "2026-01-01"_iso);
        std::vector<ledger::RatedLine> lines;
        core::Money total = core::Money::zero(contract.currency);
        for (int i = random.number(1, 20); i > 0; --i) {
            const core::Money net(random.between(1, 999'999) * contract.currency.invoice_step(),
                                  contract.currency);
            lines.push_back({ledger::LineKind::fixed,
                             "",
                             "",
                             {1, 1},
                             1,
                             ledger::Unit::item,
                             net,
                             net,
                             cycle.from,
                             cycle.until,
                             {},
                             0,
                             0,
                             {}});
            total += net;
        }
        const auto invoice = ledger::draft_invoice({business,
                                                    client,
                                                    contract,
                                                    cycle,
                                                    cycle.issue_on,
                                                    lines,
                                                    calendar,
                                                    rates,
                                                    currencies,
                                                    {}})
                                 .value();
        BOOST_TEST((invoice.net == total));  // BR-CO-10, -13: BT-106 and BT-109
        BOOST_REQUIRE(invoice.vat.size() == 1U);
        BOOST_TEST((invoice.vat.front().base == total));           // BR-S-08
        BOOST_TEST((invoice.tax == invoice.vat.front().tax));      // BR-CO-14: BT-110
        BOOST_TEST((invoice.gross == invoice.net + invoice.tax));  // BR-CO-15, -16: BT-115
        BOOST_TEST(invoice.gross.minor() % contract.currency.invoice_step() == 0);
    });
}

BOOST_AUTO_TEST_CASE(tax_in_the_bookkeeping_currency_is_rounded_once) {
    const std::vector<std::string> units{"PLN", "EUR", "HUF", "JPY"};
    for_seeds(400, [&](Random& random) {
        const core::Currency from = currency(random.pick(units)), into = currency("CHF");
        const core::Currency books = random.one_in(3) ? currency("HUF") : into;
        if (from == books) return;
        const ledger::ExchangeRate rate{from,
                                        core::Ratio(random.one_in(3) ? 100 : 1, 1),
                                        core::Ratio(random.between(1, 9'999'999), 10'000),
                                        books,
                                        "2026-09-29"_iso,
                                        "NBP"};
        const core::Money tax(random.between(-1'000'000, 1'000'000), from);
        const std::int64_t units_from = from.minor_digits() == 0 ? 1 : 100;
        const auto found = ledger::converted(tax, rate).value();
        BOOST_TEST(found.minor() == rounded(tax.minor(), Wide{rate.rate.num()} * 100,
                                            Wide{rate.rate.den()} * rate.per.num() * units_from,
                                            books.invoice_step()));
        BOOST_TEST((ledger::converted(-tax, rate).value() == -found));
    });
}

BOOST_AUTO_TEST_SUITE_END()
