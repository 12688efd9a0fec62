#include "kvit/ledger/invoice_number.h"

#include "random_contract.h"

#include <map>
#include <set>

using namespace kvit;
using namespace kvit::test;

namespace {

std::string random_pattern(Random& random) {
    std::vector<std::string> pieces{
        random.one_in(2) ? "{n}" : "{n:" + std::to_string(random.number(1, 9)) + "}"};
    const int precision = random.number(0, 3);
    if (precision >= 1) pieces.emplace_back(random.one_in(2) ? "{yyyy}" : "{yy}");
    if (precision >= 2) pieces.emplace_back("{mm}");
    if (precision >= 3) pieces.emplace_back("{dd}");
    for (int i = random.number(0, 3); i > 0; --i) {
        pieces.push_back(random.pick<std::string>({"FV", "1", "0", "/", "-", ".", "_a"}));
    }
    random.shuffle(pieces);
    std::string pattern;
    for (const std::string& piece : pieces) pattern += piece;
    return pattern;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_invoice_number)

BOOST_AUTO_TEST_CASE(numbers_never_repeat_and_count_without_gap_as_days_advance) {
    for_seeds(300, [](Random& random) {
        const std::string text = random_pattern(random);
        const auto pattern = ledger::NumberPattern::parse(text);
        BOOST_REQUIRE_MESSAGE(pattern, text);
        std::map<std::string, std::int64_t> last;  // as the store counts: by period
        std::set<std::string> seen, closed;
        std::string period;
        core::Date day = random_day(random);
        for (int i = 0; i < 300; ++i) {
            day += date::days(random.one_in(3) ? random.number(0, 40) : 0);
            const std::string now = pattern->period_of(day);
            if (now != period) {
                BOOST_TEST(!closed.contains(now));  // a period once left never comes back
                closed.insert(period);
                period = now;
            }
            const std::int64_t n = ++last[now];
            BOOST_TEST(seen.insert(pattern->format(day, n).str()).second);
        }
        std::int64_t issued = 0;
        for (const auto& [name, count] : last) issued += count;
        BOOST_TEST(issued == 300);
        BOOST_TEST(seen.size() == 300U);
    });
}

BOOST_AUTO_TEST_SUITE_END()
