// Writes an agreement of N clients in five countries and three currencies, and the work done for
// them in December 2025, so that `kvit bill --month 2026-01` issues one invoice for each: a
// benchmark's food.
//   kvit_make_agreement CLIENTS FOLDER [SEED]
#include "tax_numbers.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kvit::bench {

namespace {

struct Land {
    std::string_view country, language, currency;
    std::string (*tax_id)(std::uint64_t);
    std::string_view vat, company, street, city, postcode, service_note;
};

constexpr std::array lands = {
    Land{"PL", "pl", "PLN", nip, R"({ category = "S", rate = "23" })", "Źródło Światła Sp. z o.o.",
         "ul. Żurawia", "Łódź", "90-001", "poczta i kalendarz"},
    Land{"HU", "hu", "HUF", adoszam, R"({ category = "AE" })", "Tűzőrző Kft.", "Fő utca", "Győr",
         "9021", "ügyfélszolgálat"},
    Land{"HR", "hr", "EUR", oib, R"({ category = "AE" })", "Žičara Čvor d.o.o.", "Šetalište",
         "Đakovo", "31400", "objave i odgovori"},
    Land{"IT", "it", "EUR", partita_iva, R"({ category = "AE" })", "Società Più S.r.l.",
         "Via dell'Università", "Forlì", "47121", "assistenza"},
    Land{"DE", "de", "EUR", ust_idnr, R"({ category = "AE" })", "Müßiggang GmbH", "Große Straße",
         "Flensburg", "24937", "Redaktion"},
};

// SplitMix64: the same rows on every machine, from the seed that is printed.
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : state_(seed) {}
    std::uint64_t below(std::uint64_t bound) {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return (z ^ (z >> 31U)) % bound;
    }

  private:
    std::uint64_t state_;
};

constexpr std::string_view business = R"([business]
id = "office"
name = "Biuro Ćwierć Sp. z o.o."
country = "PL"
tax_id = "6772310459"
address = { street = "ul. Długa 7/3", city = "Kraków", postcode = "31-147" }
email = "biuro@office.example"
language = "pl"
timezone = "Europe/Warsaw"
currency = "PLN"
vat = { registered = true }

[business.numbering]
invoice = "FV/{yyyy}/{mm}/{n:6}"
credit_note = "KOR/{yyyy}/{n:6}"
interest_note = "NO/{yyyy}/{n:6}"

[[business.account]]
currency = "PLN"
iban = "PL61109010140000071219812874"
bic = "WBKPPLPP"

[[business.account]]
currency = "EUR"
iban = "PL34109010140000071219812875"
bic = "WBKPPLPP"

[[business.account]]
currency = "HUF"
iban = "PL07109010140000071219812876"
bic = "WBKPPLPP"
)";

// An amount in the currency's own size: forint have three more digits and no decimals here.
std::string amount(const Land& land, std::uint64_t whole, std::uint64_t cents) {
    if (land.currency == "HUF") return fmt::format("{}", whole * 400);
    return fmt::format("{}.{:02}", whole, cents);
}

enum class Shape { retainer, fixed, hourly, advance };

constexpr std::array policies = {"standard", "strict", "gentle"};

std::string client_toml(const Land& land, std::uint64_t n) {
    return fmt::format(R"(
[[client]]
id = "client-{0:06}"
name = "{1} {0}"
country = "{2}"
kind = "business"
tax_id = "{3}"
language = "{4}"
email = "client-{0:06}@firm.example"
address = {{ street = "{5} {6}", city = "{7}", postcode = "{8}" }}
)",
                       n, land.company, land.country, land.tax_id(n), land.language, land.street,
                       n % 200 + 1, land.city, land.postcode);
}

std::string fees_toml(const Land& land, Shape shape, Draw& draw) {
    const std::string hourly = amount(land, 30 + draw.below(60), 0);
    switch (shape) {
        case Shape::retainer:
            return fmt::format(R"(retainer = {{ fee = "{}", hours = "10", overage = "{}" }}
scope = ["assistance"]
)",
                               amount(land, 400 + draw.below(900), draw.below(100)), hourly);
        case Shape::fixed:
        case Shape::advance:
            return fmt::format(R"(fixed = [ {{ title = "Hosting", amount = "{}", per = "cycle" }},
          {{ title = "Newsletter", amount = "{}", per = "cycle" }} ]
)",
                               amount(land, 10 + draw.below(90), draw.below(100)),
                               amount(land, 100 + draw.below(500), 0));
        case Shape::hourly:
            break;
    }
    return fmt::format(R"(rate = [ {{ service = "assistance", hourly = "{}" }},
         {{ service = "consulting", hourly = "{}" }} ]
)",
                       hourly, amount(land, 90 + draw.below(60), 0));
}

std::string contract_toml(const Land& land, Shape shape, std::uint64_t n, Draw& draw) {
    const bool advance = shape == Shape::advance;
    return fmt::format(R"(
[[contract]]
id = "contract-{0:06}"
client = "client-{0:06}"
title = "{1} {0}"
currency = "{2}"
from = {3}
cycle = "{4}"
billed = "{5}"
billing_day = 1
terms = {{ days = {6} }}
policy = "{7}"
suspension_clause = "§ 7"
{8}vat = {9}
)",
                       n, land.service_note, land.currency, advance ? "2026-01-01" : "2025-12-01",
                       advance ? "quarterly" : "monthly", advance ? "advance" : "arrears",
                       7 + n % 3 * 7, policies.at(n % policies.size()),
                       fees_toml(land, shape, draw), land.vat);
}

void write_work(std::ostream& work, const Land& land, Shape shape, std::uint64_t n, Draw& draw) {
    const std::uint64_t rows = 4 + draw.below(9);
    for (std::uint64_t row = 0; row < rows; ++row) {
        const bool consulting = shape == Shape::hourly && row % 3 == 0;
        fmt::print(work, "contract-{:06},2025-12-{:02}T{:02}:{:02},{},{},{},\n", n,
                   1 + draw.below(31), 9 + draw.below(8), draw.below(60), 15 + draw.below(120),
                   consulting ? "consulting" : "assistance", land.service_note);
    }
}

std::uint64_t whole_number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw std::runtime_error(fmt::format("\"{}\" is not a whole number", text));
    return value;
}

void generate(std::uint64_t clients, const std::string& folder, std::uint64_t seed) {
    std::ofstream agreement(folder + "/agreement.toml", std::ios::binary);
    std::ofstream work(folder + "/work.csv", std::ios::binary);
    agreement << business;
    work << "contract,start,minutes,service,note,ref\n";
    Draw draw(seed);
    std::string contracts;
    for (std::uint64_t n = 1; n <= clients; ++n) {
        const Land& land = lands.at(n % lands.size());
        const auto shape = static_cast<Shape>(draw.below(4));
        agreement << client_toml(land, n);
        contracts += contract_toml(land, shape, n, draw);
        if (shape == Shape::retainer || shape == Shape::hourly)
            write_work(work, land, shape, n, draw);
    }
    agreement << contracts;
    agreement.close();
    work.close();
    if (!agreement || !work) throw std::runtime_error("could not write into " + folder);
}

}  // namespace

}  // namespace kvit::bench

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() != 2 && arguments.size() != 3) {
        std::cerr << "kvit_make_agreement CLIENTS FOLDER [SEED]\n";
        return 2;
    }
    try {
        const std::uint64_t seed =
            arguments.size() == 3 ? kvit::bench::whole_number(arguments[2]) : 1;
        kvit::bench::generate(kvit::bench::whole_number(arguments[0]), arguments[1], seed);
    } catch (const std::exception& error) {
        std::cerr << "kvit_make_agreement: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
