#include "words.h"

#include <cstdint>

namespace kvit::statement {

namespace {

struct CodePoint {
    char32_t value;
    std::size_t size;  // bytes, 1 to 4; a byte that is no UTF-8 stands for itself as U+FFFF
};

constexpr char32_t damaged = 0xFFFF;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) return {lead, 1};
    const std::size_t size = lead >= 0xF0U ? 4U : lead >= 0xE0U ? 3U : 2U;
    if (lead < 0xC2U || lead > 0xF4U || at + size > text.size()) return {damaged, 1};
    char32_t value = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_continuation(text[at + i])) return {damaged, 1};
        value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return {value, size};
}

struct Range {
    char32_t first, last;
};

// Signs, spaces and controls beyond ASCII (Unicode 15 blocks); everything else there is a letter, a
// digit or a mark on one, or U+FFFD in place of one.
constexpr Range separators[] = {
    {0x80, 0xBF},      // Latin-1 controls, no-break space, « » · º ª
    {0xD7, 0xD7},      // ×
    {0xF7, 0xF7},      // ÷
    {0x2000, 0x2BFF},  // spaces, dashes, quotation marks, currency, №, arrows, boxes
    {0x2E00, 0x2E7F},  // more punctuation
    {0x3000, 0x303F},  // CJK punctuation
    {0xFE00, 0xFE6F},  // variation selectors, small forms
    {0xFEFF, 0xFEFF},  // byte order mark
    {0xFF00, 0xFF0F},  // full-width punctuation
};

bool is_word_character(char32_t c) {
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    for (const Range& range : separators) {
        if (c >= range.first && c <= range.last) return false;
    }
    return true;
}

char32_t to_upper(char32_t c) {
    if (c >= 'a' && c <= 'z') return c - 0x20;
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 0x20;
    // Latin Extended-A in pairs: the small letter is odd, or even from U+0139 to U+0148 and U+0179
    // to U+017E.
    const bool even_small = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    const bool odd_small = (c >= 0x100 && c <= 0x137 && c != 0x131) || (c >= 0x14A && c <= 0x177);
    if (even_small && c % 2 == 0) return c - 1;
    if (odd_small && c % 2 == 1) return c - 1;
    return c;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (!is_word_character(c.value)) {
            if (at > begin) words.push_back({begin, text.substr(begin, at - begin)});
            begin = at + c.size;
        }
        at += c.size;
    }
    if (text.size() > begin) words.push_back({begin, text.substr(begin)});
    return words;
}

std::string upper_case(std::string_view text) {
    std::string upper(text);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        const char32_t changed = c.value == damaged ? c.value : to_upper(c.value);
        if (changed < 0x80 && c.size == 1) upper[at] = static_cast<char>(changed);
        if (changed >= 0x80 && c.size == 2) {  // both cases have two bytes
            upper[at] = static_cast<char>(0xC0U | (changed >> 6U));
            upper[at + 1] = static_cast<char>(0x80U | (changed & 0x3FU));
        }
        at += c.size;
    }
    return upper;
}

}  // namespace kvit::statement
