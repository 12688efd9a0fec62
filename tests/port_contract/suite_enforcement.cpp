#include "samples.h"

#include <boost/test/unit_test.hpp>

namespace kvit::port_contract {

namespace {

using app::MessageState;
using core::operator""_iso;
using policy::WorkStatus;

void apply_with_invoices(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-03-01"_iso, [](app::Store& store) {
        add_invoice(store, invoice("FV/1", "2026-01-01"_iso, 80'000));
        add_invoice(store, invoice("FV/2", "2026-02-01"_iso, 80'000));
    });
}

void decide(Subject& subject, const app::StoredDecision& made) {
    write(subject, made.decision.day,
          [&](app::Store& store) { store.add_decision(ada, made, decision_basis(made)); });
}

// Notice, document and message, as the review run writes them.
void send_notice(app::Store& store, const app::Notice& one) {
    store.add_notice(ada, one);
    store.add_document(ada, stored_document(one.id.str()));
    store.queue_message(ada, outbox_entry(one.id.str()));
}

void the_last_decision_for_a_day_holds(Subject& subject) {
    apply_agreements(subject);
    const auto first = decision("2026-02-20"_iso, WorkStatus::reminded, WorkStatus::warned);
    auto second = first;
    second.decision.level = "";
    second.decision.anchor.reset();
    second.decision.notice.reset();
    second.decision.reasons.clear();
    second.decision.next_review.reset();
    auto third = decision("2026-02-23"_iso, WorkStatus::warned, WorkStatus::paused);
    third.decision.notice->announces_pause_on.reset();
    third.decision.notice->contracts.clear();
    third.decision.contracts.clear();
    auto zloty = first;
    zloty.currency = pln();
    decide(subject, third);
    decide(subject, first);
    const auto on = [&](core::Date day) {
        return subject.store().decision_on(ada, adria, eur(), day);
    };
    BOOST_TEST((on("2026-02-20"_iso) == first));
    decide(subject, second);
    decide(subject, zloty);
    BOOST_TEST((on("2026-02-19"_iso) == std::nullopt));
    BOOST_TEST((on("2026-02-20"_iso) == second));
    BOOST_TEST((on("2026-02-22"_iso) == second));
    BOOST_TEST((on("2026-02-23"_iso) == third));
    BOOST_TEST((on("9999-12-31"_iso) == third));
    BOOST_TEST((subject.store().decision_on(ada, adria, pln(), "2026-02-20"_iso) == zloty));
    BOOST_TEST((subject.store().decision_on(ada, verde, eur(), "2026-02-20"_iso) == std::nullopt));
}

void a_decision_keeps_what_it_was_made_of(Subject& subject) {
    apply_agreements(subject);
    const auto made = decision("2026-02-20"_iso, WorkStatus::reminded, WorkStatus::warned);
    decide(subject, made);
    const auto on = [&](core::Date day) {
        return subject.store().decision_basis(ada, adria, eur(), day);
    };
    BOOST_TEST((on("2026-02-19"_iso) == std::nullopt));
    BOOST_TEST((on("2026-02-21"_iso) == decision_basis(made)));
}

void what_persons_decided_is_told_in_order(Subject& subject) {
    apply_with_invoices(subject);
    auto of_contract = intervention(policy::InterventionKind::release);
    of_contract.contract = adria_social;
    auto of_invoice = intervention(policy::InterventionKind::promise);
    of_invoice.invoice = core::InvoiceNumber("FV/2");
    of_invoice.until = "2026-02-27"_iso;
    auto wordless = intervention(policy::InterventionKind::hold);
    wordless.reason = "";
    write(subject, "2026-02-20"_iso, [&](app::Store& store) {
        for (const auto& one : {of_invoice, of_contract, wordless, of_contract})
            store.add_intervention(ada, one);
    });
    const auto told = subject.store().interventions(ada, adria);
    BOOST_TEST((told == std::vector{of_invoice, of_contract, wordless, of_contract}));
    BOOST_TEST(subject.store().interventions(ada, verde).empty());
}

void status_history_tells_changes_only(Subject& subject) {
    apply_agreements(subject);
    auto first = decision("2026-02-16"_iso, WorkStatus::active, WorkStatus::reminded);
    first.decision.contracts.push_back({verde_hours, WorkStatus::active, WorkStatus::active,
                                        "2026-01-01"_iso, policy::HeldBy::nobody,
                                        policy::WaitsFor::nothing});
    auto same = decision("2026-02-18"_iso, WorkStatus::reminded, WorkStatus::reminded);
    auto late = decision("2026-02-23"_iso, WorkStatus::warned, WorkStatus::paused);
    late.decision.contracts.front().since = "2026-02-24"_iso;
    decide(subject, first);
    decide(subject, same);
    decide(subject, decision("2026-02-20"_iso, WorkStatus::reminded, WorkStatus::warned));
    decide(subject, late);
    decide(subject, decision("2026-02-23"_iso, WorkStatus::paused, WorkStatus::active));
    using History = std::vector<app::ContractStatus>;
    const auto history = [&](const core::ContractId& contract, core::Date day) {
        return subject.store().status_history(ada, contract, day);
    };
    BOOST_TEST((history(adria_social, "2026-02-15"_iso) == History{}));
    BOOST_TEST((
        history(adria_social, "2026-02-22"_iso) ==
        History{{WorkStatus::reminded, "2026-02-16"_iso}, {WorkStatus::warned, "2026-02-20"_iso}}));
    BOOST_TEST((history(adria_social, "2026-02-23"_iso) ==
                History{{WorkStatus::reminded, "2026-02-16"_iso},
                        {WorkStatus::warned, "2026-02-20"_iso},
                        {WorkStatus::paused, "2026-02-24"_iso},
                        {WorkStatus::active, "2026-02-23"_iso}}));
    BOOST_TEST((history(verde_hours, "2026-12-31"_iso) == History{}));
}

void the_last_review_is_remembered(Subject& subject) {
    apply_agreements(subject);
    BOOST_TEST((subject.store().last_reviewed_on(ada) == std::nullopt));
    for (const core::Date day : {"2026-02-16"_iso, "2026-02-17"_iso}) {
        write(subject, day, [&](app::Store& store) { store.set_last_reviewed_on(ada, day); });
        BOOST_TEST((subject.store().last_reviewed_on(ada) == day));
    }
    BOOST_TEST((subject.store().last_reviewed_on(bruno) == std::nullopt));
}

void a_notice_takes_its_state_from_its_message(Subject& subject) {
    apply_with_invoices(subject);
    app::Notice first = notice("z-first", "reminder"), second = notice("a-second", "warning");
    second.contracts = {adria_social, verde_hours};
    second.items.emplace_back("FV/2", euros(79'999));
    second.announces_pause_on.reset();
    app::Notice third = notice("m-third", "");
    third.client = verde;
    third.kind = policy::NoticeKind::resumption;
    third.round = 0;
    third.items.clear();
    third.contracts.clear();
    write(subject, "2026-02-16"_iso, [&](app::Store& store) {
        for (const auto& one : {first, second, third}) send_notice(store, one);
    });
    BOOST_TEST((subject.store().notices(ada, {}) == std::vector{first, second, third}));
    BOOST_TEST((subject.store().notices(ada, adria) == std::vector{first, second}));
    BOOST_TEST((subject.store().notices(ada, verde) == std::vector{third}));
    BOOST_TEST(subject.store().notices(bruno, {}).empty());
    write(subject, "2026-02-17"_iso,
          [&](app::Store& store) { store.mark_sent(ada, first.id, "2026-02-18"_iso); });
    first.state = MessageState::sent;
    first.sent_on = "2026-02-18"_iso;
    BOOST_TEST((subject.store().notices(ada, adria) == std::vector{first, second}));
}

void a_notice_is_written_once(Subject& subject) {
    apply_with_invoices(subject);
    write(subject, "2026-02-16"_iso,
          [](app::Store& store) { send_notice(store, notice("n-1", "reminder")); });
    app::Store& store = subject.store();
    const auto breaks = [&](auto change) {
        app::Notice other = notice("n-2", "reminder");
        change(other);
        return broken_invariant([&] {
                   const auto unit = store.begin("2026-02-16"_iso);
                   store.add_notice(ada, other);
               }) != "";
    };
    BOOST_TEST(breaks([](app::Notice&) {}));
    BOOST_TEST(breaks([](app::Notice& n) { n.decided_on += date::days(1); }));
    BOOST_TEST(breaks([](app::Notice& n) { n = notice("n-1", "warning"); }));  // the id
    BOOST_TEST(breaks([](app::Notice& n) { n.items.front().second = {1, pln()}; }));
    BOOST_TEST(!breaks([](app::Notice& n) { n.client = verde; }));
    BOOST_TEST(!breaks([](app::Notice& n) { n.kind = policy::NoticeKind::final_demand; }));
    BOOST_TEST(!breaks([](app::Notice& n) { n.level = "warning"; }));
    BOOST_TEST(!breaks([](app::Notice& n) { n.anchor += date::days(1); }));
    BOOST_TEST(!breaks([](app::Notice& n) { n.round = 2; }));
    BOOST_TEST(!breaks([](app::Notice& n) {
        n.currency = pln();
        n.items.clear();
    }));
}

void a_payment_cancels_what_was_not_sent(Subject& subject) {
    apply_with_invoices(subject);
    app::Notice sent = notice("n-1", "reminder"), both = notice("n-3", "warning"),
                one = notice("n-2", "demand"), other = notice("n-4", "other");
    both.items.emplace_back("FV/2", euros(1));
    other.items = {{core::InvoiceNumber("FV/2"), euros(1)}};
    write(subject, "2026-02-16"_iso, [&](app::Store& store) {
        for (const auto& each : {sent, both, one, other}) send_notice(store, each);
        store.mark_sent(ada, sent.id, "2026-02-16"_iso);
    });
    const auto cancel = [&](const char* number) {
        std::vector<core::DocumentId> ids;
        write(subject, "2026-02-17"_iso, [&](app::Store& store) {
            ids = store.cancel_queued_notices(ada, core::InvoiceNumber(number), "paid");
        });
        return ids;
    };
    BOOST_TEST((cancel("FV/1") == std::vector{both.id, one.id}));  // as decided
    BOOST_TEST(cancel("FV/1").empty());
    const auto all = subject.store().notices(ada, {});
    BOOST_REQUIRE(all.size() == 4U);
    BOOST_TEST((all[0].state == MessageState::sent));
    BOOST_TEST((all[1].state == MessageState::cancelled));
    BOOST_TEST(all[1].cancelled_because == "paid");
    BOOST_TEST((all[1].sent_on == std::nullopt));
    BOOST_TEST((all[2].state == MessageState::cancelled));
    BOOST_TEST((all[3].state == MessageState::queued));
    const auto queued = subject.store().queued_messages(ada, "2027-01-01"_iso, 10);
    BOOST_REQUIRE(queued.size() == 1U);
    BOOST_TEST(queued[0].id.str() == "n-4");

    // What was cancelled may be written again, under another id; and once more only when cancelled
    // again.
    for (const char* id : {"n-5", "n-6"}) {
        write(subject, "2026-02-18"_iso,
              [&](app::Store& store) { send_notice(store, notice(id, "demand")); });
        app::Store& store = subject.store();
        BOOST_TEST(broken_invariant([&] {
                       const auto unit = store.begin("2026-02-18"_iso);
                       store.add_notice(ada, notice("n-9", "demand"));
                   }) != "");
        BOOST_TEST((cancel("FV/1") == std::vector{core::DocumentId(id)}));
    }
}

}  // namespace

std::vector<Behaviour> enforcement_behaviours() {
    return {
        {"the last decision for a day holds", the_last_decision_for_a_day_holds},
        {"a decision keeps what it was made of", a_decision_keeps_what_it_was_made_of},
        {"what persons decided is told in order", what_persons_decided_is_told_in_order},
        {"status history tells changes only", status_history_tells_changes_only},
        {"the last review is remembered", the_last_review_is_remembered},
        {"a notice takes its state from its message", a_notice_takes_its_state_from_its_message},
        {"a notice is written once", a_notice_is_written_once},
        {"a payment cancels what was not sent", a_payment_cancels_what_was_not_sent}};
}

}  // namespace kvit::port_contract
