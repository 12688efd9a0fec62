#include "samples.h"

#include <boost/test/unit_test.hpp>

namespace kvit::port_contract {

namespace {

using app::Added;
using app::EntryState;
using core::operator""_iso;

const core::EntryKey key{"PL34:2026/000123"};

Added add(Subject& subject, const core::EntryKey& entry_key, const statement::StatementEntry& entry,
          EntryState state = EntryState::unmatched) {
    Added added{};
    write(subject, "2026-02-14"_iso, [&](app::Store& store) {
        added = store.add_statement_entry(ada, entry_key, "", entry, state);
    });
    return added;
}

void set(Subject& subject, const core::EntryKey& entry_key, EntryState state,
         const std::string& note) {
    write(subject, "2026-02-15"_iso,
          [&](app::Store& store) { store.set_entry_state(ada, entry_key, state, note); });
}

void a_statement_entry_is_known_by_key_and_content(Subject& subject) {
    apply_agreements(subject);
    BOOST_TEST((add(subject, key, statement_entry()) == Added::added));
    BOOST_TEST((add(subject, key, statement_entry()) == Added::already_known));
    BOOST_TEST((add(subject, key, statement_entry(), EntryState::outgoing) ==
                Added::already_known));  // the state is not the bank's
    const auto conflicts = [&](auto change) {
        statement::StatementEntry other = statement_entry();
        change(other);
        BOOST_TEST((add(subject, key, other) == Added::conflict));
    };
    conflicts([](auto& e) { e.bank_reference = ""; });
    conflicts([](auto& e) { e.amount = -e.amount; });
    conflicts([](auto& e) { e.amount = {e.amount.minor(), pln()}; });
    conflicts([](auto& e) { e.booked_on += date::days(1); });
    conflicts([](auto& e) { e.value_on += date::days(2); });
    conflicts([](auto& e) { e.end_to_end_id = "E2E-78"; });
    conflicts([](auto& e) { e.payer_name = "Adria"; });
    conflicts([](auto& e) { e.payer_iban = "DE02120300000000202051"; });
    conflicts([](auto& e) { e.remittance.back() += "0"; });
    conflicts([](auto& e) {
        e.returned = "AC04";
        e.payer_name = "Adria";
    });
    // What another file does not tell is no other content.
    const auto known = [&](auto change) {
        statement::StatementEntry other = statement_entry();
        change(other);
        BOOST_TEST((add(subject, key, other) == Added::already_known));
    };
    known([](auto& e) { e.payer_iban = ""; });
    known([](auto& e) { e.value_on = e.booked_on; });
    known([](auto& e) { e.remittance.pop_back(); });
    BOOST_TEST((subject.store().unmatched_entries(ada) ==
                std::vector<app::StoredStatementEntry>{
                    {key, statement_entry(), EntryState::unmatched, "", 1, ""}}));
}

void what_is_booked_under_a_key(Subject& subject) {
    apply_agreements(subject);
    const auto under = [&](const std::string& whole) {
        std::string found;
        for (const auto& [entry_key, amount] :
             subject.store().booked_under(ada, core::EntryKey(whole)))
            found += entry_key.str() + " " + core::to_decimal(amount) + ";";
        return found;
    };
    for (const char* entry_key : {"p:B//2", "p:B//1", "p:B/1", "p:BC", "p:B0", "p:B#2", "p:C"}) {
        add(subject, core::EntryKey(entry_key), statement_entry());
    }
    BOOST_TEST(under("p:B") == "p:B//1 800.00;p:B//2 800.00;");
    BOOST_TEST(under("p:C") == "p:C 800.00;");
    BOOST_TEST(under("p:") == "");
    BOOST_TEST(subject.store().booked_under(bruno, core::EntryKey("p:B")).empty());
}

void a_payment_that_came_back_stays_one(Subject& subject) {
    apply_agreements(subject);
    statement::StatementEntry entry = statement_entry();
    entry.returned = "AC04 closed";
    add(subject, key, entry);
    BOOST_TEST(subject.store().unmatched_entries(ada).front().entry.returned == "AC04 closed");
}

void two_equal_bookings_stay_two(Subject& subject) {
    apply_agreements(subject);
    statement::StatementEntry equal = statement_entry();
    equal.bank_reference = "";
    BOOST_TEST((add(subject, core::EntryKey("content#1"), equal) == Added::added));
    BOOST_TEST((add(subject, core::EntryKey("content#2"), equal) == Added::added));
    BOOST_TEST((add(subject, core::EntryKey("content#2"), equal) == Added::already_known));
    BOOST_TEST(subject.store().unmatched_entries(ada).size() == 2U);
    BOOST_TEST(subject.store().unmatched_entries(bruno).empty());
}

void unmatched_entries_wait_in_order_of_booking(Subject& subject) {
    apply_agreements(subject);
    const auto booked = [](core::Date on) {
        statement::StatementEntry entry = statement_entry();
        entry.booked_on = on;
        return entry;
    };
    const core::EntryKey a("a"), b("b"), c("c"), out("out");
    add(subject, a, booked("2026-02-20"_iso));
    add(subject, c, booked("2026-02-13"_iso));
    add(subject, b, booked("2026-02-13"_iso));
    add(subject, out, booked("2026-02-12"_iso), EntryState::outgoing);
    const auto waiting = [&] {
        std::vector<std::string> found;
        for (const auto& one : subject.store().unmatched_entries(ada))
            found.push_back(one.key.str() + " " + one.note);
        return found;
    };
    using Lines = std::vector<std::string>;
    BOOST_TEST(waiting() == (Lines{"b ", "c ", "a "}), boost::test_tools::per_element());
    set(subject, b, EntryState::matched, "");
    set(subject, c, EntryState::unmatched, "names two clients");
    BOOST_TEST(waiting() == (Lines{"c names two clients", "a "}), boost::test_tools::per_element());
    set(subject, b, EntryState::unmatched, "its application was reversed");
    BOOST_TEST(waiting() == (Lines{"b its application was reversed", "c names two clients", "a "}),
               boost::test_tools::per_element());
    app::Store& store = subject.store();
    const auto breaks = [&](const core::EntryKey& entry_key, EntryState state) {
        return broken_invariant([&] {
            const auto unit = store.begin("2026-02-15"_iso);
            store.set_entry_state(ada, entry_key, state, "");
        });
    };
    BOOST_TEST(breaks(out, EntryState::matched) != "");  // what was paid out stays paid out
    BOOST_TEST(breaks(out, EntryState::returned) != "");
    BOOST_TEST(breaks(a, EntryState::outgoing) != "");
    BOOST_TEST(breaks(a, EntryState::booked_out) != "");
    BOOST_TEST(breaks(core::EntryKey("no"), EntryState::matched).find("known") !=
               std::string::npos);
}

void entries_are_numbered_as_they_come(Subject& subject) {
    apply_agreements(subject);
    add(subject, core::EntryKey("z"), statement_entry());
    add(subject, core::EntryKey("a"), statement_entry(), EntryState::outgoing);
    add(subject, core::EntryKey("z"), statement_entry());
    set(subject, core::EntryKey("a"), EntryState::booked_out, "returns 1");
    const app::Store& store = subject.store();
    std::vector<std::string> all;
    store.for_each_statement_entry(ada, [&](const app::StoredStatementEntry& one) {
        all.push_back(std::to_string(one.ordinal) + " " + one.key.str() + " " + one.note);
    });
    BOOST_TEST(all == (std::vector<std::string>{"1 z ", "2 a returns 1"}),
               boost::test_tools::per_element());
    BOOST_TEST(store.statement_entry(ada, 2)->key.str() == "a");
    BOOST_TEST((store.statement_entry(ada, 2)->state == EntryState::booked_out));
    BOOST_TEST(!store.statement_entry(ada, 3));
    BOOST_TEST(!store.statement_entry(bruno, 1));
}

void a_payer_is_known_by_what_it_settled(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-14"_iso, [&](app::Store& store) {
        store.add_statement_entry(ada, key, "digest", statement_entry(), EntryState::unmatched);
        store.put_payer(ada, "digest", adria);
        store.put_payer(ada, "digest", adria);
    });
    const app::Store& store = subject.store();
    BOOST_TEST(store.unmatched_entries(ada).at(0).payer == "digest");
    BOOST_TEST((store.clients_of_payer(ada, "digest") == std::vector{adria}));
    BOOST_TEST(store.clients_of_payer(ada, "other").empty());
    BOOST_TEST(store.clients_of_payer(bruno, "digest").empty());
    write(subject, "2026-02-15"_iso,
          [&](app::Store& open) { open.remove_payer(ada, "digest", adria); });
    BOOST_TEST(subject.store().clients_of_payer(ada, "digest").empty());
}

}  // namespace

std::vector<Behaviour> statement_behaviours() {
    return {
        {"a statement entry is known by key and content",
         a_statement_entry_is_known_by_key_and_content},
        {"two equal bookings stay two", two_equal_bookings_stay_two},
        {"entries are numbered as they come", entries_are_numbered_as_they_come},
        {"a payer is known by what it settled", a_payer_is_known_by_what_it_settled},
        {"what is booked under a key", what_is_booked_under_a_key},
        {"a payment that came back stays one", a_payment_that_came_back_stays_one},
        {"unmatched entries wait in order of booking", unmatched_entries_wait_in_order_of_booking}};
}

}  // namespace kvit::port_contract
