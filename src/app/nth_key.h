#pragma once
// Keys of entries that may be made again after they were taken back.

#include "kvit/app/ports/store.h"

#include <string>

namespace kvit::app {

// "application:KEY", then "application#2:KEY": the count stands where no bank's reference reaches.
inline core::EntryKey nth_key(const std::string& kind, int n, const std::string& key) {
    return core::EntryKey(kind + (n == 1 ? "" : "#" + std::to_string(n)) + ":" + key);
}

inline core::EntryKey free_key(const Store& store, const core::BusinessId& business,
                               const std::string& kind, const std::string& key) {
    int n = 1;
    while (store.entry(business, nth_key(kind, n, key))) ++n;
    return nth_key(kind, n, key);
}

}  // namespace kvit::app
