#include "adapters/pdf/typesetter.h"

#include "adapters/text/utf8.h"
#include "kvit/core/environment_error.h"

#include <fmt/format.h>
#include <hb.h>

#include <algorithm>

namespace kvit::pdf {
namespace {

bool is_mark(char32_t letter) { return letter >= 0x300 && letter < 0x370; }

// "e" and a combining acute are drawn as "é" where Unicode knows it as one letter.
bool compose(char32_t base, char32_t mark, char32_t& composed) {
    hb_codepoint_t both = 0;
    if (!hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &both)) return false;
    composed = both;
    return true;
}

// Letters that are drawn as another: no-break spaces and hyphens.
char32_t drawn_as(char32_t letter) {
    switch (letter) {
        case '\t':
        case 0x00A0:
        case 0x2007:
        case 0x2009:
        case 0x202F:
            return ' ';
        case 0x2010:
        case 0x2011:
            return '-';
        default:
            return letter;
    }
}

bool is_invisible(char32_t letter) {
    return letter == 0xAD || letter == 0x200B || letter == 0x200C || letter == 0x200D ||
           letter == 0x2060 || letter == 0xFEFF || letter == '\r';
}

// Scripts written from right to left need shaping that a line of glyphs does not give.
bool runs_right_to_left(char32_t letter) {
    if (letter < 0x590) return false;
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), letter);
    return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL;
}

Sign sign_of(char32_t letter) {
    switch (letter) {
        case ' ':
        case '\t':
            return Sign::space;
        case 0x2013:
        case 0x2014:
            return Sign::dash;
        case '-':
        case '/':
        case '@':
        case '.':
        case '_':
        case ',':
            return Sign::breakable;
        default:
            return letter >= '0' && letter <= '9' ? Sign::digit : Sign::letter;
    }
}

}  // namespace

void Typesetter::begin(std::string_view title) {
    title_ = title;
    glyphs_.clear();
    used_.fill(false);
    for (std::set<char32_t>& letters : beyond_stock_) letters.clear();
}

void Typesetter::refuse(char32_t letter) const {
    if (letter == text::broken_letter)
        throw core::EnvironmentError(fmt::format(
            "The document \"{}\" cannot be drawn: one of its texts is not UTF-8; correct "
            "the name or text in it.",
            title_));
    std::string shown;
    text::append_letter(shown, letter);
    throw core::EnvironmentError(fmt::format(
        "The letter \"{}\" (U+{:04X}) in the document \"{}\" cannot be drawn: no built-in font has "
        "it; write the name or text in it with other letters.",
        text::printable(shown), static_cast<unsigned>(letter), title_));
}

std::optional<Typesetter::Known> Typesetter::try_find(char32_t letter, Weight weight) {
    Known known;
    known.sign = sign_of(letter);
    const char32_t drawn = drawn_as(letter);
    if (drawn < ' ' || (drawn >= 0x7F && drawn < 0xA0) || drawn == text::broken_letter ||
        runs_right_to_left(drawn))
        return std::nullopt;
    const Face own = weight == Weight::bold ? Face::bold : Face::regular;
    for (const Face face : {own, Face::fallback}) {
        const Typeface& typeface = Typeface::of(face);
        if (!typeface.find(drawn, known.glyph)) continue;
        known.face = face;
        known.stock = typeface.in_stock(drawn);
        known.known = true;
        return known;
    }
    return std::nullopt;
}

Typesetter::Known Typesetter::find(char32_t letter, Weight weight) const {
    const auto known = try_find(letter, weight);
    if (!known) refuse(letter);
    return *known;
}

bool Typesetter::can_set(char32_t letter) {
    return try_find(letter, Weight::regular) && try_find(letter, Weight::bold);
}

const Typesetter::Known& Typesetter::look_up(char32_t letter, Weight weight) {
    if (letter >= table_size) {
        other_ = find(letter, weight);
        return other_;
    }
    std::vector<Known>& table = table_[static_cast<std::size_t>(weight)];
    if (table.empty()) table.resize(table_size);
    Known& known = table[letter];
    if (!known.known) known = find(letter, weight);
    return known;
}

int Typesetter::kerning(Face face, char32_t first, char32_t second) {
    const std::uint64_t key = (static_cast<std::uint64_t>(face) << 60) |
                              (static_cast<std::uint64_t>(first) << 30) | second;
    const auto [pair, is_new] = kerning_.try_emplace(key, std::int16_t{0});
    if (is_new) pair->second = static_cast<std::int16_t>(Typeface::of(face).kerning(first, second));
    return pair->second;
}

Text Typesetter::set(std::string_view utf8, const Style& style) {
    Text text{style, glyphs_.size(), 0};
    char32_t before = 0;  // the letter that the next one may kern with or sit on
    for (std::size_t at = 0; at < utf8.size();) {
        char32_t letter = text::next_letter(utf8, at);
        if (letter == '\n') {
            glyphs_.push_back({0, 0, 0, Face::regular, Sign::newline});
            before = 0;
            continue;
        }
        if (is_invisible(letter)) continue;
        if (is_mark(letter) && before != 0 && compose(before, letter, letter)) {
            glyphs_.pop_back();
            before = 0;
        }
        const Known& known = look_up(letter, style.weight);
        const auto face = static_cast<std::size_t>(known.face);
        used_[face] = true;
        if (!known.stock) beyond_stock_[face].insert(drawn_as(letter));
        // Figures are of one width so that sums stand below each other: they are never kerned.
        const bool may_kern = known.sign != Sign::digit && known.sign != Sign::space;
        if (may_kern && before != 0 && glyphs_.back().face == known.face &&
            glyphs_.back().sign != Sign::digit && glyphs_.back().sign != Sign::space)
            glyphs_.back().kern =
                static_cast<std::int16_t>(kerning(known.face, drawn_as(before), drawn_as(letter)));
        glyphs_.push_back({known.glyph.id, known.glyph.advance, 0, known.face, known.sign});
        before = letter;
    }
    text.end = glyphs_.size();
    return text;
}

std::span<const Glyph> Typesetter::glyphs(const Line& line) const {
    return std::span(glyphs_).subspan(line.begin, line.end - line.begin);
}

std::span<const Glyph> Typesetter::glyphs(const Text& text) const {
    return std::span(glyphs_).subspan(text.begin, text.end - text.begin);
}

std::vector<char32_t> Typesetter::letters_beyond_stock(Face face) const {
    const std::set<char32_t>& letters = beyond_stock_[static_cast<std::size_t>(face)];
    return {letters.begin(), letters.end()};
}

}  // namespace kvit::pdf
