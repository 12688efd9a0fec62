#include "adapters/bank/mt940.h"

#include "adapters/bank/account_number.h"
#include "adapters/bank/mt940_details.h"
#include "adapters/bank/mt940_fields.h"
#include "adapters/bank/mt940_values.h"
#include "adapters/bank/plain_line.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace kvit::bank {

namespace {

constexpr const char* again = "download the statement again";
constexpr std::size_t max_refusals = 100;
constexpr std::ptrdiff_t min_reference_digits = 6;
constexpr date::days before_opening{92};

// Fields that say nothing that is kept. 13D, 34F and 90 are of the interim report, MT942; NS is
// ING's.
constexpr std::string_view passed_over[] = {"21", "13D", "34F", "90C", "90D", "NS"};

struct Balance {
    Mt940Balance value;
    bool is_final;
};

struct OpenEntry {
    int line;
    Mt940Entry values;
    std::string supplement;
    std::vector<std::string> texts;
};

// A statement from its first page to its last.
struct OpenStatement {
    int line = 0;
    std::string id, iban;
    std::optional<Balance> opening, closing;  // of the first page, of the last one read
    std::vector<statement::StatementEntry> entries;
};

// One message: the statement, or a page of it.
struct Page {
    int line = 0;
    std::optional<std::string> id, number, iban;
    std::optional<Balance> opening, closing;
};

std::string joined(const Mt940Field& field) {
    std::string text;
    for (const auto line : field.lines) {
        if (!text.empty()) text += '\n';
        text += line;
    }
    return text;
}

// The supplement of :61: is free text; one with the digits of a tag and a colon is a damaged tag,
// and would hide the field it began.
bool is_damaged_tag(std::string_view line) {
    if (line.size() < 4) return false;
    const auto digit = [&](std::size_t at) { return line[at] >= '0' && line[at] <= '9'; };
    const int fits = (line[0] == ':' ? 1 : 0) + (digit(1) ? 1 : 0) + (digit(2) ? 1 : 0) +
                     (line[3] == ':' || (line.size() > 4 && line[4] == ':') ? 1 : 0);
    return fits >= 3;
}

// Banks also put a word ("GUTSCHRIFT") or the day's counter where the reference belongs.
bool tells_apart(std::string_view reference) {
    const auto digits =
        std::ranges::count_if(reference, [](char c) { return c >= '0' && c <= '9'; });
    const auto zeros = std::ranges::count(reference, '0');
    return digits >= min_reference_digits && digits > zeros;
}

class Reader {
  public:
    Reader(const std::string& file_name, std::size_t entries_max)
        : file_name_(file_name), entries_max_(entries_max) {}

    core::Checked<std::vector<statement::BankStatement>> read(std::string_view bytes) {
        Mt940Fields fields(bytes);
        bool makes_sense = true;
        while (makes_sense) {
            const auto field = fields.next();
            if (!field) break;
            makes_sense = take(*field);
        }
        if (const auto& stop = fields.stopped()) {
            refuse(stop->line, "", stop->what, again);
        } else if (makes_sense) {
            end_file();
        }
        if (refusals_.empty() && statements_.empty()) {
            refuse(1, "", "the file holds no MT940 statement", "export the account's statement");
        }
        if (!refusals_.empty()) return tl::unexpected(std::move(refusals_));
        return std::move(statements_);
    }

  private:
    void refuse(int line, std::string_view tag, std::string what, std::string remedy) {
        if (refusals_.size() == max_refusals) return;
        refusals_.push_back(
            {place_of_field(file_name_, line, tag), std::move(what), std::move(remedy)});
    }

    void end_file() {
        end_message();
        if (!pending_ || !refusals_.empty()) return;
        refuse(pending_->line, "20", "the last page of the statement is missing",
               "put all its pages into one file");
    }

    // False where the rest makes no sense.
    bool take(const Mt940Field& field) {
        const std::string_view tag = field.tag;
        if (tag == "-") return end_message();
        if (tag == "20") return begin_message(field);
        if (!page_) {
            refuse(field.line, tag, "the field stands outside of a message, which :20: begins",
                   again);
            return false;
        }
        if (tag == "61") return begin_entry(field);
        if (tag == "86") return add_text(field);
        end_entry();
        if (field.lines.size() > 1 && tag != "NS") {
            refuse(field.line, tag, "text stands below the field", again);
            return true;
        }
        if (tag == "25") return set(field, page_->iban, account(field));
        if (tag == "28C" || tag == "28")
            return set(field, page_->number, std::optional(line_of(field)));
        if (tag == "60F" || tag == "60M") return set_balance(field, page_->opening);
        if (tag == "62F" || tag == "62M") return set_balance(field, page_->closing);
        if (tag == "64" || tag == "65") {
            balance(field);  // available money is not kept, but a damaged field says so
        } else if (std::ranges::find(passed_over, tag) == std::end(passed_over)) {
            refuse(field.line, tag, "MT940 has no such field", again);
        }
        return true;
    }

    static std::string line_of(const Mt940Field& field) {
        const auto text = field.lines.front();
        return one_line(text::shown_utf8(text, text::guessed_page(text)));
    }

    template <class T>
    bool set(const Mt940Field& field, std::optional<T>& target, std::optional<T> value) {
        if (target) refuse(field.line, field.tag, "the field is given twice", again);
        if (page_->opening && field.tag.front() == '2') {
            refuse(field.line, field.tag, "the field stands below the opening balance", again);
        }
        target = std::move(value);
        return true;
    }

    std::optional<std::string> account(const Mt940Field& field) {
        auto iban = iban_in(line_of(field));
        if (!iban) {
            refuse(field.line, field.tag, "it is no account number that kvit knows as an IBAN",
                   "ask the bank for statements with the IBAN");
        }
        return iban;
    }

    std::optional<Balance> balance(const Mt940Field& field) {
        const auto read = read_balance(field.lines.front());
        if (read) return Balance{*read, field.tag.ends_with('F')};
        refuse(field.line, field.tag, read.error().what, read.error().remedy);
        return std::nullopt;
    }

    bool set_balance(const Mt940Field& field, std::optional<Balance>& target) {
        if (target) refuse(field.line, field.tag, "the field is given twice", again);
        target = balance(field);
        return target.has_value();  // without it the amounts have no currency
    }

    bool begin_message(const Mt940Field& field) {
        if (page_ && !end_message()) return false;
        page_.emplace();
        page_->line = field.line;
        page_->id = line_of(field);
        return true;
    }

    bool begin_entry(const Mt940Field& field) {
        end_entry();
        if (!page_->opening || page_->closing) {
            refuse(field.line, "61", "the entry does not stand between the balances", again);
            return false;
        }
        if (++entry_count_ > entries_max_) {
            refuse(field.line, "61",
                   "the file has more than " + std::to_string(entries_max_) + " entries",
                   "export shorter periods");
            return false;
        }
        const bool has_supplement = field.lines.size() == 2 && !is_damaged_tag(field.lines.back());
        if (field.lines.size() > 1 && !has_supplement) {
            refuse(field.line, "61", "more than a line of text stands below the entry", again);
            return true;
        }
        const auto values =
            read_entry_line(field.lines.front(), page_->opening->value.amount.currency());
        if (!values) {
            refuse(field.line, "61", values.error().what, values.error().remedy);
            return true;
        }
        entry_.emplace(OpenEntry{field.line, *values, {}, {}});
        if (has_supplement) entry_->supplement = field.lines.back();
        return true;
    }

    // Below an entry it is the entry's; below the balances it is about the statement.
    bool add_text(const Mt940Field& field) {
        if (entry_) {
            entry_->texts.push_back(joined(field));
        } else if (refusals_.empty() && (!page_->opening || !page_->closing)) {
            refuse(field.line, "86", "the text stands below no entry", again);
        }
        return true;
    }

    void end_entry() {
        if (!entry_) return;
        const OpenEntry& open = *entry_;
        const Mt940Entry& values = open.values;
        OpenStatement& statement = statement_of(*page_);
        if (!values.amount.is_zero()) statement.entries.push_back(understood(open));
        const auto day = values.booked_on, opening = statement.opening->value.day;
        if (day < opening - before_opening) {
            refuse(open.line, "61", "the booking date lies long before the opening balance", again);
        }
        entry_.reset();
    }

    static statement::StatementEntry understood(const OpenEntry& open) {
        const Mt940Entry& values = open.values;
        std::vector<std::string> texts = open.texts;
        if (texts.empty() && !open.supplement.empty()) texts.push_back(open.supplement);
        std::string all(values.customer_reference);
        all += values.bank_reference;
        for (const auto& text : texts) all += text;
        const auto page = text::guessed_page(all);
        const Mt940Details details = read_details(texts, page);
        const auto shown = [&](std::string_view bytes) {
            return one_line(text::shown_utf8(bytes, page));
        };
        statement::StatementEntry entry{shown(values.bank_reference),
                                        values.amount,
                                        values.booked_on,
                                        values.value_on,
                                        details.end_to_end_id,
                                        details.payer_name,
                                        details.payer_account,
                                        details.remittance};
        if (!tells_apart(entry.bank_reference)) entry.bank_reference.clear();
        if (entry.end_to_end_id.empty())
            entry.end_to_end_id = reference_in(shown(values.customer_reference));
        entry.returned =
            values.is_reversal && details.returned.empty() ? "reversal" : details.returned;
        return entry;
    }

    // The statement that the page belongs to; made by its first page, once that has a balance.
    OpenStatement& statement_of(const Page& page) {
        if (!pending_) {
            pending_.emplace();
            pending_->line = page.line;
            pending_->opening = page.opening;
        }
        return *pending_;
    }

    bool end_message() {
        if (!page_) return true;
        end_entry();
        const Page page = *std::exchange(page_, std::nullopt);
        const bool is_first = !pending_ || !pending_->closing;
        const auto missing = [&](std::string_view tag) {
            refuse(page.line, "20",
                   "the field :" + std::string(tag) + ": is missing in the message",
                   "the file was cut off; download the statement again");
            return false;
        };
        if (!page.iban) return refusals_.empty() ? missing("25") : false;
        if (!page.opening) return missing("60F");
        if (!page.closing) return missing("62F");
        OpenStatement& open = statement_of(page);
        if (is_first) {
            open.id = page.number.value_or(*page.id);
            open.iban = *page.iban;
        }
        if (!follows(page, open, is_first)) return false;
        open.closing = page.closing;
        if (page.closing->is_final) close();
        return true;
    }

    // A page begins where the one before ended.
    bool follows(const Page& page, const OpenStatement& open, bool is_first) {
        if (is_first && page.opening->is_final) return true;
        if (is_first) {
            refuse(page.line, "20", "the first page of the statement is missing",
                   "put all its pages into one file");
            return false;
        }
        if (!page.opening->is_final && *page.iban == open.iban &&
            page.opening->value.amount == open.closing->value.amount)
            return true;
        refuse(page.line, "20", "the page does not follow the one before",
               "put all pages of the statement into one file, in order");
        return false;
    }

    void close() {
        OpenStatement open = std::move(*pending_);
        pending_.reset();
        if (!refusals_.empty()) return;
        core::Date from = open.opening->value.day;
        for (const auto& entry : open.entries) from = std::min(from, entry.booked_on);
        statement::BankStatement statement{open.id,
                                           open.iban,
                                           open.opening->value.amount,
                                           open.closing->value.amount,
                                           from,
                                           open.closing->value.day,
                                           std::move(open.entries)};
        if (const auto checked = statement::check(statement); !checked) {
            return refuse(open.line, "20", checked.error().where + ": " + checked.error().what,
                          checked.error().remedy);
        }
        statements_.push_back(std::move(statement));
    }

    const std::string& file_name_;
    std::size_t entries_max_, entry_count_ = 0;
    std::optional<Page> page_;
    std::optional<OpenEntry> entry_;
    std::optional<OpenStatement> pending_;
    core::Refusals refusals_;
    std::vector<statement::BankStatement> statements_;
};

}  // namespace

bool looks_like_mt940(std::string_view bytes) {
    constexpr int lines_looked_at = 8;  // blocks and the banks' own header lines
    for (int line = 0; line < lines_looked_at && !bytes.empty(); ++line) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view text = bytes.substr(0, end);
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        if (text.starts_with(":20:") || text.find("{4:") != std::string_view::npos ||
            text.starts_with("{1:"))
            return true;
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return false;
}

core::Checked<std::vector<statement::BankStatement>> read_mt940(const std::string& file_name,
                                                                std::string_view bytes,
                                                                std::size_t entries_max) {
    return Reader(file_name, entries_max).read(bytes);
}

}  // namespace kvit::bank
