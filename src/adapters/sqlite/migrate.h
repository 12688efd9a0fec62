#pragma once
// The steps that make a database of one version one of the next. Files migrations/NNNN_name.sql,
// and beside them what only SQLite knows, NNNN_name.sqlite.sql; both are built into the program.

#include "adapters/sqlite/connection.h"
#include "kvit/core/date.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::sqlite {

struct Migration {
    int version = 0;  // 1, 2, … without gap
    std::string name;
    std::string_view portable, sqlite_only;
};

const std::vector<Migration>& built_in_migrations();

// Applies those above the database's version, each in its own transaction. A database of a version
// above the last one is refused (core::EnvironmentError), as is a file that holds other tables.
void migrate(const Connection& connection, const std::vector<Migration>& migrations,
             core::Instant now);

// Refuses what migrate() would refuse, and a database that still needs migrating.
void check_is_current(const Connection& connection, const std::vector<Migration>& migrations);

}  // namespace kvit::sqlite
