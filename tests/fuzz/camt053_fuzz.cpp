#include "adapters/bank/camt.h"
#include "statement_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kvit;
    fuzz::check_statements(bank::read_camt("fuzz.xml", fuzz::text_of(data, size), 1000));
    return 0;
}
