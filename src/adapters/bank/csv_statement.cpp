#include "adapters/bank/csv_statement.h"

#include "adapters/bank/account_number.h"
#include "adapters/bank/csv_sheet.h"
#include "adapters/bank/csv_values.h"
#include "adapters/bank/plain_line.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace kvit::bank {

namespace {

constexpr const char* again = "download the file again";
constexpr std::size_t max_refusals = 100;

struct Booking {
    int line;
    statement::StatementEntry entry;
    std::optional<core::Money> balance;
};

// Whether each balance follows from the one before it and the booking's amount.
bool runs(std::span<const Booking> bookings) {
    for (std::size_t i = 1; i < bookings.size(); ++i) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(bookings[i - 1].balance->minor(),
                                   bookings[i].entry.amount.minor(), &sum) ||
            sum != bookings[i].balance->minor())
            return false;
    }
    return true;
}

class Reader {
  public:
    Reader(const std::string& file_name, const CsvSheet& sheet, const CsvProfile& profile,
           const CsvContext& context)
        : file_name_(file_name), sheet_(sheet), profile_(profile), context_(context) {}

    core::Checked<std::vector<statement::BankStatement>> read(std::size_t entries_max) {
        if (first_booking() == nullptr) {
            refuse(1, "", "the file holds no booking", "export a longer period");
            return tl::unexpected(std::move(refusals_));
        }
        const auto account = our_account();
        const auto currency = account ? our_currency(*account) : std::nullopt;
        if (currency) {
            for (const auto& row : sheet_.rows()) {
                if (!is_booking(row)) continue;
                if (++count_ > entries_max) {
                    refuse(row.line, "",
                           "the file has more than " + std::to_string(entries_max) + " bookings",
                           "export shorter periods");
                    break;
                }
                check_owner(row, *account, *currency);
                read_row(row, *currency);
            }
        }
        if (!refusals_.empty()) return tl::unexpected(std::move(refusals_));
        return finished(*account, *currency);
    }

  private:
    void refuse(int line, std::string_view column, std::string what, std::string remedy) {
        if (refusals_.size() == max_refusals) return;
        std::string where = file_name_ + ":" + std::to_string(line);
        if (!column.empty()) where += ", column " + std::string(column);
        refusals_.push_back({std::move(where), std::move(what), std::move(remedy)});
    }

    bool is_booking(const tables::CsvRecord& row) const {
        for (const auto* column :
             {&profile_.booked_on, &profile_.amount, &profile_.credit, &profile_.debit}) {
            const std::string cell = sheet_.cell(row, *column);
            const bool is_label = cell == profile_.opening_label || cell == profile_.closing_label;
            if (is_label && !cell.empty()) return false;
            if (!cell.empty() && !is_closing_words(row, *column)) return true;
        }
        return false;
    }
    // A sentence below the table, alone in its row, in the column of the days.
    bool is_closing_words(const tables::CsvRecord& row, const std::string& column) const {
        if (column != profile_.booked_on) return false;
        const auto filled = std::ranges::count_if(
            row.fields, [](const std::string& field) { return !one_line(field).empty(); });
        return filled == 1 && sheet_.cell(row, column).size() > profile_.date_form.size() + 1;
    }

    const tables::CsvRecord* first_booking() const {
        for (const auto& row : sheet_.rows()) {
            if (is_booking(row)) return &row;
        }
        return nullptr;
    }

    // As the file tells it, in a label or the first booking's cell.
    CsvSheet::Found told(const std::string& label, const std::string& column) const {
        if (!label.empty()) return sheet_.labelled(label).value_or(CsvSheet::Found{1, {}});
        const auto* row = first_booking();
        return row == nullptr ? CsvSheet::Found{1, {}}
                              : CsvSheet::Found{row->line, sheet_.cell(*row, column)};
    }

    std::optional<std::string> our_account() {
        const auto found = told(profile_.account_label, profile_.account);
        const bool is_told = !profile_.account_label.empty() || !profile_.account.empty();
        auto in_file = iban_in(found.value);
        if (is_told && !in_file) {
            refuse(found.line, profile_.account_label + profile_.account,
                   "our account is no number that kvit knows as an IBAN", again);
            return std::nullopt;
        }
        if (!is_told && context_.account.empty()) {
            refuse(1, "", "exports of the profile " + profile_.name + " do not tell our account",
                   "name it with --account IBAN");
            return std::nullopt;
        }
        if (context_.account.empty()) return in_file;
        auto given = iban_in(context_.account);
        if (given && (!is_told || given == in_file)) return given;
        refuse(found.line, profile_.account_label + profile_.account,
               given ? "the file is of the account " + *in_file + ", not of " + *given
                     : "--account is no account number that kvit knows as an IBAN",
               "name our account in it with --account IBAN");
        return std::nullopt;
    }

    std::optional<core::Currency> our_currency(const std::string& account) {
        const auto found = told(profile_.currency_label, profile_.currency);
        if (!profile_.currency_label.empty() || !profile_.currency.empty()) {
            const auto currency = core::Currency::parse(found.value);
            if (currency) return *currency;
            refuse(found.line, profile_.currency_label + profile_.currency,
                   "the currency is none that kvit knows", again);
            return std::nullopt;
        }
        const auto known =
            std::ranges::find(context_.accounts, account, &contract::BankAccount::iban);
        if (known != context_.accounts.end()) return known->currency;
        refuse(1, "", "the currency of " + account + " is unknown",
               "add the account to the agreement as [[business.account]]");
        return std::nullopt;
    }

    // Every row is of the first one's account and currency.
    void check_owner(const tables::CsvRecord& row, const std::string& account,
                     core::Currency currency) {
        if (!profile_.account.empty() && iban_in(sheet_.cell(row, profile_.account)) != account) {
            refuse(row.line, profile_.account, "the row is of another account than the first",
                   "export each account by itself");
        }
        if (!profile_.currency.empty() && sheet_.cell(row, profile_.currency) != currency.code()) {
            refuse(row.line, profile_.currency, "the row is in another currency than the first",
                   "export each account in its own currency");
        }
    }

    std::optional<core::Date> day(const tables::CsvRecord& row, const std::string& column) {
        const auto day = day_in(sheet_.cell(row, column), profile_.date_form);
        if (!day)
            refuse(row.line, column, "it is no day", "days are written " + profile_.date_form);
        return day;
    }

    std::optional<core::Money> money(const tables::CsvRecord& row, const std::string& column,
                                     core::Currency currency) {
        const auto money = amount_in(sheet_.cell(row, column), profile_.decimal, currency);
        if (!money) {
            refuse(row.line, column, "it is no amount in " + currency.code(),
                   std::string("amounts are written 1234") + profile_.decimal + "50");
        }
        return money;
    }

    std::optional<core::Money> signed_amount(const tables::CsvRecord& row,
                                             core::Currency currency) {
        if (profile_.amount.empty()) return of_two_columns(row, currency);
        const auto amount = money(row, profile_.amount, currency);
        if (!amount || profile_.side.empty()) return amount;
        const std::string side = sheet_.cell(row, profile_.side);
        const bool is_debit = side == profile_.debit_word;
        if ((!is_debit && side != profile_.credit_word) || (!is_debit && amount->is_negative())) {
            refuse(row.line, profile_.side, "the side is none, or not that of the amount's sign",
                   profile_.credit_word + " and " + profile_.debit_word + " are accepted");
            return std::nullopt;
        }
        return is_debit && amount->is_positive() ? -*amount : *amount;
    }

    // One is filled; a debit may have a sign or none.
    std::optional<core::Money> of_two_columns(const tables::CsvRecord& row,
                                              core::Currency currency) {
        const bool has_credit = !sheet_.cell(row, profile_.credit).empty();
        const bool has_debit = !sheet_.cell(row, profile_.debit).empty();
        if (has_credit == has_debit) {
            refuse(row.line, profile_.credit,
                   "not one of credit and debit is filled, but both or none", again);
            return std::nullopt;
        }
        if (has_credit) return money(row, profile_.credit, currency);
        const auto debit = money(row, profile_.debit, currency);
        return debit && debit->is_positive() ? -*debit : debit;
    }

    void add_text(statement::StatementEntry& entry, const std::string& text) const {
        const auto take = [&](const std::string& prefix, std::string& target) {
            if (prefix.empty() || !target.empty() || !text.starts_with(prefix)) return false;
            target = text.substr(prefix.size());
            return true;
        };
        if (text.empty() || take(profile_.payer_name_prefix, entry.payer_name) ||
            take(profile_.payer_account_prefix, entry.payer_iban))
            return;
        entry.remittance.push_back(text);
    }

    void read_row(const tables::CsvRecord& row, core::Currency currency) {
        const auto booked_on = day(row, profile_.booked_on);
        const bool has_value_day = !sheet_.cell(row, profile_.value_on).empty();
        const auto value_on = has_value_day ? day(row, profile_.value_on) : booked_on;
        const auto amount = signed_amount(row, currency);
        const auto balance = profile_.balance.empty() ? std::optional(core::Money::zero(currency))
                                                      : money(row, profile_.balance, currency);
        if (!booked_on || !value_on || !amount || !balance) return;
        statement::StatementEntry entry{reference_in(sheet_.cell(row, profile_.reference)),
                                        *amount,
                                        *booked_on,
                                        *value_on,
                                        reference_in(sheet_.cell(row, profile_.end_to_end_id)),
                                        sheet_.cell(row, profile_.payer_name),
                                        sheet_.cell(row, profile_.payer_account),
                                        {}};
        for (const auto& column : profile_.texts) add_text(entry, sheet_.cell(row, column));
        for (const auto& text : sheet_.cells_from(row, profile_.text_from)) add_text(entry, text);
        if (auto iban = iban_in(entry.payer_iban)) entry.payer_iban = std::move(*iban);
        bookings_.push_back({row.line, std::move(entry), balance});
    }

    std::optional<core::Money> labelled(const std::string& label, core::Currency currency) {
        const auto found = sheet_.labelled(label);
        const auto money =
            found ? amount_in(found->value, profile_.decimal, currency) : std::nullopt;
        if (!money) {
            refuse(found ? found->line : 1, label,
                   "the balance at this label is missing or no amount",
                   "the file may have been cut off; download it again");
        }
        return money;
    }

    // Oldest first, with the opening and closing balance where there are any.
    struct Balances {
        core::Money opening, closing;
    };
    std::optional<Balances> balances(core::Currency currency) {
        if (!profile_.balance.empty()) {
            if (!runs(bookings_)) std::ranges::reverse(bookings_);
            if (!runs(bookings_)) {
                refuse(bookings_.front().line, profile_.balance,
                       "the balances do not follow from the amounts, oldest or newest first",
                       "a row is missing or changed; download the file again");
                return std::nullopt;
            }
        }
        if (!profile_.opening_label.empty()) {
            const auto opening = labelled(profile_.opening_label, currency);
            const auto closing = labelled(profile_.closing_label, currency);
            if (!opening || !closing) return std::nullopt;
            return Balances{*opening, *closing};
        }
        std::int64_t opening = 0, closing = 0;
        if (!profile_.balance.empty()) {
            closing = bookings_.back().balance->minor();
            opening = bookings_.front().balance->minor() - bookings_.front().entry.amount.minor();
        } else {
            for (const auto& booking : bookings_) {
                if (!__builtin_add_overflow(closing, booking.entry.amount.minor(), &closing))
                    continue;
                refuse(booking.line, "", "the bookings add up to more than kvit handles", again);
                return std::nullopt;
            }
        }
        return Balances{{opening, currency}, {closing, currency}};
    }

    core::Checked<std::vector<statement::BankStatement>> finished(const std::string& account,
                                                                  core::Currency currency) {
        const auto found = balances(currency);
        if (!found) return tl::unexpected(std::move(refusals_));
        core::Date from = bookings_.front().entry.booked_on, until = from;
        for (const auto& booking : bookings_) {
            from = std::min(from, booking.entry.booked_on);
            until = std::max(until, booking.entry.booked_on);
        }
        statement::BankStatement statement{
            profile_.name + " " + core::to_iso(from) + " to " + core::to_iso(until),
            account,
            found->opening,
            found->closing,
            from,
            until,
            {},
            profile_.tells_balances()};
        for (auto& booking : bookings_) {
            if (!booking.entry.amount.is_zero())
                statement.entries.push_back(std::move(booking.entry));
        }
        if (const auto checked = statement::check(statement); !checked) {
            refuse(1, "", checked.error().where + ": " + checked.error().what,
                   checked.error().remedy);
            return tl::unexpected(std::move(refusals_));
        }
        return std::vector<statement::BankStatement>{std::move(statement)};
    }

    const std::string& file_name_;
    const CsvSheet& sheet_;
    const CsvProfile& profile_;
    const CsvContext& context_;
    std::size_t count_ = 0;
    std::vector<Booking> bookings_;
    core::Refusals refusals_;
};

}  // namespace

core::Checked<std::vector<statement::BankStatement>> read_csv_statement(
    const std::string& file_name, std::string_view bytes, const CsvProfile& profile,
    const CsvContext& context, std::size_t entries_max) {
    const auto sheet = CsvSheet::read(file_name, bytes, profile);
    if (!sheet) return tl::unexpected(sheet.error());
    return Reader(file_name, *sheet, profile, context).read(entries_max);
}

}  // namespace kvit::bank
