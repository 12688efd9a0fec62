#include "kvit/ledger/aging.h"

#include "fixtures.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::test;
using ledger::AgingRow;
using ledger::OpenItem;

namespace {

OpenItem item(const char* client, core::Money open, core::Date due_on) {
    return {core::InvoiceNumber("n"),
            ledger::InvoiceKind::invoice,
            core::ClientId(client),
            core::ContractId("k"),
            due_on - date::days(14),
            due_on,
            open,
            open};
}

using Unapplied = std::map<std::pair<core::ClientId, core::Currency>, core::Money>;

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_aging)

BOOST_AUTO_TEST_CASE(bucket_edges) {
    struct Case {
        int days_past_due;
        core::Money AgingRow::*bucket;
    };
    const std::vector<Case> cases{{-1, &AgingRow::current},  {0, &AgingRow::current},
                                  {1, &AgingRow::d1_30},     {30, &AgingRow::d1_30},
                                  {31, &AgingRow::d31_60},   {60, &AgingRow::d31_60},
                                  {61, &AgingRow::d61_90},   {90, &AgingRow::d61_90},
                                  {91, &AgingRow::d90_plus}, {4000, &AgingRow::d90_plus}};
    const core::Date as_of = "2026-09-30"_iso;
    for (const Case& c : cases) {
        BOOST_TEST_CONTEXT(c.days_past_due << " days past due") {
            const std::vector<OpenItem> items{
                item("a", money("7.00"), as_of - date::days(c.days_past_due))};
            const auto rows = ledger::aging(items, {}, as_of);
            BOOST_REQUIRE(rows.size() == 1U);
            const AgingRow& row = rows.front();
            BOOST_TEST((row.*c.bucket == money("7.00")));
            BOOST_TEST((row.total == money("7.00")));
            const core::Money all =
                row.current + row.d1_30 + row.d31_60 + row.d61_90 + row.d90_plus;
            BOOST_TEST((all == money("7.00")));
            BOOST_TEST(row.unapplied.is_zero());
        }
    }
}

BOOST_AUTO_TEST_CASE(rows_by_client_and_currency_whatever_the_order) {
    const core::Date due = "2026-09-01"_iso;
    const std::vector<OpenItem> items{
        item("b", money("1.00"), due), item("a", money("2.00", "PLN"), due),
        item("b", money("4.00"), due), item("a", money("8.00", "EUR"), due),
        item("c", money("0.00"), due)};
    const Unapplied unapplied{{{core::ClientId("a"), currency("PLN")}, money("3.00")},
                              {{core::ClientId("d"), currency("EUR")}, money("5.00", "EUR")},
                              {{core::ClientId("e"), currency("EUR")}, money("0.00", "EUR")}};
    const auto rows = ledger::aging(items, unapplied, "2026-09-02"_iso);
    BOOST_REQUIRE(rows.size() == 4U);
    BOOST_TEST(rows[0].client.str() == "a");
    BOOST_TEST((rows[0].d1_30 == money("8.00", "EUR")));
    BOOST_TEST(rows[1].client.str() == "a");
    BOOST_TEST((rows[1].total == money("2.00")));  // unapplied is not netted
    BOOST_TEST((rows[1].unapplied == money("3.00")));
    BOOST_TEST(rows[2].client.str() == "b");
    BOOST_TEST((rows[2].total == money("5.00")));
    BOOST_TEST(rows[3].client.str() == "d");
    BOOST_TEST(rows[3].total.is_zero());
    BOOST_TEST((rows[3].unapplied == money("5.00", "EUR")));
    BOOST_TEST(ledger::aging({}, {}, "2026-09-02"_iso).empty());
}

BOOST_AUTO_TEST_SUITE_END()
