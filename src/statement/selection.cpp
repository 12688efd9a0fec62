#include "selection.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>

namespace kvit::statement {

namespace {

// Items of one open amount, by place in the list.
struct Group {
    std::int64_t amount;
    std::vector<std::size_t> places;
};

// Depth first over the groups, largest first, until a second way is found.
class Search {
  public:
    explicit Search(std::vector<Group> groups) : groups_(std::move(groups)) {
        rest_.assign(groups_.size() + 1, 0);
        for (std::size_t i = groups_.size(); i-- > 0;) {
            const auto count = static_cast<std::int64_t>(groups_[i].places.size());
            std::int64_t sum = 0;
            if (__builtin_mul_overflow(groups_[i].amount, count, &sum) ||
                __builtin_add_overflow(sum, rest_[i + 1], &rest_[i])) {
                too_long_ = true;
                return;
            }
        }
    }

    void run(std::int64_t amount) {
        if (!too_long_) from(0, amount);
    }
    bool is_several() const { return too_long_ || ways_ > 1; }
    bool is_one() const { return !too_long_ && ways_ == 1; }
    const std::vector<std::size_t>& places() const { return found_; }

  private:
    void from(std::size_t group, std::int64_t left) {
        constexpr int steps_max = 20'000;
        if (++steps_ > steps_max) too_long_ = true;
        if (too_long_ || ways_ > 1) return;
        if (left == 0) {
            ++ways_;
            found_ = chosen_;
            return;
        }
        if (group == groups_.size() || rest_[group] < left) return;
        const auto& [amount, places] = groups_[group];
        const auto most =
            std::min<std::int64_t>(left / amount, static_cast<std::int64_t>(places.size()));
        for (std::int64_t count = most; count >= 0; --count) {
            const std::size_t before = chosen_.size();
            chosen_.insert(chosen_.end(), places.begin(), places.begin() + count);
            from(group + 1, left - count * amount);
            chosen_.resize(before);
        }
    }

    std::vector<Group> groups_;
    std::vector<std::int64_t> rest_;  // what the groups from here on can give
    std::vector<std::size_t> chosen_, found_;
    int steps_ = 0, ways_ = 0;
    bool too_long_ = false;
};

}  // namespace

Selection exact_selection(std::span<const ledger::OpenItem> items, core::Money amount) {
    std::map<std::int64_t, std::vector<std::size_t>, std::greater<>> by_amount;
    for (std::size_t i = 0; i < items.size(); ++i) by_amount[items[i].open.minor()].push_back(i);
    std::vector<Group> groups;
    for (auto& [minor, places] : by_amount) groups.push_back({minor, std::move(places)});
    Search search(std::move(groups));
    search.run(amount.minor());
    if (search.is_several()) return {Selection::Found::several, {}, false};
    if (!search.is_one()) return {};
    auto places = search.places();
    std::ranges::sort(places);
    Selection selection{Selection::Found::one, {}, false};
    for (const std::size_t place : places) selection.items.push_back(items[place]);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (std::ranges::binary_search(places, i)) continue;
        const bool equal = std::ranges::any_of(
            selection.items, [&](const auto& chosen) { return chosen.open == items[i].open; });
        selection.among_equals = selection.among_equals || equal;
    }
    return selection;
}

}  // namespace kvit::statement
