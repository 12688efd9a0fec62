#include "kvit/statement/bank_statement.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace kvit::statement {

namespace {

// Largest running balance, either sign: 10,000 times the largest amount, far below 64 bits.
constexpr std::int64_t max_balance = core::Money::max_minor * 10'000;

std::string place_of(const BankStatement& statement) { return "statement " + statement.id; }

core::Result<void> check_entry(const BankStatement& statement, const StatementEntry& entry) {
    if (entry.amount.currency() != statement.opening.currency()) {
        return core::refuse(place_of(statement),
                            "an entry of " + with_currency(entry.amount) +
                                " stands in an account kept in " +
                                statement.opening.currency().code(),
                            "export each account in its own currency");
    }
    if (entry.booked_on < statement.from || entry.booked_on > statement.until) {
        return core::refuse(place_of(statement),
                            "an entry of " + with_currency(entry.amount) + " is booked on " +
                                core::to_iso(entry.booked_on) + ", but the statement covers " +
                                core::to_iso(statement.from) + " to " +
                                core::to_iso(statement.until),
                            "download the statement again");
    }
    return {};
}

// '|' parts the fields of a content key; one inside a field is escaped, so that no two contents
// share a key.
void append_field(std::string& key, std::string_view field) {
    for (const char c : field) {
        if (c == '|' || c == '\\') key += '\\';
        key += c;
    }
    key += '|';
}

std::string content_of(const StatementEntry& entry) {
    std::string content;
    append_field(content, core::to_iso(entry.booked_on));
    append_field(content, core::to_iso(entry.value_on));
    append_field(content, with_currency(entry.amount));
    append_field(content, entry.payer_name);
    append_field(content, entry.payer_iban);
    append_field(content, entry.end_to_end_id);
    for (const std::string& line : entry.remittance) append_field(content, line);
    if (!entry.returned.empty()) append_field(content, "returned " + entry.returned);
    content.pop_back();
    return content;
}

bool equal_or_missing(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b;
}

// Says nothing of who paid: a batch told as a whole, or an entry without details.
bool is_bare(const StatementEntry& entry) {
    return entry.end_to_end_id.empty() && entry.payer_name.empty() && entry.payer_iban.empty();
}

bool includes(const std::vector<std::string>& all, const std::vector<std::string>& some) {
    return std::ranges::all_of(
        some, [&](const auto& line) { return std::ranges::find(all, line) != all.end(); });
}

}  // namespace

core::Result<void> check(const BankStatement& statement) {
    if (statement.opening.currency() != statement.closing.currency()) {
        return core::refuse(place_of(statement),
                            "the opening balance is in " + statement.opening.currency().code() +
                                ", the closing balance in " + statement.closing.currency().code(),
                            "download the statement again");
    }
    if (statement.from > statement.until) {
        return core::refuse(place_of(statement),
                            "it begins on " + core::to_iso(statement.from) + ", after its end on " +
                                core::to_iso(statement.until),
                            "download the statement again");
    }
    std::int64_t balance = statement.opening.minor();
    for (const StatementEntry& entry : statement.entries) {
        if (auto checked = check_entry(statement, entry); !checked) return checked;
        if (__builtin_add_overflow(balance, entry.amount.minor(), &balance) ||
            balance > max_balance || balance < -max_balance) {
            return core::refuse(place_of(statement), "its entries add up to more than kvit handles",
                                "download the statement again");
        }
    }
    if (balance != statement.closing.minor()) {
        return core::refuse(place_of(statement),
                            "opening balance and entries give " +
                                core::with_currency({balance, statement.closing.currency()}) +
                                ", but the closing balance is " + with_currency(statement.closing),
                            "an entry is missing or changed; download the statement again");
    }
    return {};
}

bool same_booking(const StatementEntry& a, const StatementEntry& b) {
    if (a.amount != b.amount || a.booked_on != b.booked_on) return false;
    if (a.value_on != b.value_on && a.value_on != a.booked_on && b.value_on != b.booked_on)
        return false;
    if (!equal_or_missing(a.returned, b.returned)) return false;
    if (!equal_or_missing(a.credited_iban, b.credited_iban)) return false;
    if (is_bare(a) != is_bare(b)) return true;
    return equal_or_missing(a.end_to_end_id, b.end_to_end_id) &&
           equal_or_missing(a.payer_name, b.payer_name) &&
           equal_or_missing(a.payer_iban, b.payer_iban) &&
           (includes(a.remittance, b.remittance) || includes(b.remittance, a.remittance));
}

std::vector<core::EntryKey> entry_keys(const BankStatement& statement, const core::Hasher& hasher) {
    const std::string account = hasher(statement.iban);
    std::vector<core::EntryKey> keys;
    keys.reserve(statement.entries.size());
    std::map<std::string, int, std::less<>> times_seen;
    std::set<std::string, std::less<>> taken;
    for (const StatementEntry& entry : statement.entries) {
        const bool referenced = !entry.bank_reference.empty();
        std::string stem =
            account + ":" + (referenced ? entry.bank_reference : hasher(content_of(entry)));
        int& count = times_seen[stem];
        // A bank that uses one reference twice in a statement means two bookings: those are counted
        // too.
        std::string key;
        do {
            ++count;
            key = referenced && count == 1 ? stem : stem + "#" + std::to_string(count);
        } while (!taken.insert(key).second);
        keys.emplace_back(std::move(key));
    }
    return keys;
}

}  // namespace kvit::statement
