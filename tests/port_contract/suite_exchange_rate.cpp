#include "samples.h"

#include <boost/test/unit_test.hpp>

#include <utility>

namespace kvit::port_contract {

namespace {

using app::Added;
using core::operator""_iso;

void a_rate_is_known_by_its_currencies_and_day(Subject& subject) {
    apply_agreements(subject);
    const ledger::ExchangeRate rate = exchange_rate("2026-04-14"_iso);
    write(subject, "2026-04-14"_iso, [&](app::Store& store) {
        store.put_business(business(bruno));
        BOOST_TEST((store.add_exchange_rate(ada, rate) == Added::added));
        BOOST_TEST((store.add_exchange_rate(ada, rate) == Added::already_known));
    });
    write(subject, "2026-04-15"_iso, [&](app::Store& store) {
        BOOST_TEST((store.add_exchange_rate(ada, rate) == Added::already_known));
        for (const auto change : {0, 1, 2}) {
            ledger::ExchangeRate other = rate;
            if (change == 0) other.per = core::Ratio(100, 1);
            if (change == 1) other.rate = core::Ratio(42'616, 10'000);
            if (change == 2) other.source = "NBP 190/A/NBP/2026";
            BOOST_TEST((store.add_exchange_rate(ada, other) == Added::conflict), change);
        }
        BOOST_TEST((store.add_exchange_rate(bruno, rate) == Added::added));
        ledger::ExchangeRate back = rate;
        std::swap(back.currency, back.bookkeeping_currency);
        BOOST_TEST((store.add_exchange_rate(ada, back) == Added::added));
    });
    BOOST_TEST((subject.store().exchange_rate(ada, eur(), pln(), rate.on) == rate));
}

void a_rate_is_found_on_its_own_day_only(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-04-14"_iso,
          [](app::Store& store) { store.add_exchange_rate(ada, exchange_rate("2026-04-14"_iso)); });
    app::Store& store = subject.store();
    const auto found = [&](core::Date on) {
        return store.exchange_rate(ada, eur(), pln(), on).has_value();
    };
    BOOST_TEST(found("2026-04-14"_iso));
    BOOST_TEST(!found("2026-04-13"_iso));
    BOOST_TEST(!found("2026-04-15"_iso));
    BOOST_TEST((store.exchange_rate(ada, pln(), eur(), "2026-04-14"_iso) == std::nullopt));
    BOOST_TEST((store.exchange_rate(bruno, eur(), pln(), "2026-04-14"_iso) == std::nullopt));
}

void an_invoice_keeps_its_tax_in_the_bookkeeping_currency(Subject& subject) {
    apply_agreements(subject);
    const ledger::Invoice foreign = foreign_invoice("FV/1", "2026-04-14"_iso);
    write(subject, "2026-04-15"_iso, [&](app::Store& store) {
        store.add_exchange_rate(ada, foreign.bookkeeping_tax->rate);
        add_invoice(store, foreign);
    });
    BOOST_TEST((subject.store().invoice(ada, foreign.number) == foreign));
    subject.store().for_each_invoice(
        ada, [&](const ledger::Invoice& one) { BOOST_TEST((one == foreign)); });
}

void an_invoice_takes_only_a_rate_that_was_imported(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-04-14"_iso,
          [](app::Store& store) { store.add_exchange_rate(ada, exchange_rate("2026-04-14"_iso)); });
    app::Store& store = subject.store();
    const auto breaks = [&](const ledger::Invoice& one) {
        return broken_invariant([&] {
            const auto unit = store.begin("2026-04-15"_iso);
            add_invoice(store, one);
        });
    };
    ledger::Invoice invoice = foreign_invoice("FV/1", "2026-04-14"_iso);
    BOOST_TEST(breaks(invoice) == "");
    invoice.bookkeeping_tax->tax = euros(5'007);
    BOOST_TEST(breaks(invoice).find("the rate of an invoice leads") != std::string::npos);
    invoice = foreign_invoice("FV/1", "2026-04-13"_iso);
    BOOST_TEST(breaks(invoice).find("was imported") != std::string::npos);
    invoice = foreign_invoice("FV/1", "2026-04-14"_iso);
    invoice.bookkeeping_tax->rate.rate = core::Ratio(4, 1);
    BOOST_TEST(breaks(invoice).find("was imported") != std::string::npos);
}

void the_latest_rate_is_the_last_one_by_a_day(Subject& subject) {
    apply_agreements(subject);
    write(subject, "2026-04-14"_iso, [](app::Store& store) {
        store.add_exchange_rate(ada, exchange_rate("2026-04-10"_iso));
        store.add_exchange_rate(ada, exchange_rate("2026-04-14"_iso));
    });
    const auto day_of = [&](core::Date day) -> std::optional<core::Date> {
        const auto rate = subject.store().latest_exchange_rate(ada, eur(), pln(), day);
        return rate ? std::optional(rate->on) : std::nullopt;
    };
    BOOST_TEST((day_of("2026-04-09"_iso) == std::nullopt));
    BOOST_TEST((day_of("2026-04-10"_iso) == "2026-04-10"_iso));
    BOOST_TEST((day_of("2026-04-13"_iso) == "2026-04-10"_iso));
    BOOST_TEST((day_of("2026-12-31"_iso) == "2026-04-14"_iso));
    BOOST_TEST((subject.store().latest_exchange_rate(ada, pln(), eur(), "2026-12-31"_iso) ==
                std::nullopt));
}

}  // namespace

std::vector<Behaviour> exchange_rate_behaviours() {
    return {
        {"a rate is known by its currencies and day", a_rate_is_known_by_its_currencies_and_day},
        {"a rate is found on its own day only", a_rate_is_found_on_its_own_day_only},
        {"the latest rate is the last one by a day", the_latest_rate_is_the_last_one_by_a_day},
        {"an invoice keeps its tax in the bookkeeping currency",
         an_invoice_keeps_its_tax_in_the_bookkeeping_currency},
        {"an invoice takes only a rate that was imported",
         an_invoice_takes_only_a_rate_that_was_imported}};
}

}  // namespace kvit::port_contract
