#include "adapters/bank/camt_parts.h"

#include "adapters/bank/xml_walk.h"
#include "kvit/contract/iban.h"

#include <algorithm>

namespace kvit::bank {

namespace {

constexpr const char* again = "download the statement again";

// What may follow a date: "Z", "+01:00", or a time, which is not looked at.
bool is_offset_or_time(std::string_view rest) {
    if (rest.empty() || rest == "Z" || rest.front() == 'T') return true;
    const auto digit = [&](std::size_t i) { return rest[i] >= '0' && rest[i] <= '9'; };
    return rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && digit(1) && digit(2) &&
           rest[3] == ':' && digit(4) && digit(5);
}

}  // namespace

void PartReader::refuse(int line, std::string_view path, std::string what, std::string remedy) {
    ++refusal_count_;
    if (refusals_.size() == max_refusals) return;
    refusals_.push_back({place_in(file_name_, line, path), std::move(what), std::move(remedy)});
}

void PartReader::refuse_missing(int line, std::string_view path, std::string_view element) {
    refuse(line, path, "the element " + std::string(element) + " is missing",
           "ask the bank for a complete " + std::string(message_->words));
}

std::optional<core::Date> PartReader::day(const Text& text, std::string_view path) {
    const std::string_view value = text.value;
    const auto day = core::parse_date(value.substr(0, 10));
    if (day && is_offset_or_time(value.substr(std::min<std::size_t>(10, value.size()))))
        return *day;
    refuse(text.line, path, "\"" + text.value + "\" is not a date", "dates are written 2026-01-31");
    return std::nullopt;
}

std::optional<core::Money> PartReader::amount(const AmountText& text, std::string_view path,
                                              core::Currency currency) {
    if (text.currency != currency.code()) {
        refuse(text.amount.line, path,
               "the amount is in \"" + text.currency + "\", but the account is kept in " +
                   currency.code(),
               "export each account in its own currency");
        return std::nullopt;
    }
    const auto money = core::parse_money(text.amount.value, currency);
    if (!money) {
        refuse(text.amount.line, path, money.error().what, money.error().remedy);
        return std::nullopt;
    }
    if (money->is_negative()) {
        refuse(text.amount.line, path, "the amount " + text.amount.value + " is negative",
               "amounts have no sign; CdtDbtInd says which side they are on");
        return std::nullopt;
    }
    return *money;
}

std::optional<core::Money> PartReader::with_sign(core::Money amount, const Text& sign,
                                                 std::string_view path) {
    if (sign.value == "CRDT") return amount;
    if (sign.value == "DBIT") return -amount;
    refuse(sign.line, path, "\"" + sign.value + "\" is no side of the account",
           "CRDT or DBIT is accepted");
    return std::nullopt;
}

std::optional<core::Currency> PartReader::currency(const StatementParts& parts) {
    Text code = parts.currency;
    std::string_view path = "Acct/Ccy";
    if (!code.given() && !parts.balances.empty()) {
        const AmountText& amount = parts.balances.front().amount;
        code = {amount.currency, amount.amount.line};
        path = "Bal/Amt";
    }
    if (!code.given()) {
        refuse_missing(parts.line, message_->item, "Acct/Ccy");
        return std::nullopt;
    }
    const auto currency = core::Currency::parse(code.value);
    if (currency) return *currency;
    refuse(code.line, path, currency.error().what, currency.error().remedy);
    return std::nullopt;
}

std::optional<PartReader::Balance> PartReader::balance(const BalanceParts& parts,
                                                       core::Currency currency) {
    if (!parts.amount.amount.given()) refuse_missing(parts.line, "Bal", "Amt");
    if (!parts.sign.given()) refuse_missing(parts.line, "Bal", "CdtDbtInd");
    if (!parts.day.given()) refuse_missing(parts.line, "Bal", "Dt");
    if (!parts.amount.amount.given() || !parts.sign.given() || !parts.day.given())
        return std::nullopt;
    const auto unsigned_amount = amount(parts.amount, "Bal/Amt", currency);
    const auto on = day(parts.day, "Bal/Dt");
    if (!unsigned_amount || !on) return std::nullopt;
    const auto signed_balance = with_sign(*unsigned_amount, parts.sign, "Bal/CdtDbtInd");
    if (!signed_balance) return std::nullopt;
    return Balance{*signed_balance, *on};
}

const BalanceParts* PartReader::find_balance(const StatementParts& parts, std::string_view kind) {
    const BalanceParts* found = nullptr;
    for (const BalanceParts& balance : parts.balances) {
        if (balance.kind.value != kind) continue;
        if (found != nullptr) {
            refuse(balance.line, "Bal", "the balance " + std::string(kind) + " is given twice",
                   again);
        }
        found = &balance;
    }
    return found;
}

std::string PartReader::iban(const StatementParts& parts) {
    if (!parts.iban.given()) {
        refuse_missing(parts.line, message_->item, "Acct/Id/IBAN");
        return {};
    }
    const auto checked = contract::normalized_iban(parts.iban.value);
    if (checked) return *checked;
    refuse(parts.iban.line, "Id/IBAN", checked.error().what, again);
    return {};
}

std::optional<statement::BankStatement> PartReader::statement(
    const StatementParts& parts, core::Currency currency,
    const std::vector<statement::StatementEntry>& entries) {
    const std::size_t before = refusal_count_;
    if (!parts.id.given()) refuse_missing(parts.line, message_->item, "Id");
    std::string account = iban(parts);
    auto statement = message_->has_balances
                         ? balanced(parts, currency, std::move(account))
                         : notified(parts, currency, std::move(account), entries);
    if (refusal_count_ != before) return std::nullopt;
    return statement;
}

std::optional<statement::BankStatement> PartReader::balanced(const StatementParts& parts,
                                                             core::Currency currency,
                                                             std::string account) {
    const BalanceParts* opening = find_balance(parts, "OPBD");
    const BalanceParts* previous = find_balance(parts, "PRCD");
    const BalanceParts* closing = find_balance(parts, "CLBD");
    if (opening == nullptr && previous == nullptr) {
        refuse_missing(parts.line, message_->item, "Bal with the opening balance (OPBD or PRCD)");
    }
    if (closing == nullptr) {
        refuse_missing(parts.line, message_->item, "Bal with the closing balance (CLBD)");
    }
    if ((opening == nullptr && previous == nullptr) || closing == nullptr) return std::nullopt;
    const auto start = balance(opening != nullptr ? *opening : *previous, currency);
    const auto end = balance(*closing, currency);
    std::optional<core::Date> from;
    if (parts.first_day.given()) {
        from = day(parts.first_day, "FrToDt/FrDtTm");
    } else if (start && end) {
        from = opening != nullptr ? start->day : std::min(start->day + date::days(1), end->day);
    }
    if (!start || !end || !from) return std::nullopt;
    return statement::BankStatement{
        parts.id.value, std::move(account), start->amount, end->amount, *from, end->day, {}};
}

std::optional<statement::BankStatement> PartReader::notified(
    const StatementParts& parts, core::Currency currency, std::string account,
    const std::vector<statement::StatementEntry>& entries) {
    std::optional<core::Date> first, last;
    std::int64_t sum = 0;
    for (const auto& entry : entries) {
        if (__builtin_add_overflow(sum, entry.amount.minor(), &sum)) {
            refuse(parts.line, message_->item, "its entries add up to more than kvit handles",
                   again);
            return std::nullopt;
        }
        first = first ? std::min(*first, entry.booked_on) : entry.booked_on;
        last = last ? std::max(*last, entry.booked_on) : entry.booked_on;
    }
    if (!first) {
        if (!parts.created_on.given()) refuse_missing(parts.line, message_->item, "CreDtTm");
        if (parts.created_on.given()) first = last = day(parts.created_on, "Ntfctn/CreDtTm");
        if (!first) return std::nullopt;
    }
    const auto zero = core::Money::zero(currency);
    return statement::BankStatement{
        parts.id.value, std::move(account), zero, {sum, currency}, *first, *last, {}, false};
}

}  // namespace kvit::bank
