#include "adapters/bank/camt.h"
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kvit;
    const auto statements = bank::read_camt("fuzz.xml", fuzz::text_of(data, size), 1000);
    if (!statements) {
        fuzz::check_refusals(statements.error());
        return 0;
    }
    for (const auto& statement : *statements) {
        KVIT_INVARIANT(statement::check(statement).has_value(), "what is accepted adds up");
        auto keys = statement::entry_keys(statement,
                                          [](std::string_view text) { return std::string(text); });
        KVIT_INVARIANT(keys.size() == statement.entries.size(), "every entry has a key");
        std::ranges::sort(keys);
        KVIT_INVARIANT(std::ranges::adjacent_find(keys) == keys.end(),
                       "no two entries share a key");
    }
    return 0;
}
