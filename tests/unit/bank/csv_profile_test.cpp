#include "adapters/bank/csv_profile.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;

namespace {

const std::string least = "date,yyyy-mm-dd\nbooked_on,Day\n";

std::string refusals(const std::string& settings) {
    const auto read = bank::read_profile("p.csv", "setting,value\n" + settings, "p");
    std::string text;
    if (read) return text;
    for (const auto& refusal : read.error()) text += core::to_sentence(refusal) + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bank_csv_profile)

BOOST_AUTO_TEST_CASE(every_built_in_profile_reads) {
    const auto names = bank::profile_names();
    const std::vector<std::string> expected{"erste", "generic", "intesa", "mbank",
                                            "otp",   "pko",     "zaba"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
    for (const auto& name : names) {
        const auto profile = bank::built_in_profile(name);
        BOOST_TEST(profile->name == name);
        BOOST_TEST(!profile->booked_on.empty());
    }
    BOOST_TEST(bank::built_in_profile("mbank")->tells_balances());
    BOOST_TEST(!bank::built_in_profile("erste")->tells_balances());
    BOOST_TEST(core::to_sentence(bank::built_in_profile("santander").error()) ==
               "--profile: there is no profile \"santander\"; use one of erste, generic, intesa, "
               "mbank, otp, pko, zaba, or the path of a file with your own.");
}

BOOST_AUTO_TEST_CASE(a_profile_of_ones_own) {
    BOOST_TEST(refusals(least +
                        "amount,Sum\ndelimiter,tab\nencoding,CP852\ndecimal,.\nheader,none\n"
                        "text,A\ntext,B\n") == "");
    const auto read = bank::read_profile(
        "p.csv", "setting,value\n" + least + "amount,Sum\ndelimiter,tab\ntext,A\ntext,B\n", "p");
    BOOST_TEST(read->delimiter == '\t');
    BOOST_TEST(read->texts.size() == 2U);
    BOOST_TEST(read->has_header);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit) {
    const std::string see = "; see the settings in templates/bank/README.md.\n";
    const auto bad = [&](const std::string& setting, const std::string& value, int line = 5) {
        return "p.csv:" + std::to_string(line) + ": the setting \"" + setting +
               "\" is unknown, given twice, or has not the value \"" + value + "\"" + see;
    };
    const std::string whole = least + "amount,Sum\n";
    BOOST_TEST(refusals(whole) == "");
    BOOST_TEST(refusals(whole + "colour,red\n") == bad("colour", "red"));
    BOOST_TEST(refusals(whole + "amount,Other\n") == bad("amount", "Other"));
    BOOST_TEST(refusals(whole + "delimiter,x\n") == bad("delimiter", "x"));
    BOOST_TEST(refusals(whole + "encoding,KOI8\n") == bad("encoding", "KOI8"));
    BOOST_TEST(refusals(whole + "date,mm/dd/yyyy\n") == bad("date", "mm/dd/yyyy"));
    BOOST_TEST(refusals(whole + "decimal,x\n") == bad("decimal", "x"));
    BOOST_TEST(refusals(whole + "header,yes\n") == bad("header", "yes"));
    BOOST_TEST(refusals(whole + "text,\n") == bad("text", ""));
    BOOST_TEST(refusals("amount,Sum\ndate,yyyymmdd\n") ==
               "p.csv: no column has the booking day (booked_on)" + see);
    BOOST_TEST(refusals("amount,Sum\nbooked_on,Day\n") ==
               "p.csv: the form of dates (date) is missing" + see);
    const std::string amounts =
        "p.csv: the amount is in one column (amount) or in two (credit and debit)" + see;
    BOOST_TEST(refusals(least) == amounts);
    BOOST_TEST(refusals(least + "credit,In\n") == amounts);
    BOOST_TEST(refusals(whole + "credit,In\ndebit,Out\n") == amounts);
    BOOST_TEST(refusals(least + "credit,In\ndebit,Out\n") == "");
    BOOST_TEST(refusals(whole + "side,S\n") ==
               "p.csv: a column of the side (side) needs its two words (credit_word, debit_word)" +
                   see);
    const auto header = bank::read_profile("p.csv", "a,b\n", "p");
    BOOST_TEST(core::to_sentence(header.error().front()) ==
               "p.csv:1: a profile begins with the columns setting,value; see the settings in "
               "templates/bank/README.md.");
}

BOOST_AUTO_TEST_SUITE_END()
