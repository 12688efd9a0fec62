#include "samples.h"

#include <boost/test/unit_test.hpp>

#include <map>

namespace kvit::port_contract {

namespace {

using core::operator""_iso;

void add(Subject& subject, core::Date day, const ledger::JournalEntry& entry) {
    write(subject, day, [&](app::Store& store) { store.add_entry(ada, entry); });
}

ledger::JournalEntry unapplied_entry(const std::string& key, core::Date on,
                                     const std::string& client, core::Money amount) {
    return {.key = core::EntryKey(key),
            .kind = ledger::EntryKind::receipt,
            .effective_on = on,
            .reverses = {},
            .postings = {{ledger::Account::bank, amount.currency().code(), amount, {}},
                         {ledger::Account::unapplied, client, -amount, {}}}};
}

void unapplied_cash_is_known_clients(Subject& subject) {
    apply_agreements(subject);
    add(subject, "2026-02-10"_iso, unapplied_entry("a", "2026-02-01"_iso, "adria", euros(100)));
    add(subject, "2026-02-10"_iso, unapplied_entry("b", "2026-02-05"_iso, "adria", euros(50)));
    add(subject, "2026-02-10"_iso, unapplied_entry("c", "2026-02-05"_iso, "adria", {7, pln()}));
    add(subject, "2026-02-10"_iso, unapplied_entry("d", "2026-02-05"_iso, "", euros(999)));
    const auto used = unapplied_entry("e", "2026-02-05"_iso, "verde", euros(30));
    add(subject, "2026-02-10"_iso, used);
    add(subject, "2026-02-20"_iso, reversal_of(used, "f", "2026-02-06"_iso));
    using Cash = std::map<std::pair<core::ClientId, core::Currency>, core::Money>;
    const auto cash = [&](core::Date day, std::optional<core::Date> known_on) {
        return subject.store().unapplied_as_of(ada, day, known_on);
    };
    const core::Money seven(7, pln());
    BOOST_TEST((cash("2026-01-31"_iso, {}) == Cash{}));
    BOOST_TEST((cash("2026-02-04"_iso, {}) == Cash{{{adria, eur()}, euros(100)}}));
    BOOST_TEST((cash("2026-02-28"_iso, {}) ==
                Cash{{{adria, eur()}, euros(150)}, {{adria, pln()}, seven}}));
    BOOST_TEST(
        (cash("2026-02-28"_iso, "2026-02-19"_iso) ==
         Cash{{{adria, eur()}, euros(150)}, {{adria, pln()}, seven}, {{verde, eur()}, euros(30)}}));
    BOOST_TEST((cash("2026-02-28"_iso, "2026-02-09"_iso) == Cash{}));
    using Movements = std::vector<ledger::CashMovement>;
    BOOST_TEST((subject.store().cash_movements(ada, adria, eur()) ==
                Movements{{"2026-02-01"_iso, euros(100)}, {"2026-02-05"_iso, euros(50)}}));
    BOOST_TEST((subject.store().cash_movements(ada, verde, eur()) ==
                Movements{{"2026-02-05"_iso, euros(30)}, {"2026-02-06"_iso, -euros(30)}}));
    BOOST_TEST(subject.store().cash_movements(ada, verde, pln()).empty());
}

void set_offs_stand_until_they_are_taken_back(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso,
          [](app::Store& store) { add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500)); });
    add(subject, "2026-02-02"_iso, unapplied_entry("a", "2026-02-01"_iso, "adria", euros(300)));
    const core::InvoiceNumber item("FV/1");
    const auto first =
        ledger::set_off_entry(core::EntryKey("s-1"), adria, {item, euros(100)}, "2026-02-02"_iso);
    const auto second =
        ledger::set_off_entry(core::EntryKey("s-2"), adria, {item, euros(200)}, "2026-02-02"_iso);
    add(subject, "2026-02-02"_iso, first);
    add(subject, "2026-02-03"_iso, second);
    BOOST_TEST((subject.store().set_offs(ada, adria, eur()) == std::vector{second, first}));
    BOOST_TEST(subject.store().set_offs(ada, adria, pln()).empty());
    BOOST_TEST(subject.store().set_offs(ada, verde, eur()).empty());
    add(subject, "2026-02-04"_iso, ledger::reversal_of(second, "2026-02-03"_iso));
    BOOST_TEST((subject.store().set_offs(ada, adria, eur()) == std::vector{first}));
}

void an_entry_is_found_with_its_reason(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso,
          [](app::Store& store) { add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500)); });
    add(subject, "2026-02-03"_iso, payment("p-1", "2026-02-02"_iso, "FV/1", 200));
    const auto expected = payment("p-1", "2026-02-02"_iso, "FV/1", 200);
    write(subject, "2026-02-04"_iso,
          [&](app::Store& store) { store.add_reason(ada, expected.key, "paid in cash"); });
    const app::Store& store = subject.store();
    const auto found = store.entry(ada, expected.key);
    BOOST_TEST_REQUIRE(found.has_value());
    BOOST_TEST((found->entry == expected));
    BOOST_TEST(found->sequence == 2);
    BOOST_TEST(store.reason(ada, expected.key) == "paid in cash");
    BOOST_TEST(store.reason(ada, ledger::issue_key(core::InvoiceNumber("FV/1"))) == "");
    BOOST_TEST(!store.entry(ada, core::EntryKey("no")));
    BOOST_TEST(!store.entry(bruno, expected.key));
}

void open_items_of_one_client_and_currency(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500));
        add_invoice(store, invoice("FV/2", "2026-02-01"_iso, 300));
    });
    add(subject, "2026-02-03"_iso, payment("p-1", "2026-02-02"_iso, "FV/1", 500));
    const app::Store& store = subject.store();
    const auto items = store.open_items_of(ada, adria, eur());
    BOOST_TEST_REQUIRE(items.size() == 1U);
    BOOST_TEST(items[0].number.str() == "FV/2");
    BOOST_TEST(store.open_items_of(ada, adria, pln()).empty());
    BOOST_TEST(store.open_items_of(bruno, adria, eur()).empty());
}

}  // namespace

std::vector<Behaviour> cash_behaviours() {
    return {{"unapplied cash is known clients'", unapplied_cash_is_known_clients},
            {"set-offs stand until they are taken back", set_offs_stand_until_they_are_taken_back},
            {"an entry is found with its reason", an_entry_is_found_with_its_reason},
            {"open items of one client and currency", open_items_of_one_client_and_currency}};
}

}  // namespace kvit::port_contract
