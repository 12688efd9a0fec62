// Interest against a calculation of its own, a day at a time.

#include "kvit/ledger/interest.h"

#include "adapters/rules/rules.h"
#include "generator.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

using namespace kvit;
using namespace kvit::test;
using core::operator""_iso;

namespace {

using contract::ClientKind;
using ledger::RateMethod;

const ledger::LateLaw& law() {
    static const ledger::LateLaw known = rules::late_law();
    return known;
}

ledger::DelayedDebt random_debt(Random& random) {
    static const std::vector<std::string> countries{"PL", "DE", "AT", "IT", "HR",
                                                    "HU", "CZ", "GB", "SI"};
    static const std::vector<ClientKind> kinds{ClientKind::business, ClientKind::consumer,
                                               ClientKind::public_body};
    const auto country = core::Country::parse(random.pick(countries)).value();
    const auto currency = core::Currency::parse(random.one_in(3) ? "HUF" : "EUR").value();
    ledger::DelayedDebt debt{country,
                             random.pick(kinds),
                             {random.between(1, 10'000'000), currency},
                             "2019-01-01"_iso + date::days(random.number(0, 2700)),
                             {},
                             {}};
    debt.through = debt.due_on + date::days(random.number(0, 500));
    std::int64_t left = debt.principal.minor();
    for (int i = random.number(0, 3); i > 0; --i) {
        const std::int64_t part = random.between(0, left);
        left -= part;
        debt.payments.push_back(
            {debt.due_on + date::days(random.number(-20, 500)), {part, currency}});
    }
    return debt;
}

const ledger::InterestRule* rule_on(const ledger::DelayedDebt& debt, core::Date day) {
    const ledger::InterestRule* found = nullptr;
    for (const auto& rule : law().rules.rows()) {
        const bool of_it = rule.basis.country == debt.law && rule.debtor == debt.debtor;
        if (of_it && rule.basis.since <= day &&
            (found == nullptr || found->basis.since < rule.basis.since))
            found = &rule;
    }
    return found;
}

// In ten thousandths of a percent.
std::optional<std::int64_t> rate_on(const ledger::InterestRule& rule, core::Date day) {
    const auto units = [](core::Ratio ratio) { return ratio.num() * 10'000 / ratio.den(); };
    if (rule.method == RateMethod::fixed) return units(rule.margin_pp);
    const int year = core::year_of(day);
    core::Date asked = core::make_date(year, core::month_of(day) < 7 ? 1 : 7, 1);
    if (rule.method == RateMethod::yearly) asked = core::make_date(year, 1, 1);
    if (rule.method == RateMethod::daily) asked = day;
    const ledger::ReferenceRate* found = nullptr;
    for (const auto& rate : law().rates.rows()) {
        if (rate.basis.country != rule.basis.country || rate.basis.series != rule.series) continue;
        const bool begun = rule.method == RateMethod::daily ? rate.basis.since <= asked
                                                            : rate.basis.since == asked;
        if (begun && (found == nullptr || found->basis.since < rate.basis.since)) found = &rate;
    }
    if (found == nullptr || found->known_through < asked) return std::nullopt;
    return std::max<std::int64_t>(0, units(found->percent) + units(rule.margin_pp));
}

// Minor units; nothing where a day has no rule or no rate.
std::optional<std::int64_t> by_days(const ledger::DelayedDebt& debt) {
    const core::Date start = debt.due_on + date::days(1);
    const auto* first = rule_on(debt, start);
    if (first == nullptr) return std::nullopt;
    const int after = first->payment_day_counted ? 1 : 0;
    std::int64_t sum = 0;  // of minor units and ten thousandths of a percent, for a day each
    for (core::Date day = start; day < debt.through + date::days(after); day += date::days(1)) {
        std::int64_t open = debt.principal.minor();
        for (const auto& payment : debt.payments)
            if (payment.on + date::days(after) <= day) open -= payment.amount.minor();
        if (open == 0) continue;
        const auto* rule = first->method == RateMethod::frozen ? first : rule_on(debt, day);
        const auto rate = rate_on(*rule, first->method == RateMethod::frozen ? start : day);
        if (!rate) return std::nullopt;
        sum += open * *rate;
    }
    const std::int64_t step = debt.principal.currency().invoice_step();
    const std::int64_t whole = std::int64_t{365} * 1'000'000 * step;
    return (sum + whole / 2) / whole * step;
}

std::int64_t minor(const ledger::DelayedDebt& debt) {
    const auto accrued = ledger::accrued_interest(debt, law().rules, law().rates);
    return accrued ? accrued->interest.minor() : -1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ledger_interest)

BOOST_AUTO_TEST_CASE(equals_the_sum_of_its_days) {
    int known = 0;
    for_seeds(4000, [&](Random& random) {
        const auto debt = random_debt(random);
        BOOST_TEST(minor(debt) == by_days(debt).value_or(-1));
        if (minor(debt) > 0) ++known;
    });
    if (std::getenv("KVIT_SEED") == nullptr) BOOST_TEST(known > 1000);
}

BOOST_AUTO_TEST_CASE(segments_follow_each_other_and_count_every_day_once) {
    for_seeds(2000, [](Random& random) {
        const auto debt = random_debt(random);
        const auto accrued = ledger::accrued_interest(debt, law().rules, law().rates);
        if (!accrued) return;
        int days = 0;
        core::Date after = debt.due_on;
        for (const auto& segment : accrued->segments) {
            BOOST_TEST((segment.from > after && segment.to >= segment.from));
            BOOST_TEST((segment.to <= debt.through));
            BOOST_TEST(segment.days == core::days_between(segment.from, segment.to) + 1);
            BOOST_TEST(segment.principal.is_positive());
            BOOST_TEST((segment.principal <= debt.principal));
            days += segment.days;
            after = segment.to;
        }
        BOOST_TEST(accrued->days == days);
        BOOST_TEST(!accrued->interest.is_negative());
    });
}

BOOST_AUTO_TEST_CASE(a_day_more_never_makes_it_less_and_a_payment_never_more) {
    for_seeds(2000, [](Random& random) {
        auto debt = random_debt(random);
        const std::int64_t before = minor(debt);
        auto less = debt;
        less.payments.clear();
        if (minor(less) >= 0) BOOST_TEST(before <= minor(less));
        debt.through += date::days(1);
        if (before >= 0 && minor(debt) >= 0) BOOST_TEST(before <= minor(debt));
    });
}

BOOST_AUTO_TEST_SUITE_END()
