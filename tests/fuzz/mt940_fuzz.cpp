#include "adapters/bank/mt940.h"
#include "statement_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kvit;
    fuzz::check_statements(bank::read_mt940("fuzz.sta", fuzz::text_of(data, size), 1000));
    return 0;
}
