#pragma once
// Tables read for tests, refusals as sentences.

#include "adapters/tables/tables.h"
#include "tables/warsaw.h"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace kvit::test {

template <class T>
std::vector<std::string> sentences(const core::Checked<T>& checked) {
    std::vector<std::string> result;
    if (checked) return {"accepted"};
    for (const auto& refusal : checked.error()) result.push_back(core::to_sentence(refusal));
    return result;
}

// The keys of all rows.
template <class T>
std::vector<std::string> keys(const core::Checked<std::vector<app::At<T>>>& rows) {
    std::vector<std::string> result;
    for (const auto& row : rows.value()) result.push_back(row.value.key.str());
    return result;
}

inline std::string example_file(const std::string& name) {
    const std::string path = KVIT_SOURCE_DIR "/tests/examples/studio-ada/" + name;
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace kvit::test
