#include "kvit/ledger/journal.h"

#include "kvit/ledger/allocation.h"
#include "random_contract.h"

using namespace kvit;
using namespace kvit::test;

BOOST_AUTO_TEST_SUITE(ledger_journal)

BOOST_AUTO_TEST_CASE(every_entry_balances) {
    for_seeds(300, [](Random& random) {
        const core::Money net = random_money(random), tax = random_money(random, 2);
        ledger::Invoice invoice{.number = core::InvoiceNumber("N"),
                                .kind = ledger::InvoiceKind::invoice,
                                .client = core::ClientId("c"),
                                .contract = core::ContractId("k"),
                                .cycle_from = {},
                                .cycle_until = {},
                                .supplied_on = {},
                                .issued_on = {},
                                .due_on_raw = {},
                                .due_on = {},
                                .currency = currency("PLN"),
                                .lines = {},
                                .vat = {},
                                .net = net,
                                .tax = tax,
                                .gross = net + tax};
        BOOST_TEST(ledger::is_balanced(ledger::issue_entry(invoice)));
        const core::Money received(random.between(1, 500'000), currency("PLN"));
        BOOST_TEST(ledger::is_balanced(
            ledger::receipt_entry(core::EntryKey("r"), random_day(random), received)));
    });
}

BOOST_AUTO_TEST_CASE(a_receipt_is_settled_or_kept_to_the_last_minor_unit) {
    for_seeds(300, [](Random& random) {
        std::vector<ledger::OpenItem> items;
        core::Money open = core::Money::zero(currency("PLN"));
        for (int i = random.number(0, 6); i > 0; --i) {
            const core::Money amount = random_money(random, 10'000);
            const core::Date day = random_day(random);
            items.push_back({core::InvoiceNumber(std::to_string(i)), ledger::InvoiceKind::invoice,
                             core::ClientId("c"), core::ContractId("k"), day, day, amount, amount});
            open += amount;
        }
        const core::Money received(random.between(1, 40'000), currency("PLN"));
        auto applied = ledger::apply_receipt(received, random_day(random), items);
        core::Money settled = core::Money::zero(currency("PLN"));
        for (const auto& allocation : applied.allocations) {
            settled += allocation.amount;
            const auto item = std::ranges::find(items, allocation.item, &ledger::OpenItem::number);
            BOOST_REQUIRE((item != items.end()));
            BOOST_TEST((allocation.amount <= item->open));
        }
        BOOST_TEST((settled + applied.unapplied == received));
        BOOST_TEST((settled == std::min(received, open)));
        applied.client = core::ClientId("c");
        BOOST_TEST(ledger::is_balanced(ledger::application_entry(core::EntryKey("r"), applied)));
    });
}

BOOST_AUTO_TEST_SUITE_END()
