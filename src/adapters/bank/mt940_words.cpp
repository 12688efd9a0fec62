#include "adapters/bank/mt940_words.h"

#include "adapters/bank/account_number.h"
#include "adapters/bank/plain_line.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace kvit::bank {

namespace {

constexpr std::string_view plus_words[] = {"EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT",
                                           "SVWZ", "ABWA", "ABWE", "IBAN", "BIC",  "PURP", "RREF"};

constexpr std::string_view slash_words[] = {
    "EREF", "KREF", "PREF", "NAME", "REMI", "IBAN", "BIC",    "ADDR", "BENM",
    "ORDP", "CNTP", "RTRN", "CSID", "MARF", "SVCL", "TRCD",   "TRTP", "ISDT",
    "PURP", "ULTD", "ULTC", "OCMT", "CHGS", "EXCH", "CDTRREF"};

std::optional<std::string_view> plus_word(std::string_view line) {
    for (const std::string_view word : plus_words) {
        if (line.starts_with(word) && line.substr(word.size()).starts_with('+')) return word;
    }
    return std::nullopt;
}

// The word at text[at] == '/', closed by a slash.
std::optional<std::string_view> slash_word(std::string_view text, std::size_t at) {
    if (text[at] != '/') return std::nullopt;
    for (const std::string_view word : slash_words) {
        const std::string_view rest = text.substr(at + 1);
        if (rest.starts_with(word) && rest.substr(word.size()).starts_with('/')) return word;
    }
    return std::nullopt;
}

void put_first(std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
}

// "ACCOUNT/BIC/NAME/TOWN/": ING's counterparty.
void read_counterparty(std::string_view value, Mt940Details& details) {
    const std::size_t account = value.find('/');
    put_first(details.payer_account, one_line(value.substr(0, account)));
    if (account == std::string_view::npos) return;
    value.remove_prefix(account + 1);
    value.remove_prefix(std::min(value.find('/'), value.size()));
    if (value.empty()) return;
    value.remove_prefix(1);
    put_first(details.payer_name, one_line(value.substr(0, value.find('/'))));
}

void take(std::string_view word, std::string_view value, Mt940Details& details) {
    if (word == "CNTP") return read_counterparty(value, details);
    std::string line = one_line(value);
    while (line.ends_with('/')) line.pop_back();
    if (line.starts_with("USTD//")) line.erase(0, 6);
    if (line.empty()) return;
    if (word == "EREF") put_first(details.end_to_end_id, reference_in(line));
    if (word == "NAME") put_first(details.payer_name, line);
    if (word == "IBAN") put_first(details.payer_account, iban_in(line).value_or(line));
    if (word == "RTRN") put_first(details.returned, line);
    if (word == "REMI") details.remittance.push_back(line);
}

}  // namespace

void read_sepa_words(const std::vector<std::string>& lines, Mt940Details& details) {
    std::string_view word = "SVWZ";
    std::string reference;
    for (const std::string& line : lines) {
        std::string_view value = line;
        if (const auto found = plus_word(line)) {
            word = *found;
            value.remove_prefix(word.size() + 1);
        }
        if (word == "EREF") reference += value;
        if (word == "SVWZ" && !value.empty()) details.remittance.emplace_back(one_line(value));
    }
    put_first(details.end_to_end_id, reference_in(reference));
}

void read_slash_words(std::string_view text, Mt940Details& details) {
    std::string line;  // a line ends anywhere, so nothing stands for its end
    std::ranges::copy_if(text, std::back_inserter(line), [](char c) { return c != '\n'; });
    if (line.empty() || !slash_word(line, 0)) return;
    for (std::size_t at = 0; at < line.size();) {
        const auto word = slash_word(line, at);
        const std::size_t begin = at + word->size() + 2;
        // The slash that closes one word may open the next: "/BENM//NAME/", "/ORDP/NAME/".
        std::size_t end = begin - 1;
        while (end < line.size() && (end < begin - 1 || !slash_word(line, end))) ++end;
        take(*word, std::string_view(line).substr(std::min(begin, end), end - std::min(begin, end)),
             details);
        at = end;
    }
}

}  // namespace kvit::bank
