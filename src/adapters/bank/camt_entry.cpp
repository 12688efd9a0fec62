// From an entry's parts to statement entries: status, sign, batches and what the payer wrote.

#include "adapters/bank/camt_parts.h"

#include <algorithm>
#include <set>

namespace kvit::bank {

namespace {

using statement::StatementEntry;

// Words banks write where there is no reference.
std::string reference_of(const Text& text) {
    for (const char* nothing : {"NOTPROVIDED", "NOT PROVIDED", "NONREF"}) {
        if (text.value == nothing) return {};
    }
    return text.value;
}

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

void describe(StatementEntry& entry, const TransactionParts& transaction, const Text& about) {
    entry.end_to_end_id = reference_of(transaction.end_to_end_id);
    entry.payer_name = transaction.payer_name.given() ? transaction.payer_name.value
                                                      : transaction.ultimate_payer_name.value;
    entry.payer_iban = transaction.payer_iban.given() ? transaction.payer_iban.value
                                                      : transaction.payer_account.value;
    entry.remittance = remittance_of(transaction, about);
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

// Amounts of the transactions, where all are given and they add up to the entry.
std::optional<std::vector<core::Money>> own_amounts(const EntryParts& entry, core::Money total) {
    std::vector<core::Money> amounts;
    std::int64_t sum = 0;
    for (const TransactionParts& transaction : entry.transactions) {
        const auto own = own_amount(transaction, entry.sign, total.currency());
        if (!own || __builtin_add_overflow(sum, own->minor(), &sum)) return std::nullopt;
        amounts.push_back(*own);
    }
    if (sum != total.minor()) return std::nullopt;
    return amounts;
}

// References of a batch's transactions: their own where each has one of its own, else the entry's,
// counted.
std::vector<std::string> references_of(const EntryParts& entry) {
    std::vector<std::string> references;
    std::set<std::string> distinct;
    for (const TransactionParts& transaction : entry.transactions) {
        references.push_back(reference_of(transaction.bank_reference));
        if (!references.back().empty()) distinct.insert(references.back());
    }
    if (distinct.size() == references.size()) return references;
    const std::string shared = reference_of(entry.bank_reference);
    for (std::size_t i = 0; i < references.size(); ++i) {
        references[i] = shared.empty() ? shared : shared + "/" + std::to_string(i + 1);
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

std::vector<StatementEntry> PartReader::entries(const EntryParts& entry, core::Currency currency) {
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
        reference_of(entry.bank_reference), *total, *booked_on, *value_on, {}, {}, {}, {}};
    if (is_single(entry)) {
        if (total->is_zero()) return {};
        const TransactionParts& only = entry.transactions.front();
        describe(whole, only, entry.additional);
        if (whole.bank_reference.empty()) whole.bank_reference = reference_of(only.bank_reference);
        return {whole};
    }
    if (entry.transactions.size() > 1) {
        if (const auto amounts = own_amounts(entry, *total)) return split(entry, whole, *amounts);
    }
    if (total->is_zero()) return {};
    if (entry.additional.given()) whole.remittance.push_back(entry.additional.value);
    return {whole};
}

}  // namespace kvit::bank
