#include "samples.h"

#include <boost/test/unit_test.hpp>

namespace kvit::port_contract {

namespace {

using core::operator""_iso;

// Something of every port.
void write_everything(app::Store& store) {
    store.put_business(business(bruno));
    store.put_client(ada, client(core::ClientId("new")));
    store.put_contract(ada, contract_of(core::ContractId("new"), adria));
    store.put_policy(ada, {core::PolicyId("own"), {}, policy::SendOn::any_day, {}});
    store.add_work(ada, work("w", "2026-02-03T09:30"));
    store.add_contact(ada, contact("c", "2026-02-03T09:30"));
    store.add_request(ada, request("r"));
    store.put_included_minutes(ada, adria_social, {"2026-02-01"_iso, 1200, 60});
    store.schedule(ada, {"2026-04-01"_iso, adria, adria_social, "2026-03-01"_iso});
    store.take_number(ada, ledger::InvoiceKind::invoice, "2026", "2026-03-01"_iso);
    add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 500));
    store.add_entry(ada, payment("p", "2026-03-02"_iso, "FV/1", 100));
    store.add_statement_entry(ada, core::EntryKey("s"), "", statement_entry(),
                              app::EntryState::unmatched);
    const auto made =
        decision("2026-03-02"_iso, policy::WorkStatus::active, policy::WorkStatus::reminded);
    store.add_decision(ada, made, decision_basis(made));
    store.add_intervention(ada, intervention(policy::InterventionKind::hold));
    store.set_last_reviewed_on(ada, "2026-03-02"_iso);
    store.add_notice(ada, notice("n"));
    store.add_document(ada, stored_document("n"));
    store.queue_message(ada, outbox_entry("n"));
}

// How much of that is there.
int found(const app::Store& store) {
    int count = 0;
    const auto add = [&](bool is_there) { count += is_there ? 1 : 0; };
    add(store.business(bruno).has_value());
    add(store.client(ada, core::ClientId("new")).has_value());
    add(store.contract(ada, core::ContractId("new")).has_value());
    add(store.policy(ada, core::PolicyId("own")).has_value());
    add(!store.unbilled_work(ada, adria_social, "2026-01-01"_iso, "2027-01-01"_iso).empty());
    add(!store.unbilled_contacts(ada, adria, "2026-01-01"_iso, "2027-01-01"_iso).empty());
    add(!store.requests(ada, std::nullopt).empty());
    add(!store.included_minutes(ada, adria_social).empty());
    add(store.scheduled(ada, adria_social).has_value());
    add(store.last_issued_on(ada, ledger::InvoiceKind::invoice).has_value());
    add(store.invoice(ada, core::InvoiceNumber("FV/1")).has_value());
    store.for_each_entry(ada, [&](const auto&) { add(true); });
    store.for_each_open_item(ada, [&](const auto&) { add(true); });
    add(!store.unmatched_entries(ada).empty());
    add(store.decision_on(ada, adria, eur(), "2026-12-31"_iso).has_value());
    add(!store.interventions(ada, adria).empty());
    add(store.last_reviewed_on(ada).has_value());
    add(!store.notices(ada, {}).empty());
    add(store.document(ada, core::DocumentId("n")).has_value());
    add(!store.queued_messages(ada, "2027-01-01"_iso, 1).empty());
    add(store.last_recorded_on(ada).has_value());
    return count;
}

void a_unit_is_all_or_nothing(Subject& subject) {
    constexpr int everything = 22;
    apply_agreements(subject);
    {
        app::Store& store = subject.store();
        const auto unit = store.begin("2026-03-02"_iso);
        write_everything(store);
        BOOST_TEST(found(store) == everything);  // it sees its own writes
    }
    BOOST_TEST(found(subject.store()) == 0);
    write(subject, "2026-03-02"_iso, write_everything);
    BOOST_TEST(found(subject.store()) == everything);
    BOOST_TEST(subject.store().damage().empty());
}

void an_exception_rolls_back(Subject& subject) {
    apply_agreements(subject);
    struct Stop {};
    try {
        write(subject, "2026-03-02"_iso, [](app::Store& store) {
            write_everything(store);
            throw Stop();
        });
    } catch (const Stop&) {
    }
    BOOST_TEST(found(subject.store()) == 0);
}

void a_new_unit_may_begin_after_the_commit(Subject& subject) {
    apply_agreements(subject);
    app::Store& store = subject.store();
    auto unit = store.begin("2026-03-02"_iso);
    BOOST_TEST((unit->recorded_on() == "2026-03-02"_iso));
    unit->commit();
    unit = store.begin("2026-03-03"_iso);  // the old one ends after the new one began
    BOOST_TEST((unit->recorded_on() == "2026-03-03"_iso));
    write_everything(store);
    unit->commit();
    unit.reset();
    BOOST_TEST(found(subject.store()) == 22);
}

void writing_needs_a_unit_of_work(Subject& subject) {
    apply_agreements(subject);
    app::Store& store = subject.store();
    const auto is_refused = [&](const std::function<void()>& work) {
        BOOST_TEST(broken_invariant(work).find("in a unit of work") != std::string::npos);
    };
    is_refused([&] { store.put_business(business(ada)); });
    is_refused([&] { store.put_client(ada, client(adria)); });
    is_refused([&] { store.put_contract(ada, contract_of(adria_social, adria)); });
    is_refused([&] { store.put_policy(ada, {}); });
    is_refused([&] { store.add_work(ada, work("w", "2026-02-03T09:30")); });
    is_refused([&] { store.add_contact(ada, contact("c", "2026-02-03T09:30")); });
    is_refused([&] { store.add_request(ada, request("r")); });
    is_refused([&] { store.put_included_minutes(ada, adria_social, {"2026-02-01"_iso, 1, 1}); });
    is_refused([&] { store.mark_work_billed(ada, {}, core::InvoiceNumber("FV/1"), 1); });
    is_refused([&] { store.mark_contacts_billed(ada, {}, core::InvoiceNumber("FV/1"), 1); });
    is_refused([&] { store.tell_hours(ada, adria_social, "2026-02-01"_iso, 80); });
    is_refused([&] { store.schedule(ada, {{}, adria, adria_social, {}}); });
    is_refused([&] { store.unschedule(ada, adria_social); });
    is_refused([&] { store.add_quote(ada, quote("q", {})); });
    is_refused([&] { store.answer_quote(ada, "q", {}); });
    is_refused([&] { store.mark_quote_billed(ada, "q", core::InvoiceNumber("FV/1")); });
    is_refused([&] { store.take_number(ada, {}, "", "2026-03-01"_iso); });
    is_refused([&] { add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 500)); });
    is_refused([&] { store.add_entry(ada, payment("p", "2026-03-02"_iso, "FV/1", 100)); });
    is_refused(
        [&] { store.add_statement_entry(ada, core::EntryKey("s"), "", statement_entry(), {}); });
    is_refused([&] { store.set_entry_state(ada, core::EntryKey("s"), {}, ""); });
    const auto made = decision("2026-03-02"_iso, {}, {});
    is_refused([&] { store.add_decision(ada, made, decision_basis(made)); });
    is_refused([&] { store.add_intervention(ada, intervention({})); });
    is_refused([&] { store.set_last_reviewed_on(ada, "2026-03-02"_iso); });
    is_refused([&] { store.add_notice(ada, notice("n")); });
    is_refused([&] { store.cancel_queued_notices(ada, core::InvoiceNumber("FV/1"), "paid"); });
    is_refused([&] { store.add_document(ada, stored_document("n")); });
    is_refused([&] { store.mark_rendered(ada, core::DocumentId("n"), "ab", "pdf"); });
    is_refused([&] { store.queue_message(ada, outbox_entry("n")); });
    is_refused([&] { store.mark_sent(ada, core::DocumentId("n"), "2026-03-02"_iso); });
}

void units_do_not_nest(Subject& subject) {
    app::Store& store = subject.store();
    BOOST_TEST(broken_invariant([&] {
                   const auto outer = store.begin("2026-03-02"_iso);
                   const auto inner = store.begin("2026-03-02"_iso);
               }).find("do not nest") != std::string::npos);
    BOOST_TEST(broken_invariant([&] {
                   const auto unit = store.begin("2026-03-02"_iso);
                   unit->commit();
                   unit->commit();
               }).find("committed once") != std::string::npos);
}

}  // namespace

std::vector<Behaviour> unit_of_work_behaviours() {
    return {{"a unit is all or nothing", a_unit_is_all_or_nothing},
            {"an exception rolls back", an_exception_rolls_back},
            {"a new unit may begin after the commit", a_new_unit_may_begin_after_the_commit},
            {"writing needs a unit of work", writing_needs_a_unit_of_work},
            {"units do not nest", units_do_not_nest}};
}

}  // namespace kvit::port_contract
