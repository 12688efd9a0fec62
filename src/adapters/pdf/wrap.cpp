// Where the typesetter breaks lines.

#include "adapters/pdf/typesetter.h"

#include <algorithm>
#include <limits>

namespace kvit::pdf {
namespace {

Length scaled(int per_mille, Length size) {
    return static_cast<Length>((std::int64_t{per_mille} * size + 500) / 1000);
}

bool ends_word(const Glyph& glyph) {
    return glyph.sign == Sign::space || glyph.sign == Sign::newline;
}

}  // namespace

int Typesetter::width_of(std::size_t begin, std::size_t end) const {
    if (begin == end) return 0;
    int width = 0;
    for (std::size_t i = begin; i < end; ++i) width += glyphs_[i].advance + glyphs_[i].kern;
    return width - glyphs_[end - 1].kern;
}

Length Typesetter::longest_line(const Text& text) const {
    int longest = 0;
    std::size_t begin = text.begin;
    for (std::size_t i = text.begin; i <= text.end; ++i)
        if (i == text.end || glyphs_[i].sign == Sign::newline) {
            longest = std::max(longest, width_of(begin, i));
            begin = i + 1;
        }
    return scaled(longest, text.style.size);
}

Length Typesetter::longest_word(const Text& text) const {
    int longest = 0;
    std::size_t begin = text.begin;
    for (std::size_t i = text.begin; i <= text.end; ++i)
        if (i == text.end || ends_word(glyphs_[i])) {
            longest = std::max(longest, width_of(begin, i));
            begin = i + 1;
        }
    return scaled(longest, text.style.size);
}

Length Typesetter::two_lines(const Text& text) const {
    int best = width_of(text.begin, text.end);
    for (std::size_t i = text.begin; i < text.end; ++i)
        if (ends_word(glyphs_[i]))
            best = std::min(best, std::max(width_of(text.begin, i), width_of(i + 1, text.end)));
    return scaled(best, text.style.size);
}

namespace {

// Breaks one line of a text into lines of at most `limit` (thousandths of the size).
class LineBreaker {
  public:
    LineBreaker(const std::vector<Glyph>& glyphs, std::size_t end, std::int64_t limit)
        : glyphs_(glyphs), end_(end), limit_(limit) {}

    // The end of the line that starts at `begin`, and where the next one starts.
    struct Break {
        std::size_t end, next;
    };
    Break next(std::size_t begin) const {
        constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
        std::size_t space = none;
        std::int64_t width = 0;
        for (std::size_t i = begin; i < end_; ++i) {
            const Glyph& glyph = glyphs_[i];
            if (glyph.sign == Sign::space) {
                if (space == none || !must_hold(begin, i)) space = i;
            } else if (width + glyph.advance > limit_ && i > begin) {
                if (space != none) return {trimmed(begin, space), after_spaces(space)};
                const std::size_t cut = cut_word(begin, i);
                return {cut, cut};
            }
            width += glyph.advance + glyph.kern;
        }
        return {trimmed(begin, end_), end_};
    }

    std::size_t after_spaces(std::size_t at) const {
        while (at < end_ && glyphs_[at].sign == Sign::space) ++at;
        return at;
    }

  private:
    // A word of one letter ("w", "a", "è") goes with the next word; a dash goes with the word
    // before.
    bool must_hold(std::size_t begin, std::size_t space) const {
        if (space + 1 < end_ && glyphs_[space + 1].sign == Sign::dash) return true;
        const bool one_letter = space >= begin + 2 && glyphs_[space - 2].sign == Sign::space;
        return one_letter && glyphs_[space - 1].sign == Sign::letter;
    }

    std::size_t trimmed(std::size_t begin, std::size_t end) const {
        while (end > begin && glyphs_[end - 1].sign == Sign::space) --end;
        return end;
    }

    // Cuts a word longer than the line, after a sign in its last two thirds where there is one.
    std::size_t cut_word(std::size_t begin, std::size_t full) const {
        for (std::size_t i = full; i > begin + (full - begin) / 3; --i) {
            const Sign sign = glyphs_[i - 1].sign;
            if (sign == Sign::breakable || sign == Sign::dash) return i;
        }
        return full;
    }

    const std::vector<Glyph>& glyphs_;
    std::size_t end_;
    std::int64_t limit_;
};

}  // namespace

std::vector<Line> Typesetter::wrap(const Text& text, Length width) const {
    // Half a thousandth of rounding per text must not break a text set in its own width.
    const std::int64_t limit = std::int64_t{width} * 1000 / text.style.size + 1;
    std::vector<Line> lines;
    std::size_t begin = text.begin;
    while (begin <= text.end) {
        std::size_t end = begin;
        while (end < text.end && glyphs_[end].sign != Sign::newline) ++end;
        const LineBreaker breaker(glyphs_, end, limit);
        std::size_t at = breaker.after_spaces(begin);
        do {
            const LineBreaker::Break line = breaker.next(at);
            lines.push_back({at, line.end, scaled(width_of(at, line.end), text.style.size)});
            at = line.next;
        } while (at < end);
        begin = end + 1;
    }
    return lines;
}

}  // namespace kvit::pdf
