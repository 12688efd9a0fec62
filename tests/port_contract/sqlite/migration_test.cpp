#include "adapters/sqlite/migrate.h"
#include "adapters/sqlite/statement.h"
#include "sqlite/temporary.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::port_contract;
using sqlite::Access;
using sqlite::Connection;
using sqlite::OpenMode;
using core::operator""_iso;

namespace {

const core::Instant noon{std::chrono::seconds(1'768'651'200)};  // 2026-01-17T12:00:00Z

std::vector<sqlite::Migration> first(std::size_t count) {
    std::vector<sqlite::Migration> some = sqlite::built_in_migrations();
    some.resize(count);
    return some;
}

std::vector<std::string> applied(const std::string& path) {
    return Raw(path).column(
        "SELECT version || ' ' || name || ' ' || applied_at FROM schema_migration"
        " WHERE business = '' ORDER BY version");
}

std::string schema(const std::string& path) {
    std::string all;
    for (const auto& sql : Raw(path).column("SELECT sql FROM sqlite_master ORDER BY type, name"))
        all += sql + ";\n";
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite_migration)

BOOST_AUTO_TEST_CASE(a_new_database_records_its_migrations) {
    Database database;
    BOOST_TEST(
        applied(database.path()) ==
            (std::vector<std::string>{
                "1 0001_agreements 2026-11-30T00:53:20Z", "2 0002_ledger 2026-11-30T00:53:20Z",
                "3 0003_activity 2026-11-30T00:53:20Z", "4 0004_enforcement 2026-11-30T00:53:20Z",
                "5 0005_documents 2026-11-30T00:53:20Z",
                "6 0006_exchange_rates 2026-11-30T00:53:20Z", "7 0007_billing 2026-11-30T00:53:20Z",
                "8 0008_late_law 2026-11-30T00:53:20Z"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_older_database_is_brought_up_to_date) {
    Database newest;
    TemporaryFolder folder;
    const std::string path = folder.file("old.db");
    {
        const Connection connection(path, OpenMode::create, 0);
        sqlite::migrate(connection, first(3), noon);
    }
    BOOST_TEST(applied(path).size() == 3U);
    FakeClock clock;
    const std::string before = bytes_of(path);
    BOOST_TEST(environment_error([&] { sqlite::open_store(path, Access::read_only, clock); }) ==
               "the database " + path +
                   " was made by an older kvit; bring it up to date with any command that writes, "
                   "such as: kvit bill --db " +
                   path);
    BOOST_TEST((bytes_of(path) == before));
    {
        const auto store = sqlite::open_store(path, Access::read_write, clock);
        const auto unit = store->begin("2026-01-17"_iso);
        store->put_business(business(ada));
        store->set_last_reviewed_on(ada, "2026-01-17"_iso);
        unit->commit();
    }
    BOOST_TEST(applied(path).size() == sqlite::built_in_migrations().size());
    BOOST_TEST(applied(path).front() == "1 0001_agreements 2026-01-17T12:00:00Z");
    BOOST_TEST(applied(path).back() == "8 0008_late_law 2026-11-30T00:53:20Z");
    BOOST_TEST(schema(path) == schema(newest.path()));
    BOOST_TEST(sqlite::open_store(path, Access::read_only, clock)->businesses().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_newer_database_is_refused) {
    Database database;
    const auto known = sqlite::built_in_migrations().size();
    const std::string later = std::to_string(known + 1);
    {
        Raw raw(database.path());
        BOOST_TEST(raw.execute("INSERT INTO schema_migration VALUES ('', " + later +
                               ", 'later', '2027-01-01T00:00:00Z')") == "");
    }
    for (const Access access : {Access::read_only, Access::read_write})
        BOOST_TEST(environment_error([&] { database.open(access); }) ==
                   "the database " + database.path() + " was made by a newer kvit (version " +
                       later + " of its tables; this one knows " + std::to_string(known) +
                       "); use the newer kvit");
}

BOOST_AUTO_TEST_CASE(migrations_wait_for_their_turn) {
    TemporaryFolder folder;
    const std::string path = folder.file("old.db");
    const Connection connection(path, OpenMode::create, 0);
    sqlite::migrate(connection, first(2), noon);
    Raw other(path);
    BOOST_TEST(other.execute("BEGIN IMMEDIATE") == "");
    BOOST_TEST(environment_error([&] { sqlite::migrate(connection, first(5), noon); }) ==
               "the database " + path + " is in use by another program; try again");
    BOOST_TEST(other.execute("COMMIT") == "");
    sqlite::migrate(connection, first(5), noon);
    sqlite::migrate(connection, first(5), noon);
    BOOST_TEST(applied(path).size() == 5U);
}

BOOST_AUTO_TEST_CASE(a_migration_is_applied_whole_or_not_at_all) {
    TemporaryFolder folder;
    const std::string path = folder.file("old.db");
    const Connection connection(path, OpenMode::create, 0);
    auto migrations = first(2);
    connection.execute("PRAGMA max_page_count = 20");  // the second one does not fit
    BOOST_TEST(environment_error([&] {
                   sqlite::migrate(connection, migrations, noon);
               }).find("the disk is full") == 0U);
    BOOST_TEST(applied(path).size() == 1U);
    BOOST_TEST(Raw(path).value("SELECT COUNT(*) FROM sqlite_master WHERE name = 'invoice'") == "0");
    connection.execute("PRAGMA max_page_count = 1000000");
    sqlite::migrate(connection, migrations, noon);
    BOOST_TEST(applied(path).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
