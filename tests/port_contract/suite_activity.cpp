#include "samples.h"

#include <boost/test/unit_test.hpp>

#include <set>

namespace kvit::port_contract {

namespace {

using app::Added;
using core::operator""_iso;

constexpr auto keys_of = [](const auto& entries) {
    std::vector<std::string> keys;
    for (const auto& entry : entries) keys.push_back(entry.key.str());
    return keys;
};
using Keys = std::vector<std::string>;

template <class Value>
Added add(Subject& subject, const Value& value,
          Added (app::ActivityStore::*method)(const core::BusinessId&, const Value&)) {
    Added added{};
    write(subject, "2026-04-02"_iso,
          [&](app::Store& store) { added = (store.*method)(ada, value); });
    return added;
}

Added add(Subject& subject, const contract::WorkEntry& entry) {
    return add(subject, entry, &app::ActivityStore::add_work);
}
Added add(Subject& subject, const contract::Contact& contact) {
    return add(subject, contact, &app::ActivityStore::add_contact);
}
Added add(Subject& subject, const contract::Request& request) {
    return add(subject, request, &app::ActivityStore::add_request);
}

void work_is_known_by_key_and_content(Subject& subject) {
    apply_agreements(subject);
    const contract::WorkEntry entry = work("w-1", "2026-02-03T09:30");
    BOOST_TEST((add(subject, entry) == Added::added));
    BOOST_TEST((add(subject, entry) == Added::already_known));
    const auto refused = [&](auto change) {
        contract::WorkEntry other = entry;
        change(other);
        BOOST_TEST((add(subject, other) == Added::conflict));
    };
    refused([](contract::WorkEntry& e) { e.contract = verde_hours; });
    refused([](contract::WorkEntry& e) { e.start += std::chrono::minutes(1); });
    refused([](contract::WorkEntry& e) { e.start_at += std::chrono::seconds(1); });
    refused([](contract::WorkEntry& e) { e.minutes = 61; });
    refused([](contract::WorkEntry& e) { e.service = "consulting"; });
    refused([](contract::WorkEntry& e) { e.note = ""; });
    BOOST_TEST((subject.store().unbilled_work(ada, adria_social, "2026-02-01"_iso,
                                              "2026-03-01"_iso) == std::vector{entry}));
}

void work_of_a_range_comes_in_order(Subject& subject) {
    apply_agreements(subject);
    contract::WorkEntry silent = work("e", "2026-02-14T10:00", 1440);
    silent.note = "";
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (const auto& entry : {work("d", "2026-03-01T00:00"), work("c", "2026-02-28T23:59"),
                                  work("b", "2026-02-01T00:00"), work("a", "2026-01-31T23:59"),
                                  silent, work("9", "2026-02-14T10:00")})
            store.add_work(ada, entry);
        contract::WorkEntry other = work("x", "2026-02-14T10:00");
        other.contract = verde_hours;
        store.add_work(ada, other);
    });
    const auto found =
        subject.store().unbilled_work(ada, adria_social, "2026-02-01"_iso, "2026-03-01"_iso);
    BOOST_TEST(keys_of(found) == (Keys{"b", "9", "e", "c"}), boost::test_tools::per_element());
    BOOST_TEST((found[2] == silent));
    BOOST_TEST(subject.store()
                   .unbilled_work(ada, adria_social, "2026-02-01"_iso, "2026-02-01"_iso)
                   .empty());
}

void billed_work_is_not_billed_again(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (const char* key : {"a", "b", "c"}) store.add_work(ada, work(key, "2026-02-03T09:30"));
        // In one transaction the mark may come before the invoice.
        store.mark_work_billed(ada, {core::EntryKey("a"), core::EntryKey("c")},
                               core::InvoiceNumber("FV/1"), 2);
        add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 100));
    });
    BOOST_TEST(keys_of(subject.store().unbilled_work(ada, adria_social, "2026-02-01"_iso,
                                                     "2026-03-01"_iso)) == (Keys{"b"}),
               boost::test_tools::per_element());
    app::Store& store = subject.store();
    BOOST_TEST(broken_invariant([&] {
                   const auto unit = store.begin("2026-03-01"_iso);
                   store.mark_work_billed(ada, {core::EntryKey("a")}, core::InvoiceNumber("FV/1"),
                                          1);
               }) != "");
    BOOST_TEST(broken_invariant([&] {
                   const auto unit = store.begin("2026-03-01"_iso);
                   store.mark_work_billed(ada, {core::EntryKey("b")}, core::InvoiceNumber("no"), 1);
                   unit->commit();
               }) != "");
}

void covered_work_is_not_billed(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (const char* key : {"a", "b"}) store.add_work(ada, work(key, "2026-02-03T09:30"));
        store.mark_work_covered(ada, {core::EntryKey("a")}, "2026-02-01"_iso);
    });
    app::Store& store = subject.store();
    BOOST_TEST(keys_of(store.unbilled_work(ada, adria_social, "2026-02-01"_iso,
                                           "2026-03-01"_iso)) == (Keys{"b"}),
               boost::test_tools::per_element());
    BOOST_TEST(broken_invariant([&] {
                   const auto unit = store.begin("2026-03-01"_iso);
                   store.mark_work_covered(ada, {core::EntryKey("a")}, "2026-02-01"_iso);
               }) != "");
}

void what_an_invoice_billed_is_found_again(Subject& subject) {
    apply_agreements(subject);
    const auto first = work("b", "2026-02-03T09:30"), second = work("a", "2026-02-04T09:30");
    const auto none = work("c", "2026-02-02T09:30"), other = work("d", "2026-02-01T09:30");
    const auto late = contact("k-1", "2026-02-28T23:59"),
               early = contact("k-2", "2026-02-01T00:00");
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (const auto& entry : {second, first, none, other}) store.add_work(ada, entry);
        for (const auto& entry : {late, early}) store.add_contact(ada, entry);
        add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 100));
        add_invoice(store, invoice("FV/2", "2026-03-01"_iso, 100));
        const core::InvoiceNumber number("FV/1");
        store.mark_work_billed(ada, {second.key}, number, 1);
        store.mark_work_billed(ada, {first.key}, number, 2);
        store.mark_work_billed(ada, {none.key}, number, 0);
        store.mark_work_billed(ada, {other.key}, core::InvoiceNumber("FV/2"), 1);
        store.mark_contacts_billed(ada, {late.key}, number, 1);
    });
    const app::Store& store = subject.store();
    BOOST_TEST((store.work_billed_by(ada, core::InvoiceNumber("FV/1")) ==
                std::vector{none, first, second}));
    BOOST_TEST((store.work_billed_by(ada, core::InvoiceNumber("FV/2")) == std::vector{other}));
    BOOST_TEST(store.work_billed_by(ada, core::InvoiceNumber("FV/3")).empty());
    BOOST_TEST(store.work_billed_by(bruno, core::InvoiceNumber("FV/1")).empty());

    const core::EntryKey unknown("no such row");
    BOOST_TEST((store.work_entries(ada, {second.key, unknown, first.key, late.key}) ==
                std::vector{first, second}));
    BOOST_TEST(store.work_entries(ada, {}).empty());
    BOOST_TEST(store.work_entries(bruno, {first.key}).empty());
    BOOST_TEST((store.contacts(ada, {late.key, unknown, early.key, first.key}) ==
                std::vector{early, late}));
    BOOST_TEST(store.contacts(bruno, {late.key}).empty());
}

void contacts_are_kept_like_work(Subject& subject) {
    apply_agreements(subject);
    contract::Contact bare = contact("k-2", "2026-02-01T00:00", 0);
    bare.contract.reset();
    bare.subject = "";
    bare.channel = contract::Channel::meeting;
    bare.direction = contract::Direction::in;
    const contract::Contact full = contact("k-1", "2026-02-28T23:59", 1440);
    for (const auto& one : {full, bare, contact("k-3", "2026-03-01T00:00")}) {
        BOOST_TEST((add(subject, one) == Added::added));
        BOOST_TEST((add(subject, one) == Added::already_known));
    }
    const auto refused = [&](auto change) {
        contract::Contact other = full;
        change(other);
        BOOST_TEST((add(subject, other) == Added::conflict));
    };
    refused([](contract::Contact& c) { c.client = verde; });
    refused([](contract::Contact& c) { c.contract.reset(); });
    refused([](contract::Contact& c) { c.at += std::chrono::minutes(1); });
    refused([](contract::Contact& c) { c.starts_at += std::chrono::seconds(1); });
    refused([](contract::Contact& c) { c.channel = contract::Channel::email; });
    refused([](contract::Contact& c) { c.direction = contract::Direction::in; });
    refused([](contract::Contact& c) { c.minutes = 1; });
    refused([](contract::Contact& c) { c.subject = "nije hitno"; });
    BOOST_TEST((subject.store().unbilled_contacts(ada, adria, "2026-02-01"_iso, "2026-03-01"_iso) ==
                std::vector{bare, full}));
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 100));
        store.mark_contacts_billed(ada, {bare.key}, core::InvoiceNumber("FV/1"), 1);
    });
    BOOST_TEST((subject.store().unbilled_contacts(ada, adria, "2026-02-01"_iso, "2026-03-01"_iso) ==
                std::vector{full}));
}

void an_answer_is_the_one_change_of_a_request(Subject& subject) {
    apply_agreements(subject);
    const contract::Request asked = request("r-1");
    contract::Request answered = asked;
    answered.answered_on = "2026-04-16"_iso;
    BOOST_TEST((add(subject, asked) == Added::added));
    BOOST_TEST((add(subject, asked) == Added::already_known));
    BOOST_TEST((subject.store().requests(ada, std::nullopt) == std::vector{asked}));
    BOOST_TEST((add(subject, answered) == Added::added));
    BOOST_TEST((add(subject, answered) == Added::already_known));
    BOOST_TEST((add(subject, asked) == Added::already_known));  // an older file
    const auto refused = [&](auto change) {
        contract::Request other = answered;
        change(other);
        BOOST_TEST((add(subject, other) == Added::conflict));
    };
    refused([](contract::Request& r) { r.answered_on = "2026-04-17"_iso; });
    refused([](contract::Request& r) { r.contract = verde_hours; });
    refused([](contract::Request& r) { r.asked_on = "2026-04-01"_iso; });
    refused([](contract::Request& r) { r.needed_by = "2026-04-08"_iso; });
    refused([](contract::Request& r) { r.what = ""; });

    contract::Request other = request("r-0");
    other.what = "";
    other.answered_on = "2026-04-02"_iso;
    contract::Request earlier = request("r-9");
    earlier.asked_on = "2026-04-01"_iso;
    BOOST_TEST((add(subject, other) == Added::added));
    BOOST_TEST((add(subject, earlier) == Added::added));
    BOOST_TEST(
        (subject.store().requests(ada, std::nullopt) == std::vector{earlier, other, answered}));
}

void contracts_with_work_to_bill_are_known(Subject& subject) {
    apply_agreements(subject);
    const auto contracts = [&] { return subject.store().contracts_with_unbilled_work(ada); };
    BOOST_TEST(contracts().empty());
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        contract::WorkEntry other = work("x", "2026-02-14T10:00");
        other.contract = verde_hours;
        for (const auto& entry :
             {other, work("a", "2026-02-03T09:30"), work("b", "2026-02-04T09:30")})
            store.add_work(ada, entry);
    });
    BOOST_TEST((contracts() == std::vector{adria_social, verde_hours}));
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        store.mark_work_billed(ada, {core::EntryKey("x")}, core::InvoiceNumber("FV/1"), 1);
        store.mark_work_billed(ada, {core::EntryKey("a")}, core::InvoiceNumber("FV/1"), 0);
        add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 100));
    });
    BOOST_TEST((contracts() == std::vector{adria_social}));
}

void work_and_contacts_of_a_range_are_visited_billed_or_not(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (const auto& entry : {work("d", "2026-03-01T00:00"), work("c", "2026-02-28T23:59"),
                                  work("b", "2026-02-01T00:00"), work("a", "2026-01-31T23:59")})
            store.add_work(ada, entry);
        for (const auto& one : {contact("z", "2026-02-28T23:59"), contact("y", "2026-02-01T00:00"),
                                contact("x", "2026-01-31T23:59")})
            store.add_contact(ada, one);
        add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 100));  // issued on 2026-03-01
        store.mark_work_billed(ada, {core::EntryKey("b")}, core::InvoiceNumber("FV/1"), 1);
    });
    write(subject, "2026-03-05"_iso, [&](app::Store& store) {
        store.add_work(ada, work("late", "2026-02-14T10:00"));
        store.add_contact(ada, contact("late", "2026-02-14T10:00"));
    });
    const auto seen = [&](core::Date through, std::optional<core::Date> known_on = {}) {
        Keys keys;
        subject.store().for_each_work(
            ada, adria_social, "2026-02-01"_iso, through, known_on,
            [&](const contract::WorkEntry& entry, bool billed) {
                keys.push_back(entry.key.str() + (billed ? " billed" : ""));
            });
        subject.store().for_each_contact(
            ada, adria, "2026-02-01"_iso, through, known_on,
            [&](const contract::Contact& one) { keys.push_back(one.key.str()); });
        return keys;
    };
    BOOST_TEST(seen("2026-03-01"_iso) == (Keys{"b billed", "late", "c", "d", "y", "late", "z"}),
               boost::test_tools::per_element());
    BOOST_TEST(seen("2026-02-28"_iso, "2026-03-04"_iso) == (Keys{"b", "c", "y", "z"}),
               boost::test_tools::per_element());
}

void many_entries_are_all_visited_once(Subject& subject) {
    apply_agreements(subject);
    constexpr int many = 1203;
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (int i = 0; i < many; ++i) {
            const std::string key = std::to_string(i);
            store.add_work(ada, work(key, i % 2 == 0 ? "2026-02-14T10:00" : "2026-02-14T11:00"));
            store.add_contact(ada, contact(key, "2026-02-14T10:00"));
        }
    });
    std::set<std::string> worked, contacted;
    subject.store().for_each_work(
        ada, adria_social, "2026-02-14"_iso, "2026-02-14"_iso, {},
        [&](const contract::WorkEntry& entry, bool) { worked.insert(entry.key.str()); });
    subject.store().for_each_contact(
        ada, adria, "2026-02-14"_iso, "2026-02-14"_iso, {},
        [&](const contract::Contact& one) { contacted.insert(one.key.str()); });
    BOOST_TEST(worked.size() == static_cast<std::size_t>(many));
    BOOST_TEST(contacted.size() == static_cast<std::size_t>(many));
}

void requests_are_told_as_known_on_any_day(Subject& subject) {
    apply_agreements(subject);
    contract::Request asked = request("r-1");
    write(subject, "2026-04-02"_iso, [&](app::Store& store) { store.add_request(ada, asked); });
    contract::Request answered = asked;
    answered.answered_on = "2026-04-10"_iso;
    write(subject, "2026-04-16"_iso, [&](app::Store& store) { store.add_request(ada, answered); });
    const auto known = [&](core::Date day) { return subject.store().requests(ada, day); };
    BOOST_TEST(known("2026-04-01"_iso).empty());
    BOOST_TEST((known("2026-04-15"_iso) == std::vector{asked}));
    BOOST_TEST((known("2026-04-16"_iso) == std::vector{answered}));
}

}  // namespace

std::vector<Behaviour> activity_behaviours() {
    return {{"work is known by key and content", work_is_known_by_key_and_content},
            {"work of a range comes in order", work_of_a_range_comes_in_order},
            {"billed work is not billed again", billed_work_is_not_billed_again},
            {"covered work is not billed", covered_work_is_not_billed},
            {"what an invoice billed is found again", what_an_invoice_billed_is_found_again},
            {"contacts are kept like work", contacts_are_kept_like_work},
            {"an answer is the one change of a request", an_answer_is_the_one_change_of_a_request},
            {"work and contacts of a range are visited, billed or not",
             work_and_contacts_of_a_range_are_visited_billed_or_not},
            {"many entries are all visited once", many_entries_are_all_visited_once},
            {"requests are told as known on any day", requests_are_told_as_known_on_any_day},
            {"contracts with work to bill are known", contracts_with_work_to_bill_are_known}};
}

}  // namespace kvit::port_contract
