#include "samples.h"

#include <boost/test/unit_test.hpp>

namespace kvit::port_contract {

namespace {

using core::operator""_iso;

void a_new_store_is_empty(Subject& subject) {
    app::Store& store = subject.store();
    BOOST_TEST(store.businesses().empty());
    BOOST_TEST((store.business(ada) == std::nullopt));
    BOOST_TEST((store.client(ada, adria) == std::nullopt));
    BOOST_TEST((store.contract(ada, adria_social) == std::nullopt));
    BOOST_TEST((store.policy(ada, core::PolicyId("standard")) == std::nullopt));
    BOOST_TEST(store.contracts_of(ada, adria).empty());
    store.for_each_client(ada, [](const contract::Client&) { BOOST_ERROR("no client"); });
    store.for_each_contract(ada, [](const contract::Contract&) { BOOST_ERROR("no contract"); });
    BOOST_TEST(store.damage().empty());
}

void a_business_comes_back_whole(Subject& subject) {
    contract::Business plain = business(bruno);
    plain.name = "Bruno";
    plain.tax_id = plain.email = plain.phone = plain.booking_url = plain.logo = "";
    plain.address = {};
    plain.language = core::Language::en;
    plain.vat = {true, ""};
    plain.numbering = {};
    plain.accounts = {};
    write(subject, "2026-01-01"_iso, [&](app::Store& store) {
        store.put_business(business(ada));
        store.put_business(plain);
    });
    BOOST_TEST((subject.store().businesses() == std::vector{bruno, ada}));  // sorted
    BOOST_TEST((subject.store().business(ada) == business(ada)));
    BOOST_TEST((subject.store().business(bruno) == plain));
}

void a_business_can_change(Subject& subject) {
    contract::Business moved = business(ada);
    write(subject, "2026-01-01"_iso, [&](app::Store& store) { store.put_business(moved); });
    moved.address.street = "Rynek 1";
    moved.currency = eur();
    moved.numbering.invoice = "{n}";
    moved.accounts.pop_back();
    write(subject, "2026-02-01"_iso, [&](app::Store& store) {
        store.put_business(moved);
        store.put_business(moved);
    });
    BOOST_TEST((subject.store().business(ada) == moved));
    BOOST_TEST(subject.store().businesses().size() == 1U);
}

void clients_come_back_in_order(Subject& subject) {
    contract::Client person = client(core::ClientId("kowalska"));
    person.kind = contract::ClientKind::consumer;
    person.country = country("PL");
    person.language = core::Language::pl;
    person.tax_id = "";
    write(subject, "2026-01-01"_iso, [&](app::Store& store) {
        store.put_business(business(ada));
        store.put_business(business(bruno));
        store.put_client(ada, client(verde));
        store.put_client(ada, person);
        store.put_client(ada, client(adria));
        store.put_client(bruno, client(core::ClientId("other")));
    });
    std::vector<contract::Client> seen;
    subject.store().for_each_client(ada, [&](const contract::Client& one) { seen.push_back(one); });
    BOOST_TEST((seen == std::vector{client(adria), person, client(verde)}));
    BOOST_TEST((subject.store().client(ada, person.id) == person));
    BOOST_TEST((subject.store().client(bruno, person.id) == std::nullopt));

    person.email = "zofia@kowalska.example";
    person.kind = contract::ClientKind::business;
    write(subject, "2026-01-02"_iso, [&](app::Store& store) { store.put_client(ada, person); });
    BOOST_TEST((subject.store().client(ada, person.id) == person));
}

void a_contract_keeps_its_history_of_terms(Subject& subject) {
    apply_agreements(subject);
    contract::Contract expected = contract_of(adria_social, adria);
    BOOST_TEST((subject.store().contract(ada, adria_social) == expected));

    expected.until.reset();
    expected.cycle = contract::CyclePeriod::weekly;
    expected.versions.pop_back();
    expected.versions.front().terms.fixed.push_back({"Drugi", euros(1), contract::Per::cycle});
    write(subject, "2026-01-02"_iso, [&](app::Store& store) {
        store.put_contract(ada, expected);
        store.put_contract(ada, expected);
    });
    BOOST_TEST((subject.store().contract(ada, adria_social) == expected));
    BOOST_TEST((subject.store().contract(ada, verde_hours) == contract_of(verde_hours, verde)));
}

void contracts_come_by_client_then_id(Subject& subject) {
    apply_agreements(subject);
    const core::ContractId first("a-of-verde"), last("z-of-adria");
    write(subject, "2026-01-02"_iso, [&](app::Store& store) {
        store.put_contract(ada, contract_of(first, verde));
        store.put_contract(ada, contract_of(last, adria));
    });
    std::vector<contract::Contract> seen;
    subject.store().for_each_contract(ada,
                                      [&](const contract::Contract& one) { seen.push_back(one); });
    BOOST_TEST((seen == std::vector{contract_of(adria_social, adria), contract_of(last, adria),
                                    contract_of(first, verde), contract_of(verde_hours, verde)}));
    BOOST_TEST((subject.store().contracts_of(ada, verde) ==
                std::vector{contract_of(first, verde), contract_of(verde_hours, verde)}));
    BOOST_TEST(subject.store().contracts_of(bruno, verde).empty());
}

// More than any adapter reads at a time, changed while they are read.
void a_visitor_may_write(Subject& subject) {
    constexpr int many = 1201;
    apply_agreements(subject);
    contract::Contract small = contract_of(adria_social, adria);
    small.versions.resize(1);
    write(subject, "2026-01-02"_iso, [&](app::Store& store) {
        for (int i = 0; i < many; ++i) {
            small.id = core::ContractId("n" + std::to_string(10'000 + i));
            store.put_contract(ada, small);
        }
    });
    int visited = 0;
    core::ContractId before;
    app::Store& store = subject.store();
    store.for_each_contract(ada, [&](const contract::Contract& one) {
        if (one.client != adria) return;
        BOOST_TEST((before < one.id));
        before = one.id;
        ++visited;
        contract::Contract changed = one;
        changed.billing_day = 7;
        const auto unit = store.begin("2026-01-03"_iso);
        store.put_contract(ada, changed);
        unit->commit();
    });
    BOOST_TEST(visited == many + 1);
    for (const contract::Contract& one : subject.store().contracts_of(ada, adria))
        BOOST_TEST(one.billing_day == 7);
}

void a_policy_comes_back_whole(Subject& subject) {
    policy::EnforcementPolicy own{.id = core::PolicyId("own"),
                                  .small_remainder = {{eur(), euros(500)}, {pln(), {2'000, pln()}}},
                                  .send_on = policy::SendOn::any_day,
                                  .levels = {},
                                  .propose_advance_billing = true,
                                  .slipping_days_earlier = 4};
    own.levels.push_back({});
    own.levels.push_back({.name = "pause",
                          .status = policy::WorkStatus::paused,
                          .notice = policy::NoticeKind::suspension,
                          .days_past_due_min = -3,
                          .wait_days_min = 7,
                          .amount_overdue_min = {{eur(), euros(1'000)}},
                          .overdue_invoices_min = 2,
                          .claim = {policy::Claim::compensation, policy::Claim::interest},
                          .announces_pause = true,
                          .release = policy::Release::human});
    apply_agreements(subject);
    write(subject, "2026-01-02"_iso, [&](app::Store& store) { store.put_policy(ada, own); });
    BOOST_TEST((subject.store().policy(ada, own.id) == own));
    own.levels.pop_back();
    write(subject, "2026-01-02"_iso, [&](app::Store& store) { store.put_policy(ada, own); });
    BOOST_TEST((subject.store().policy(ada, own.id) == own));
    BOOST_TEST((subject.store().policy(bruno, own.id) == std::nullopt));
}

}  // namespace

std::vector<Behaviour> agreement_behaviours() {
    return {{"a new store is empty", a_new_store_is_empty},
            {"a business comes back whole", a_business_comes_back_whole},
            {"a business can change", a_business_can_change},
            {"clients come back in order", clients_come_back_in_order},
            {"a contract keeps its history of terms", a_contract_keeps_its_history_of_terms},
            {"contracts come by client, then id", contracts_come_by_client_then_id},
            {"a visitor may write", a_visitor_may_write},
            {"a policy comes back whole", a_policy_comes_back_whole}};
}

}  // namespace kvit::port_contract
