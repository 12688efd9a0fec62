#include "adapters/text/code_page.h"

#include "adapters/text/code_page_tables.h"
#include "adapters/text/utf8.h"
#include "kvit/contract/plain_text.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <utility>

namespace kvit::text {

namespace {

constexpr std::pair<std::string_view, CodePage> names[] = {{"UTF-8", CodePage::utf8},
                                                           {"CP1250", CodePage::cp1250},
                                                           {"CP852", CodePage::cp852},
                                                           {"ISO-8859-2", CodePage::iso_8859_2},
                                                           {"CP1252", CodePage::cp1252}};

constexpr std::u16string_view expected_letters =
    u"ąćęłńóśźżĄĆĘŁŃÓŚŹŻáéíöőúüűÁÉÍÖŐÚÜŰčđšžČĐŠŽäßÄàèìòùÀÈÌÒÙ";

const Letters& letters_of(CodePage page) {
    switch (page) {
        case CodePage::cp1250:
            return cp1250_letters;
        case CodePage::cp852:
            return cp852_letters;
        case CodePage::iso_8859_2:
            return iso_8859_2_letters;
        case CodePage::cp1252:
            return cp1252_letters;
        case CodePage::utf8:
            break;
    }
    KVIT_INVARIANT(false, "UTF-8 has no table");
}

char16_t letter_of(char c, const Letters& letters) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80U ? static_cast<char16_t>(byte) : letters[byte - 0x80U];
}

bool is_utf8(std::string_view bytes) { return contract::valid_utf8_prefix(bytes) == bytes.size(); }

}  // namespace

std::optional<CodePage> code_page(std::string_view name) {
    for (const auto& [known, page] : names) {
        if (known == name) return page;
    }
    return std::nullopt;
}

std::optional<std::string> to_utf8(std::string_view bytes, CodePage page) {
    if (page == CodePage::utf8) {
        return is_utf8(bytes) ? std::optional<std::string>(bytes) : std::nullopt;
    }
    const Letters& letters = letters_of(page);
    std::string text;
    for (const char c : bytes) {
        const char16_t letter = letter_of(c, letters);
        if (letter == 0 && c != '\0') return std::nullopt;
        append_letter(text, letter);
    }
    return text;
}

CodePage guessed_page(std::string_view bytes) {
    if (is_utf8(bytes)) return CodePage::utf8;
    CodePage best = CodePage::cp1250;
    std::ptrdiff_t most = -1;
    for (const auto& [name, page] : names) {
        if (page == CodePage::utf8) continue;
        const Letters& letters = letters_of(page);
        const auto found = std::ranges::count_if(bytes, [&](char c) {
            return static_cast<unsigned char>(c) >= 0x80U &&
                   expected_letters.find(letter_of(c, letters)) != std::u16string_view::npos;
        });
        if (found > most) {
            most = found;
            best = page;
        }
    }
    return best;
}

std::string shown_utf8(std::string_view bytes, CodePage page) {
    std::string text;
    if (page == CodePage::utf8) {
        for (std::size_t at = 0; at < bytes.size();) {
            const char32_t letter = next_letter(bytes, at);
            append_letter(text, letter == broken_letter ? replacement_letter : letter);
        }
        return text;
    }
    const Letters& letters = letters_of(page);
    for (const char c : bytes) {
        const char16_t letter = letter_of(c, letters);
        append_letter(text, letter == 0 ? replacement_letter : letter);
    }
    return text;
}

}  // namespace kvit::text
