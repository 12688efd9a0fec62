#include "adapters/bank/csv_statement.h"
#include "statement_promises.h"

// Every profile reads every input: they differ in all that a profile may say.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kvit;
    static const std::vector<contract::BankAccount> accounts{
        {core::Currency::parse("PLN").value(), "PL61109010140000071219812874", ""},
        {core::Currency::parse("HUF").value(), "HU42117730161111101800000000", ""}};
    for (const auto& name : bank::profile_names()) {
        const auto profile = bank::built_in_profile(name).value();
        for (const std::string account : {"", "PL61109010140000071219812874"}) {
            fuzz::check_statements(bank::read_csv_statement("fuzz.csv", fuzz::text_of(data, size),
                                                            profile, {account, accounts}, 1000));
        }
    }
    return 0;
}
