#pragma once
// Words of a remittance text as people and banks write them: UTF-8, any separators between.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::statement {

struct Word {
    std::size_t begin;      // byte offset in the text
    std::string_view text;  // letters and digits only
};

// Longest runs of letters and digits. Every letter beyond ASCII is one ("ząFV" is a single word),
// signs and spaces beyond ASCII are not ("„", "–", no-break space). A byte that is no UTF-8 is part
// of a word, so that damaged text never makes a word edge.
std::vector<Word> words_of(std::string_view text);

// ASCII, Latin-1 and Latin Extended-A (all letters of the six languages) in upper case, same length
// in bytes; the rest as it is.
std::string upper_case(std::string_view text);

}  // namespace kvit::statement
