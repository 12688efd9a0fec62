// What verify finds in a database whose facts do not follow from each other.

#include "kvit/app/verify.h"

#include "adapters/archive/file_archive.h"
#include "adapters/html/html_renderer.h"
#include "adapters/rules/rules.h"
#include "adapters/templates/wording.h"
#include "sqlite/temporary.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace kvit;
using namespace kvit::port_contract;
using core::operator""_iso;

namespace {

// The check "invoices" of a database with one invoice.
app::Check verified(const ledger::Invoice& invoice) {
    Database database;
    TemporaryFolder folder;
    const auto store = database.open();
    {
        const auto unit = store->begin("2026-04-15"_iso);
        store->put_business(business(ada));
        store->put_client(ada, client(adria));
        store->put_contract(ada, contract_of(adria_social, adria));
        if (invoice.bookkeeping_tax) store->add_exchange_rate(ada, invoice.bookkeeping_tax->rate);
        add_invoice(*store, invoice);
        unit->commit();
    }
    const FakeClock clock;
    const auto rates = rules::vat_rates();
    const auto currencies = rules::vat_currencies();
    const auto wording = templates::built_in_wording();
    const auto renderer = html::html_renderer();
    const auto archive = archive::file_archive(folder.file("documents"));
    const app::Engine engine{*store,     clock,    rules::calendar(), rates,
                             currencies, *wording, *renderer,         *archive};
    const auto checks = app::verify(engine, business(ada));
    return *std::ranges::find(checks, std::string("invoices"), &app::Check::name);
}

// Lines of 1.00 and 22 % on them.
ledger::Invoice consistent(std::int64_t tax_in_pln) {
    ledger::Invoice one = invoice("FV/1", "2026-03-01"_iso, 100);
    one.lines.front().vat = {contract::VatCategory::S, core::Ratio(22, 1)};
    one.vat = {{one.lines.front().vat, euros(100), euros(22)}};
    one.net = euros(100);
    one.tax = euros(22);
    one.gross = euros(122);
    one.bookkeeping_tax =
        ledger::BookkeepingTax{{tax_in_pln, pln()}, exchange_rate("2026-03-31"_iso)};
    return one;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite_verify)

BOOST_AUTO_TEST_CASE(tax_in_the_bookkeeping_currency_follows_from_its_rate) {
    const app::Check good = verified(consistent(94));  // 0.22 x 4.2615 = 0.93753
    BOOST_TEST(good.ok, good.detail);
    const app::Check bad = verified(consistent(93));
    BOOST_TEST(!bad.ok);
    BOOST_TEST(bad.detail ==
               "FV/1: its VAT in the bookkeeping currency does not follow from the exchange rate");
}

BOOST_AUTO_TEST_SUITE_END()
