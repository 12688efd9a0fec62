#include "adapters/text/utf8.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace kvit::text {
namespace {

struct Range {
    char32_t first, last;
};

// Unicode 15: Mn, Me and default-ignorable signs in the scripts that reach invoices; sorted.
constexpr auto no_cells = std::to_array<Range>({
    {0x00AD, 0x00AD}, {0x0300, 0x036F},   {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
    {0x05C1, 0x05C2}, {0x05C4, 0x05C5},   {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC}, {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
    {0x2060, 0x2064}, {0x2066, 0x2069},   {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
});

// East Asian Width W and F; sorted.
constexpr auto two_cells = std::to_array<Range>({
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE4F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
});

template <std::size_t Count>
bool within(const std::array<Range, Count>& ranges, char32_t letter) {
    const auto after =
        std::upper_bound(ranges.begin(), ranges.end(), letter,
                         [](char32_t value, const Range& range) { return value < range.first; });
    return after != ranges.begin() && letter <= std::prev(after)->last;
}

bool is_control(char32_t letter) { return letter < 0x20 || (letter >= 0x7F && letter < 0xA0); }

bool is_hidden_or_reordering(char32_t letter) {
    return (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x202A && letter <= 0x202E) ||
           (letter >= 0x2060 && letter <= 0x2069) || letter == 0xFEFF || letter == 0x00AD;
}

}  // namespace

char32_t next_letter(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const char32_t lead = byte(at++);
    if (lead < 0x80) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4) return broken_letter;
    char32_t letter = lead & (0x3Fu >> more);
    std::size_t next = at;
    for (int i = 0; i < more; ++i, ++next) {
        if (next >= text.size() || (byte(next) & 0xC0) != 0x80) return broken_letter;
        letter = (letter << 6) | (byte(next) & 0x3Fu);
    }
    constexpr std::array<char32_t, 4> smallest{0, 0x80, 0x800, 0x10000};
    const bool surrogate = letter >= 0xD800 && letter <= 0xDFFF;
    if (letter < smallest[static_cast<std::size_t>(more)] || surrogate || letter > 0x10FFFF)
        return broken_letter;
    at = next;
    return letter;
}

void append_letter(std::string& text, char32_t letter) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (letter < 0x80) {
        put(letter);
    } else if (letter < 0x800) {
        put(0xC0 | (letter >> 6));
        put(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        put(0xE0 | (letter >> 12));
        put(0x80 | ((letter >> 6) & 0x3F));
        put(0x80 | (letter & 0x3F));
    } else {
        put(0xF0 | (letter >> 18));
        put(0x80 | ((letter >> 12) & 0x3F));
        put(0x80 | ((letter >> 6) & 0x3F));
        put(0x80 | (letter & 0x3F));
    }
}

int cells_of(char32_t letter) {
    if (letter < 0xAD) return 1;
    if (within(no_cells, letter)) return 0;
    return within(two_cells, letter) ? 2 : 1;
}

int cells_of(std::string_view text) {
    int cells = 0;
    for (std::size_t at = 0; at < text.size();) cells += cells_of(next_letter(text, at));
    return cells;
}

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = next_letter(text, at);
        if (letter == '\n')
            shown += '\n';
        else if (letter == '\t')
            shown += ' ';
        else if (letter == broken_letter || is_control(letter))
            append_letter(shown, replacement_letter);
        else if (!is_hidden_or_reordering(letter))
            append_letter(shown, letter);
    }
    return shown;
}

}  // namespace kvit::text
