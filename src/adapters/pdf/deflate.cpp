#include "adapters/pdf/deflate.h"

#include "kvit/core/environment_error.h"

#include <libdeflate.h>
#include <memory>

namespace kvit::pdf {
namespace {

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const {
        libdeflate_free_compressor(compressor);
    }
};

}  // namespace

std::string deflate(std::string_view bytes) {
    constexpr int level = 6;
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(level));
    if (!compressor)
        throw core::EnvironmentError(
            "Not enough memory to write a PDF file; close other programs.");
    std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                        out.size()));
    return out;
}

}  // namespace kvit::pdf
