#include "kvit/ledger/allocation.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using ledger::Account;
using ledger::Allocation;
using ledger::OpenItem;
using ledger::Posting;

namespace {

OpenItem item(const char* number, std::string_view open, core::Date issued_on) {
    return {core::InvoiceNumber(number),
            ledger::InvoiceKind::invoice,
            core::ClientId("lumen"),
            core::ContractId("lumen-asysta"),
            issued_on,
            issued_on + date::days(7),
            money("100.00"),
            money(open)};
}

const std::vector<OpenItem>& items() {
    static const std::vector<OpenItem> two{item("A", "100.00", "2026-02-01"_iso),
                                           item("B", "50.00", "2026-03-01"_iso)};
    return two;
}

Allocation part(const char* number, std::string_view amount) {
    return {core::InvoiceNumber(number), money(amount)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_allocation)

BOOST_AUTO_TEST_CASE(settles_in_the_order_given_each_up_to_what_is_open) {
    struct Case {
        const char* received;
        std::vector<Allocation> allocations;
        const char* unapplied;
    };
    const std::vector<Case> cases{
        {"0.01", {part("A", "0.01")}, "0.00"},
        {"99.99", {part("A", "99.99")}, "0.00"},
        {"100.00", {part("A", "100.00")}, "0.00"},
        {"100.01", {part("A", "100.00"), part("B", "0.01")}, "0.00"},
        {"150.00", {part("A", "100.00"), part("B", "50.00")}, "0.00"},
        {"150.01", {part("A", "100.00"), part("B", "50.00")}, "0.01"},
    };
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.received) {
            const auto applied =
                ledger::apply_receipt(money(c.received), "2026-04-01"_iso, items());
            BOOST_TEST(applied.client.str() == "lumen");
            BOOST_TEST((applied.allocations == c.allocations));
            BOOST_TEST((applied.unapplied == money(c.unapplied)));
            BOOST_TEST((applied.effective_on == "2026-04-01"_iso));
        }
    }
}

// 100 on the 6th, 30 more on the 10th, 120 taken on the 20th: what is free from a day on stays
// free.
BOOST_AUTO_TEST_CASE(cash_is_free_while_no_later_day_needs_it) {
    const std::vector<ledger::CashMovement> movements{{"2026-02-06"_iso, money("100.00")},
                                                      {"2026-02-10"_iso, money("30.00")},
                                                      {"2026-02-20"_iso, money("-120.00")}};
    const auto from = [&](core::Date day) {
        return core::to_decimal(
            ledger::cash_from(movements, day, movements.front().amount.currency()));
    };
    BOOST_TEST(from("2026-02-05"_iso) == "0.00");
    BOOST_TEST(from("2026-02-06"_iso) == "10.00");
    BOOST_TEST(from("2026-02-20"_iso) == "10.00");
    BOOST_TEST(from("2026-03-01"_iso) == "10.00");
    const auto free = ledger::free_cash(movements, "2026-02-01"_iso);
    BOOST_TEST_REQUIRE(free.has_value());
    BOOST_TEST((free->from == "2026-02-06"_iso));
    BOOST_TEST((free->amount == money("10.00")));
    BOOST_TEST((ledger::free_cash(movements, "2026-02-08"_iso)->from == "2026-02-08"_iso));
    // Several on one day count at its end.
    const std::vector<ledger::CashMovement> one_day{{"2026-02-06"_iso, money("-40.00")},
                                                    {"2026-02-06"_iso, money("100.00")}};
    BOOST_TEST((ledger::free_cash(one_day, "2026-02-01"_iso)->amount == money("60.00")));
    // The second layer is free later than the first.
    const std::vector<ledger::CashMovement> layers{{"2026-02-06"_iso, money("100.00")},
                                                   {"2026-02-07"_iso, money("-100.00")},
                                                   {"2026-03-20"_iso, money("10.00")}};
    BOOST_TEST((ledger::free_cash(layers, "2026-02-01"_iso)->from == "2026-03-20"_iso));
    BOOST_TEST(!ledger::free_cash({}, "2026-02-01"_iso));
    const std::vector<ledger::CashMovement> none{{"2026-02-06"_iso, money("0.00")}};
    BOOST_TEST(!ledger::free_cash(none, "2026-02-01"_iso));
}

BOOST_AUTO_TEST_CASE(what_is_already_settled_is_passed_over) {
    std::vector<OpenItem> some = items();
    some.front().open = money("0.00");
    const auto applied = ledger::apply_receipt(money("10.00"), "2026-04-01"_iso, some);
    BOOST_TEST((applied.allocations == std::vector<Allocation>{part("B", "10.00")}));
}

BOOST_AUTO_TEST_CASE(without_items_all_of_it_stays_unapplied) {
    const auto applied = ledger::apply_receipt(money("10.00"), "2026-04-01"_iso, {});
    BOOST_TEST(applied.client.empty());
    BOOST_TEST(applied.allocations.empty());
    BOOST_TEST((applied.unapplied == money("10.00")));
}

BOOST_AUTO_TEST_CASE(the_entry_moves_the_receipt_to_items_and_client) {
    const auto applied = ledger::apply_receipt(money("160.00"), "2026-04-01"_iso, items());
    const auto entry = ledger::application_entry(core::EntryKey("SA1"), applied);
    BOOST_TEST(entry.key.str() == "application:SA1");
    BOOST_TEST((entry.kind == ledger::EntryKind::application));
    BOOST_TEST((entry.effective_on == "2026-04-01"_iso));
    const std::vector<Posting> expected{
        {Account::unapplied, "", money("160.00"), {}},
        {Account::receivable, "lumen", money("-100.00"), core::InvoiceNumber("A")},
        {Account::receivable, "lumen", money("-50.00"), core::InvoiceNumber("B")},
        {Account::unapplied, "lumen", money("-10.00"), {}}};
    BOOST_TEST((entry.postings == expected));
    const auto again = ledger::read_application(entry);
    BOOST_TEST((again.client == applied.client));
    BOOST_TEST((again.allocations == applied.allocations));
    BOOST_TEST((again.unapplied == applied.unapplied));
    BOOST_TEST((again.effective_on == applied.effective_on));
    BOOST_TEST(ledger::is_balanced(entry));

    const auto exact = ledger::apply_receipt(money("100.00"), "2026-04-01"_iso, items());
    BOOST_TEST(ledger::application_entry(core::EntryKey("SA2"), exact).postings.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
