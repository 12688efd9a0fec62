// Reviewing every day and reviewing only on the computed next_review (and on days that bring facts)
// go the same way.
#include "generator.h"
#include "policy/ladder_fixture.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace kvit;
using namespace kvit::policy;
using core::operator""_iso;

namespace {

// What happens to a client whatever is decided: invoices come, some are paid after a while.
struct Event {
    core::Date day;
    std::string number;
    core::Date due_on;
    std::int64_t amount;  // 0: the invoice is paid
};

std::vector<Event> history(test::Random& random) {
    std::vector<Event> events;
    core::Date day = "2026-01-01"_iso;
    for (int i = 0; i < random.number(1, 5); ++i) {
        const std::string number = "F" + std::to_string(i);
        day += date::days(random.number(1, 40));
        const core::Date due = day + date::days(random.number(0, 30));
        events.push_back({day, number, due, random.number(1, 50)});
        if (!random.one_in(3))
            events.push_back({due + date::days(random.number(-5, 60)), number, due, 0});
    }
    std::ranges::stable_sort(events, {}, &Event::day);
    return events;
}

using Log = std::vector<std::string>;

Log run(const std::string& policy, const std::vector<Event>& events, bool clause, bool every_day) {
    testing::Client client(policy);
    client.facts.contracts[0].has_suspension_clause = clause;
    std::optional<core::Date> next = "2026-01-01"_iso;
    auto event = events.begin();
    for (core::Date day = "2026-01-01"_iso; day < "2027-03-01"_iso; day += date::days(1)) {
        bool news = false;
        for (; event != events.end() && event->day <= day; ++event, news = true) {
            if (event->amount > 0) {
                client.invoice(event->number, event->due_on, event->amount);
            } else {
                client.pay(event->number);
            }
        }
        if (every_day || news || (next && *next <= day)) next = client.review(day).next_review;
    }
    return client.log;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(policy_next_review)

BOOST_AUTO_TEST_CASE(daily_review_equals_review_on_next_review) {
    test::for_seeds(300, [](test::Random& random) {
        const std::string policy =
            random.pick(std::vector<std::string>{"standard", "strict", "gentle"});
        const bool clause = !random.one_in(3);
        const auto events = history(random);
        const Log daily = run(policy, events, clause, true);
        BOOST_TEST(daily == run(policy, events, clause, false), boost::test_tools::per_element());
    });
}

BOOST_AUTO_TEST_CASE(every_pause_follows_a_warning_and_paying_all_leads_back) {
    test::for_seeds(300, [](test::Random& random) {
        testing::Client client(random.pick(std::vector<std::string>{"standard", "strict"}));
        for (int i = 0; i < 3; ++i)
            client.invoice("F" + std::to_string(i),
                           "2026-03-01"_iso + date::days(random.number(0, 60)));
        core::Date day = "2026-03-02"_iso;
        for (; day < "2026-07-01"_iso; day += date::days(random.number(1, 9))) {
            const auto before = client.facts.notices;
            const auto decision = client.review(day);
            const auto& contract = decision.contracts[0];
            if (contract.from == WorkStatus::paused || contract.to != WorkStatus::paused) continue;
            const bool announced = std::ranges::any_of(before, [&](const NoticeFact& notice) {
                return notice.announced_pause_on && *notice.announced_pause_on <= day &&
                       *notice.sent_on < day;
            });
            BOOST_TEST(announced);
        }
        client.facts.receivables.clear();
        BOOST_TEST((client.review(day).contracts[0].to == WorkStatus::active));
    });
}

BOOST_AUTO_TEST_SUITE_END()
