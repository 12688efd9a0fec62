#include "adapters/tables/tables.h"
#include "promises.h"

namespace {

template <class Rows>
void check(const Rows& rows) {
    if (!rows) return kvit::fuzz::check_refusals(rows.error());
    for (const auto& row : *rows) {
        KVIT_INVARIANT(!row.value.key.empty() && !row.where.empty(),
                       "every row has a key and a place");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = kvit::fuzz::text_of(data, size);
    const kvit::fuzz::Utc zone;
    check(kvit::tables::read_work("fuzz.csv", text, zone));
    check(kvit::tables::read_contacts("fuzz.csv", text, zone));
    check(kvit::tables::read_requests("fuzz.csv", text));
    const auto rates = kvit::tables::read_exchange_rates("fuzz.csv", text);
    if (!rates) kvit::fuzz::check_refusals(rates.error());
    return 0;
}
