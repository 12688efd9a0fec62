#include "period_words.h"

#include "words.h"

#include <algorithm>

namespace kvit::statement {

namespace {

// Beginnings of the months' names, in upper case, with and without their marks.
constexpr std::string_view months[] = {
    // Polish
    "STYCZ",
    "LUT",
    "MARZ",
    "MARC",
    "KWIE",
    "MAJ",
    "CZERW",
    "LIP",
    "SIERP",
    "WRZE",
    "PAŹ",
    "PAZ",
    "LISTOP",
    "GRUD",
    // Hungarian
    "JANU",
    "FEBR",
    "MÁRC",
    "MARC",
    "ÁPR",
    "APR",
    "MÁJ",
    "MAJ",
    "JÚN",
    "JUN",
    "JÚL",
    "JUL",
    "AUG",
    "SZEPT",
    "OKT",
    "NOV",
    "DEC",
    // Croatian
    "SIJEČ",
    "SIJEC",
    "VELJA",
    "OŽU",
    "OZU",
    "TRAV",
    "SVIB",
    "LIPNJ",
    "LIPAN",
    "SRP",
    "KOLOV",
    "RUJ",
    "LISTOPAD",
    "STUDEN",
    "PROSIN",
    // Italian
    "GENN",
    "FEBB",
    "APRILE",
    "MAGG",
    "GIUG",
    "LUGL",
    "AGOST",
    "SETT",
    "OTTOB",
    "DICEM",
    // German and English
    "JÄN",
    "JAN",
    "FEB",
    "MÄR",
    "MAR",
    "MAI",
    "MAY",
    "JUNE",
    "SEP",
    "OCT",
    "DEZ",
};

}  // namespace

bool may_name_a_period(std::string_view text) {
    if (std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; })) return true;
    return std::ranges::any_of(words_of(text), [](const Word& word) {
        const std::string upper = upper_case(word.text);
        return std::ranges::any_of(
            months, [&](std::string_view month) { return upper.starts_with(month); });
    });
}

}  // namespace kvit::statement
