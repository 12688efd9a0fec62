#pragma once
// A desk with two clients who owe the same, and statements that pay.

#include "cli/desk.h"
#include "cli/statement_file.h"

#include <algorithm>
#include <string>
#include <vector>

namespace kvit::test {

// Two clients with the same monthly fee: 1230.00 PLN, issued on the 1st, due a week later.
inline const std::string two_clients =
    "[[client]]\nid = \"solis\"\nname = \"Solis Żółć Sp. z o.o.\"\ncountry = \"PL\"\nkind = "
    "\"business\"\ntax_id = \"5252248481\"\nlanguage = \"pl\"\nemail = \"solis@solis.example\"\n"
    "address = { street = \"ul. Prosta 1\", city = \"Gdańsk\", postcode = \"80-001\" }\n"
    "[[contract]]\nid = \"a-lumen\"\nclient = \"lumen\"\ntitle = \"Asysta\"\ncurrency = \"PLN\"\n"
    "from = 2026-01-01\ncycle = \"monthly\"\nbilling_day = 1\nterms = { days = 7 }\n"
    "fixed = [ { title = \"Asysta\", amount = \"1000.00\", per = \"cycle\" } ]\n"
    "[[contract]]\nid = \"b-solis\"\nclient = \"solis\"\ntitle = \"Asysta\"\ncurrency = \"PLN\"\n"
    "from = 2026-01-01\ncycle = \"monthly\"\nbilling_day = 1\nterms = { days = 7 }\n"
    "fixed = [ { title = \"Asysta\", amount = \"1000.00\", per = \"cycle\" } ]\n";

inline const std::string lumens_iban = "DE89370400440532013000";

class Cash : public Desk {
  public:
    Cash() {
        open(two_clients);
        bill("2026-02-01");
    }
    void bill(const std::string& day) {
        BOOST_REQUIRE_EQUAL(run({"bill", "--through", day, "--as-of", day, "--quiet"}), 0);
    }
    int import(const std::string& day, const std::vector<Booking>& bookings) {
        return run({"import", "bank", "-", "--as-of", day}, statement_file(day, bookings));
    }
    // "2026/0001 open settled_on" of each invoice, in order of their numbers.
    std::vector<std::string> items(const std::string& day) {
        std::vector<std::string> lines;
        for (const auto& invoice : json({"invoices", "--as-of", day}))
            lines.push_back(
                std::string(invoice.at("number")) + " " + std::string(invoice.at("open")) +
                (invoice.at("settled_on").is_null() ? ""
                                                    : " " + std::string(invoice.at("settled_on"))));
        std::ranges::sort(lines);
        return lines;
    }
    std::string unapplied(const std::string& client, const std::string& day) {
        for (const auto& row : json({"aging", "--as-of", day}))
            if (row.at("client") == client) return row.at("unapplied");
        return "none";
    }
    void verifies() { BOOST_TEST(run({"verify"}) == 0, said); }
};

inline void check(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

}  // namespace kvit::test
