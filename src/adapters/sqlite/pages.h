#pragma once
// Walks a table a page at a time: no statement is running while the visitor works, so it may write,
// and memory stays flat.

#include "kvit/core/date.h"

#include <vector>

namespace kvit::sqlite {

inline constexpr int page_rows = 500;

// `fetch(last)` returns up to page_rows values after `last` (null: from the beginning).
template <class Value, class Fetch, class Visit>
void in_pages(Fetch fetch, Visit visit) {
    std::vector<Value> page = fetch(static_cast<const Value*>(nullptr));
    while (!page.empty()) {
        for (const Value& value : page) visit(value);
        if (page.size() < static_cast<std::size_t>(page_rows)) return;
        page = fetch(&page.back());
    }
}

}  // namespace kvit::sqlite
