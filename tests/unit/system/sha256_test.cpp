#include "adapters/system/sha256.h"

#include <boost/test/unit_test.hpp>

using kvit::system::sha256_hex;

BOOST_AUTO_TEST_SUITE(system_sha256)

BOOST_AUTO_TEST_CASE(examples_of_the_standard) {  // FIPS 180-2, appendix B
    BOOST_TEST(sha256_hex("") ==
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(sha256_hex("abc") ==
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256_hex(std::string(1'000'000, 'a')) ==
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_SUITE_END()
