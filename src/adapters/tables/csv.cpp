#include "adapters/tables/csv.h"

#include "kvit/contract/plain_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace kvit::tables {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

int lines_in(std::string_view text) {
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// One refusal for every line that holds a byte no text has.
core::Refusals bad_bytes(const std::string& file_name, std::string_view text) {
    core::Refusals refusals;
    for (int line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view one = text.substr(0, end);
        text.remove_prefix(end);
        const std::string where = fmt::format("{}:{}", file_name, line);
        if (contract::valid_utf8_prefix(one) != one.size())
            refusals.push_back({where, "a character that is not UTF-8", "save the file as UTF-8"});
        else if (one.find('\0') != std::string_view::npos)
            refusals.push_back({where, "a NUL character", "save the file as plain text in UTF-8"});
    }
    return refusals;
}

bool is_text(std::string_view text) {
    return contract::valid_utf8_prefix(text) == text.size() &&
           text.find('\0') == std::string_view::npos;
}

class Reader {
  public:
    Reader(const std::string& file_name, std::string_view text, CsvForm form)
        : file_name_(file_name),
          text_(text),
          separator_(form.separator != '\0' ? form.separator : separator_of_header(text)),
          is_even_(form.is_even) {}

    core::Checked<std::vector<CsvRecord>> read() {
        while (at_ < text_.size()) read_record();
        if (records_.empty() && refusals_.empty())
            refuse(1, "the file is empty",
                   "write a header row with the names of the columns first");
        if (!refusals_.empty()) return tl::unexpected(std::move(refusals_));
        return std::move(records_);
    }

  private:
    static char separator_of_header(std::string_view text) {
        bool quoted = false;
        std::ptrdiff_t balance = 0;  // semicolons less commas
        for (const char c : text) {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == '\n') break;
            balance += c == ';' ? 1 : c == ',' ? -1 : 0;
        }
        return balance > 0 ? ';' : ',';
    }

    bool ended() const { return at_ >= text_.size(); }
    bool at_line_end() const { return ended() || text_[at_] == '\n' || at_crlf(); }
    bool at_crlf() const { return text_.substr(at_, 2) == "\r\n"; }

    void refuse(int line, std::string what, std::string remedy) {
        refusals_.push_back(
            {fmt::format("{}:{}", file_name_, line), std::move(what), std::move(remedy)});
    }

    void pass_line_end() {
        if (!ended()) at_ += at_crlf() ? 2U : 1U;
        ++line_;
    }

    // After an error: what is left of the line is not read; without a header nothing is.
    void skip_line() {
        if (columns_ == 0) at_ = text_.size();
        at_ = std::min(text_.find('\n', at_), text_.size());
        pass_line_end();
    }

    void read_record() {
        if (at_line_end()) return pass_line_end();
        CsvRecord record{line_, {}};
        record.fields.reserve(columns_);
        for (;;) {
            if (!read_field(record.fields.emplace_back())) return skip_line();
            if (at_line_end()) break;
            ++at_;  // the separator
        }
        pass_line_end();
        keep(std::move(record));
    }

    // False, with a refusal noted, where the rest of the line makes no sense.
    bool read_field(std::string& field) {
        if (!ended() && text_[at_] == '"') return read_quoted(field);
        const std::size_t start = at_;
        while (!at_line_end() && text_[at_] != separator_) {
            if (text_[at_] == '"') {
                refuse(line_, "a double quote inside a field that does not start with one",
                       "put the whole field in double quotes and write each quote inside it twice");
                return false;
            }
            if (text_[at_] == '\r') {
                refuse(line_, "a carriage return in the middle of a line",
                       "end lines with LF or CRLF, or put the field in double quotes");
                return false;
            }
            ++at_;
        }
        field = text_.substr(start, at_ - start);
        return true;
    }

    bool read_quoted(std::string& field) {
        const int opened_on = line_;
        ++at_;
        for (;;) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == std::string_view::npos) {
                refuse(opened_on, "a double quote is opened and never closed",
                       "close it, and write a quote inside a quoted field twice");
                at_ = text_.size();
                return false;
            }
            append_lines(field, text_.substr(at_, quote - at_));
            at_ = quote + 1;
            if (ended() || text_[at_] != '"') break;
            field += '"';
            ++at_;
        }
        if (at_line_end() || text_[at_] == separator_) return true;
        refuse(line_, "text after the closing double quote of a field",
               fmt::format("put \"{}\" or a line end after it, and write a quote inside a quoted "
                           "field twice",
                           separator_));
        return false;
    }

    // One line end inside a field, however the file writes it, so that a file saved on another
    // system is recognised as the same.
    void append_lines(std::string& field, std::string_view part) {
        line_ += lines_in(part);
        for (;;) {
            const std::size_t crlf = part.find("\r\n");
            field += part.substr(0, crlf);
            if (crlf == std::string_view::npos) return;
            field += '\n';
            part.remove_prefix(crlf + 2);
        }
    }

    void keep(CsvRecord record) {
        if (columns_ == 0) columns_ = record.fields.size();
        if (!is_even_ || record.fields.size() == columns_)
            return records_.push_back(std::move(record));
        refuse(
            record.line,
            fmt::format("the row has {} fields, the header has {}", record.fields.size(), columns_),
            fmt::format("give every row the columns of the header; text that contains \"{}\" "
                        "stands in double quotes",
                        separator_));
    }

    const std::string& file_name_;
    std::string_view text_;
    char separator_;
    bool is_even_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::size_t columns_ = 0;  // of the header; 0 until it is read
    std::vector<CsvRecord> records_;
    core::Refusals refusals_;
};

}  // namespace

core::Checked<std::vector<CsvRecord>> read_csv(const std::string& file_name, std::string_view text,
                                               CsvForm form) {
    if (text.size() > max_csv_bytes)
        return tl::unexpected(core::Refusals{
            {file_name, "the file is larger than 256 MiB", "split it into several files"}});
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (!is_text(text)) return tl::unexpected(bad_bytes(file_name, text));
    return Reader(file_name, text, form).read();
}

}  // namespace kvit::tables
