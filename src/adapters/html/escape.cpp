#include "adapters/html/escape.h"

#include "adapters/text/utf8.h"

namespace kvit::html {
namespace {

void append_escaped(std::string& out, char32_t letter) {
    const bool control = (letter < 0x20 && letter != '\n' && letter != '\t') ||
                         (letter >= 0x7F && letter < 0xA0) || letter == text::broken_letter;
    switch (letter) {
        case '&':
            out += "&amp;";
            return;
        case '<':
            out += "&lt;";
            return;
        case '>':
            out += "&gt;";
            return;
        case '"':
            out += "&quot;";
            return;
        case '\'':
            out += "&#39;";
            return;
        default:
            text::append_letter(out, control ? text::replacement_letter : letter);
    }
}

}  // namespace

std::string escape(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    for (std::size_t at = 0; at < text.size();) append_escaped(out, text::next_letter(text, at));
    return out;
}

std::string escape_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = text::next_letter(text, at);
        if (letter == '\n')
            out += "<br>\n";
        else
            append_escaped(out, letter);
    }
    return out;
}

}  // namespace kvit::html
