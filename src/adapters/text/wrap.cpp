#include "adapters/text/wrap.h"

#include "adapters/text/utf8.h"

#include <algorithm>
#include <cstddef>

namespace kvit::text {
namespace {

template <class Use>
void split(std::string_view text, char at, Use use) {
    for (;;) {
        const std::size_t end = text.find(at);
        use(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

// How many bytes of `word` fill at most `width` cells; at least one letter.
std::size_t bytes_within(std::string_view word, int width) {
    std::size_t end = 0;
    int cells = 0;
    for (std::size_t at = 0; at < word.size();) {
        cells += cells_of(next_letter(word, at));
        if (cells > width && end > 0) break;
        end = at;
    }
    return end;
}

void wrap_line(std::string_view text, int width, std::vector<std::string>& lines) {
    std::string line;
    int used = 0;
    split(text, ' ', [&](std::string_view word) {
        if (word.empty()) return;
        if (!line.empty() && used + 1 + cells_of(word) > width) {
            lines.push_back(std::move(line));
            line.clear();
            used = 0;
        }
        if (!line.empty()) {
            line += ' ';
            ++used;
        }
        while (cells_of(word) > width - used && used == 0) {
            const std::size_t cut = bytes_within(word, width);
            if (cut == word.size()) break;  // one letter wider than the line
            lines.emplace_back(word.substr(0, cut));
            word.remove_prefix(cut);
        }
        line += word;
        used += cells_of(word);
    });
    lines.push_back(std::move(line));
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, int width) {
    std::vector<std::string> lines;
    split(text, '\n', [&](std::string_view line) {
        if (width <= 0 || cells_of(line) <= width)
            lines.emplace_back(line);
        else
            wrap_line(line, width, lines);
    });
    return lines;
}

int longest_line(std::string_view text) {
    int longest = 0;
    split(text, '\n', [&](std::string_view line) { longest = std::max(longest, cells_of(line)); });
    return longest;
}

int longest_word(std::string_view text) {
    int longest = 0;
    split(text, '\n', [&](std::string_view line) {
        split(line, ' ',
              [&](std::string_view word) { longest = std::max(longest, cells_of(word)); });
    });
    return longest;
}

}  // namespace kvit::text
