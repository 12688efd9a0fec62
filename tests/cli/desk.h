#pragma once
// An office whose commands are asked for JSON, and agreements written in a few lines.

#include "cli/office.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

namespace kvit::test {

using Json = nlohmann::json;

class Desk : public Office {
  public:
    Json json(std::vector<std::string> words) {
        words.insert(words.end(), {"--format", "json"});
        const int code = run(words);
        BOOST_REQUIRE_MESSAGE(code == 0 || code == 3, complained);
        return Json::parse(said);
    }

    // A Polish business with one client, "lumen", and the contracts given in TOML.
    static std::string agreement(const std::string& contracts) {
        return R"([business]
id = "biuro"
name = "Biuro Ewa"
country = "PL"
tax_id = "6772310459"
address = { street = "ul. Długa 7", city = "Kraków", postcode = "31-147" }
email = "biuro@ewa.example"
language = "pl"
timezone = "Europe/Warsaw"
currency = "PLN"
vat = { registered = true }

[[business.account]]
currency = "PLN"
iban = "PL61109010140000071219812874"

[[client]]
id = "lumen"
name = "Lumen Sp. z o.o."
country = "PL"
kind = "business"
tax_id = "5272814305"
language = "pl"
email = "faktury@lumen.example"
address = { street = "al. Jerozolimskie 100", city = "Warszawa", postcode = "00-807" }

)" + contracts;
    }
    // Applied on 2026-01-01.
    void open(const std::string& contracts) {
        BOOST_REQUIRE_EQUAL(run({"init"}), 0);
        apply(contracts, "2026-01-01");
    }
    void apply(const std::string& contracts, const std::string& day) {
        const int code = run({"apply", write("a.toml", agreement(contracts)), "--as-of", day});
        BOOST_REQUIRE_MESSAGE(code == 0, complained);
    }
    void import_work(const std::string& rows, const std::string& day) {
        const int code = run({"import", "work", "-", "--as-of", day},
                             "contract,start,minutes,service,note\n" + rows);
        BOOST_REQUIRE_MESSAGE(code == 0, complained);
    }
    bool complains(const std::string& sentence) const {
        return complained.find(sentence) != std::string::npos;
    }
};

}  // namespace kvit::test
