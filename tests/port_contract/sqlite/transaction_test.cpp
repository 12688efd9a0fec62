// Two programs at once, a full disk, a killed process.

#include "adapters/sqlite/transaction.h"

#include "adapters/sqlite/store.h"
#include "sqlite/temporary.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace kvit;
using namespace kvit::port_contract;
using core::operator""_iso;

namespace {

void fill(app::Store& store) {
    const auto unit = store.begin("2026-03-02"_iso);
    store.put_business(business(ada));
    store.put_client(ada, client(adria));
    store.put_contract(ada, contract_of(adria_social, adria));
    unit->commit();
}

void issue(app::Store& store, int number) {
    const auto invoice_of = [&] {
        return invoice("FV/" + std::to_string(number),
                       core::add_months("2020-01-01"_iso, number, 1), 100);
    };
    add_invoice(store, invoice_of());
    store.add_document(ada, stored_document("FV/" + std::to_string(number)));
}

int invoices_in(const app::Store& store) {
    int count = 0;
    store.for_each_invoice(ada, [&](const auto&) { ++count; });
    return count;
}

// Waits no time for a lock.
std::unique_ptr<app::Store> impatient(Database& database) {
    return std::make_unique<sqlite::Store>(database.path(), sqlite::Access::read_write,
                                           database.clock(), 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite_transaction)

BOOST_AUTO_TEST_CASE(a_second_writer_is_told_and_may_try_again) {
    Database database;
    const auto first = database.open();
    fill(*first);
    const auto second = impatient(database);
    {
        const auto unit = first->begin("2026-03-02"_iso);
        issue(*first, 1);
        BOOST_TEST(environment_error([&] { const auto other = second->begin("2026-03-02"_iso); }) ==
                   "the database " + database.path() + " is in use by another program; try again");
        BOOST_TEST(invoices_in(*second) == 0);  // reading goes on, and sees nothing half done
        unit->commit();
    }
    BOOST_TEST(invoices_in(*second) == 1);
    const auto unit = second->begin("2026-03-02"_iso);
    issue(*second, 2);
    unit->commit();
    BOOST_TEST(invoices_in(*first) == 2);
}

BOOST_AUTO_TEST_CASE(a_visitor_writes_though_another_program_wrote_in_between) {
    Database database;
    const auto first = database.open(), second = impatient(database);
    fill(*first);
    int visited = 0;
    first->for_each_contract(ada, [&](const contract::Contract&) {
        {
            const auto unit = second->begin("2026-03-02"_iso);
            issue(*second, 1);
            unit->commit();
        }
        const auto unit = first->begin("2026-03-02"_iso);
        issue(*first, 2);
        unit->commit();
        ++visited;
    });
    BOOST_TEST(visited == 1);
    BOOST_TEST(invoices_in(*first) == 2);
}

BOOST_AUTO_TEST_CASE(what_a_killed_process_did_not_commit_never_was) {
    Database database;
    fill(*database.open());
    const std::string before = bytes_of(database.path());
    std::array<int, 2> ends{};
    BOOST_REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        FakeClock clock(1'000'000);
        const auto store = sqlite::open_store(database.path(), sqlite::Access::read_write, clock);
        {
            const auto unit = store->begin("2026-03-02"_iso);
            issue(*store, 1);
            unit->commit();
        }
        const auto unit = store->begin("2026-03-02"_iso);
        for (int i = 2; i < 40; ++i) {  // more than the page cache: it goes into the -wal file
            issue(*store, i);
            app::StoredDocument large = stored_document("n-" + std::to_string(i));
            large.snapshot.footer = std::string(1'000'000, 'x');
            store->add_document(ada, large);
        }
        const char ready = '1';
        if (::write(ends[1], &ready, 1) != 1) ::_exit(1);
        ::pause();
        ::_exit(2);
    }
    ::close(ends[1]);
    char ready = '0';
    BOOST_REQUIRE(::read(ends[0], &ready, 1) == 1);
    ::close(ends[0]);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    BOOST_REQUIRE(WIFSIGNALED(status));
    BOOST_TEST(std::filesystem::file_size(database.path() + "-wal") > 1'000'000U);
    {
        const auto store = database.open();
        BOOST_TEST(invoices_in(*store) == 1);
        BOOST_TEST(store->documents(ada, true).size() == 1U);
        BOOST_TEST(store->damage().empty());
        const auto unit = store->begin("2026-03-02"_iso);
        issue(*store, 2);
        unit->commit();
    }
    const auto store = database.open(sqlite::Access::read_only);
    BOOST_TEST(invoices_in(*store) == 2);
    BOOST_TEST((before != bytes_of(database.path())));
}

BOOST_AUTO_TEST_CASE(a_full_disk_leaves_everything_as_it_was) {
    Database database;
    fill(*database.open());
    const std::string before = bytes_of(database.path());
    {
        const sqlite::Connection connection(database.path(), sqlite::OpenMode::read_write, 0);
        connection.execute("PRAGMA max_page_count = 90");
        const std::string said = environment_error([&] {
            sqlite::Transaction transaction(connection);
            for (int i = 0; i < 1000; ++i)
                sqlite::add_body(connection, database.clock(), sqlite::BodyTable::snapshot, ada,
                                 std::string(1000, 'x'));
            transaction.commit();
        });
        BOOST_TEST(said == "the disk is full: the database " + database.path() +
                               " could not be written and is as it was; make room and run the "
                               "command again");
        BOOST_TEST(!connection.in_transaction());
    }
    BOOST_TEST((bytes_of(database.path()) == before));
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_grow_is_said_so_and_the_work_is_undone) {
    Database database;
    fill(*database.open());
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{400'000, 400'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const std::string said = environment_error([&] {
            const auto store = database.open();
            const auto unit = store->begin("2026-03-02"_iso);
            for (int i = 0; i < 4000; ++i) issue(*store, i);
            unit->commit();
        });
        const bool good =
            said.find("the database " + database.path() + " could not be read or written (") == 0;
        ::_exit(good ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    BOOST_TEST((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    const auto store = database.open();
    BOOST_TEST(invoices_in(*store) == 0);
    BOOST_TEST(store->damage().empty());
}

BOOST_AUTO_TEST_SUITE_END()
