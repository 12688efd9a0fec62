// Making, opening and closing a database, and what is said where that cannot be done.

#include "adapters/sqlite/connection.h"
#include "adapters/sqlite/statement.h"
#include "sqlite/temporary.h"

#include <boost/test/unit_test.hpp>
#include <sqlite3.h>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace kvit;
using namespace kvit::port_contract;
using core::operator""_iso;
using sqlite::Access;

namespace {

using Names = std::vector<std::string>;

void fill(app::Store& store) {
    const auto unit = store.begin("2026-03-02"_iso);
    store.put_business(business(ada));
    store.put_client(ada, client(adria));
    store.put_contract(ada, contract_of(adria_social, adria));
    add_invoice(store, invoice("FV/1", "2026-02-01"_iso, 500));
    unit->commit();
}

void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite_opening)

BOOST_AUTO_TEST_CASE(a_database_is_made_whole_and_alone) {
    Database database;
    BOOST_TEST(database.folder().names() == (Names{"kvit.db"}), boost::test_tools::per_element());
    BOOST_TEST(database.open(Access::read_only)->businesses().empty());
}

BOOST_AUTO_TEST_CASE(a_database_is_not_made_over_a_file) {
    TemporaryFolder folder;
    FakeClock clock;
    const std::string path = folder.file("kvit.db");
    write_file(path, "my thesis");
    BOOST_TEST(environment_error([&] { sqlite::create_database(path, clock); }) ==
               "there is a file at " + path +
                   " already; nothing was changed. Name another one with --db");
    BOOST_TEST(bytes_of(path) == "my thesis");
    ::unlink(path.c_str());
    BOOST_REQUIRE(::symlink("nowhere", path.c_str()) == 0);
    BOOST_TEST(environment_error([&] { sqlite::create_database(path, clock); }) != "");
    BOOST_TEST(folder.names() == (Names{"kvit.db"}), boost::test_tools::per_element());
    const std::string elsewhere = folder.file("no/kvit.db");
    BOOST_TEST(environment_error([&] { sqlite::create_database(elsewhere, clock); }) ==
               "there is no folder " + folder.file("no") + "; make it first");
}

BOOST_AUTO_TEST_CASE(each_reason_not_to_open_has_its_sentence) {
    TemporaryFolder folder;
    FakeClock clock;
    const std::string path = folder.file("kvit.db");
    for (const Access access : {Access::read_only, Access::read_write}) {
        const auto said = [&] {
            return environment_error([&] { sqlite::open_store(path, access, clock); });
        };
        BOOST_TEST(said() ==
                   "there is no database at " + path + "; make one with: kvit init --db " + path);
        BOOST_TEST(folder.names().empty());
        ::mkdir(path.c_str(), 0700);
        BOOST_TEST(said() == path + " is a folder, not a database; name a file with --db");
        ::rmdir(path.c_str());
        write_file(path, std::string(5000, 'x'));
        BOOST_TEST(said() == path + " is not a kvit database; name another file with --db");
        BOOST_TEST(bytes_of(path) == std::string(5000, 'x'));
        ::unlink(path.c_str());
        {
            Raw raw(path);
            raw.execute("CREATE TABLE recipe (name TEXT)");
        }
        BOOST_TEST(said() == path + " is not a kvit database; name another file with --db");
        ::unlink(path.c_str());
    }
    write_file(path, "");
    BOOST_TEST(environment_error([&] { sqlite::open_store(path, Access::read_only, clock); }) ==
               path + " is not a kvit database; name another file with --db");
}

BOOST_AUTO_TEST_CASE(every_environment_code_has_a_sentence_and_a_bug_has_none) {
    const auto said = [](int code) { return sqlite::sentence_for(code, "k.db", "why"); };
    BOOST_TEST(said(SQLITE_BUSY) == "the database k.db is in use by another program; try again");
    BOOST_TEST(said(SQLITE_BUSY_SNAPSHOT) == said(SQLITE_BUSY));
    BOOST_TEST(said(SQLITE_LOCKED) == said(SQLITE_BUSY));
    BOOST_TEST(said(SQLITE_FULL) ==
               "the disk is full: the database k.db could not be written and is as it was; make "
               "room and run the command again");
    BOOST_TEST(said(SQLITE_READONLY) ==
               "the database k.db may only be read; make the file and its folder writable or copy "
               "it elsewhere");
    BOOST_TEST(said(SQLITE_NOTADB) == "k.db is not a kvit database; name another file with --db");
    BOOST_TEST(said(SQLITE_CORRUPT) ==
               "the database k.db is damaged (why); restore the last backup");
    BOOST_TEST(said(SQLITE_CANTOPEN) ==
               "the database k.db cannot be opened (why); check that you may read and write the "
               "file and its folder");
    BOOST_TEST(said(SQLITE_IOERR_WRITE) ==
               "the database k.db could not be read or written (why); check the disk and run the "
               "command again");
    BOOST_TEST(said(SQLITE_NOMEM) ==
               "there is not enough memory to work with the database k.db; close other programs "
               "and run the command again");
    for (const int bug : {SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_MISUSE, SQLITE_RANGE})
        BOOST_TEST(said(bug) == "");
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_said_to_be_damaged) {
    Database database;
    fill(*database.open());
    std::string bytes = bytes_of(database.path());
    for (std::size_t at = 4096; at < bytes.size(); at += 8) bytes[at] = 'x';  // all but the schema
    write_file(database.path(), bytes);
    const std::string said = environment_error([&] {
        const auto store = database.open(Access::read_only);
        store->for_each_invoice(ada, [](const auto&) {});
    });
    BOOST_TEST(said.find("the database " + database.path() + " is damaged (") == 0U);
}

BOOST_AUTO_TEST_CASE(the_connection_is_as_safe_as_it_says) {
    Database database;
    for (const auto mode : {sqlite::OpenMode::read_only, sqlite::OpenMode::read_write}) {
        const sqlite::Connection connection(database.path(), mode, 5000);
        const auto pragma = [&](sqlite::Sql sql) {
            sqlite::Query query(connection, sql);
            query.step();
            return std::string(query.text(0));
        };
        BOOST_TEST(pragma("PRAGMA journal_mode") == "wal");
        BOOST_TEST(pragma("PRAGMA synchronous") == "2");
        BOOST_TEST(pragma("PRAGMA foreign_keys") == "1");
        BOOST_TEST(pragma("PRAGMA busy_timeout") == "5000");
        BOOST_TEST(pragma("PRAGMA trusted_schema") == "0");
        BOOST_TEST(pragma("PRAGMA query_only") ==
                   (mode == sqlite::OpenMode::read_only ? "1" : "0"));
    }
}

BOOST_AUTO_TEST_CASE(opening_and_reading_change_no_byte) {
    Database database;
    fill(*database.open());
    const std::string before = bytes_of(database.path());
    for (const Access access : {Access::read_only, Access::read_write}) {
        {
            const auto store = database.open(access);
            BOOST_TEST(store->businesses().size() == 1U);
            store->for_each_invoice(ada, [](const auto&) {});
            BOOST_TEST(store->items_as_of(ada, "2026-12-31"_iso, {}, {}).size() == 1U);
            BOOST_TEST(store->damage().empty());
        }
        BOOST_TEST((bytes_of(database.path()) == before));
        BOOST_TEST(database.folder().names() == (Names{"kvit.db"}),
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(what_is_rolled_back_changes_no_byte) {
    Database database;
    fill(*database.open());
    const std::string before = bytes_of(database.path());
    {
        const auto store = database.open();
        const auto unit = store->begin("2026-03-03"_iso);
        for (int i = 0; i < 300; ++i)  // more than fits the page cache of one statement
            store->add_document(ada, stored_document("n-" + std::to_string(i)));
    }
    {
        const auto store = database.open();
        const auto unit = store->begin("2026-03-03"_iso);
        unit->commit();  // nothing was written
    }
    {
        const auto store = database.open();
        const auto unit = store->begin("2026-03-03"_iso);
        store->put_business(business(ada));  // as it is
        store->put_client(ada, client(adria));
        store->put_contract(ada, contract_of(adria_social, adria));
        unit->commit();
    }
    BOOST_TEST((bytes_of(database.path()) == before));
    BOOST_TEST(database.folder().names() == (Names{"kvit.db"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_be_written_can_be_read) {
    if (::geteuid() == 0) {
        BOOST_TEST_MESSAGE("skipped: root may write everything");
        return;
    }
    Database database;
    fill(*database.open());
    const std::string folder = std::filesystem::path(database.path()).parent_path().string();
    ::chmod(database.path().c_str(), 0400);
    ::chmod(folder.c_str(), 0500);
    {
        const auto store = database.open(Access::read_only);
        BOOST_TEST(store->businesses().size() == 1U);
    }
    BOOST_TEST(environment_error([&] { database.open(); }) ==
               "the database " + database.path() +
                   " may only be read; make the file and its folder writable or copy it elsewhere");
    BOOST_TEST(database.folder().names() == (Names{"kvit.db"}), boost::test_tools::per_element());
    ::chmod(folder.c_str(), 0700);
}

BOOST_AUTO_TEST_CASE(a_store_for_reading_does_not_write) {
    Database database;
    fill(*database.open());
    const auto store = database.open(Access::read_only);
    BOOST_TEST(broken_invariant([&] {
                   const auto unit = store->begin("2026-03-03"_iso);
               }).find("opened for reading") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(special_letters_in_the_path_are_no_matter) {
    TemporaryFolder folder;
    FakeClock clock;
    const std::string path = folder.file("zażółć %41?mode=ro#1.db");
    sqlite::create_database(path, clock);
    fill(*sqlite::open_store(path, Access::read_write, clock));
    BOOST_TEST(sqlite::open_store(path, Access::read_only, clock)->businesses().size() == 1U);
    BOOST_TEST(folder.names() == (Names{"zażółć %41?mode=ro#1.db"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
