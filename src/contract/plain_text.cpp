#include "kvit/contract/plain_text.h"

#include <fmt/format.h>

namespace kvit::contract {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// Length of the well-formed sequence that starts at `at`, 0 where there is none (RFC 3629 §4).
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (text.size() - at < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte_at(text, at + i) & 0xC0U) != 0x80) return 0;
    const unsigned second = byte_at(text, at + 1);
    if (first == 0xE0 && second < 0xA0) return 0;  // overlong
    if (first == 0xED && second > 0x9F) return 0;  // surrogate
    if (first == 0xF0 && second < 0x90) return 0;  // overlong
    if (first == 0xF4 && second > 0x8F) return 0;  // above U+10FFFF
    return length;
}

// The code point of a control character at `at` (C0, DEL, C1), or -1.
int control_at(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    if (first < 0x20 || first == 0x7F) return static_cast<int>(first);
    if (first == 0xC2 && byte_at(text, at + 1) < 0xA0)
        return static_cast<int>(byte_at(text, at + 1));
    return -1;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) break;
        at += length;
    }
    return at;
}

std::string_view trimmed(std::string_view text, Lines lines) {
    const std::string_view blanks = lines == Lines::many ? " \t\n" : " \t";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

core::Result<std::string> plain_text(std::string_view text, std::size_t max_letters, Lines lines) {
    text = trimmed(text, lines);
    if (text.empty()) return core::refuse("", "the text is empty", "write at least one letter");
    if (valid_utf8_prefix(text) != text.size())
        return core::refuse("", "the text is not UTF-8", "save the file as UTF-8");
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); at += sequence_length(text, at), ++letters) {
        const int control = control_at(text, at);
        if (control < 0 || (lines == Lines::many && (control == '\n' || control == '\t'))) continue;
        return core::refuse("", fmt::format("the text has a control character (U+{:04X})", control),
                            "remove it");
    }
    if (letters > max_letters)
        return core::refuse("", fmt::format("the text has {} letters", letters),
                            fmt::format("write at most {}", max_letters));
    return std::string(text);
}

}  // namespace kvit::contract
