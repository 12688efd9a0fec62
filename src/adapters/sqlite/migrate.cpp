#include "adapters/sqlite/migrate.h"

#include "adapters/resources/resources.h"
#include "adapters/sqlite/statement.h"
#include "adapters/sqlite/transaction.h"
#include "kvit/core/environment_error.h"
#include "kvit/core/invariant.h"

#include <charconv>

namespace kvit::sqlite {

namespace {

constexpr std::string_view folder = "sqlite/migrations/";

// The version belongs to the whole file; its rows have business '' so that every key begins alike.
constexpr std::string_view version_table = R"sql(
    CREATE TABLE schema_migration (
        business TEXT NOT NULL,
        version INTEGER NOT NULL,
        name TEXT NOT NULL,
        applied_at TEXT NOT NULL,
        PRIMARY KEY (business, version)
    ))sql";

int tables_in(const Connection& connection) {
    Query query(connection, R"sqlite(SELECT COUNT(*) FROM sqlite_master)sqlite");
    query.step();
    return static_cast<int>(query.number(0));
}

bool has_versions(const Connection& connection) {
    Query query(connection, R"sqlite(
        SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration')sqlite");
    return query.step();
}

// 0 for an empty file.
int version_of(const Connection& connection) {
    if (!has_versions(connection)) {
        if (tables_in(connection) == 0) return 0;
        throw core::EnvironmentError(connection.path() +
                                     " is not a kvit database; name another file with --db");
    }
    Query query(connection, R"sql(
        SELECT COALESCE(MAX(version), 0) FROM schema_migration WHERE business = '')sql");
    query.step();
    return static_cast<int>(query.number(0));
}

int checked_version(const Connection& connection, const std::vector<Migration>& migrations) {
    const int version = version_of(connection);
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    if (version > newest)
        throw core::EnvironmentError("the database " + connection.path() +
                                     " was made by a newer kvit (version " +
                                     std::to_string(version) + " of its tables; this one knows " +
                                     std::to_string(newest) + "); use the newer kvit");
    return version;
}

void apply(const Connection& connection, const Migration& migration, core::Instant now) {
    connection.execute(migration.portable);
    connection.execute(migration.sqlite_only);
    run(connection, R"sql(
        INSERT INTO schema_migration (business, version, name, applied_at)
        VALUES ('', $1, $2, $3))sql",
        migration.version, migration.name, now);
}

}  // namespace

const std::vector<Migration>& built_in_migrations() {
    static const std::vector<Migration> migrations = [] {
        std::vector<Migration> found;
        for (const std::string_view path : resources::below(folder)) {
            constexpr std::string_view extra = ".sqlite.sql", plain = ".sql";
            if (path.ends_with(extra)) continue;
            const auto name =
                path.substr(folder.size(), path.size() - folder.size() - plain.size());
            Migration migration;
            migration.version = static_cast<int>(found.size()) + 1;
            migration.name = std::string(name);
            migration.portable = resources::file(path);
            migration.sqlite_only =
                resources::file(std::string(folder) + migration.name + std::string(extra));
            int number = 0;
            std::from_chars(migration.name.data(), migration.name.data() + migration.name.size(),
                            number);
            KVIT_INVARIANT(number == migration.version, "migrations are numbered without gap");
            found.push_back(std::move(migration));
        }
        return found;
    }();
    return migrations;
}

void migrate(const Connection& connection, const std::vector<Migration>& migrations,
             core::Instant now) {
    if (checked_version(connection, migrations) == static_cast<int>(migrations.size())) return;
    for (const Migration& migration : migrations) {
        Transaction transaction(connection);
        // Asked again under the write lock: another program may have come first.
        if (checked_version(connection, migrations) >= migration.version) continue;
        if (!has_versions(connection)) connection.execute(version_table);
        apply(connection, migration, now);
        transaction.commit();
    }
}

void check_is_current(const Connection& connection, const std::vector<Migration>& migrations) {
    const int version = checked_version(connection, migrations);
    if (version == 0)
        throw core::EnvironmentError(connection.path() +
                                     " is not a kvit database; name another file with --db");
    if (version < static_cast<int>(migrations.size()))
        throw core::EnvironmentError("the database " + connection.path() +
                                     " was made by an older kvit; bring it up to date with any "
                                     "command that writes, such as: "
                                     "kvit bill --db " +
                                     connection.path());
}

}  // namespace kvit::sqlite
