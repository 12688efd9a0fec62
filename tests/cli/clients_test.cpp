// kvit clients: what each brings in, and what it costs.
#include "cli/paid_late.h"

#include <cmath>
#include <map>

using kvit::core::operator""_iso;
using kvit::test::Desk;
using kvit::test::Json;
using kvit::test::Ledger;

BOOST_AUTO_TEST_SUITE(clients)

BOOST_AUTO_TEST_CASE(clients_and_what_they_cost) {
    Ledger office;
    office.import_work("stala,2026-01-07T16:00,120,help,x\nstala,2026-01-08T10:00,60,travel,y\n",
                       "2026-01-31");
    BOOST_REQUIRE_EQUAL(office.run({"import", "contacts", "-", "--as-of", "2026-01-31"},
                                   "client,at,channel,direction,minutes,subject\n"
                                   "lumen,2026-01-09T10:00,email,in,5,pytanie\n"
                                   "lumen,2026-01-09T11:00,phone,in,10,PILNE!\n"
                                   "lumen,2026-01-10T12:00,chat,in,20,it is Urgent\n"
                                   "lumen,2026-01-12T12:00,phone,out,30,odpowiedź pilna\n"),
                        0);
    BOOST_REQUIRE_EQUAL(office.run({"import", "requests", "-", "--as-of", "2026-01-31"},
                                   "contract,asked_on,needed_by,what,answered_on\n"
                                   "stala,2026-01-05,2026-01-07,logo,2026-01-12\n"
                                   "stala,2026-01-05,2026-01-07,teksty,2026-01-08\n"
                                   "stala,2026-01-05,2026-01-07,hasło,\n"),
                        0);
    office.bill("2026-02-01");
    office.pay_late(1, "344.40");  // the fee, three hours and VAT
    const Json row = office.json({"clients", "--as-of", "2026-02-28"}).at(0);
    BOOST_TEST(row.at("client") == "lumen");
    BOOST_TEST(row.at("revenue_share") == 1.0);
    BOOST_TEST(row.at("cumulative_share") == 1.0);
    BOOST_TEST(row.at("mean_days_late") == 1.0);
    BOOST_TEST(row.at("contact_minutes") == 65);
    BOOST_TEST(row.at("after_hours_minutes") == 80);  // an hour of work, a contact on Saturday
    BOOST_TEST(row.at("mean_days_to_answer") == 5.0);
    BOOST_TEST(row.at("out_of_scope_minutes") == 60);
    BOOST_TEST(row.at("disputes") == 0);
    BOOST_TEST(row.at("verdict") == "watch");
    BOOST_TEST(row.at("reasons").at(0).at("code") == "after_hours_minutes");
    office.text({"clients", "--as-of", "2026-02-28", "--format", "csv"});
    // contacts, other channel, several channels in a day, urgent, per billed hour, unanswered
    BOOST_TEST(office.says(",3,2,1,2,"), office.said);
    BOOST_TEST(office.json({"clients", "--as-of", "2026-02-28", "--from", "2026-02-10"})
                   .at(0)
                   .at("contact_minutes") == 0);
    BOOST_TEST(office.json({"clients", "--as-of", "2026-02-28", "--known-on", "2026-01-30"})
                   .at(0)
                   .at("contact_minutes") == 0);
    for (const std::string format : {"text", "html", "pdf"})
        BOOST_TEST(office.run({"clients", "--as-of", "2026-02-28", "--format", format, "-o",
                               office.path("c").string()}) == 0,
                   office.complained);
}

BOOST_AUTO_TEST_CASE(shares_in_the_books_currency_once_every_rate_is_known) {
    Desk office;
    office.open_studio();
    office.day("2026-04-01"_iso);
    const auto shares = [&] {
        std::map<std::string, double> found;
        for (const Json& row : office.json({"clients", "--as-of", "2026-04-01"}))
            found[row.at("client")] = row.at("revenue_share");
        return found;
    };
    BOOST_TEST(shares().at("balaton") == 1.0);  // alone in forint
    BOOST_REQUIRE_EQUAL(office.run({"import", "fx", "-", "--as-of", "2026-04-01"},
                                   "date,currency,per,rate,bookkeeping_currency,source\n"
                                   "2026-03-30,HUF,100,1.00,PLN,NBP\n"
                                   "2026-03-31,EUR,1,4.00,PLN,NBP\n"),
                        0);
    double sum = 0;
    for (const auto& [client, share] : shares()) sum += share;
    BOOST_TEST(std::abs(sum - 1) < 0.001);
    BOOST_TEST(shares().at("balaton") < 0.3);
}

BOOST_AUTO_TEST_SUITE_END()
