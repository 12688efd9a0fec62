// From an entry's parts to statement entries: status, sign, batches and what the payer wrote.

#include "adapters/bank/camt_parts.h"
#include "adapters/bank/plain_line.h"
#include "kvit/contract/iban.h"

#include <algorithm>
#include <set>

namespace kvit::bank {

namespace {

using statement::StatementEntry;

// Banks that give no remittance information often have it in the free text about the entry.
std::vector<std::string> remittance_of(const TransactionParts& transaction, const Text& about) {
    std::vector<std::string> remittance = transaction.lines;
    remittance.insert(remittance.end(), transaction.references.begin(),
                      transaction.references.end());
    if (remittance.empty() && transaction.additional.given()) {
        remittance.push_back(transaction.additional.value);
    }
    if (remittance.empty() && about.given()) remittance.push_back(about.value);
    return remittance;
}

// A person who looks why an amount is short should see it.
void add_charges(StatementEntry& entry, const std::vector<AmountText>& charges) {
    for (const AmountText& charge : charges) {
        if (!charge.amount.given()) continue;
        entry.remittance.push_back("charges " + charge.amount.value + " " + charge.currency);
    }
}

void describe(StatementEntry& entry, const TransactionParts& transaction, const Text& about) {
    entry.end_to_end_id = reference_in(transaction.end_to_end_id.value);
    entry.payer_name = transaction.payer_name.given() ? transaction.payer_name.value
                                                      : transaction.ultimate_payer_name.value;
    entry.payer_iban = transaction.payer_iban.given() ? transaction.payer_iban.value
                                                      : transaction.payer_account.value;
    if (entry.amount.is_positive())
        entry.credited_iban =
            contract::normalized_iban(transaction.credited_iban.value).value_or("");
    entry.remittance = remittance_of(transaction, about);
    add_charges(entry, transaction.charges);
    if (!transaction.is_return) return;
    entry.returned =
        transaction.return_reason.given() ? transaction.return_reason.value : "returned";
    for (const auto& line : transaction.return_text) entry.returned += " " + line;
}

// The transaction's own amount in the account's currency, signed; nothing where it is not given.
std::optional<core::Money> own_amount(const TransactionParts& transaction, const Text& entry_sign,
                                      core::Currency currency) {
    const Text& sign = transaction.sign.given() ? transaction.sign : entry_sign;
    for (const AmountText* text :
         {&transaction.amount, &transaction.booked_amount, &transaction.instructed_amount}) {
        if (!text->amount.given() || text->currency != currency.code()) continue;
        const auto money = core::parse_money(text->amount.value, currency);
        if (!money || money->is_negative()) return std::nullopt;
        return sign.value == "DBIT" ? -*money : *money;
    }
    return std::nullopt;
}

// What the bank kept of the transaction, in the account's currency; nothing where it is not told
// so.
std::optional<core::Money> charges_of(const TransactionParts& transaction,
                                      core::Currency currency) {
    std::int64_t sum = 0;
    for (const AmountText& charge : transaction.charges) {
        if (charge.currency != currency.code()) return std::nullopt;
        const auto money = core::parse_money(charge.amount.value, currency);
        if (!money || money->is_negative()) return std::nullopt;
        if (__builtin_add_overflow(sum, money->minor(), &sum)) return std::nullopt;
    }
    return core::Money(sum, currency);
}

enum class Charged { before, after };  // amounts as given, or less the charges

// Amounts of the transactions, where all are given and they add up to the entry.
std::optional<std::vector<core::Money>> own_amounts(const EntryParts& entry, core::Money total,
                                                    Charged charged) {
    std::vector<core::Money> amounts;
    std::int64_t sum = 0;
    for (const TransactionParts& transaction : entry.transactions) {
        const auto own = own_amount(transaction, entry.sign, total.currency());
        const auto charges = charged == Charged::after ? charges_of(transaction, total.currency())
                                                       : core::Money::zero(total.currency());
        std::int64_t minor = 0;
        if (!own || !charges || __builtin_sub_overflow(own->minor(), charges->minor(), &minor) ||
            __builtin_add_overflow(sum, minor, &sum)) {
            return std::nullopt;
        }
        amounts.emplace_back(minor, total.currency());
    }
    if (sum != total.minor()) return std::nullopt;
    return amounts;
}

// References of a batch's transactions: their own where each has one of its own, else counted;
// below the entry's where it has one, so that the parts are known to be of that entry.
std::vector<std::string> references_of(const EntryParts& entry) {
    std::vector<std::string> references;
    std::set<std::string> distinct;
    for (const TransactionParts& transaction : entry.transactions) {
        references.push_back(reference_in(transaction.bank_reference.value));
        if (!references.back().empty()) distinct.insert(references.back());
    }
    const bool own = distinct.size() == references.size();
    const std::string shared = reference_in(entry.bank_reference.value);
    for (std::size_t i = 0; i < references.size(); ++i) {
        if (shared.empty() && !own) references[i].clear();
        if (shared.empty()) continue;
        references[i] = shared + std::string(statement::part_separator) +
                        (own ? references[i] : std::to_string(i + 1));
    }
    return references;
}

std::vector<StatementEntry> split(const EntryParts& entry, const StatementEntry& whole,
                                  const std::vector<core::Money>& amounts) {
    const std::vector<std::string> references = references_of(entry);
    std::vector<StatementEntry> parts;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (amounts[i].is_zero()) continue;
        StatementEntry part = whole;
        part.amount = amounts[i];
        part.bank_reference = references[i];
        describe(part, entry.transactions[i], {});
        parts.push_back(std::move(part));
    }
    return parts;
}

// Whether the entry stands for one transaction: one is described, and the bank speaks of no more.
bool is_single(const EntryParts& entry) {
    const auto& counts = entry.batch_counts;
    const bool more_counted = counts.size() > 1 || (counts.size() == 1 && counts.front() != "1");
    return entry.transactions.size() == 1 && !more_counted;
}

}  // namespace

std::optional<bool> PartReader::is_booked(const EntryParts& entry) {
    if (!entry.status.given()) {
        refuse_missing(entry.line, "Ntry", "Sts");
        return std::nullopt;
    }
    if (entry.status.value == "BOOK") return true;
    for (const char* other : {"PDNG", "INFO", "FUTR"}) {
        if (entry.status.value == other) return false;
    }
    refuse(entry.status.line, "Ntry/Sts", "\"" + entry.status.value + "\" is no known status",
           "BOOK, PDNG, INFO or FUTR is accepted");
    return std::nullopt;
}

std::optional<core::Money> PartReader::signed_amount(const EntryParts& entry,
                                                     core::Currency currency) {
    if (!entry.amount.amount.given()) refuse_missing(entry.line, "Ntry", "Amt");
    if (!entry.sign.given()) refuse_missing(entry.line, "Ntry", "CdtDbtInd");
    if (!entry.amount.amount.given() || !entry.sign.given()) return std::nullopt;
    const auto unsigned_amount = amount(entry.amount, "Ntry/Amt", currency);
    if (!unsigned_amount) return std::nullopt;
    return with_sign(*unsigned_amount, entry.sign, "Ntry/CdtDbtInd");
}

std::vector<StatementEntry> PartReader::understood(const EntryParts& entry,
                                                   core::Currency currency) {
    const auto booked = is_booked(entry);
    if (!booked || !*booked) return {};
    if (entry.reversal.given() && entry.reversal.value != "true" &&
        entry.reversal.value != "false" && entry.reversal.value != "1" &&
        entry.reversal.value != "0") {
        refuse(entry.reversal.line, "Ntry/RvslInd",
               "\"" + entry.reversal.value + "\" is neither true nor false",
               "true or false is accepted");
        return {};
    }
    const auto total = signed_amount(entry, currency);
    if (!entry.booked_on.given()) {
        refuse_missing(entry.line, "Ntry", "BookgDt");
        return {};
    }
    const auto booked_on = day(entry.booked_on, "Ntry/BookgDt");
    const auto value_on = entry.value_on.given() ? day(entry.value_on, "Ntry/ValDt") : booked_on;
    if (!total || !booked_on || !value_on) return {};

    StatementEntry whole{
        reference_in(entry.bank_reference.value), *total, *booked_on, *value_on, {}, {}, {}, {}};
    if (entry.reversal.value == "true" || entry.reversal.value == "1") whole.returned = "reversal";
    if (is_single(entry)) {
        if (total->is_zero()) return {};
        const TransactionParts& only = entry.transactions.front();
        describe(whole, only, entry.additional);
        if (whole.bank_reference.empty())
            whole.bank_reference = reference_in(only.bank_reference.value);
        return {whole};
    }
    if (entry.transactions.size() > 1) {
        for (const Charged charged : {Charged::before, Charged::after}) {
            if (const auto amounts = own_amounts(entry, *total, charged))
                return split(entry, whole, *amounts);
        }
    }
    if (total->is_zero()) return {};
    if (entry.additional.given()) whole.remittance.push_back(entry.additional.value);
    add_charges(whole, entry.charges);
    return {whole};
}

// A notification's bookings stand in a statement, too, and are known again by the entry's reference
// alone: a batch of which only the parts have one may stand there as a whole, without any.
std::vector<StatementEntry> PartReader::entries(const EntryParts& entry, core::Currency currency) {
    std::vector<StatementEntry> entries = understood(entry, currency);
    if (message_->has_balances || entries.empty()) return entries;
    const bool whole_has_one = !reference_in(entry.bank_reference.value).empty();
    const bool known_again =
        whole_has_one || (is_single(entry) && !entries.front().bank_reference.empty());
    if (known_again) return entries;
    refuse(entry.line, "Ntfctn/Ntry",
           "the entry has no bank reference (AcctSvcrRef), so it could not be told from the same "
           "booking in a statement and would count twice",
           "import the account's statement (camt.053) instead");
    return {};
}

}  // namespace kvit::bank
