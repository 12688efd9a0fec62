// The pure part of a billing run, alone: rating, tax and totals of every contract of an agreement
// for the cycle that ends with a month, on the work of a log. Prints the seconds of CPU they take.
//   kvit_rate_all FOLDER THROUGH        FOLDER/agreement.toml and FOLDER/work.csv
#include "adapters/agreement/agreement_file.h"
#include "adapters/rules/rules.h"
#include "adapters/system/file_system.h"
#include "adapters/system/system_clock.h"
#include "adapters/tables/tables.h"
#include "kvit/ledger/invoicing.h"

#include <fmt/format.h>

#include <ctime>
#include <exception>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace kvit::bench {

namespace {

template <class T>
T take(core::Checked<T> checked) {
    if (!checked) throw std::runtime_error(core::to_sentence(checked.error().front()));
    return std::move(*checked);
}

template <class T>
T take(core::Result<T> result) {
    if (!result) throw std::runtime_error(core::to_sentence(result.error()));
    return std::move(*result);
}

struct Books {
    app::Agreement agreement;
    std::map<core::ClientId, const contract::Client*> clients;
    std::map<core::ContractId, std::vector<contract::WorkEntry>> work;
    std::shared_ptr<const core::TimeZone> zone;
};

Books read_books(const std::string& folder, const app::Clock& clock) {
    Books books;
    const std::string agreement = folder + "/agreement.toml", work = folder + "/work.csv";
    books.agreement =
        take(agreement::read_agreement(agreement, system::read_file(agreement), clock));
    books.zone = take(clock.time_zone(books.agreement.business->value.timezone));
    for (const auto& [where, client] : books.agreement.clients) books.clients[client.id] = &client;
    for (auto& row : take(tables::read_work(work, system::read_file(work), *books.zone)))
        books.work[row.value.contract].push_back(std::move(row.value));
    return books;
}

// Invoices made, so that nothing is left out by the compiler, and their lines.
std::pair<std::size_t, std::size_t> rate_all(const Books& books, core::Date through) {
    const auto rates = rules::vat_rates();
    const auto currencies = rules::vat_currencies();
    const auto no_rate = [](core::Currency, core::Currency, core::Date) {
        return std::optional<ledger::ExchangeRate>();
    };
    std::size_t invoices = 0, lines = 0;
    for (const auto& [where, contract] : books.agreement.contracts) {
        const auto cycles = ledger::cycles_through(contract, through);
        if (cycles.empty()) continue;
        const auto& cycle = cycles.front();
        const auto found = books.work.find(contract.id);
        const std::vector<contract::WorkEntry> none;
        const bool in_advance = cycle.issue_on == cycle.from;
        const auto& work = in_advance || found == books.work.end() ? none : found->second;
        auto rating = take(ledger::rate_cycle({contract,
                                               cycle,
                                               work,
                                               {},
                                               0,
                                               {},
                                               true,
                                               {},
                                               books.agreement.business->value.country,
                                               rules::calendar(),
                                               *books.zone}));
        const auto invoice = take(ledger::draft_invoice(
            {books.agreement.business->value, *books.clients.at(contract.client), contract, cycle,
             cycle.issue_on, std::move(rating.lines), rules::calendar(), rates, currencies,
             no_rate}));
        ++invoices;
        lines += invoice.lines.size();
    }
    return {invoices, lines};
}

void run(const std::string& folder, const std::string& through) {
    const auto clock = system::system_clock();
    const Books books = read_books(folder, *clock);
    const auto until = take(core::parse_date(through));
    const std::clock_t before = std::clock();
    const auto [invoices, lines] = rate_all(books, until);
    const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    std::cout << fmt::format("{:.3f} {} {}\n", seconds, invoices, lines);
}

}  // namespace

}  // namespace kvit::bench

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() != 2) {
        std::cerr << "kvit_rate_all FOLDER THROUGH\n";
        return 2;
    }
    try {
        kvit::bench::run(arguments[0], arguments[1]);
    } catch (const std::exception& error) {
        std::cerr << "kvit_rate_all: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
