#include "samples.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <random>

namespace kvit::port_contract {

namespace {

using app::Added;
using core::operator""_iso;

Added add(Subject& subject, core::Date day, const ledger::JournalEntry& entry) {
    Added added{};
    write(subject, day, [&](app::Store& store) { added = store.add_entry(ada, entry); });
    return added;
}

std::vector<ledger::RecordedEntry> entries(Subject& subject,
                                           const core::BusinessId& business = ada) {
    std::vector<ledger::RecordedEntry> all;
    subject.store().for_each_entry(business, [&](const auto& entry) { all.push_back(entry); });
    return all;
}

// "number open" of each.
using Lines = std::vector<std::string>;
Lines open_items(Subject& subject) {
    Lines lines;
    subject.store().for_each_open_item(ada, [&](const ledger::OpenItem& item) {
        lines.push_back(item.number.str() + " " + std::to_string(item.open.minor()));
    });
    return lines;
}

// "number open settled_on" of each.
Lines as_of(Subject& subject, core::Date day, std::optional<core::Date> known_on = {},
            const std::optional<core::ClientId>& client = {}) {
    Lines lines;
    for (const app::ItemState& state : subject.store().items_as_of(ada, day, known_on, client))
        lines.push_back(state.item.number.str() + " " + std::to_string(state.item.open.minor()) +
                        (state.settled_on ? " " + core::to_iso(*state.settled_on) : ""));
    return lines;
}

void expect(const Lines& found, const Lines& expected) {
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

void the_journal_counts_without_gap(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        store.put_business(business(bruno));
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500));
    });
    {
        app::Store& store = subject.store();
        const auto unit = store.begin("2026-02-02"_iso);
        store.add_entry(ada, payment("lost", "2026-02-02"_iso, "FV/1", 500));
    }
    add(subject, "2026-02-03"_iso, payment("p-1", "2026-02-02"_iso, "FV/1", 200));
    write(subject, "2026-02-04"_iso, [](app::Store& store) {
        store.add_entry(bruno,
                        ledger::receipt_entry(core::EntryKey("s-1"), "2026-02-04"_iso, euros(100)));
    });
    const auto all = entries(subject);
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST(all[0].sequence == 1);
    BOOST_TEST(all[1].sequence == 2);
    BOOST_TEST((all[0].entry == ledger::issue_entry(invoice("FV/1", "2026-01-01"_iso, 500))));
    BOOST_TEST((all[1].entry == payment("p-1", "2026-02-02"_iso, "FV/1", 200)));
    BOOST_TEST((all[1].recorded_on == "2026-02-03"_iso));
    BOOST_TEST(core::to_iso(all[1].recorded_at) == "2026-11-30T00:53:20Z");
    const auto other = entries(subject, bruno);
    BOOST_REQUIRE(other.size() == 1U);
    BOOST_TEST(other[0].sequence == 1);
}

void the_day_of_recording_never_falls(Subject& subject) {
    apply_agreements(subject);
    BOOST_TEST((subject.store().last_recorded_on(ada) == std::nullopt));
    write(subject, "2026-03-01"_iso,
          [](app::Store& store) { add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500)); });
    {
        app::Store& store = subject.store();
        const auto unit = store.begin("2026-02-01"_iso);
        BOOST_TEST((unit->recorded_on() == "2026-03-01"_iso));
        store.add_entry(ada, payment("p-1", "2026-02-20"_iso, "FV/1", 100));
        unit->commit();
    }
    add(subject, "2026-03-02"_iso, payment("p-2", "2026-02-21"_iso, "FV/1", 100));
    const auto all = entries(subject);
    BOOST_TEST((all.at(1).recorded_on == "2026-03-01"_iso));
    BOOST_TEST((all.at(1).entry.effective_on == "2026-02-20"_iso));
    BOOST_TEST((all.at(2).recorded_on == "2026-03-02"_iso));
    BOOST_TEST((subject.store().last_recorded_on(ada) == "2026-03-02"_iso));
    BOOST_TEST((subject.store().last_recorded_on(bruno) == std::nullopt));
}

void an_entry_is_known_by_key_and_content(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500));
        add_invoice(store, invoice("FV/2", "2026-02-01"_iso, 500));
    });
    const auto entry = payment("p-1", "2026-02-02"_iso, "FV/1", 200);
    BOOST_TEST((add(subject, "2026-02-03"_iso, entry) == Added::added));
    BOOST_TEST((add(subject, "2026-02-04"_iso, entry) == Added::already_known));
    const auto conflicts = [&](auto change) {
        auto other = entry;
        change(other);
        BOOST_TEST((add(subject, "2026-02-04"_iso, other) == Added::conflict));
    };
    conflicts([](auto& e) { e.effective_on = "2026-02-03"_iso; });
    conflicts([](auto& e) { e.kind = ledger::EntryKind::write_off; });
    conflicts([](auto& e) { e.reverses = core::EntryKey("issue:FV/1"); });
    conflicts([](auto& e) { e.postings[0].subject = "PLN"; });
    conflicts([](auto& e) { e.postings[1].item = core::InvoiceNumber("FV/2"); });
    conflicts([](auto& e) { std::swap(e.postings[0], e.postings[1]); });
    conflicts([](auto& e) {
        e.postings[0].amount = euros(201);
        e.postings[1].amount = euros(-201);
    });
    BOOST_TEST(entries(subject).size() == 3U);
    expect(open_items(subject), {"FV/1 300", "FV/2 500"});
}

void a_wrong_entry_is_a_bug(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso,
          [](app::Store& store) { add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500)); });
    app::Store& store = subject.store();
    const auto breaks = [&](auto change) {
        auto entry = payment("p-1", "2026-02-02"_iso, "FV/1", 200);
        change(entry);
        return broken_invariant([&] {
            const auto unit = store.begin("2026-02-01"_iso);
            store.add_entry(ada, entry);
        });
    };
    BOOST_TEST(breaks([](auto&) {}) == "");
    BOOST_TEST(breaks([](auto& e) { e.postings[0].amount += euros(1); }).find("balances") !=
               std::string::npos);
    BOOST_TEST(breaks([](auto& e) { e.postings[1].item = {}; }).find("name an item") !=
               std::string::npos);
    BOOST_TEST(breaks([](auto& e) {
                   e.postings[0].item = core::InvoiceNumber("FV/1");
               }).find("name an") != std::string::npos);
    BOOST_TEST(breaks([](auto& e) { e.postings[1].item = core::InvoiceNumber("no"); }) != "");
    BOOST_TEST(breaks([](auto& e) { e.reverses = core::EntryKey("no such entry"); }) != "");
    BOOST_TEST(breaks([](auto& e) { e.key = {}; }).find("has a key") != std::string::npos);
    BOOST_TEST(breaks([](auto& e) {
                   for (auto& posting : e.postings)
                       posting.amount = {posting.amount.minor(), pln()};
               }).find("its currency") != std::string::npos);
}

void open_items_move_with_the_journal(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [](app::Store& store) {
        add_invoice(store, invoice("V/1", "2026-01-01"_iso, 700, verde, verde_hours));
        add_invoice(store, invoice("FV/2", "2026-02-01"_iso, 300));
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500));
        add_invoice(store, invoice("FV/0", "2026-03-01"_iso, 0));
    });
    // By client, due date, number; nothing is open on FV/0.
    expect(open_items(subject), {"FV/1 500", "FV/2 300", "V/1 700"});
    const auto paid = payment("p-1", "2026-03-02"_iso, "FV/1", 500);
    add(subject, "2026-03-02"_iso, payment("p-0", "2026-03-02"_iso, "FV/2", 100));
    add(subject, "2026-03-02"_iso, paid);
    expect(open_items(subject), {"FV/2 200", "V/1 700"});

    const ledger::OpenItem settled{.number = core::InvoiceNumber("FV/1"),
                                   .kind = ledger::InvoiceKind::invoice,
                                   .client = adria,
                                   .contract = adria_social,
                                   .issued_on = "2026-02-01"_iso,
                                   .due_on = "2026-02-15"_iso,
                                   .gross = euros(500),
                                   .open = euros(0)};
    BOOST_TEST((subject.store().open_item(ada, settled.number) == settled));
    BOOST_TEST((subject.store().open_item(ada, core::InvoiceNumber("no")) == std::nullopt));
    add(subject, "2026-03-03"_iso, reversal_of(paid, "r-1", "2026-03-03"_iso));
    expect(open_items(subject), {"FV/1 500", "FV/2 200", "V/1 700"});
    add(subject, "2026-03-03"_iso, payment("p-2", "2026-03-03"_iso, "FV/1", 600));
    expect(open_items(subject), {"FV/1 -100", "FV/2 200", "V/1 700"});
}

void a_credit_note_lowers_its_invoice_and_is_no_item(Subject& subject) {
    apply_agreements(subject);
    const auto first = invoice("FV/1", "2026-01-01"_iso, 500);
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        add_invoice(store, first);
        add_credit_note(store, credit_note("KOR/1", first, "2026-03-01"_iso, 80), 500);
    });
    expect(open_items(subject), {"FV/1 420"});
    add(subject, "2026-03-02"_iso, payment("p-1", "2026-03-02"_iso, "FV/1", 300));
    write(subject, "2026-03-05"_iso, [&](app::Store& store) {
        add_credit_note(store, credit_note("KOR/2", first, "2026-03-05"_iso, 200), 120);
    });
    expect(open_items(subject), {});
    expect(as_of(subject, "2026-02-28"_iso), {"FV/1 500"});
    expect(as_of(subject, "2026-03-01"_iso), {"FV/1 420"});
    expect(as_of(subject, "2026-03-04"_iso), {"FV/1 120"});
    expect(as_of(subject, "2026-03-31"_iso), {"FV/1 0 2026-03-05"});
    expect(as_of(subject, "2026-03-31"_iso, "2026-03-04"_iso), {"FV/1 120"});
    // 80 of the last note were paid already.
    const auto cash = subject.store().unapplied_as_of(ada, "2026-03-31"_iso, {});
    BOOST_TEST((cash == std::map<std::pair<core::ClientId, core::Currency>, core::Money>{
                            {{adria, eur()}, euros(80)}}));
    BOOST_TEST((subject.store().open_item(ada, core::InvoiceNumber("KOR/1"))->open == euros(0)));
}

void items_are_told_as_of_any_day(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500));
        add_invoice(store, invoice("V/1", "2026-01-01"_iso, 700, verde, verde_hours));
    });
    write(subject, "2026-03-01"_iso,
          [](app::Store& store) { add_invoice(store, invoice("FV/2", "2026-02-01"_iso, 300)); });
    const auto late = payment("p-2", "2026-02-20"_iso, "FV/1", 200);
    add(subject, "2026-03-02"_iso, payment("p-1", "2026-02-25"_iso, "FV/1", 300));
    add(subject, "2026-03-10"_iso, late);  // happened before p-1, learned of after it
    expect(as_of(subject, "2026-01-31"_iso), {});
    expect(as_of(subject, "2026-02-01"_iso), {"FV/1 500", "V/1 700"});
    expect(as_of(subject, "2026-02-19"_iso), {"FV/1 500", "V/1 700"});
    expect(as_of(subject, "2026-02-20"_iso), {"FV/1 300", "V/1 700"});
    expect(as_of(subject, "2026-02-25"_iso), {"FV/1 0 2026-02-25", "V/1 700"});
    expect(as_of(subject, "2026-03-31"_iso), {"FV/1 0 2026-02-25", "FV/2 300", "V/1 700"});
    expect(as_of(subject, "2026-03-31"_iso, "2026-03-01"_iso), {"FV/1 500", "FV/2 300", "V/1 700"});
    expect(as_of(subject, "2026-03-31"_iso, "2026-03-09"_iso), {"FV/1 200", "FV/2 300", "V/1 700"});
    expect(as_of(subject, "2026-03-31"_iso, "2026-02-28"_iso), {"FV/1 500", "V/1 700"});
    expect(as_of(subject, "2026-02-28"_iso, "2026-03-31"_iso), {"FV/1 0 2026-02-25", "V/1 700"});
    expect(as_of(subject, "2026-03-31"_iso, {}, adria), {"FV/1 0 2026-02-25", "FV/2 300"});
    expect(as_of(subject, "2026-03-31"_iso, "2026-02-28"_iso, verde), {"V/1 700"});
    expect(as_of(subject, "2026-03-31"_iso, {}, core::ClientId("nobody")), {});
    BOOST_TEST((subject.store().items_as_of(ada, "2026-02-20"_iso, {}, adria) ==
                std::vector<app::ItemState>{
                    {{core::InvoiceNumber("FV/1"), ledger::InvoiceKind::invoice, adria,
                      adria_social, "2026-02-01"_iso, "2026-02-15"_iso, euros(500), euros(300)},
                     {}}}));
}

void an_item_is_none_before_it_is_issued(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500));
        store.add_entry(ada, payment("p-1", "2026-01-20"_iso, "FV/1", 500));
    });
    expect(as_of(subject, "2026-01-31"_iso), {});
    expect(as_of(subject, "2026-02-01"_iso), {"FV/1 0 2026-02-01"});
    expect(as_of(subject, "2026-02-01"_iso, {}, adria), {"FV/1 0 2026-02-01"});
}

void settled_is_when_nothing_was_left_for_good(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        add_invoice(store, invoice("FV/0", "2026-02-01"_iso, 0));
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 500));
    });
    const auto first = payment("p-1", "2026-02-10"_iso, "FV/1", 500);
    add(subject, "2026-02-10"_iso, first);
    expect(as_of(subject, "2026-03-31"_iso), {"FV/1 0 2026-02-10", "FV/0 0 2026-03-01"});
    add(subject, "2026-02-15"_iso, reversal_of(first, "r-1", "2026-02-15"_iso));
    expect(as_of(subject, "2026-02-28"_iso), {"FV/1 500"});
    add(subject, "2026-02-20"_iso, payment("p-2", "2026-02-18"_iso, "FV/1", 500));
    expect(as_of(subject, "2026-02-28"_iso), {"FV/1 0 2026-02-18"});
    expect(as_of(subject, "2026-02-12"_iso), {"FV/1 0 2026-02-10"});
    // Open and settled again within one day.
    const auto again = payment("p-3", "2026-02-25"_iso, "FV/1", 1);
    add(subject, "2026-02-25"_iso, again);
    add(subject, "2026-02-25"_iso, reversal_of(again, "r-3", "2026-02-25"_iso));
    expect(as_of(subject, "2026-02-28"_iso), {"FV/1 0 2026-02-25"});
}

void a_visitor_of_open_items_may_settle_them(Subject& subject) {
    constexpr int many = 1100;
    apply_agreements(subject);
    write(subject, "2026-02-01"_iso, [](app::Store& store) {
        for (int i = 0; i < many; ++i) {
            ledger::Invoice one = invoice("FV/" + std::to_string(i), "2026-01-01"_iso, 100);
            one.kind = ledger::InvoiceKind::interest_note;
            add_invoice(store, one);
        }
    });
    int visited = 0;
    write(subject, "2026-02-02"_iso, [&](app::Store& store) {
        store.for_each_open_item(ada, [&](const ledger::OpenItem& item) {
            ++visited;
            store.add_entry(
                ada, payment("p" + item.number.str(), "2026-02-02"_iso, item.number.str(), 100));
        });
    });
    BOOST_TEST(visited == many);
    expect(open_items(subject), {});
}

// The projection against the journal itself, over random payments and reversals.
void the_projection_is_the_journal(Subject& subject) {
    constexpr unsigned seed = 20260916;
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    const auto below = [&](unsigned bound) { return static_cast<int>(random() % bound); };
    constexpr int items = 12;
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (int i = 0; i < items; ++i)
            add_invoice(store, invoice("FV/" + std::to_string(i),
                                       core::add_months("2024-01-01"_iso, i, 1), 100 + below(9)));
    });
    std::vector<ledger::JournalEntry> made;
    for (int round = 0; round < 60; ++round) {
        const core::Date day = "2026-03-01"_iso + date::days(round);
        const std::string key = "k" + std::to_string(round);
        const core::Date on = day - date::days(below(30));
        if (!made.empty() && below(4) == 0) {
            const auto& old =
                made[static_cast<std::size_t>(below(static_cast<unsigned>(made.size())))];
            add(subject, day, reversal_of(old, key, on));
        } else {
            made.push_back(payment(key, on, "FV/" + std::to_string(below(items)), 1 + below(120)));
            add(subject, day, made.back());
        }
        std::map<core::InvoiceNumber, core::Money> sums, open;
        subject.store().for_each_entry(ada, [&](const ledger::RecordedEntry& recorded) {
            for (const ledger::Posting& posting : recorded.entry.postings)
                if (!posting.item.empty())
                    sums.try_emplace(posting.item, euros(0)).first->second += posting.amount;
        });
        std::erase_if(sums, [](const auto& sum) { return sum.second.is_zero(); });
        subject.store().for_each_open_item(
            ada, [&](const ledger::OpenItem& item) { open.emplace(item.number, item.open); });
        BOOST_TEST_REQUIRE((open == sums));
        std::map<core::InvoiceNumber, core::Money> told;
        for (const auto& state : subject.store().items_as_of(ada, "2027-01-01"_iso, {}, {}))
            if (!state.item.open.is_zero()) told.emplace(state.item.number, state.item.open);
        BOOST_TEST_REQUIRE((told == sums));
    }
}

}  // namespace

std::vector<Behaviour> journal_behaviours() {
    return {
        {"the journal counts without gap", the_journal_counts_without_gap},
        {"the day of recording never falls", the_day_of_recording_never_falls},
        {"an entry is known by key and content", an_entry_is_known_by_key_and_content},
        {"a wrong entry is a bug", a_wrong_entry_is_a_bug},
        {"open items move with the journal", open_items_move_with_the_journal},
        {"a credit note lowers its invoice and is no item",
         a_credit_note_lowers_its_invoice_and_is_no_item},
        {"items are told as of any day", items_are_told_as_of_any_day},
        {"an item is none before it is issued", an_item_is_none_before_it_is_issued},
        {"settled is when nothing was left for good", settled_is_when_nothing_was_left_for_good},
        {"a visitor of open items may settle them", a_visitor_of_open_items_may_settle_them},
        {"the projection is the journal", the_projection_is_the_journal}};
}

}  // namespace kvit::port_contract
