#pragma once
// Text as glyphs, broken into lines. Knows letters and widths, nothing of pages.

#include "adapters/pdf/geometry.h"
#include "adapters/pdf/typeface.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kvit::pdf {

enum class Weight : std::uint8_t { regular, bold };

struct Style {
    Weight weight = Weight::regular;
    Length size = points(9.5);
    Length leading = points(13);  // from baseline to baseline
    Color color;
};

enum class Sign : std::uint8_t { letter, digit, space, dash, breakable, newline };

// One glyph; `advance` and `kern` (added to it) in thousandths of the type size.
struct Glyph {
    std::uint16_t id;
    std::uint16_t advance;
    std::int16_t kern;
    Face face;
    Sign sign;
};

// Glyphs of a text in the typesetter that set it.
struct Text {
    Style style;
    std::size_t begin = 0, end = 0;
};
struct Line {
    std::size_t begin = 0, end = 0;
    Length width = 0;
};

// One document at a time; keeps what it learned of letters and pairs for the next one.
class Typesetter {
  public:
    // Forgets the texts set so far. `title` names the document in errors.
    void begin(std::string_view title);

    // Throws core::EnvironmentError for a letter that no font draws. '\n' ends a line.
    Text set(std::string_view utf8, const Style& style);

    static bool can_set(char32_t letter);

    Length longest_line(const Text& text) const;
    Length longest_word(const Text& text) const;
    // The width at which the text takes two lines at most.
    Length two_lines(const Text& text) const;
    // Lines of at most `width`, broken at spaces; a word that is longer is cut, where it can after
    // - / @ . _
    std::vector<Line> wrap(const Text& text, Length width) const;

    std::span<const Glyph> glyphs(const Line& line) const;
    std::span<const Glyph> glyphs(const Text& text) const;

    // What the texts since begin() were drawn with; letters beyond the face's stock.
    bool used(Face face) const { return used_[static_cast<std::size_t>(face)]; }
    std::vector<char32_t> letters_beyond_stock(Face face) const;

  private:
    struct Known {
        FaceGlyph glyph;
        Face face = Face::regular;
        Sign sign = Sign::letter;
        bool stock = true;
        bool known = false;
    };
    const Known& look_up(char32_t letter, Weight weight);
    static std::optional<Known> try_find(char32_t letter, Weight weight);
    Known find(char32_t letter, Weight weight) const;
    int kerning(Face face, char32_t first, char32_t second);
    [[noreturn]] void refuse(char32_t letter) const;
    int width_of(std::size_t begin, std::size_t end) const;

    std::string title_;
    std::vector<Glyph> glyphs_;
    std::array<bool, 3> used_{};
    std::array<std::set<char32_t>, 3> beyond_stock_;

    static constexpr char32_t table_size = 0x2200;  // Latin, Greek, Cyrillic, punctuation, currency
    std::array<std::vector<Known>, 2> table_;       // by weight, then letter
    Known other_;
    std::unordered_map<std::uint64_t, std::int16_t> kerning_;
};

}  // namespace kvit::pdf
