// The reports on receivables and clients: what they say, as of any day and as known on any day, in
// every format.
#include "cli/paid_late.h"

#include <algorithm>

using kvit::core::operator""_iso;
using kvit::test::Desk;
using kvit::test::Json;
using kvit::test::Ledger;
using kvit::test::read_file;
namespace core = kvit::core;

BOOST_AUTO_TEST_SUITE(reports)

BOOST_AUTO_TEST_CASE(lateness_of_a_client_who_pays_ever_later) {
    Ledger office;
    office.months({1, 3, 5, 7});
    const Json rows = office.json({"lateness", "lumen", "--as-of", "2026-05-31"});
    BOOST_TEST(rows.size() == 1u);
    const Json& row = rows.at(0);
    BOOST_TEST(row.at("client") == "lumen");
    BOOST_TEST(row.at("contract") == "stala");
    BOOST_TEST(row.at("cycles").size() == 4u);
    const Json& last = row.at("cycles").at(3);
    BOOST_TEST(last.at("invoice") == "2026/0004");
    BOOST_TEST(last.at("due_on") == "2026-05-11");
    BOOST_TEST(last.at("settled_on") == "2026-05-18");
    BOOST_TEST(last.at("days_late") == 7);
    BOOST_TEST(last.at("open") == false);
    BOOST_TEST(row.at("class") == "slipping");
    BOOST_TEST(row.at("flag") == "rising_4");
    BOOST_TEST(row.at("days_per_cycle") == 2.0);
    BOOST_TEST(row.at("p_value") == 0.0417);
    BOOST_TEST(row.at("mean_days_late") == 4.0);
    BOOST_TEST(row.at("amount_weighted_days_late") == 4.0);
    BOOST_TEST(row.at("share_late") == 1.0);
    BOOST_TEST(row.at("expected_days_late_next") == 9);
    std::vector<std::string> fields;
    for (const auto& [field, value] : row.items()) fields.push_back(field);
    std::ranges::sort(fields);
    const std::vector<std::string> expected{"amount_weighted_days_late",
                                            "class",
                                            "client",
                                            "contract",
                                            "cycles",
                                            "days_per_cycle",
                                            "expected_days_late_next",
                                            "flag",
                                            "mean_days_late",
                                            "p_value",
                                            "share_late"};
    BOOST_TEST(fields == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_open_invoice_counts_once_it_is_later_than_the_one_before) {
    Ledger office;
    office.months({4, 2});
    office.bill("2026-04-01");  // due on 2026-04-13 after Easter Monday's week
    const auto cycles = [&](const std::string& day) {
        return office.json({"lateness", "--as-of", day}).at(0).at("cycles");
    };
    const Json due = office.json({"invoices", "--as-of", "2026-04-01"}).back().at("due_on");
    const auto day = core::parse_date(due.get<std::string>()).value();
    BOOST_TEST(cycles(core::to_iso(day + date::days(2))).size() == 2u);
    const Json later = cycles(core::to_iso(day + date::days(3)));
    BOOST_TEST(later.size() == 3u);
    BOOST_TEST(later.at(2).at("open") == true);
    BOOST_TEST(later.at(2).at("days_late") == 3);
    BOOST_TEST(later.at(2).at("settled_on").is_null());
}

BOOST_AUTO_TEST_CASE(lateness_without_a_payment_has_nothing_to_say) {
    Ledger office;
    const Json row = office.json({"lateness", "--as-of", "2026-01-31"}).at(0);
    BOOST_TEST(row.at("class") == "insufficient");
    BOOST_TEST(row.at("cycles").empty());
    for (const char* field :
         {"p_value", "amount_weighted_days_late", "flag", "expected_days_late_next"})
        BOOST_TEST(row.at(field).is_null(), field);
    BOOST_TEST(office.json({"lateness", "--as-of", "2025-12-31"}).empty());
    BOOST_TEST(office.text({"lateness", "--as-of", "2026-01-31", "--format", "csv"}) ==
               "client,contract,invoice,due_on,settled_on,days_late,open,class,days_per_cycle,"
               "p_value,mean_days_late,amount_weighted_days_late,share_late,flag,"
               "expected_days_late_next\n"
               "lumen,stala,,,,,,insufficient,0.0,,0.0,,0.0,,\n");
}

BOOST_AUTO_TEST_CASE(lateness_is_known_as_it_was_known) {
    Ledger office;
    office.months({1, 3});
    const auto settled = [&](const std::string& known_on) {
        const Json cycles =
            office.json({"lateness", "--as-of", "2026-03-31", "--known-on", known_on})
                .at(0)
                .at("cycles");
        return std::ranges::count_if(cycles, [](const Json& c) { return c.at("open") == false; });
    };
    BOOST_TEST(settled("2026-02-11") == 0);
    BOOST_TEST(settled("2026-03-31") == 2);
}

BOOST_AUTO_TEST_CASE(lateness_in_words_and_pictures) {
    Ledger office;
    office.months({-1, 3, 5});
    office.text({"lateness", "--as-of", "2026-05-31"});
    BOOST_TEST(office.says("Każda z trzech ostatnich faktur opóźniła się bardziej"), office.said);
    BOOST_TEST(office.says("█"), office.said);
    office.text({"lateness", "--as-of", "2026-05-31", "--format", "html"});
    BOOST_TEST(office.says("<svg"), office.said);
    office.text({"lateness", "--as-of", "2026-05-31", "--format", "csv"});
    BOOST_TEST(office.says("lumen,stala,2026/0003,2026-04-13,2026-04-18,5,false,insufficient"),
               office.said);
    const auto file = office.path("l.pdf");
    office.text({"lateness", "--as-of", "2026-05-31", "--format", "pdf", "-o", file.string()});
    BOOST_TEST(read_file(file).starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(a_statement_adds_up) {
    Ledger office;
    office.months({1});
    office.bill("2026-03-01");
    office.pay_late(0, "100.00");
    const Json all = office.json({"statement", "lumen", "--as-of", "2026-03-31"});
    BOOST_TEST(all.at("client") == "lumen");
    BOOST_TEST(all.at("currency") == "PLN");
    BOOST_TEST(all.at("opening") == "0.00");
    BOOST_TEST(all.at("closing") == "23.00");
    BOOST_TEST(all.at("entries").size() == 4u);
    BOOST_TEST(all.at("entries").at(0) == Json::parse(R"({"on": "2026-02-01", "kind": "invoice",
        "number": "2026/0001", "amount": "123.00", "balance": "123.00"})"));
    BOOST_TEST(all.at("entries").at(1).at("kind") == "payment");
    BOOST_TEST(all.at("entries").at(1).at("amount") == "-123.00");
    BOOST_TEST(all.at("entries").at(1).at("number") == "2026/0001");
    const Json march = office.json(
        {"statement", "lumen", "--from", "2026-03-01", "--to", "2026-03-31", "--currency", "PLN"});
    BOOST_TEST(march.at("opening") == "0.00");
    BOOST_TEST(march.at("entries").size() == 2u);
    const Json later = office.json({"statement", "lumen", "--from", "2026-03-02", "--to",
                                    "2026-03-31", "--known-on", "2026-03-05"});
    BOOST_TEST(later.at("opening") == "123.00");
    BOOST_TEST(later.at("entries").empty());
    BOOST_TEST(later.at("closing") == "123.00");
    const Json none = office.json({"statement", "lumen", "--as-of", "2025-12-31"});
    BOOST_TEST(none.at("currency") == "PLN");
    BOOST_TEST(none.at("closing") == "0.00");
}

BOOST_AUTO_TEST_CASE(a_statement_closes_with_what_aging_says) {
    Desk office;
    office.open_studio();
    for (const std::string day : {"2026-03-20", "2026-07-10", "2026-11-20"}) {
        office.day(core::parse_date(day).value());
        for (const Json& row : office.json({"aging", "--as-of", day})) {
            const Json account = office.json({"statement", row.at("client"), "--as-of", day});
            BOOST_TEST_CONTEXT(day << " " << row) {
                const auto currency =
                    core::Currency::parse(account.at("currency").get<std::string>());
                const auto amount = [&](const Json& text) {
                    return core::parse_money(text.get<std::string>(), *currency).value();
                };
                BOOST_TEST((amount(account.at("closing")) ==
                            amount(row.at("total")) - amount(row.at("unapplied"))));
                auto balance = amount(account.at("opening"));
                for (const Json& entry : account.at("entries")) {
                    balance += amount(entry.at("amount"));
                    BOOST_TEST((balance == amount(entry.at("balance"))));
                }
                BOOST_TEST((balance == amount(account.at("closing"))));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_statement_for_the_client) {
    Ledger office;
    office.months({1});
    office.bill("2026-03-01");
    office.text({"statement", "lumen", "--as-of", "2026-03-31"});
    BOOST_TEST(office.says("Zestawienie rozrachunków PLN – 31.03.2026"), office.said);
    BOOST_TEST(office.says("2026/0002"), office.said);
    BOOST_TEST(office.says("PL61"), office.said);
    office.text({"statement", "lumen", "--as-of", "2026-03-31", "--format", "csv"});
    BOOST_TEST(office.said ==
               "client,currency,on,kind,number,amount,balance\n"
               "lumen,PLN,,opening,,,0.00\n"
               "lumen,PLN,2026-02-01,invoice,2026/0001,123.00,123.00\n"
               "lumen,PLN,2026-02-12,payment,2026/0001,-123.00,0.00\n"
               "lumen,PLN,2026-03-01,invoice,2026/0002,123.00,123.00\n"
               "lumen,PLN,2026-03-31,closing,,,123.00\n");
    for (const std::string format : {"html", "pdf"})
        BOOST_TEST(office.run({"statement", "lumen", "--format", format, "-o",
                               office.path("s").string()}) == 0,
                   office.complained);
}

BOOST_AUTO_TEST_CASE(reports_refuse_what_is_not_there) {
    Ledger office;
    const auto refuses = [&](std::vector<std::string> words, const std::string& sentence) {
        BOOST_TEST(office.run(std::move(words)) == 1);
        BOOST_TEST(office.complained == "kvit: " + sentence + "\n");
    };
    refuses({"statement", "nobody"}, "there is no client \"nobody\"; kvit status lists them.");
    refuses({"lateness", "nobody"}, "there is no client \"nobody\"; kvit status lists them.");
    refuses({"statement", "lumen", "--from", "2026-03-02", "--to", "2026-03-01"},
            "statement of lumen: it would end on 2026-03-01, before it begins on 2026-03-02; "
            "correct --from, or --to or --as-of.");
    BOOST_TEST(office.run({"clients", "--as-of", "2026-01-01", "--from", "2026-01-02"}) == 2);
    BOOST_TEST(office.complains("--from: 2026-01-02 lies after 2026-01-01"), office.complained);
    BOOST_TEST(office.run({"statement", "lumen", "--currency", "euro"}) == 1);
}

BOOST_AUTO_TEST_CASE(open_items_with_the_day_each_is_expected) {
    Ledger office;
    office.months({2, 0, 4, 2});
    office.bill("2026-06-01");
    const Json items = office.json({"aging", "--items", "--as-of", "2026-06-02"});
    BOOST_TEST(items.size() == 1u);
    const Json& item = items.at(0);
    BOOST_TEST(item.at("invoice") == "2026/0005");
    BOOST_TEST(item.at("due_on") == "2026-06-11");
    BOOST_TEST(item.at("days_past_due") == -9);
    BOOST_TEST(item.at("expected_on") == "2026-06-13");
    BOOST_TEST(item.at("expected_from") == "2026-06-11");
    BOOST_TEST(item.at("expected_until") == "2026-06-15");
    BOOST_TEST(item.at("chance") == 3);
    BOOST_TEST(item.at("of") == 5);
    BOOST_TEST(item.at("basis") == "history");
    const Json late = office.json({"aging", "--items", "--as-of", "2026-06-20"}).at(0);
    BOOST_TEST(late.at("basis") == "beyond_history");
    BOOST_TEST(late.at("expected_on").is_null());
    office.text({"aging", "--items", "--as-of", "2026-06-02"});
    BOOST_TEST(office.says("(3/5)"), office.said);
    office.text({"aging", "--items", "--as-of", "2026-06-02", "--format", "csv"});
    BOOST_TEST(office.says("lumen,stala,2026/0005,PLN,2026-06-01,2026-06-11,123.00,123.00,-9,"
                           "2026-06-13,2026-06-11,2026-06-15,3,5,history"),
               office.said);
    for (const std::string format : {"html", "pdf"})
        BOOST_TEST(office.run({"aging", "--items", "--as-of", "2026-06-02", "--format", format,
                               "-o", office.path("a").string()}) == 0,
                   office.complained);
}

BOOST_AUTO_TEST_CASE(days_sales_outstanding) {
    Ledger office;
    office.months({2, 0, 4});
    office.bill("2026-05-01");
    // Of the 90 days to 1 May: 123.00 open, sold on 1 February, March, April and May.
    const Json row = office.json({"aging", "--dso", "--as-of", "2026-05-01"}).at(0);
    BOOST_TEST(row.at("currency") == "PLN");
    BOOST_TEST(row.at("open") == "123.00");
    BOOST_TEST(row.at("sales") == "492.00");
    BOOST_TEST(row.at("days") == 90);
    BOOST_TEST(row.at("dso") == 22.5);
    BOOST_TEST(row.at("mean_days_late") == 2.0);
    BOOST_TEST(row.at("settled") == 3);
    const Json none =
        office.json({"aging", "--dso", "--days", "10", "--as-of", "2026-12-31"}).at(0);
    BOOST_TEST(none.at("dso").is_null());
    BOOST_TEST(none.at("mean_days_late").is_null());
}

BOOST_AUTO_TEST_CASE(status_as_it_was_known) {
    Ledger office;
    office.months({1});
    const auto open = [&](const std::string& known_on) {
        return office.json({"status", "--as-of", "2026-02-28", "--known-on", known_on})
            .at(0)
            .at("open");
    };
    BOOST_TEST(open("2026-02-28") == Json::object());
    BOOST_TEST(open("2026-02-11") == Json::parse(R"({"PLN": "123.00"})"));
    office.text({"status", "--as-of", "2026-02-28", "--format", "html"});
    BOOST_TEST(office.says("<svg"), office.said);
}

BOOST_AUTO_TEST_SUITE_END()
