#include "known_bookings.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace kvit::app {

namespace {

using Booked = std::map<core::EntryKey, core::Money>;

// The key of the entry that the key is a part of; the key itself where it is none.
core::EntryKey whole_of(const core::EntryKey& key) {
    return core::EntryKey(key.str().substr(0, key.str().find(statement::part_separator)));
}

struct Sum {
    std::int64_t minor = 0;
    bool exact = true;  // fits 64 bits
    void add(core::Money amount) {
        exact = exact && !__builtin_add_overflow(minor, amount.minor(), &minor);
    }
};

// What the store has for the whole: itself where it is there, else its parts.
Sum booked_sum(const Booked& booked, const core::EntryKey& whole) {
    Sum sum;
    if (const auto one = booked.find(whole); one != booked.end()) {
        sum.add(one->second);
        return sum;
    }
    for (const auto& [key, amount] : booked) sum.add(amount);
    return sum;
}

}  // namespace

std::vector<Known> known_bookings(const Store& store, const core::BusinessId& business,
                                  const statement::BankStatement& statement,
                                  const std::vector<core::EntryKey>& keys) {
    std::map<core::EntryKey, Sum> told;  // by whole, what the statement's parts add up to
    std::map<core::EntryKey, Booked> booked;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (statement.entries[i].bank_reference.empty()) continue;
        const auto whole = whole_of(keys[i]);
        if (whole != keys[i]) told[whole].add(statement.entries[i].amount);
        if (!booked.contains(whole)) booked.emplace(whole, store.booked_under(business, whole));
    }
    std::vector<Known> known(keys.size(), Known::by_its_key);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (statement.entries[i].bank_reference.empty()) continue;
        const auto whole = whole_of(keys[i]);
        const Booked& found = booked.at(whole);
        if (found.empty() || found.contains(keys[i])) continue;
        Sum mine;
        if (whole == keys[i]) mine.add(statement.entries[i].amount);
        if (whole != keys[i]) mine = told.at(whole);
        const Sum theirs = booked_sum(found, whole);
        const bool same = mine.exact && theirs.exact && mine.minor == theirs.minor;
        known[i] = same ? Known::otherwise : Known::differently;
    }
    return known;
}

}  // namespace kvit::app
