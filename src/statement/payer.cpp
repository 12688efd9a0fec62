#include "kvit/statement/payer.h"

#include "words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace kvit::statement {

namespace {

struct Fold {
    std::string_view letter, plain;
};

// Capital letters of the six languages and their neighbours, as banks write them in ASCII.
constexpr Fold folds[] = {
    {"Ą", "A"}, {"Á", "A"}, {"À", "A"}, {"Ä", "A"}, {"Â", "A"}, {"Ã", "A"}, {"Å", "A"},  {"Ć", "C"},
    {"Č", "C"}, {"Ç", "C"}, {"Đ", "D"}, {"Ď", "D"}, {"Ę", "E"}, {"É", "E"}, {"È", "E"},  {"Ě", "E"},
    {"Ê", "E"}, {"Ë", "E"}, {"Í", "I"}, {"Ì", "I"}, {"Î", "I"}, {"Ï", "I"}, {"Ł", "L"},  {"Ľ", "L"},
    {"Ń", "N"}, {"Ň", "N"}, {"Ñ", "N"}, {"Ó", "O"}, {"Ò", "O"}, {"Ö", "O"}, {"Ő", "O"},  {"Ô", "O"},
    {"Õ", "O"}, {"Ø", "O"}, {"Ř", "R"}, {"Ś", "S"}, {"Š", "S"}, {"Ş", "S"}, {"ß", "SS"}, {"Ť", "T"},
    {"Ú", "U"}, {"Ù", "U"}, {"Ü", "U"}, {"Ű", "U"}, {"Ů", "U"}, {"Û", "U"}, {"Ý", "Y"},  {"Ź", "Z"},
    {"Ż", "Z"}, {"Ž", "Z"},
};

std::string folded(std::string_view word) {
    const std::string upper = upper_case(word);
    std::string plain;
    for (std::size_t at = 0; at < upper.size();) {
        const std::string_view rest = std::string_view(upper).substr(at);
        const auto fold = std::ranges::find_if(
            folds, [&](const Fold& one) { return rest.starts_with(one.letter); });
        const bool found = fold != std::end(folds);
        plain += found ? fold->plain : rest.substr(0, 1);
        at += found ? fold->letter.size() : 1;
    }
    return plain;
}

// Legal forms, word by word as they are left when the points between letters are gone.
constexpr std::string_view legal_forms[] = {
    "SPZOO", "SPJ", "SPK",  "SPP", "SA",   "PSA", "SC",   "KFT", "BT",  "ZRT", "NYRT",
    "EV",    "DOO", "JDOO", "DD",  "OBRT", "SRL", "SRLS", "SPA", "SNC", "SAS", "GMBH",
    "UG",    "AG",  "KG",   "OHG", "EK",   "LTD", "LLC",  "LLP", "PLC", "INC", "LIMITED",
};

bool is_legal_form(std::string_view word) {
    return std::ranges::find(legal_forms, word) != std::end(legal_forms);
}

// "SP Z O O", "D O O" and "S R L" written apart: single letters (and "SP Z") run together.
std::vector<std::string> joined_letters(const std::vector<std::string>& words) {
    std::vector<std::string> joined;
    bool run = false;
    for (const std::string& word : words) {
        const bool single = word.size() == 1;
        const bool begins = word == "SP";
        const bool goes_on = run && (single || word == "OO");
        if (goes_on)
            joined.back() += word;
        else
            joined.push_back(word);
        run = single || begins || goes_on;
    }
    return joined;
}

}  // namespace

NameKey name_key(std::string_view name) {
    std::vector<std::string> words;
    for (const Word& word : words_of(name)) words.push_back(folded(word.text));
    words = joined_letters(words);
    NameKey key;
    if (words.size() > 1 && is_legal_form(words.back())) {
        key.form = std::move(words.back());
        words.pop_back();
    }
    for (const std::string& word : words) key.base += word;
    return key;
}

bool same_name(const NameKey& a, const NameKey& b) {
    return a.base == b.base && (a.form == b.form || a.form.empty() || b.form.empty());
}

}  // namespace kvit::statement
