#include "adapters/bank/csv_values.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;

namespace {

std::string day(std::string_view cell, std::string_view form) {
    const auto day = bank::day_in(cell, form);
    return day ? core::to_iso(*day) : "none";
}

std::string amount(std::string_view cell, char decimal = ',') {
    const auto money = bank::amount_in(cell, decimal, core::Currency::parse("PLN").value());
    return money ? core::to_decimal(*money) : "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_csv_values)

BOOST_AUTO_TEST_CASE(days) {
    const std::string iso = "2026-08-02";
    BOOST_TEST(day("2026-08-02", "yyyy-mm-dd") == iso);
    BOOST_TEST(day(" 2026-08-02 ", "yyyy-mm-dd") == iso);
    BOOST_TEST(day("20260802", "yyyymmdd") == iso);
    BOOST_TEST(day("02.08.2026", "dd.mm.yyyy") == iso);
    BOOST_TEST(day("02.08.2026.", "dd.mm.yyyy") == iso);
    BOOST_TEST(day("2026.08.02.", "yyyy.mm.dd") == iso);
    BOOST_TEST(day("02/08/2026", "dd/mm/yyyy") == iso);
    BOOST_TEST(day("02-08-2026", "dd-mm-yyyy") == iso);
    for (const char* cell :
         {"", "2026-8-2", "2026-02-30", "2026/08/02", "2026-08-02x", "2026-08-02.", "x026-08-02"}) {
        BOOST_TEST(day(cell, "yyyy-mm-dd") == "none", cell);
    }
    BOOST_TEST(bank::is_date_form("yyyymmdd"));
    BOOST_TEST(!bank::is_date_form("mm/dd/yyyy"));
}

BOOST_AUTO_TEST_CASE(amounts) {
    BOOST_TEST(amount("1200,00") == "1200.00");
    BOOST_TEST(amount("-1 200,5") == "-1200.50");
    BOOST_TEST(amount("1.234.567") == "1234567.00");
    BOOST_TEST(amount("1\xC2\xA0"
                      "200,00 PLN") == "1200.00");
    BOOST_TEST(amount("\xE2\x88\x92"
                      "5,00") == "-5.00");
    BOOST_TEST(amount("+0005,00") == "5.00");
    BOOST_TEST(amount("0,00") == "0.00");
    BOOST_TEST(amount("1,200.00", '.') == "1200.00");
    BOOST_TEST(amount("- 5,00") == "-5.00");
    for (const char* cell :
         {"", "-", "PLN", "1.20,00", "12 0,00", "1200 000,00", "1200,", ",5", "1,001", "1,00 EUR",
          "1,00x", "--1,00", "1.00", "99999999999999999999,00"}) {
        BOOST_TEST(amount(cell) == "none", cell);
    }
}

BOOST_AUTO_TEST_SUITE_END()
