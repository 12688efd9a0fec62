#include "adapters/sqlite/sources.h"

#include "adapters/json/snapshot_codec.h"
#include "kvit/core/invariant.h"

namespace kvit::sqlite {

std::string encode_sources(const ledger::RatedLine& line) {
    KVIT_INVARIANT(line.sources.size() == line.source_minutes.size(),
                   "each source of a line has its minutes");
    json::Numbered sources;
    sources.reserve(line.sources.size());
    for (std::size_t i = 0; i < line.sources.size(); ++i)
        sources.emplace_back(line.sources[i].str(), line.source_minutes[i]);
    return json::encode(sources);
}

void read_sources(Row& row, ledger::RatedLine& line) {
    for (auto& [key, minutes] : row.decoded(json::decode_numbered)) {
        line.sources.emplace_back(std::move(key));
        line.source_minutes.push_back(minutes);
    }
}

}  // namespace kvit::sqlite
