#pragma once
// The column `sources` of a rated line: the entries it bills, each with its minutes.

#include "adapters/sqlite/statement.h"
#include "kvit/ledger/rating.h"

namespace kvit::sqlite {

std::string encode_sources(const ledger::RatedLine& line);
void read_sources(Row& row, ledger::RatedLine& line);

}  // namespace kvit::sqlite
