// The billing run: what is due and when, hours that roll over and run out, the bound, the dry run.
#include "cli/desk.h"

using kvit::core::operator""_iso;
using kvit::test::Desk;
using kvit::test::Json;
using kvit::test::read_file;
namespace core = kvit::core;

namespace {

std::string contract(const std::string& id, const std::string& more,
                     const std::string& from = "2026-01-01") {
    return "[[contract]]\nid = \"" + id +
           "\"\nclient = \"lumen\"\ntitle = \"Asysta\"\ncurrency = \"PLN\"\nfrom = " + from +
           "\ncycle = \"monthly\"\nbilling_day = 1\nterms = { days = 7 }\n" + more + "\n";
}

const std::string hours =
    "retainer = { fee = \"2400.00\", hours = \"16\", overage = \"160.00\", rollover_cycles = 1 }\n";

Json invoices(Desk& office) { return office.json({"invoices", "--as-of", "2027-12-31"}); }

std::vector<std::string> nets(Desk& office) {
    std::vector<std::string> result;
    for (const auto& invoice : invoices(office))
        result.push_back(std::string(invoice.at("issued_on")) + " " +
                         std::string(invoice.at("net")));
    return result;
}
using Nets = std::vector<std::string>;

void check(const Nets& found, const Nets& expected) {
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(billing)

// 16 hours a month, unused ones for one month more; the older go first.
//   January    10 of 16: leaves 6.
//   February   20: 6 of January, 14 of its own; leaves 2.
//   March      19: 2 of February, 16 of its own, 1 beyond: 160.
//   April       4 of 16: leaves 12.
//   May         nothing: April's 12 lapse at its end, its own 16 are left.
//   June       33: 16 of May, 16 of its own, 1 beyond: 160.
BOOST_AUTO_TEST_CASE(unused_hours_are_carried_over_for_the_cycles_agreed) {
    for (const bool at_once : {false, true}) {
        Desk office;
        office.open(contract("asysta", hours));
        office.import_work(
            "asysta,2026-01-05T09:00,600,x,a\nasysta,2026-02-05T09:00,1200,x,b\n"
            "asysta,2026-03-05T09:00,1140,x,c\nasysta,2026-04-05T09:00,240,x,d\n"
            "asysta,2026-06-05T00:00,1000,x,e\nasysta,2026-06-06T00:00,980,x,f\n",
            "2026-01-01");
        if (!at_once) {
            for (int month = 2; month <= 6; ++month)
                office.day(core::make_date(2026, static_cast<unsigned>(month), 1));
        }
        office.day("2026-07-01"_iso);
        check(nets(office), {"2026-02-01 2400.00", "2026-03-01 2400.00", "2026-04-01 2560.00",
                             "2026-05-01 2400.00", "2026-06-01 2400.00", "2026-07-01 2560.00"});
    }
}

// Hours that came late were worked in January: they take what January left, which February then
// cannot.
BOOST_AUTO_TEST_CASE(late_work_takes_the_hours_of_its_own_cycle_once) {
    Desk office;
    office.open(contract("asysta", hours));
    office.import_work("asysta,2026-01-05T09:00,900,x,a\n", "2026-01-31");
    office.day("2026-02-01"_iso);
    office.import_work("asysta,2026-01-06T09:00,120,x,late\nasysta,2026-02-06T09:00,960,x,b\n",
                       "2026-02-28");
    office.day("2026-03-01"_iso);
    // One of the two late hours is January's last; the other is beyond it. 960 = 16 h of February.
    // The February hours were rated first and could take January's hour: then February keeps one.
    check(nets(office), {"2026-02-01 2400.00", "2026-03-01 2720.00"});
}

BOOST_AUTO_TEST_CASE(hours_that_run_out_are_told_before_and_once_a_threshold) {
    Desk office;
    office.open(contract("asysta", hours));
    const auto day_notes = [&](const char* day) {
        BOOST_TEST(office.run({"day", "--as-of", day}) == 0);
        return office.complained;
    };
    office.import_work("asysta,2026-01-05T09:00,767,x,a\n", "2026-01-05");
    BOOST_TEST(day_notes("2026-01-05") == "");
    office.import_work("asysta,2026-01-06T09:00,1,x,b\n", "2026-01-06");  // 768 of 960: 80 %
    const std::string told =
        "note: asysta has used 12:48 h of the 16:00 h included until 2026-01-31; what comes beyond "
        "costs 160.00 PLN an hour. Tell lumen before it is worked.\n";
    BOOST_TEST(day_notes("2026-01-06") == told);
    BOOST_TEST(day_notes("2026-01-07") == "");
    BOOST_TEST(office.run({"bill", "--through", "2026-01-07", "--as-of", "2026-01-07"}) == 0);
    BOOST_TEST(office.complained == told);  // asked for, it is said again
    office.import_work("asysta,2026-01-08T09:00,252,x,c\n", "2026-01-08");
    BOOST_TEST(day_notes("2026-01-08").find("has used 17:00 h of the 16:00 h") !=
               std::string::npos);
    BOOST_TEST(day_notes("2026-02-02") == "");
}

BOOST_AUTO_TEST_CASE(hours_that_were_carried_over_count_before_they_are_told_to_run_out) {
    Desk office;
    office.open(contract("asysta", hours));
    office.day("2026-02-01"_iso);  // January's 16 hours are carried over: 32
    office.import_work("asysta,2026-02-05T00:00,1440,x,a\n", "2026-02-05");
    BOOST_TEST(office.run({"day", "--as-of", "2026-02-05"}) == 0);
    BOOST_TEST(office.complained == "");
    office.import_work("asysta,2026-02-06T00:00,96,x,b\n", "2026-02-06");
    BOOST_TEST(office.run({"day", "--as-of", "2026-02-06"}) == 0);
    BOOST_TEST(office.complains("has used 25:36 h of the 32:00 h included until 2026-02-28"));
}

BOOST_AUTO_TEST_CASE(a_dry_run_shows_what_the_run_then_does_and_changes_nothing) {
    Desk office;
    office.open(contract("asysta", hours));
    office.import_work("asysta,2026-01-05T09:00,1000,x,a\n", "2026-01-31");
    const std::vector<std::string> run{"bill", "--through", "2026-03-01", "--as-of", "2026-03-01"};
    std::vector<std::string> dry = run;
    dry.emplace_back("--dry-run");
    const std::string before = read_file(office.path("kvit.db"));
    Json shown = office.json(dry);
    BOOST_TEST(read_file(office.path("kvit.db")) == before);
    BOOST_TEST(shown == office.json(dry));
    Json done = office.json(run);
    BOOST_REQUIRE(done.size() == 2U);
    for (std::size_t i = 0; i < done.size(); ++i) {
        BOOST_TEST(shown[i].at("number").is_null());
        shown[i]["number"] = done[i].at("number");
    }
    BOOST_TEST(shown == done);
}

// Arrears until the end of March, in advance from April on, in arrears again from July: every day
// of the year has its fee once, whatever day the amendment is of.
BOOST_AUTO_TEST_CASE(a_switch_of_billing_leaves_no_day_out_and_bills_none_twice) {
    for (const char* first : {"2026-04-01", "2026-04-17"}) {
        for (const bool at_once : {false, true}) {
            Desk office;
            office.open(contract("asysta",
                                 "billed = \"arrears\"\n"
                                 "fixed = [ { title = \"Abonament\", amount = \"300.00\" } ]\n"
                                 "[[contract.amend]]\nfrom = " +
                                     std::string(first) +
                                     "\nnote = \"z góry\"\nbilled = \"advance\"\n"
                                     "[[contract.amend]]\nfrom = 2026-07-01\nnote = \"z dołu\"\n"
                                     "billed = \"arrears\"\n"));
            for (int month = 1; month <= 12 && !at_once; ++month)
                office.day(core::make_date(2026, static_cast<unsigned>(month), 1));
            office.day("2027-01-01"_iso);
            std::vector<std::pair<std::string, std::string>> cycles;
            for (const auto& invoice : invoices(office)) {
                cycles.emplace_back(invoice.at("cycle").at("from"),
                                    invoice.at("cycle").at("until"));
                BOOST_TEST(invoice.at("net") == "300.00");
            }
            std::ranges::sort(cycles);
            BOOST_REQUIRE(cycles.size() == 12U);
            BOOST_TEST(cycles.front().first == "2026-01-01");
            BOOST_TEST(cycles.back().second == "2027-01-01");
            for (std::size_t i = 1; i < cycles.size(); ++i)
                BOOST_TEST(cycles[i].first == cycles[i - 1].second);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_run_much_larger_than_those_before_issues_nothing) {
    Desk office;
    const auto many = [](int count, const char* prefix, const char* from) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += contract(prefix + std::to_string(i),
                             "fixed = [ { title = \"Abonament\", amount = \"10.00\" } ]\n", from);
        return text;
    };
    const std::string old = many(66, "a", "2026-01-01");
    office.open(old);
    BOOST_REQUIRE_EQUAL(
        office.run({"bill", "--month", "2026-02", "--as-of", "2026-02-28", "--quiet"}), 0);
    office.apply(old + many(135, "b", "2026-02-01"), "2026-02-28");
    const auto march = [&](std::vector<std::string> more) {
        more.insert(more.begin(),
                    {"bill", "--month", "2026-03", "--as-of", "2026-03-31", "--quiet"});
        return office.run(more);
    };
    const std::string before = read_file(office.path("kvit.db"));
    BOOST_TEST(march({}) == 1);  // 201 are more than 200 and than 3 x 66
    BOOST_TEST(office.complained ==
               "kvit: billing run: 201 invoices would be dated 2026-03-01, and no day before had "
               "more than 66; look at kvit bill --dry-run --allow-large, and if they are right, "
               "run kvit bill with --allow-large.\n");
    BOOST_TEST(read_file(office.path("kvit.db")) == before);
    BOOST_TEST(march({"--dry-run"}) == 1);
    BOOST_TEST(march({"--dry-run", "--allow-large"}) == 0);
    BOOST_TEST(office.run({"day", "--as-of", "2026-03-31", "--quiet"}) == 3);
    BOOST_TEST(office.complains("waits: billing run: 201 invoices"));
    BOOST_TEST(invoices(office).size() == 66U);
    BOOST_TEST(march({"--allow-large", "--jobs", "0"}) == 2);
    BOOST_TEST(march({"--allow-large", "--jobs", "3"}) == 0);
    BOOST_TEST(office.run({"verify"}) == 0);  // every file is there
    BOOST_TEST(invoices(office).size() == 267U);
    // April has as many as March: nothing to stop.
    BOOST_TEST(office.run({"bill", "--month", "2026-04", "--as-of", "2026-04-30", "--quiet"}) == 0);
}

BOOST_AUTO_TEST_CASE(the_bound_lets_three_times_and_two_hundred_through) {
    Desk office;
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += contract("c" + std::to_string(i),
                         "fixed = [ { title = \"Abonament\", amount = \"10.00\" } ]\n");
    office.open(text);
    BOOST_TEST(office.run({"bill", "--month", "2026-02", "--as-of", "2026-02-28", "--quiet"}) == 0);
    BOOST_TEST(invoices(office).size() == 200U);
}

BOOST_AUTO_TEST_CASE(a_contract_that_cannot_be_billed_waits_with_its_later_cycles) {
    Desk office;
    office.open(contract("asysta",
                         "rate = [ { service = \"x\", hourly = \"100.00\" } ]\n"
                         "out_of_scope = \"bill\"\n") +
                contract("inna", "fixed = [ { title = \"Abonament\", amount = \"10.00\" } ]\n"));
    office.import_work("asysta,2026-01-05T09:00,60,brak,a\nasysta,2026-02-05T09:00,60,x,b\n",
                       "2026-02-28");
    BOOST_TEST(office.run({"day", "--as-of", "2026-03-01", "--quiet"}) == 3);
    BOOST_TEST(
        office.complains("contract asysta, work of 2026-01-05T09:00: the service \"brak\" "
                         "has no hourly rate"));
    check(nets(office), {"2026-02-01 10.00", "2026-03-01 10.00"});
    office.apply(
        contract("asysta",
                 "rate = [ { service = \"x\", hourly = \"100.00\" }, { service = "
                 "\"brak\", hourly = \"50.00\" } ]\nout_of_scope = \"bill\"\n") +
            contract("inna", "fixed = [ { title = \"Abonament\", amount = \"10.00\" } ]\n"),
        "2026-03-02");
    office.day("2026-03-02"_iso);
    check(nets(office),
          {"2026-03-01 50.00", "2026-03-01 100.00", "2026-02-01 10.00", "2026-03-01 10.00"});
}

// Two free hours a month, unused ones for one month more. January has nothing to pay and yet is
// remembered: 60 minutes of it are left, so February's 240 are 60 + 120 free and 60 beyond: 50.
BOOST_AUTO_TEST_CASE(hours_of_a_cycle_without_an_invoice_are_carried_over) {
    const std::string free_hours =
        "retainer = { fee = \"0.00\", hours = \"2\", overage = \"50.00\", rollover_cycles = 1 }\n";
    for (const bool at_once : {false, true}) {
        Desk office;
        office.open(contract("asysta", free_hours));
        office.import_work("asysta,2026-01-05T09:00,60,x,a\nasysta,2026-02-05T09:00,240,x,b\n",
                           "2026-01-01");
        if (!at_once) office.day("2026-02-01"_iso);
        office.day("2026-03-01"_iso);
        check(nets(office), {"2026-03-01 50.00"});
    }
    // 90 minutes of January that were told late: 60 of its own hours, 30 beyond: 25. Nothing is
    // left for February: 120 beyond.
    Desk office;
    office.open(contract("asysta", free_hours));
    office.import_work("asysta,2026-01-05T09:00,60,x,a\nasysta,2026-02-05T09:00,240,x,b\n",
                       "2026-01-01");
    office.day("2026-02-01"_iso);
    office.import_work("asysta,2026-01-06T09:00,90,x,c\n", "2026-02-10");
    office.day("2026-02-10"_iso);
    office.day("2026-03-01"_iso);
    check(nets(office), {"2026-02-01 25.00", "2026-03-01 100.00"});
}

// Billed in advance without a fee: no invoice of its own, and yet its work is not lost.
BOOST_AUTO_TEST_CASE(work_of_an_advance_cycle_without_a_fee_goes_on_the_next_invoice) {
    for (const bool at_once : {false, true}) {
        Desk office;
        office.open(contract("asysta",
                             "until = 2026-05-01\nbilled = \"arrears\"\n"
                             "rate = [ { service = \"x\", hourly = \"100.00\" } ]\n"
                             "[[contract.amend]]\nfrom = 2026-03-01\nnote = \"z góry\"\n"
                             "billed = \"advance\"\n"));
        office.import_work(
            "asysta,2026-01-10T09:00,60,x,a\nasysta,2026-02-10T09:00,120,x,b\n"
            "asysta,2026-03-10T09:00,180,x,c\nasysta,2026-04-10T09:00,240,x,d\n",
            "2026-01-01");
        for (const char* day : {"2026-02-01", "2026-03-01", "2026-04-01"})
            if (!at_once) office.day(*core::parse_date(day));
        office.day("2026-05-01"_iso);
        check(nets(office),
              {"2026-02-01 100.00", "2026-03-01 200.00", "2026-04-01 300.00", "2026-05-01 400.00"});
        BOOST_TEST(invoices(office)[3].at("supplied_on") == "2026-04-30");
    }
}

BOOST_AUTO_TEST_CASE(work_that_no_invoice_can_carry_is_refused) {
    Desk office;
    office.open(
        "[[contract]]\nid = \"raz\"\nclient = \"lumen\"\ntitle = \"Audyt\"\ncurrency = "
        "\"PLN\"\nfrom = 2026-01-01\ncycle = \"once\"\nbilled = \"advance\"\nterms = { days "
        "= 7 }\nfixed = [ { title = \"Audyt\", amount = \"500.00\", per = \"once\" } ]\n");
    BOOST_TEST(office.run({"import", "work", "-"},
                          "contract,start,minutes,service,note\nraz,2026-01-10T09:00,60,x,a\n") ==
               1);
    BOOST_TEST(
        office.complains("is billed once, in advance, and has no invoice to come; give it an "
                         "until, or import the work under another contract"));
}

BOOST_AUTO_TEST_CASE(a_one_off_of_another_amount_is_another_one_off) {
    Desk office;
    office.open(
        contract("asysta",
                 "fixed = [ { title = \"Audyt\", amount = \"500.00\", per = \"once\" } ]\n"
                 "[[contract.amend]]\nfrom = 2026-03-10\nnote = \"drugi\"\nfixed = [ { title "
                 "= \"Audyt\", amount = \"700.00\", per = \"once\" } ]\n"));
    office.day("2026-06-01"_iso);
    check(nets(office), {"2026-02-01 500.00", "2026-04-01 700.00"});
}

BOOST_AUTO_TEST_CASE(the_bound_does_not_count_what_has_nothing_to_bill) {
    Desk office;
    std::string text;
    for (int i = 0; i < 201; ++i)
        text += contract("c" + std::to_string(i),
                         "rate = [ { service = \"x\", hourly = \"100.00\" } ]\n"
                         "fixed = [ { title = \"Start\", amount = \"10.00\", per = \"once\" } ]\n",
                         i % 2 == 0 ? "2026-01-01" : "2026-02-01");
    office.open(text);
    for (const char* day : {"2026-02-01", "2026-03-01", "2026-04-01"})
        BOOST_TEST(office.run({"bill", "--through", day, "--as-of", day, "--quiet"}) == 0);
    BOOST_TEST(invoices(office).size() == 201U);
    // One hour of one month is one invoice, however many months are caught up.
    office.import_work("c0,2026-04-10T09:00,60,x,a\n", "2026-04-30");
    BOOST_TEST(
        office.run({"bill", "--through", "2026-12-31", "--as-of", "2026-12-31", "--quiet"}) == 0);
    BOOST_TEST(invoices(office).size() == 202U);
}

// Hourly work of an empty month that comes in after the month has passed still has its invoice.
BOOST_AUTO_TEST_CASE(work_of_a_month_that_had_none_is_billed_when_it_comes) {
    Desk office;
    office.open(contract("asysta", "rate = [ { service = \"x\", hourly = \"100.00\" } ]\n"));
    office.day("2026-02-01"_iso);
    office.day("2026-03-01"_iso);
    office.import_work("asysta,2026-01-05T09:00,60,x,a\n", "2026-03-02");
    office.day("2026-03-02"_iso);
    const auto found = invoices(office);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0].at("cycle").at("from") == "2026-01-01");
    BOOST_TEST(found[0].at("net") == "100.00");
}

BOOST_AUTO_TEST_SUITE_END()
