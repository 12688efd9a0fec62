#pragma once
// The three kinds of failure (src/README.md): a bug aborts (invariant.h), an expected refusal is a
// value (here), and a failing environment is an exception (environment_error.h).

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace kvit::core {

// An expected refusal, told to a person: where it is, what is wrong, what to do about it.
// Example: {"work.csv:7, column minutes", "\"abc\" is not a whole number", "write minutes as 1 to
// 1440"}
struct Refusal {
    std::string where;   // file:line, key or column; may be empty
    std::string what;    // one clause, no full stop
    std::string remedy;  // what is accepted or what to do; may be empty

    bool operator==(const Refusal&) const = default;
};

using Refusals = std::vector<Refusal>;

// One result or one refusal; and for whole files, one result or all refusals.
template <class T>
using Result = tl::expected<T, Refusal>;
template <class T>
using Checked = tl::expected<T, Refusals>;

// Example: return refuse("", "\"12,5\" is not an amount", "write it as \"12.50\"");
inline tl::unexpected<Refusal> refuse(std::string where, std::string what, std::string remedy) {
    return tl::unexpected<Refusal>({std::move(where), std::move(what), std::move(remedy)});
}

// "where: what; remedy." without the parts that are empty; a question keeps its own mark.
std::string to_sentence(const Refusal& refusal);

}  // namespace kvit::core
