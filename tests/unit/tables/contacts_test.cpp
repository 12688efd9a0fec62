#include "tables/read_tables.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using Sentences = std::vector<std::string>;

namespace {

const std::string header = "client,at,channel,direction,minutes,subject,contract,ref\n";

auto read(const std::string& text) {
    return tables::read_contacts("contacts.csv", text, test::Warsaw());
}

std::string refusal(const std::string& row) {
    const auto found = test::sentences(read(header + row + "\n"));
    return found.size() == 1 ? found[0] : std::to_string(found.size()) + " refusals";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tables_contacts)

BOOST_AUTO_TEST_CASE(reads_a_row) {
    const auto rows = read(header + "lumen,2026-02-07T11:20,phone,in,0,pilne pytanie,k-1,C9\n");
    BOOST_TEST_REQUIRE(rows.value().size() == 1);
    BOOST_TEST(rows->front().where == "contacts.csv:2");
    const contract::Contact& contact = rows->front().value;
    BOOST_TEST(contact.key.str() == "ref:C9");
    BOOST_TEST(contact.client.str() == "lumen");
    BOOST_TEST(contact.contract.value().str() == "k-1");
    BOOST_TEST(core::to_iso(contact.at) == "2026-02-07T11:20");
    BOOST_TEST(core::to_iso(contact.starts_at) == "2026-02-07T10:20:00Z");
    BOOST_TEST((contact.channel == contract::Channel::phone));
    BOOST_TEST((contact.direction == contract::Direction::in));
    BOOST_TEST(contact.minutes == 0);
    BOOST_TEST(contact.subject == "pilne pytanie");
}

BOOST_AUTO_TEST_CASE(channels_and_directions) {
    const struct {
        std::string channel, direction;
        contract::Channel by;
        contract::Direction way;
    } rows[] = {
        {"email", "in", contract::Channel::email, contract::Direction::in},
        {"phone", "out", contract::Channel::phone, contract::Direction::out},
        {"chat", "in", contract::Channel::chat, contract::Direction::in},
        {"meeting", "out", contract::Channel::meeting, contract::Direction::out},
    };
    for (const auto& row : rows) {
        const auto found =
            read(header + "c,2026-02-07T11:20," + row.channel + "," + row.direction + ",1440,,,\n");
        BOOST_TEST_REQUIRE(found.value().size() == 1);
        BOOST_TEST((found->front().value.channel == row.by));
        BOOST_TEST((found->front().value.direction == row.way));
        BOOST_TEST(found->front().value.minutes == 1440);
        BOOST_TEST(!found->front().value.contract.has_value());
    }
}

BOOST_AUTO_TEST_CASE(refuses_cells) {
    BOOST_TEST(
        refusal("c,2026-02-07T11:20,fax,in,5,x,,") ==
        "contacts.csv:2, column channel: \"fax\" is not a channel; write email, phone, chat or "
        "meeting.");
    BOOST_TEST(
        refusal("c,2026-02-07T11:20,Phone,in,5,x,,") ==
        "contacts.csv:2, column channel: \"Phone\" is not a channel; write email, phone, chat or "
        "meeting.");
    BOOST_TEST(
        refusal("c,2026-02-07T11:20,email,,5,x,,") ==
        "contacts.csv:2, column direction: \"\" is not a direction; write in (from the client) "
        "or out (to the client).");
    BOOST_TEST(
        refusal("c,2026-02-07T11:20,email,in,-1,x,,") ==
        "contacts.csv:2, column minutes: \"-1\" is not a number of minutes; write a whole number "
        "from 0 to 1440.");
    BOOST_TEST(refusal("c,2026-02-07T11:20,email,in,1441,x,,") ==
               "contacts.csv:2, column minutes: \"1441\" is not a number of minutes; write a whole "
               "number from 0 to 1440.");
    BOOST_TEST(
        refusal("c/d,2026-02-07T11:20,email,in,5,x,,") ==
        "contacts.csv:2, column client: \"c/d\" is not a client id; use 1 to 64 of a-z A-Z 0-9 . "
        "_ - and begin with a letter or digit.");
    BOOST_TEST(
        refusal("c,2026-02-07T11:20,email,in,5,x,-k,") ==
        "contacts.csv:2, column contract: \"-k\" is not a contract id; use 1 to 64 of a-z A-Z 0-9 "
        ". _ - and begin with a letter or digit.");
    BOOST_TEST(refusal("c,07.02.2026,email,in,5,x,,") ==
               "contacts.csv:2, column at: \"07.02.2026\" is not a date and time; write it like "
               "2026-01-31T09:30, or with an offset from UTC like 2026-01-31T09:30+01:00.");
    BOOST_TEST(refusal("c,2026-02-07T11:20,email,in,5," + std::string(2001, 'x') + ",,") ==
               "contacts.csv:2, column subject: the text has 2001 letters; write at most 2000.");
}

BOOST_AUTO_TEST_CASE(keys_by_content) {
    const std::string row = "lumen,2026-02-07T11:20,phone,in,30,pilne pytanie,,\n";
    const auto keys = test::keys(read(header + row + row));
    BOOST_TEST(keys == (Sentences{"row:fc75b6e413a0fd83e967555da2f8e9f3#1",
                                  "row:fc75b6e413a0fd83e967555da2f8e9f3#2"}));
    const auto others =
        test::keys(read(header + "adria,2026-02-07T11:20,phone,in,30,pilne pytanie,,\n"
                                 "lumen,2026-02-07T11:21,phone,in,30,pilne pytanie,,\n"
                                 "lumen,2026-02-07T11:20,chat,in,30,pilne pytanie,,\n"
                                 "lumen,2026-02-07T11:20,phone,out,30,pilne pytanie,,\n"
                                 "lumen,2026-02-07T11:20,phone,in,31,pilne pytanie,,\n"
                                 "lumen,2026-02-07T11:20,phone,in,30,pytanie,,\n"
                                 "lumen,2026-02-07T11:20,phone,in,30,pilne pytanie,k,\n"));
    BOOST_TEST(others.size() == 7);
    for (const auto& key : others) {
        BOOST_TEST(key != keys[0]);
        BOOST_TEST(key.ends_with("#1"));
    }
}

BOOST_AUTO_TEST_CASE(a_ref_stands_for_one_content) {
    BOOST_TEST(
        refusal("c,2026-02-07T11:20,email,in,5,x,,A\nc,2026-02-07T11:20,email,in,5,y,,A") ==
        "contacts.csv:3, column ref: \"A\" is also the ref of line 2, which says something else; "
        "give every row a ref of its own.");
}

BOOST_AUTO_TEST_CASE(reads_the_example) {
    const auto rows = read(test::example_file("contacts.csv"));
    BOOST_TEST_REQUIRE(rows.value().size() == 4);
    const contract::Contact& last = rows->back().value;
    BOOST_TEST(rows->back().where == "contacts.csv:5");
    BOOST_TEST(last.client.str() == "adria");
    BOOST_TEST(core::to_iso(last.starts_at) == "2026-09-10T10:00:00Z");
    BOOST_TEST((last.channel == contract::Channel::chat));
    BOOST_TEST(last.minutes == 10);
    BOOST_TEST(last.subject == "hitno");
}

BOOST_AUTO_TEST_SUITE_END()
