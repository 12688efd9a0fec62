#include "kvit/contract/email_address.h"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace kvit;

BOOST_AUTO_TEST_SUITE(contract_email_address)

BOOST_AUTO_TEST_CASE(accepts) {
    const std::string rows[] = {
        "biuro@studio-ada.example",
        "a@b.c",
        "first.last+tag@mail.example.com",
        "o'neill@example.com",
        "żółw@kraków.example",
        std::string(64, 'a') + "@" + std::string(63, 'b') + "." + std::string(63, 'c') + "." +
            std::string(61, 'd'),  // 254 bytes
    };
    for (const auto& row : rows) BOOST_TEST(contract::checked_email_address(row).value() == row);
}

BOOST_AUTO_TEST_CASE(refuses_what_could_be_a_second_address_or_header) {
    const std::string rows[] = {
        "",
        "biuro",
        "@example.com",
        "biuro@",
        "biuro@example",
        "biuro@@example.com",
        "a@b@example.com",
        "biuro@example.com,szef@example.com",
        "biuro@example.com;szef@example.com",
        "biuro @example.com",
        " biuro@example.com",
        "biuro@example.com ",
        "biuro@example.com\n",
        "biuro@example.com\r\nBcc: all@example.com",
        "biuro\r\n@example.com",
        "biuro\t@example.com",
        std::string("biuro\0@example.com", 18),
        "biuro\xC2\x85@example.com",  // next line, U+0085
        "biuro\xFF@example.com",
        "Ada <biuro@example.com>",
        "\"ada b\"@example.com",
        "ada(b)@example.com",
        ".biuro@example.com",
        "biuro.@example.com",
        "bi..uro@example.com",
        "biuro@example..com",
        "biuro@.example.com",
        "biuro@example.com.",
        "biuro@-example.com",
        "biuro@example-.com",
        "biuro@exam_ple.com",
        "biuro@[127.0.0.1]",
        std::string(65, 'a') + "@example.com",
        "a@" + std::string(64, 'b') + ".com",
        std::string(64, 'a') + "@" + std::string(63, 'b') + "." + std::string(63, 'c') + "." +
            std::string(62, 'd'),  // 255 bytes
    };
    for (const auto& row : rows) BOOST_TEST(!contract::checked_email_address(row).has_value(), row);
    BOOST_TEST(core::to_sentence(contract::checked_email_address("a b@example.com").error()) ==
               "\"a b@example.com\" is not an e-mail address; write one address, like "
               "\"office@example.com\".");
}

BOOST_AUTO_TEST_SUITE_END()
