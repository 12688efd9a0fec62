#include "adapters/system/run_lock.h"

#include "kvit/core/date.h"
#include "unit/system/scratch_folder.h"

#include <boost/test/unit_test.hpp>

#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace kvit;
using test::environment_error;
using test::ScratchFolder;

namespace {

std::string taking(const std::string& database) {
    return environment_error([&] { system::RunLock lock(database); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(system_run_lock)

BOOST_AUTO_TEST_CASE(one_at_a_time) {
    const ScratchFolder folder;
    const std::string database = folder / "kvit.db";
    {
        const system::RunLock lock(database);
        const std::string holder = folder.read("kvit.db.lock");
        const std::string head = "process " + std::to_string(::getpid()) + ", since ";
        BOOST_TEST_REQUIRE(holder.starts_with(head));
        const std::string since = holder.substr(head.size());
        BOOST_TEST(since.size() == std::string("2026-11-24T08:00:00Z\n").size());
        BOOST_TEST(core::parse_date(since.substr(0, 10)).has_value());
        BOOST_TEST((since.ends_with("Z\n") && since[10] == 'T'));
        BOOST_TEST(taking(database) == "another kvit command is working on " + database + " (" +
                                           holder.substr(0, holder.size() - 1) +
                                           "); wait until it has finished and run this one again");
        BOOST_TEST(taking(folder / "other.db") == "");
    }
    BOOST_TEST(taking(database) == "");
    BOOST_TEST(taking(database) == "");
}

BOOST_AUTO_TEST_CASE(a_holder_that_has_not_signed_yet) {
    const ScratchFolder folder;
    const system::RunLock lock(folder / "kvit.db");
    folder.write("kvit.db.lock", "process 12");  // half a line
    BOOST_TEST(taking(folder / "kvit.db") ==
               "another kvit command is working on " + folder.path() +
                   "/kvit.db; wait until it has finished and run this one again");
}

BOOST_AUTO_TEST_CASE(a_process_that_dies_leaves_no_lock) {
    const ScratchFolder folder;
    const std::string database = folder / "kvit.db";
    int ready[2];
    BOOST_REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    BOOST_REQUIRE(child >= 0);
    if (child == 0) {
        std::optional<system::RunLock> lock(database);
        const bool told = ::write(ready[1], "x", 1) == 1;
        ::pause();  // until it is killed
        ::_exit(told ? 0 : 1);
    }
    char byte = 0;
    BOOST_REQUIRE(::read(ready[0], &byte, 1) == 1);
    BOOST_TEST(taking(database).starts_with("another kvit command is working on " + database +
                                            " (process " + std::to_string(child) + ", since "));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    BOOST_TEST(taking(database) == "");
    ::close(ready[0]);
    ::close(ready[1]);
}

BOOST_AUTO_TEST_CASE(where_no_lock_can_be_made) {
    const ScratchFolder folder;
    BOOST_TEST(taking(folder / "none/kvit.db") ==
               "cannot open the lock " + folder.path() +
                   "/none/kvit.db.lock: there is no such file or folder; check the path");
    std::filesystem::create_directory(folder / "kvit.db.lock");
    BOOST_TEST(taking(folder / "kvit.db") == "cannot open the lock " + folder.path() +
                                                 "/kvit.db.lock: it is a folder; name a file");
}

BOOST_AUTO_TEST_SUITE_END()
