#include "adapters/pdf/page.h"

#include <charconv>

namespace kvit::pdf {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

void append_hex(std::string& out, std::uint16_t value) {
    for (int shift = 12; shift >= 0; shift -= 4) out += hex_digits[(value >> shift) & 0xF];
}

void append_integer(std::string& out, int value) {
    std::array<char, 12> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

}  // namespace

// Points with at most two decimals: 1/100 pt is finer than any printer.
void Page::number(Length value) {
    Length hundredths = (value + (value >= 0 ? 5 : -5)) / 10;
    if (hundredths < 0) {
        content_ += '-';
        hundredths = -hundredths;
    }
    append_integer(content_, hundredths / 100);
    if (hundredths % 100 != 0) {
        content_ += '.';
        content_ += hex_digits[static_cast<std::size_t>(hundredths / 10 % 10)];
        if (hundredths % 10 != 0) content_ += hex_digits[static_cast<std::size_t>(hundredths % 10)];
    }
    content_ += ' ';
}

// Fills and letters share one colour; it is written only where it changes.
void Page::ink(Color color) {
    if (inked_ && color == ink_) return;
    inked_ = true;
    ink_ = color;
    for (const std::uint8_t part : {color.red, color.green, color.blue})
        number(static_cast<Length>(part * 1000 / 255));
    content_ += "rg\n";
}

void Page::text(Length x, Length baseline, std::span<const Glyph> glyphs, const Style& style) {
    if (glyphs.empty()) return;
    ink(style.color);
    content_ += "BT ";
    Face face = glyphs.front().face;
    const auto choose = [&] {
        content_ += "/F";
        content_ += static_cast<char>('1' + static_cast<int>(face));
        content_ += ' ';
        number(style.size);
        content_ += "Tf ";
    };
    choose();
    number(x);
    number(size_.height - baseline);
    content_ += "Td [<";
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Glyph& glyph = glyphs[i];
        if (glyph.face != face) {
            face = glyph.face;
            content_ += ">]TJ ";
            choose();
            content_ += "[<";
        }
        append_hex(content_, glyph.id);
        if (glyph.kern != 0 && i + 1 < glyphs.size()) {
            content_ += '>';
            append_integer(content_, -glyph.kern);
            content_ += '<';
        }
    }
    content_ += ">]TJ ET\n";
}

void Page::rectangle(Length x, Length y, Length width, Length height) {
    number(x);
    number(size_.height - y - height);
    number(width);
    number(height);
    content_ += "re ";
}

void Page::fill(Length x, Length y, Length width, Length height, Color color) {
    ink(color);
    rectangle(x, y, width, height);
    content_ += "f\n";
}

void Page::rule(Length x, Length y, Length width, Length thickness, Color color) {
    fill(x, y - thickness / 2, width, thickness, color);
}

void Page::frame(Length x, Length y, Length width, Length height, Length thickness, Color color) {
    fill(x, y, width, thickness, color);
    fill(x, y + height - thickness, width, thickness, color);
    fill(x, y, thickness, height, color);
    fill(x + width - thickness, y, thickness, height, color);
}

}  // namespace kvit::pdf
