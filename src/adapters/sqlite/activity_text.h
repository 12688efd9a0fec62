#pragma once

#include "adapters/sqlite/statement.h"

#include <string>

namespace kvit::sqlite {

// A text that was erased, as opposed to one that was empty from the start.
struct Text {
    std::string text;
    bool erased = false;
};

// Columns: hash, body.
inline Text read_text(Row& row) {
    const bool had_text = row.maybe([&] { return row.text(); }).has_value();
    const auto body = row.maybe([&] { return row.text(); });
    return {body.value_or(""), had_text && !body};
}

}  // namespace kvit::sqlite
