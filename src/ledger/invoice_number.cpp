#include "kvit/ledger/invoice_number.h"

#include "kvit/core/invariant.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace kvit::ledger {

namespace {

constexpr std::size_t longest_pattern = 64;

bool is_literal(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/-._ ").find(c) != std::string_view::npos;
}

tl::unexpected<core::Refusal> refuse_pattern(std::string_view pattern, const std::string& why) {
    return core::refuse("", fmt::format("\"{}\" is no number pattern: {}", pattern, why),
                        "write it like \"FV/{yyyy}/{mm}/{n:3}\"");
}

// The W of "n:W", 0 for "n"; nothing where it is no digit from 1 to 9.
std::optional<int> width_of(std::string_view name) {
    if (name == "n") return 0;
    if (name.size() != 3 || !name.starts_with("n:") || name[2] < '1' || name[2] > '9') return {};
    return name[2] - '0';
}

struct Token {
    std::string_view text;  // literal text, or the name between { and }
    bool is_name = false;
};

core::Result<std::vector<Token>> tokens_of(std::string_view pattern) {
    std::vector<Token> tokens;
    for (std::string_view rest = pattern; !rest.empty();) {
        if (rest.front() != '{') {
            const auto end = std::ranges::find_if_not(rest, is_literal);
            const auto length = static_cast<std::size_t>(end - rest.begin());
            if (length == 0) {
                return refuse_pattern(pattern,
                                      "only letters, digits, / - . _ and spaces may stand in it");
            }
            tokens.push_back({rest.substr(0, length), false});
            rest.remove_prefix(length);
            continue;
        }
        const std::size_t close = rest.find('}');
        if (close == std::string_view::npos) return refuse_pattern(pattern, "a { has no }");
        tokens.push_back({rest.substr(1, close - 1), true});
        rest.remove_prefix(close + 1);
    }
    return tokens;
}

// Why numbers of a pattern with these names would repeat or not count; nothing where all is well.
std::optional<std::string> fault_of(const std::vector<Token>& tokens) {
    const auto count = [&](std::string_view name) {
        return std::ranges::count_if(
            tokens, [&](const Token& token) { return token.is_name && token.text == name; });
    };
    const auto counters = std::ranges::count_if(
        tokens, [](const Token& token) { return token.is_name && width_of(token.text); });
    if (counters != 1) return "it needs exactly one {n} or {n:3}";
    if (count("mm") > 0 && count("yyyy") + count("yy") == 0) {
        return "with {mm} and no year, numbers would repeat every year";
    }
    if (count("dd") > 0 && count("mm") == 0) {
        return "with {dd} and no {mm}, numbers would repeat every month";
    }
    return std::nullopt;
}

}  // namespace

core::Result<std::string> filled(std::string pattern, const NumberPlaces& places) {
    for (const auto& [name, value] :
         {std::pair{std::string("premises"), places.premises}, {"device", places.device}}) {
        const std::string placeholder = "{" + name + "}";
        for (auto at = pattern.find(placeholder); at != std::string::npos;
             at = pattern.find(placeholder)) {
            if (value.empty()) {
                return core::refuse(
                    "", fmt::format("\"{}\" names {} and none is given", pattern, placeholder),
                    fmt::format("write {} = \"1\" beside it", name));
            }
            pattern.replace(at, placeholder.size(), value);
        }
    }
    return pattern;
}

core::Result<NumberPattern> NumberPattern::parse(std::string_view pattern) {
    using What = Piece::What;
    if (pattern.size() > longest_pattern) {
        return refuse_pattern(pattern, "it is longer than 64 characters");
    }
    if (pattern.starts_with(' ') || pattern.ends_with(' ')) {
        return refuse_pattern(pattern, "it starts or ends with a space");
    }
    const auto tokens = tokens_of(pattern);
    if (!tokens) return tl::unexpected(tokens.error());
    NumberPattern result;
    for (const auto& [text, is_name] : *tokens) {
        if (!is_name) {
            result.pieces_.push_back({What::literal, std::string(text), 0});
        } else if (text == "yyyy") {
            result.pieces_.push_back({What::year4, "", 0});
        } else if (text == "yy") {
            result.pieces_.push_back({What::year2, "", 0});
        } else if (text == "mm") {
            result.pieces_.push_back({What::month, "", 0});
        } else if (text == "dd") {
            result.pieces_.push_back({What::day, "", 0});
        } else if (const auto width = width_of(text)) {
            result.pieces_.push_back({What::counter, "", *width});
        } else {
            return refuse_pattern(
                pattern,
                fmt::format("{{{}}} is none of {{n}}, {{n:1}} to {{n:9}}, "
                            "{{yyyy}}, {{yy}}, {{mm}}, {{dd}}, {{premises}} and {{device}}",
                            text));
        }
    }
    if (const auto fault = fault_of(*tokens)) return refuse_pattern(pattern, *fault);
    return result;
}

std::string NumberPattern::period_of(core::Date issued_on) const {
    const std::string day = core::to_iso(issued_on);
    std::size_t length = 0;
    for (const Piece& piece : pieces_) {
        if (piece.what == Piece::What::day) length = std::max<std::size_t>(length, 10);
        if (piece.what == Piece::What::month) length = std::max<std::size_t>(length, 7);
        if (piece.what == Piece::What::year4 || piece.what == Piece::What::year2) {
            length = std::max<std::size_t>(length, 4);
        }
    }
    return day.substr(0, length);
}

core::InvoiceNumber NumberPattern::format(core::Date issued_on, std::int64_t n) const {
    KVIT_INVARIANT(n >= 1, "invoice numbers count from 1");
    std::string number;
    for (const Piece& piece : pieces_) {
        switch (piece.what) {
            case Piece::What::literal:
                number += piece.literal;
                break;
            case Piece::What::counter:
                number += fmt::format("{:0{}}", n, piece.width);
                break;
            case Piece::What::year4:
                number += fmt::format("{:04}", core::year_of(issued_on));
                break;
            case Piece::What::year2:
                number += fmt::format("{:02}", core::year_of(issued_on) % 100);
                break;
            case Piece::What::month:
                number += fmt::format("{:02}", core::month_of(issued_on));
                break;
            case Piece::What::day:
                number += fmt::format("{:02}", core::day_of(issued_on));
                break;
        }
    }
    return core::InvoiceNumber(std::move(number));
}

}  // namespace kvit::ledger
