#include "kvit/ledger/tax.h"

#include "random_contract.h"

#include <numeric>

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

BOOST_AUTO_TEST_SUITE_END()
