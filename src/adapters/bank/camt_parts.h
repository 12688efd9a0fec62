#pragma once
// A camt statement's parts as written, before they are understood; each with its line.

#include "adapters/bank/camt_message.h"
#include "kvit/core/currency.h"
#include "kvit/core/date.h"
#include "kvit/core/money.h"
#include "kvit/core/result.h"
#include "kvit/statement/bank_statement.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::bank {

struct Text {
    std::string value;
    int line = 0;  // 0: not given
    bool given() const { return line != 0; }
};

struct AmountText {
    Text amount;
    std::string currency;  // attribute Ccy
};

struct BalanceParts {
    int line = 0;
    Text kind;
    AmountText amount;
    Text sign, day;
};

struct TransactionParts {
    Text bank_reference, end_to_end_id, sign;
    AmountText amount, booked_amount, instructed_amount;  // Amt, AmtDtls/TxAmt, AmtDtls/InstdAmt
    Text payer_name, ultimate_payer_name, payer_iban, payer_account, credited_iban;
    std::vector<std::string> lines, references;  // unstructured, structured
    std::vector<AmountText> charges;
    bool is_return = false;  // has RtrInf
    Text return_reason;
    std::vector<std::string> return_text;
    Text additional;
};

struct EntryParts {
    int line = 0;
    AmountText amount;
    Text sign, reversal, status, booked_on, value_on, bank_reference, additional;
    std::vector<std::string> batch_counts;  // transactions of each NtryDtls, where told
    std::vector<AmountText> charges;
    std::vector<TransactionParts> transactions;
};

struct StatementParts {
    int line = 0;
    Text id, created_on, first_day, iban, currency;
    std::vector<BalanceParts> balances;
};

// Reads the parts of one file and collects what is wrong with them.
class PartReader {
  public:
    static constexpr std::size_t max_refusals = 100;

    explicit PartReader(const std::string& file_name) : file_name_(file_name) {}

    void set_message(const CamtMessage& message) { message_ = &message; }
    void refuse(int line, std::string_view path, std::string what, std::string remedy);
    // Names the element that must be there, with the line of the one that should hold it.
    void refuse_missing(int line, std::string_view path, std::string_view element);
    core::Refusals take_refusals() { return std::move(refusals_); }  // the first max_refusals
    std::size_t refusal_count() const { return refusal_count_; }     // all of them

    // ISO date, or the day of an ISO time; an offset from UTC is left out.
    std::optional<core::Date> day(const Text& text, std::string_view path);
    // Never negative: the sign is another element's.
    std::optional<core::Money> amount(const AmountText& text, std::string_view path,
                                      core::Currency currency);
    // CRDT as it is, DBIT negative.
    std::optional<core::Money> with_sign(core::Money amount, const Text& sign,
                                         std::string_view path);

    // One booked entry as one or more; none when the entry is not booked, moves no money or is
    // refused.
    std::vector<statement::StatementEntry> entries(const EntryParts& entry,
                                                   core::Currency currency);
    // The account's, else the first balance's.
    std::optional<core::Currency> currency(const StatementParts& parts);
    // Everything but the entries; nothing when something of it is refused. The days and the sum of
    // a notification are those of `entries`.
    std::optional<statement::BankStatement> statement(
        const StatementParts& parts, core::Currency currency,
        const std::vector<statement::StatementEntry>& entries);

  private:
    struct Balance {
        core::Money amount;
        core::Date day;
    };
    std::string iban(const StatementParts& parts);
    std::optional<statement::BankStatement> balanced(const StatementParts& parts,
                                                     core::Currency currency, std::string account);
    std::optional<statement::BankStatement> notified(
        const StatementParts& parts, core::Currency currency, std::string account,
        const std::vector<statement::StatementEntry>& entries);
    std::vector<statement::StatementEntry> understood(const EntryParts& entry,
                                                      core::Currency currency);
    std::optional<Balance> balance(const BalanceParts& parts, core::Currency currency);
    // The one balance of that kind; none and no refusal when there is none.
    const BalanceParts* find_balance(const StatementParts& parts, std::string_view kind);
    std::optional<bool> is_booked(const EntryParts& entry);
    std::optional<core::Money> signed_amount(const EntryParts& entry, core::Currency currency);

    const std::string& file_name_;
    const CamtMessage* message_ = &camt_messages[0];
    core::Refusals refusals_;
    std::size_t refusal_count_ = 0;
};

}  // namespace kvit::bank
