#include "samples.h"

#include <boost/test/unit_test.hpp>

namespace kvit::port_contract {

namespace {

using core::operator""_iso;

app::ScheduledCycle cycle(std::string_view issue_on, const core::ClientId& client,
                          const core::ContractId& contract, std::string_view from) {
    return {*core::parse_date(issue_on), client, contract, *core::parse_date(from)};
}

void the_schedule_has_one_cycle_for_each_contract(Subject& subject) {
    apply_agreements(subject);
    const auto first = cycle("2026-02-01", adria, adria_social, "2026-01-01");
    const auto second = cycle("2026-03-01", adria, adria_social, "2026-02-01");
    BOOST_TEST(!subject.store().scheduled(ada, adria_social));
    write(subject, "2026-01-01"_iso, [&](app::Store& store) { store.schedule(ada, first); });
    BOOST_TEST((subject.store().scheduled(ada, adria_social) == first));
    write(subject, "2026-02-01"_iso, [&](app::Store& store) { store.schedule(ada, second); });
    BOOST_TEST((subject.store().scheduled(ada, adria_social) == second));
    write(subject, "2026-02-01"_iso, [&](app::Store& store) { store.schedule(ada, first); });
    BOOST_TEST((subject.store().scheduled(ada, adria_social) == first));  // it may move back
    write(subject, "2026-02-01"_iso,
          [&](app::Store& store) { store.unschedule(ada, adria_social); });
    BOOST_TEST(!subject.store().scheduled(ada, adria_social));
    BOOST_TEST(subject.store().due_cycles(ada, "2030-01-01"_iso, std::nullopt, 10).empty());
}

void due_cycles_come_in_the_order_of_billing(Subject& subject) {
    apply_agreements(subject);
    const core::ContractId early("early"), late("late");
    const auto a = cycle("2026-02-01", adria, early, "2026-01-01");
    const auto b = cycle("2026-02-01", verde, verde_hours, "2025-12-01");
    const auto c = cycle("2026-02-02", adria, adria_social, "2026-01-02");
    const auto d = cycle("2026-02-03", adria, late, "2026-01-03");
    write(subject, "2026-01-01"_iso, [&](app::Store& store) {
        for (const auto& id : {early, late}) store.put_contract(ada, contract_of(id, adria));
        for (const auto& one : {d, c, b, a}) store.schedule(ada, one);
    });
    const auto due = [&](std::string_view through, const std::optional<app::ScheduledCycle>& after,
                         int limit) {
        return subject.store().due_cycles(ada, *core::parse_date(through), after, limit);
    };
    using Cycles = std::vector<app::ScheduledCycle>;
    BOOST_TEST((due("2026-02-03", std::nullopt, 10) == Cycles{a, b, c, d}));
    BOOST_TEST((due("2026-02-02", std::nullopt, 10) == Cycles{a, b, c}));
    BOOST_TEST((due("2026-02-02", std::nullopt, 2) == Cycles{a, b}));
    BOOST_TEST((due("2026-02-03", b, 10) == Cycles{c, d}));
    BOOST_TEST((due("2026-01-31", std::nullopt, 10) == Cycles{}));
    BOOST_TEST((due("2026-02-03", d, 10) == Cycles{}));
}

void included_minutes_are_remembered_by_cycle(Subject& subject) {
    apply_agreements(subject);
    const auto put = [&](const ledger::IncludedMinutes& minutes) {
        write(subject, minutes.cycle_from,
              [&](app::Store& store) { store.put_included_minutes(ada, adria_social, minutes); });
    };
    BOOST_TEST(subject.store().included_minutes(ada, adria_social).empty());
    put({"2026-03-01"_iso, 1200, 7});
    put({"2026-02-01"_iso, 1200, 1150});
    put({"2026-02-01"_iso, 900, 1200});  // what was granted stays
    BOOST_TEST((subject.store().included_minutes(ada, adria_social) ==
                std::vector<ledger::IncludedMinutes>{{"2026-02-01"_iso, 1200, 1200},
                                                     {"2026-03-01"_iso, 1200, 7}}));
    BOOST_TEST(subject.store().included_minutes(ada, verde_hours).empty());
}

void hours_are_told_once(Subject& subject) {
    apply_agreements(subject);
    const auto told = [&](core::Date cycle_from, int percent) {
        bool is_new = false;
        write(subject, "2026-03-20"_iso, [&](app::Store& store) {
            is_new = store.tell_hours(ada, adria_social, cycle_from, percent);
        });
        return is_new;
    };
    BOOST_TEST(told("2026-03-01"_iso, 80));
    BOOST_TEST(!told("2026-03-01"_iso, 80));
    BOOST_TEST(told("2026-03-01"_iso, 100));
    BOOST_TEST(told("2026-04-01"_iso, 80));
}

void advance_billing_is_proposed_once_in_a_cycle(Subject& subject) {
    apply_agreements(subject);
    const auto told = [&](core::Date cycle_from) {
        bool is_new = false;
        write(subject, "2026-03-20"_iso, [&](app::Store& store) {
            is_new = store.tell_advance(ada, adria_social, cycle_from);
        });
        return is_new;
    };
    BOOST_TEST(told("2026-04-01"_iso));
    BOOST_TEST(!told("2026-04-01"_iso));
    BOOST_TEST(told("2026-05-01"_iso));
}

void a_quote_holds_its_work_until_it_is_billed(Subject& subject) {
    apply_agreements(subject);
    app::Quote held = quote("q-1", {"z", "a"});
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (const char* key : {"a", "b", "z"}) store.add_work(ada, work(key, "2026-02-03T09:30"));
        store.add_quote(ada, held);
    });
    const auto store = [&]() -> app::Store& { return subject.store(); };
    BOOST_TEST((store().quote(ada, "q-1") == held));
    BOOST_TEST(!store().quote(ada, "q-2"));
    BOOST_TEST((store().held_quotes(ada) == std::vector{held}));
    BOOST_TEST(store().accepted_quotes(ada, adria_social).empty());
    const auto left = store().unbilled_work(ada, adria_social, "2026-02-01"_iso, "2026-03-01"_iso);
    BOOST_TEST((left == std::vector{work("b", "2026-02-03T09:30")}));

    held.answer = app::QuoteAnswer{app::QuoteState::accepted, "2026-03-09"_iso, euros(8'000), "ok"};
    write(subject, "2026-03-10"_iso,
          [&](app::Store& open) { open.answer_quote(ada, "q-1", *held.answer); });
    BOOST_TEST((store().accepted_quotes(ada, adria_social) == std::vector{held}));
    BOOST_TEST(store().accepted_quotes(ada, verde_hours).empty());
    BOOST_TEST(store().held_quotes(ada).empty());

    held.invoice = core::InvoiceNumber("FV/1");
    write(subject, "2026-04-01"_iso, [&](app::Store& open) {
        add_invoice(open, invoice("FV/1", "2026-03-01"_iso, 100));
        open.mark_work_billed(ada, {core::EntryKey("a"), core::EntryKey("z")}, held.invoice, 1);
        open.mark_quote_billed(ada, "q-1", held.invoice);
    });
    BOOST_TEST(store().accepted_quotes(ada, adria_social).empty());
    BOOST_TEST((store().quotes(ada, std::nullopt) == std::vector{held}));
    BOOST_TEST((store().quotes(ada, adria_social) == std::vector{held}));
    BOOST_TEST(store().quotes(ada, verde_hours).empty());
}

void a_quote_is_answered_and_billed_once(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [&](app::Store& store) {
        for (const char* key : {"a", "b"}) store.add_work(ada, work(key, "2026-02-03T09:30"));
        store.add_quote(ada, quote("q-1", {"a"}));
        add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 100));
    });
    const auto breaks = [&](auto work) {
        app::Store& store = subject.store();
        BOOST_TEST(broken_invariant([&] {
                       const auto unit = store.begin("2026-03-02"_iso);
                       work(store);
                       unit->commit();
                   }) != "");
    };
    const app::QuoteAnswer no{app::QuoteState::declined, "2026-03-02"_iso, std::nullopt, ""};
    breaks([&](app::Store& store) {
        store.add_quote(ada, quote("q-2", {"a"}));
    });  // work is held once
    breaks([&](app::Store& store) { store.add_quote(ada, quote("q-1", {"b"})); });
    breaks([&](app::Store& store) {
        store.answer_quote(ada, "q-1", {app::QuoteState::held, {}, {}, ""});
    });
    breaks([&](app::Store& store) {
        store.mark_quote_billed(ada, "q-1", core::InvoiceNumber("FV/1"));
    });
    breaks([&](app::Store& store) { store.answer_quote(ada, "none", no); });
    write(subject, "2026-03-02"_iso, [&](app::Store& open) { open.answer_quote(ada, "q-1", no); });
    breaks([&](app::Store& store) { store.answer_quote(ada, "q-1", no); });
    breaks([&](app::Store& store) {
        store.mark_quote_billed(ada, "q-1", core::InvoiceNumber("FV/1"));
    });
}

}  // namespace

std::vector<Behaviour> billing_behaviours() {
    return {
        {"the schedule has one cycle for each contract",
         the_schedule_has_one_cycle_for_each_contract},
        {"due cycles come in the order of billing", due_cycles_come_in_the_order_of_billing},
        {"included minutes are remembered by cycle", included_minutes_are_remembered_by_cycle},
        {"hours are told once", hours_are_told_once},
        {"advance billing is proposed once in a cycle",
         advance_billing_is_proposed_once_in_a_cycle},
        {"a quote holds its work until it is billed", a_quote_holds_its_work_until_it_is_billed},
        {"a quote is answered and billed once", a_quote_is_answered_and_billed_once}};
}

}  // namespace kvit::port_contract
