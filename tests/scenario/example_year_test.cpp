// The example business, day by day through the command line: every invoice, notice and status of
// the year, and nothing else. The expected lists were derived by hand and by a script written from
// the documents alone.

#include "adapters/sqlite/sqlite_store.h"
#include "adapters/system/system_clock.h"
#include "cli/office.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

using kvit::core::operator""_iso;
using kvit::test::read_file;
using kvit::test::fs::path;

class Studio : public kvit::test::Office {
  public:
    Studio() { open_studio(); }

    // The table `command` prints on the last day of the year.
    std::string table(const std::string& command) {
        BOOST_REQUIRE_EQUAL(run({command, "--as-of", "2026-11-20", "--format", "csv"}), 0);
        return said;
    }

    // Names of the files below a folder of the office, a line each.
    std::string files(const std::string& folder) const {
        std::vector<std::string> names;
        for (const auto& file : kvit::test::fs::recursive_directory_iterator(path(folder))) {
            if (file.is_regular_file()) names.push_back(file.path().filename().string());
        }
        return lines(std::move(names));
    }

    // What happened, without the days on which it was learned and their order.
    std::string journal() {
        std::vector<std::string> entries;
        store()->for_each_entry(
            kvit::core::BusinessId("studio-ada"), [&](const kvit::ledger::RecordedEntry& one) {
                std::string text =
                    kvit::core::to_iso(one.entry.effective_on) + " " + one.entry.key.str();
                for (const auto& posting : one.entry.postings) {
                    text += " | " + std::to_string(static_cast<int>(posting.account)) + " " +
                            posting.subject + " " + posting.item.str() + " " +
                            kvit::core::to_decimal(posting.amount) + " " +
                            posting.amount.currency().code();
                }
                entries.push_back(text);
            });
        return lines(std::move(entries));
    }

    std::string status_changes() {
        std::vector<std::string> changes;
        const auto open = store();
        const kvit::core::BusinessId business("studio-ada");
        open->for_each_contract(business, [&](const kvit::contract::Contract& contract) {
            for (const auto& status :
                 open->status_history(business, contract.id, "2026-11-20"_iso)) {
                changes.push_back(kvit::core::to_iso(status.since) + " " + contract.id.str() + " " +
                                  std::string(kvit::policy::name_of(status.status)));
            }
        });
        return lines(std::move(changes));
    }

  private:
    std::unique_ptr<kvit::app::Store> store() {
        return kvit::sqlite::open_store(path("kvit.db").string(), kvit::sqlite::Access::read_only,
                                        *clock_);
    }
    static std::string lines(std::vector<std::string> texts) {
        std::ranges::sort(texts);
        std::string all;
        for (const auto& text : texts) all += text + "\n";
        return all;
    }

    std::unique_ptr<kvit::app::Clock> clock_ = kvit::system::system_clock();
};

// KVIT_BLESS=1 rewrites the file, for a change that is meant.
void expect(const std::string& name, const std::string& found) {
    const path file = path(KVIT_SOURCE_DIR) / "tests/scenario/files" / name;
    if (std::getenv("KVIT_BLESS") != nullptr) std::ofstream(file) << found;
    BOOST_TEST(found == read_file(file));
}

constexpr int days_of_year = 324;  // 2026-01-01 to 2026-11-20

}  // namespace

BOOST_AUTO_TEST_SUITE(example_year)

BOOST_AUTO_TEST_CASE(day_by_day_everything_that_happened_and_nothing_else) {
    Studio office;
    for (int i = 0; i < days_of_year; ++i) office.day("2026-01-01"_iso + date::days(i));
    expect("invoices.csv", office.table("invoices"));
    expect("notices.csv", office.table("notices"));
    expect("status.csv", office.table("status"));
    expect("aging.csv", office.table("aging"));
    expect("status_changes.txt", office.status_changes());
    expect("messages.txt", office.files("outbox"));
    expect("documents.txt", office.files("documents"));
    expect("journal.txt", office.journal());
    BOOST_TEST(office.run({"verify"}) == 0);
}

BOOST_AUTO_TEST_CASE(every_day_twice_nothing_more) {
    Studio office;
    for (int i = 0; i < days_of_year; ++i) {
        office.day("2026-01-01"_iso + date::days(i));
        office.day("2026-01-01"_iso + date::days(i));
    }
    expect("invoices.csv", office.table("invoices"));
    expect("notices.csv", office.table("notices"));
    expect("status_changes.txt", office.status_changes());
    expect("messages.txt", office.files("outbox"));
    expect("journal.txt", office.journal());
}

BOOST_AUTO_TEST_CASE(in_one_go_the_same_invoices_and_receipts_and_no_pause) {
    Studio office;
    office.day("2026-11-20"_iso);
    expect("invoices.csv", office.table("invoices"));
    expect("aging.csv", office.table("aging"));
    expect("journal.txt", office.journal());
    BOOST_TEST(office.table("status").find(",paused,") == std::string::npos);
    BOOST_TEST(office.run({"verify"}) == 0);
}

BOOST_AUTO_TEST_CASE(skipping_weeks_the_same_invoices_and_every_pause_announced) {
    Studio office;
    for (int i = 0; i < days_of_year; i += 17) office.day("2026-01-01"_iso + date::days(i));
    office.day("2026-11-20"_iso);
    expect("invoices.csv", office.table("invoices"));
    expect("aging.csv", office.table("aging"));
    expect("journal.txt", office.journal());
    BOOST_TEST(office.run({"verify"}) == 0);  // its check "pauses" looks for the warning
}

BOOST_AUTO_TEST_SUITE_END()
