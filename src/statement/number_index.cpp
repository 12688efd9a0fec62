#include "kvit/statement/number_index.h"

#include "kvit/statement/structured_reference.h"
#include "words.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace kvit::statement {

namespace {

constexpr char group_end = '\x1f';  // no text holds it: it is a separator of words

// A word, or a group of letters or digits within one.
struct Token {
    std::size_t begin, end;  // bytes of the text
    std::string text;        // as it is compared
    bool begins_word, ends_word;
};

// A run of tokens that is a known spelling: byte range in the text, and what it names.
struct Reading {
    std::size_t begin, end;
    core::InvoiceNumber number;
    bool literal;  // spelled as the number is, letter case aside
};

// A literal spelling hides the other readings of its own words, and those of some of its words.
bool is_hidden(const Reading& reading, const std::vector<Reading>& readings) {
    return std::ranges::any_of(readings, [&](const Reading& other) {
        const bool inside = other.begin <= reading.begin && reading.end <= other.end;
        const bool longer = other.end - other.begin > reading.end - reading.begin;
        return other.literal && inside && (longer || !reading.literal);
    });
}

// Readings come in order of `begin`, so only the literal ones that have not ended can contain the
// next.
std::vector<Reading> without_hidden(const std::vector<Reading>& readings) {
    std::vector<Reading> kept;
    std::vector<Reading> open;
    auto next = readings.begin();
    for (const Reading& reading : readings) {
        while (next != readings.end() && next->begin <= reading.begin) {
            if (next->literal) open.push_back(*next);
            ++next;
        }
        std::erase_if(open, [&](const Reading& other) { return other.end <= reading.begin; });
        if (!is_hidden(reading, open)) kept.push_back(reading);
    }
    return kept;
}

void append_distinct(std::vector<core::InvoiceNumber>& numbers, const core::InvoiceNumber& number) {
    if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<Token> word_tokens(const std::vector<Word>& words) {
    std::vector<Token> tokens;
    tokens.reserve(words.size());
    for (const Word& word : words)
        tokens.push_back(
            {word.begin, word.begin + word.text.size(), upper_case(word.text), true, true});
    return tokens;
}

// Runs of digits without zeros in front, and runs of anything else.
std::vector<Token> group_tokens(const std::vector<Word>& words) {
    std::vector<Token> tokens;
    for (const Word& word : words) {
        for (std::size_t at = 0; at < word.text.size();) {
            const bool digits = is_digit(word.text[at]);
            std::size_t end = at;
            while (end < word.text.size() && is_digit(word.text[end]) == digits) ++end;
            std::size_t first = at;
            while (digits && first + 1 < end && word.text[first] == '0') ++first;
            tokens.push_back({word.begin + at, word.begin + end,
                              upper_case(word.text.substr(first, end - first)) + group_end, at == 0,
                              end == word.text.size()});
            at = end;
        }
    }
    return tokens;
}

std::string joined(const std::vector<Token>& tokens) {
    std::string text;
    for (const Token& token : tokens) text += token.text;
    return text;
}

// Every run of `tokens`, from word edge to word edge, that is one of `spellings`.
void read(std::string_view text, const std::vector<Token>& tokens,
          const NumberIndex::Spellings& spellings, std::size_t longest,
          std::vector<Reading>& readings) {
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        if (!tokens[first].begins_word) continue;
        std::string run;
        for (std::size_t last = first; last < tokens.size(); ++last) {
            if (run.size() + tokens[last].text.size() > longest) break;
            run += tokens[last].text;
            // The first spelling not before the run: when it does not begin with it, none does.
            const auto found = spellings.lower_bound(run);
            if (found == spellings.end() || !found->first.starts_with(run)) break;
            if (found->first.size() != run.size() || !tokens[last].ends_word) continue;
            const std::size_t begin = tokens[first].begin, end = tokens[last].end;
            const std::string spelled = upper_case(text.substr(begin, end - begin));
            for (const core::InvoiceNumber& number : found->second) {
                readings.push_back({begin, end, number, spelled == upper_case(number.str())});
            }
        }
    }
}

std::string without_zeros(std::string_view digits) {
    const auto first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    return std::string(digits.substr(first));
}

// The groups of digits of a number, without zeros in front.
std::string digit_groups(const std::vector<Token>& groups) {
    std::string text;
    for (const Token& group : groups)
        if (is_digit(group.text.front())) text += group.text;
    return text;
}

bool has_letters(std::string_view key) {
    return std::ranges::any_of(key, [](char c) { return !is_digit(c); });
}

// Digits that can be read as a month or a day of some year: 3/2026, 2026-02-01.
bool reads_as_date(std::string_view spelled) {
    std::vector<std::string_view> groups;
    for (const Word& word : words_of(spelled)) groups.push_back(word.text);
    if (groups.size() != 2 && groups.size() != 3) return false;
    const auto is_year = [](std::string_view group) {
        return group.size() == 4 && (group.starts_with("19") || group.starts_with("20"));
    };
    if (!is_year(groups.front()) && !is_year(groups.back())) return false;
    return std::ranges::count_if(groups, [](auto group) { return group.size() <= 2; }) ==
           static_cast<std::ptrdiff_t>(groups.size()) - 1;
}

// Part of a longer number: "2026/0001" in "2026/0001-02".
bool goes_on(std::string_view text, std::size_t begin, std::size_t end) {
    const auto joins = [](char c) { return c == '/' || c == '-' || c == '.' || c == '_'; };
    const bool before = begin >= 2 && joins(text[begin - 1]) && is_digit(text[begin - 2]);
    const bool behind = end + 1 < text.size() && joins(text[end]) && is_digit(text[end + 1]);
    return before || behind;
}

// How surely the reading is meant; nothing where it is no reading of that number.
std::optional<Spelling> spelling_of(std::string_view text, const Reading& reading) {
    constexpr std::size_t few = 6;  // signs that stand for something else easily
    const std::string key = number_key(reading.number.str());
    if (has_letters(key))
        return key.size() >= few || reading.literal ? Spelling::clear : Spelling::weak;
    if (!reading.literal || goes_on(text, reading.begin, reading.end)) return std::nullopt;
    const bool doubtful = key.size() < few || reads_as_date(reading.number.str());
    return doubtful ? Spelling::doubtful : Spelling::weak;
}

// Each number once, as surely as it is spelled anywhere.
void add_naming(std::vector<Naming>& namings, const Naming& naming) {
    const auto known = std::ranges::find(namings, naming.number, &Naming::number);
    if (known == namings.end())
        namings.push_back(naming);
    else
        known->spelling = std::min(known->spelling, naming.spelling);
}

}  // namespace

std::string number_key(std::string_view number) { return joined(word_tokens(words_of(number))); }

void NumberIndex::add(const core::InvoiceNumber& number) {
    const auto words = words_of(number.str());
    const auto group_list = group_tokens(words);
    std::string key = joined(word_tokens(words));
    if (key.empty()) return;
    std::string groups = joined(group_list), digits = digit_groups(group_list);
    longest_key_ = std::max(longest_key_, key.size());
    longest_groups_ = std::max(longest_groups_, groups.size());
    append_distinct(by_key_[std::move(key)], number);
    append_distinct(by_groups_[std::move(groups)], number);
    if (!digits.empty()) append_distinct(by_digit_groups_[std::move(digits)], number);
}

std::vector<Naming> NumberIndex::named_in(std::string_view text) const {
    const std::vector<Word> words = words_of(text);
    std::vector<Reading> readings;
    read(text, word_tokens(words), by_key_, longest_key_, readings);
    read(text, group_tokens(words), by_groups_, longest_groups_, readings);
    std::ranges::stable_sort(readings, {}, &Reading::begin);
    std::vector<Naming> namings;
    for (const Reading& reading : without_hidden(readings)) {
        if (const auto spelling = spelling_of(text, reading))
            add_naming(namings, {reading.number, *spelling});
    }
    return namings;
}

std::vector<Naming> NumberIndex::referred_to_in(std::string_view text) const {
    std::vector<Naming> namings;
    const auto add_all = [&](const Spellings& spellings, const std::string& key,
                             Spelling spelling) {
        const auto found = spellings.find(key);
        if (found == spellings.end()) return;
        for (const auto& number : found->second) add_naming(namings, {number, spelling});
    };
    constexpr std::size_t longest = 40;  // a reference in groups of four
    const std::vector<Word> words = words_of(text);
    for (std::size_t first = 0; first < words.size(); ++first) {
        const std::string head = upper_case(words[first].text.substr(0, 2));
        if (head != "RF" && head != "HR") continue;
        const std::size_t begin = words[first].begin;
        for (std::size_t last = first; last < words.size(); ++last) {
            const std::size_t end = words[last].begin + words[last].text.size();
            if (end - begin > longest) break;
            const std::string_view run = text.substr(begin, end - begin);
            if (const auto inside = creditor_reference(run))
                add_all(by_key_, *inside, Spelling::structured);
            std::string groups;
            for (const auto& group : croatian_reference(run))
                groups += without_zeros(group) + group_end;
            if (!groups.empty() && !goes_on(text, begin, end))
                add_all(by_digit_groups_, groups, Spelling::weak);
        }
    }
    return namings;
}

std::vector<Naming> numbers_named(const NumberIndex& index, const StatementEntry& entry) {
    std::string remittance;
    for (const std::string& line : entry.remittance) remittance += line + "\n";
    std::vector<Naming> namings;
    for (const std::string& line : entry.remittance) {
        for (const auto& naming : index.referred_to_in(line)) add_naming(namings, naming);
    }
    for (const auto& naming : index.named_in(remittance)) add_naming(namings, naming);
    for (const auto& naming : index.named_in(entry.end_to_end_id)) add_naming(namings, naming);
    return namings;
}

}  // namespace kvit::statement
