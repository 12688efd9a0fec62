// The port contract, as SQLite keeps it.

#include "sqlite/temporary.h"

#include <boost/test/unit_test.hpp>

using namespace kvit::port_contract;

BOOST_AUTO_TEST_SUITE(sqlite_contract)

BOOST_AUTO_TEST_CASE(every_behaviour_of_one_open_store) {
    for (const Behaviour& behaviour : all_behaviours()) BOOST_TEST_CONTEXT(behaviour.name) {
            SqliteSubject subject(false);
            behaviour.check(subject);
        }
}

BOOST_AUTO_TEST_CASE(every_behaviour_when_reopened_for_every_step) {
    for (const Behaviour& behaviour : all_behaviours()) BOOST_TEST_CONTEXT(behaviour.name) {
            SqliteSubject subject(true);
            behaviour.check(subject);
        }
}

BOOST_AUTO_TEST_SUITE_END()
