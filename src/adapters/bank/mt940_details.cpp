#include "adapters/bank/mt940_details.h"

#include "adapters/bank/account_number.h"
#include "adapters/bank/mt940_words.h"
#include "adapters/bank/plain_line.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>

namespace kvit::bank {

namespace {

constexpr std::string_view marks = "?~^<+";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The mark that parts the text; nothing where it has no subfields.
char mark_of(std::string_view text) {
    std::size_t at = 0;
    while (at < 3 && at < text.size() && is_digit(text[at])) ++at;
    if (at < text.size() && text[at] == '\n')
        ++at;  // PKO's samples have the first mark on a new line
    if (text.size() < at + 3 || !is_digit(text[at + 1]) || !is_digit(text[at + 2])) return 0;
    return marks.find(text[at]) != std::string_view::npos ? text[at] : '\0';
}

bool begins_part(std::string_view text, std::size_t at, char mark) {
    if (text[at] != mark || at + 2 >= text.size()) return false;
    if (mark == '+' && at > 0 && text[at - 1] != '\n') return false;
    return is_digit(text[at + 1]) && is_digit(text[at + 2]);
}

// Where banks put something for nothing: bytes FF, in whatever encoding they arrived.
bool is_filler(std::string_view bytes) {
    constexpr std::string_view fillers[] = {"\xFF", "\xC3\xBF", "\xCB\x99"};
    return std::ranges::find(fillers, bytes) != std::end(fillers);
}

using Parts = std::map<int, std::string>;  // by number, as text

Parts parts_of(std::string_view text, char mark, text::CodePage page) {
    Parts parts;
    std::size_t at = text.find(mark);
    while (at < text.size()) {
        const int number = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
        std::size_t end = at + 3;
        while (end < text.size() && !begins_part(text, end, mark)) ++end;
        std::string bytes;  // a line ends anywhere, so nothing stands for its end
        std::ranges::copy_if(text.substr(at + 3, end - at - 3), std::back_inserter(bytes),
                             [](char c) { return c != '\n'; });
        while (bytes.ends_with(' ')) bytes.pop_back();
        if (!bytes.empty() && !is_filler(bytes)) parts[number] += text::shown_utf8(bytes, page);
        at = end;
    }
    return parts;
}

std::string part(const Parts& parts, int number) {
    const auto found = parts.find(number);
    return found == parts.end() ? std::string() : one_line(found->second);
}

// Names are cut at 27 letters or at words; a cut at 27 needs no blank.
std::string joined(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) return first + second;
    const auto letters = std::ranges::count_if(
        first, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return first + (letters == 27 ? "" : " ") + second;
}

void add_lines(const Parts& parts, int first, int last, std::vector<std::string>& lines) {
    for (auto at = parts.lower_bound(first); at != parts.end() && at->first <= last; ++at) {
        std::string line = one_line(at->second);
        if (!line.empty()) lines.push_back(std::move(line));
    }
}

std::string account_or_as_written(const std::string& text) { return iban_in(text).value_or(text); }

void read_polish(const Parts& parts, Mt940Details& details) {
    const std::string own = part(parts, 29), bank = part(parts, 30), number = part(parts, 31);
    const bool own_is_account = !own.empty() && std::ranges::all_of(own, is_digit);
    details.payer_name = joined(part(parts, 32), part(parts, 33));
    add_lines(parts, 20, 26, details.remittance);
    const std::string more = joined(part(parts, 27), part(parts, 28));
    if (details.payer_name.empty()) {
        details.payer_name = more;
    } else if (more != details.payer_name) {
        add_lines(parts, 27, 28, details.remittance);
    }
    if (!own_is_account) add_lines(parts, 29, 29, details.remittance);
    if (const std::string iban = part(parts, 38); !iban.empty()) {
        details.payer_account = account_or_as_written(iban);
    } else if (own_is_account) {
        details.payer_account = account_or_as_written(own);
    } else if (bank.size() + number.size() == 24) {
        details.payer_account = iban_of("PL", bank + number);
    } else {
        details.payer_account = account_or_as_written(number);
    }
}

void read_german(const Parts& parts, Mt940Details& details) {
    std::vector<std::string> lines;
    add_lines(parts, 20, 29, lines);
    add_lines(parts, 60, 63, lines);
    read_sepa_words(lines, details);
    details.payer_name = joined(part(parts, 32), part(parts, 33));
    const std::string bank = part(parts, 30), number = part(parts, 31);
    const std::string iban = part(parts, 38);
    details.payer_account = account_or_as_written(iban.empty() ? number : iban);
    if (const auto german = iban_in(bank + "/" + number)) details.payer_account = *german;
}

void read_plain(std::string_view text, text::CodePage page, Mt940Details& details) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line = one_line(text::shown_utf8(text.substr(0, end), page));
        if (!line.empty()) details.remittance.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool is_code_alone(std::string_view text) {
    return text.size() <= 3 && std::ranges::all_of(text, is_digit);
}

}  // namespace

Mt940Details read_details(const std::vector<std::string>& texts, text::CodePage page) {
    Mt940Details details;
    for (const std::string& text : texts) {
        if (is_code_alone(text)) continue;
        const std::size_t before = details.remittance.size();
        if (const char mark = mark_of(text); mark != 0) {
            const Parts parts = parts_of(text, mark, page);
            const bool is_polish = mark == '~' || mark == '^' || mark == '<';
            is_polish ? read_polish(parts, details) : read_german(parts, details);
            if (details.remittance.size() == before) add_lines(parts, 0, 99, details.remittance);
        } else {
            read_slash_words(text::shown_utf8(text, page), details);
            if (details.remittance.size() == before) read_plain(text, page, details);
        }
    }
    return details;
}

}  // namespace kvit::bank
