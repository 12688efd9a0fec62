// A client who pays ever later is proposed for billing in advance; the owner decides.
#include "cli/desk.h"

using kvit::test::Desk;

namespace {

std::string contract(const std::string& policy, const std::string& amendment = "") {
    return "[[contract]]\nid = \"asysta\"\nclient = \"lumen\"\ntitle = \"Asysta\"\ncurrency = "
           "\"PLN\"\nfrom = 2026-01-01\ncycle = \"monthly\"\nbilling_day = 1\nterms = { days = 7 "
           "}\npolicy = \"" +
           policy +
           "\"\nfixed = [ { title = \"Asysta\", amount = \"1000.00\", per = \"cycle\" } ]\n" +
           amendment;
}

// Due on 9 February, 9 March, 8 April and 8 May; paid 1, 3, 7 and 12 days late.
void four_invoices_paid_ever_later(Desk& office) {
    const struct {
        const char *issued_on, *paid_on;
    } months[] = {{"2026-02-01", "2026-02-10"},
                  {"2026-03-01", "2026-03-12"},
                  {"2026-04-01", "2026-04-15"},
                  {"2026-05-01", "2026-05-20"}};
    for (const auto& month : months) {
        BOOST_REQUIRE_EQUAL(
            office.run({"bill", "--through", month.issued_on, "--as-of", month.issued_on}), 0);
        const auto invoices = office.json({"invoices", "--as-of", month.issued_on});
        const std::string number = invoices.back().at("number");
        BOOST_REQUIRE_EQUAL(
            office.run({"pay", number, "1230.00", "--on", month.paid_on, "--as-of", month.paid_on}),
            0);
    }
}

// What the proposal says to add to the agreement.
std::string amendment_in(const std::string& note) {
    const auto begin = note.find("    [[contract.amend]]");
    BOOST_REQUIRE(begin != std::string::npos);
    const std::string end = "billed = \"advance\"\n";
    return note.substr(begin, note.find(end) + end.size() - begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(advance)

BOOST_AUTO_TEST_CASE(a_client_who_pays_ever_later_is_proposed_for_advance_billing) {
    Desk office;
    office.open(contract("standard"));
    four_invoices_paid_ever_later(office);
    BOOST_TEST(office.run({"review", "--dry-run", "--as-of", "2026-05-20"}) == 0);
    BOOST_TEST(office.complained ==
               "note: lumen pays 3.8 days later each time, 6 days late in the mean; agree on "
               "payment in advance and add to its agreement:\n"
               "    # contract asysta\n"
               "    [[contract.amend]]\n"
               "    from = 2026-06-01\n"
               "    note = \"billed in advance from 2026-06-01\"\n"
               "    billed = \"advance\"\n");
    // Told once in a cycle by the day's run; a review asked for by hand tells it every time.
    BOOST_TEST(office.run({"day", "--as-of", "2026-05-20"}) == 0);
    BOOST_TEST(office.complains("    from = 2026-06-01\n"));
    BOOST_TEST(office.run({"day", "--as-of", "2026-05-21"}) == 0);
    BOOST_TEST(office.complained == "");
    BOOST_TEST(office.run({"review", "--as-of", "2026-05-21"}) == 0);
    BOOST_TEST(office.complains("    from = 2026-06-01\n"));
    BOOST_TEST(office.run({"day", "--as-of", "2026-06-01"}) == 0);
    BOOST_TEST(office.complains("    from = 2026-07-01\n"));
    // Nothing was changed by it.
    BOOST_TEST(office.json({"invoices", "--as-of", "2026-06-01"}).size() == 5);
}

BOOST_AUTO_TEST_CASE(the_proposed_amendment_can_be_applied_as_it_stands) {
    Desk office;
    office.open(contract("standard"));
    four_invoices_paid_ever_later(office);
    BOOST_TEST(office.run({"review", "--as-of", "2026-05-20"}) == 0);
    office.apply(contract("standard", amendment_in(office.complained)), "2026-05-21");
    BOOST_TEST(office.run({"review", "--as-of", "2026-05-22"}) == 0);
    BOOST_TEST(office.complained == "");
    BOOST_TEST(office.run({"bill", "--through", "2026-06-01", "--as-of", "2026-06-01"}) == 0);
    const auto invoices = office.json({"invoices", "--as-of", "2026-06-01"});
    BOOST_TEST_REQUIRE(invoices.size() == 6);
    BOOST_TEST(invoices[4].at("cycle").at("from") == "2026-05-01");
    BOOST_TEST(invoices[5].at("cycle").at("from") == "2026-06-01");
}

BOOST_AUTO_TEST_CASE(a_policy_that_does_not_propose_is_silent) {
    Desk office;
    office.open(contract("gentle"));
    four_invoices_paid_ever_later(office);
    BOOST_TEST(office.run({"review", "--as-of", "2026-05-20"}) == 0);
    BOOST_TEST(office.complained == "");
}

BOOST_AUTO_TEST_SUITE_END()
