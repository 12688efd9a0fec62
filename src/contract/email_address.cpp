#include "kvit/contract/email_address.h"

#include "kvit/contract/plain_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace kvit::contract {
namespace {

constexpr std::size_t max_address = 254;  // RFC 5321, 4.5.3.1.3, less the angle brackets
constexpr std::size_t max_local = 64;     // 4.5.3.1.1
constexpr std::size_t max_label = 63;     // RFC 1035, 2.3.4

bool beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// RFC 5322 atext, and letters beyond ASCII.
bool is_atom(char c) {
    return is_alphanumeric(c) || beyond_ascii(c) ||
           std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= max_label && label.front() != '-' &&
           label.back() != '-' && std::ranges::all_of(label, [](char c) {
               return is_alphanumeric(c) || beyond_ascii(c) || c == '-';
           });
}

// Calls `good` for every part between dots; false where one is not.
template <class Good>
bool every_part(std::string_view text, Good good) {
    for (;;) {
        const std::size_t dot = text.find('.');
        if (!good(text.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        text.remove_prefix(dot + 1);
    }
}

bool is_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || text.size() > max_address || at > max_local) return false;
    const std::string_view domain = text.substr(at + 1);
    return every_part(text.substr(0, at),
                      [](std::string_view atoms) {
                          return !atoms.empty() && std::ranges::all_of(atoms, is_atom);
                      }) &&
           domain.find('.') != std::string_view::npos && every_part(domain, is_label);
}

}  // namespace

core::Result<std::string> checked_email_address(std::string_view text) {
    // plain_text keeps out control characters in UTF-8 (U+0085 is a line end for some mailers).
    if (!is_address(text) || !plain_text(text, max_address))
        return core::refuse("", fmt::format("\"{}\" is not an e-mail address", text),
                            "write one address, like \"office@example.com\"");
    return std::string(text);
}

}  // namespace kvit::contract
