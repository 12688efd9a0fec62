#pragma once
// An office with one monthly contract whose invoices are paid as late as a test says.

#include "cli/desk.h"
#include "kvit/core/money.h"

#include <string>
#include <vector>

namespace kvit::test {

using core::operator""_iso;

inline const std::string monthly = R"([[contract]]
id = "stala"
client = "lumen"
title = "Opieka"
currency = "PLN"
from = 2026-01-01
cycle = "monthly"
billed = "arrears"
billing_day = 1
terms = { days = 10 }
policy = "standard"
channel = "email"
scope = ["help"]
out_of_scope = "bill"
fixed = [ { title = "Abonament", amount = "100.00", per = "cycle" } ]
rate = [ { service = "help", hourly = "60.00" }, { service = "travel", hourly = "60.00" } ]
availability = { days = "Mon-Fri", from = "09:00", to = "17:00" }
)";

// Invoices FV 2026/0001… of 123.00 PLN, issued on the first of February, March, …
class Ledger : public Desk {
  public:
    Ledger() { open(monthly); }

    void bill(const std::string& day) {
        BOOST_REQUIRE_EQUAL(run({"bill", "--through", day, "--as-of", day, "--quiet"}), 0);
    }
    // The last invoice is paid so many days after its due date.
    void pay_late(int days, const std::string& amount = "123.00") {
        const Json last = json({"invoices", "--as-of", "2026-12-31"}).back();
        const auto due = core::parse_date(last.at("due_on").get<std::string>()).value();
        const std::string on = core::to_iso(due + date::days(days));
        const int code =
            run({"pay", last.at("number"), amount, "--on", on, "--as-of", on, "--quiet"});
        BOOST_REQUIRE_MESSAGE(code == 0, complained);
    }
    // One month after the other from January on, each paid so many days late.
    void months(const std::vector<int>& days_late) {
        core::Date day = "2026-02-01"_iso;
        for (const int late : days_late) {
            bill(core::to_iso(day));
            pay_late(late);
            day = core::add_months(day, 1, 1);
        }
    }
    std::string text(std::vector<std::string> words) {
        const int code = run(std::move(words));
        BOOST_REQUIRE_MESSAGE(code == 0, complained);
        return said;
    }
    bool says(const std::string& part) const { return said.find(part) != std::string::npos; }
};

}  // namespace kvit::test
