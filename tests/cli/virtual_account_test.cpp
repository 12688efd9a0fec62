// Accounts that a bank gives for one client each: what comes in there tells who paid.
#include "cli/cash.h"

using kvit::test::Cash;
using kvit::test::check;
using kvit::test::two_clients;

namespace {

const std::string solis_account = "PL68109010140001000000000017";

std::string with_account(std::string contracts, const std::string& client,
                         const std::string& iban) {
    const std::string after = "id = \"" + client + "\"\n";
    const auto at = contracts.find("address = {", contracts.find(after));
    const auto end = contracts.find('\n', at) + 1;
    return contracts.insert(
        end, "[[client.virtual_account]]\ncurrency = \"PLN\"\niban = \"" + iban + "\"\n");
}

class VirtualAccounts : public Cash {
  public:
    VirtualAccounts() { apply(with_account(two_clients, "solis", solis_account), "2026-02-02"); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(virtual_account)

// Both clients owe the same, and nobody knows the payer.
BOOST_AUTO_TEST_CASE(a_payment_to_a_clients_account_is_that_clients) {
    VirtualAccounts office;
    BOOST_TEST(
        office.import("2026-02-06", {{"1230.00", "przelew", "KTOŚ INNY", "", solis_account}}) == 0);
    check(office.items("2026-02-06"), {"2026/0001 1230.00", "2026/0002 0.00 2026-02-06"});
    office.verifies();
}

BOOST_AUTO_TEST_CASE(it_speaks_louder_than_the_name) {
    VirtualAccounts office;
    BOOST_TEST(office.import("2026-02-06",
                             {{"1230.00", "przelew", "LUMEN SP. Z O.O.", "", solis_account}}) == 0);
    check(office.items("2026-02-06"), {"2026/0001 1230.00", "2026/0002 0.00 2026-02-06"});
}

BOOST_AUTO_TEST_CASE(an_amount_that_fits_nothing_waits) {
    VirtualAccounts office;
    BOOST_TEST(
        office.import("2026-02-06", {{"1000.00", "przelew", "KTOŚ INNY", "", solis_account}}) == 3);
    BOOST_TEST(office.complains("the payer is known as solis"), office.complained);
    check(office.items("2026-02-06"), {"2026/0001 1230.00", "2026/0002 1230.00"});
}

BOOST_AUTO_TEST_CASE(its_invoices_ask_to_pay_there) {
    VirtualAccounts office;
    office.bill("2026-03-01");
    const std::string sent = office.path("sent").string();
    BOOST_REQUIRE_EQUAL(office.run({"send", "--to", sent, "--as-of", "2026-03-01"}), 0);
    const auto letter = [&](const std::string& client) {
        for (const auto& file : std::filesystem::directory_iterator(sent)) {
            const std::string text = kvit::test::read_file(file);
            const bool to_client = text.find("@" + client + ".example") != std::string::npos;
            if (to_client && text.find("2026/000" + std::string(client == "lumen" ? "3" : "4")) !=
                                 std::string::npos)
                return text;
        }
        return std::string();
    };
    const auto says = [&](const std::string& client, const std::string& words) {
        return letter(client).find(words) != std::string::npos;
    };
    BOOST_TEST(says("lumen", "0712 1981 2874"), letter("lumen"));
    BOOST_TEST(says("solis", "0000 0000 0017"), letter("solis"));
    BOOST_TEST(!says("solis", "0712 1981 2874"));
}

BOOST_AUTO_TEST_CASE(one_account_is_one_clients) {
    VirtualAccounts office;
    const auto refuses = [&](const std::string& text, const std::string& sentence) {
        const std::string file = office.write("b.toml", VirtualAccounts::agreement(text));
        BOOST_TEST(office.run({"apply", file, "--as-of", "2026-02-03"}) == 1);
        BOOST_TEST(office.complains(sentence), office.complained);
    };
    refuses(with_account(with_account(two_clients, "solis", solis_account), "solis", solis_account),
            "PLN has an account already");
    refuses(with_account(two_clients, "solis", "PL61109010140000071219812874"),
            "the virtual account PL61109010140000071219812874 of client solis is that of business "
            "biuro");
    const std::string other =
        "[[client]]\nid = \"verde\"\nname = \"Verde\"\ncountry = \"PL\"\nkind = \"consumer\"\n"
        "language = \"pl\"\nemail = \"v@verde.example\"\naddress = { street = \"Prosta 2\", city = "
        "\"Gdańsk\", postcode = \"80-001\" }\n";
    refuses(with_account(other, "verde", solis_account),
            "the virtual account " + solis_account + " of client verde is that of client solis");
}

BOOST_AUTO_TEST_SUITE_END()
