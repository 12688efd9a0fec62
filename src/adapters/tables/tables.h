#pragma once
// The tables that people import: work, contacts, requests, exchange rates. The whole file or
// nothing: every bad row is refused with its line, column and reason. Reads text only; files are
// opened elsewhere.

#include "kvit/app/ports/agreement_source.h"
#include "kvit/contract/work_log.h"
#include "kvit/core/result.h"
#include "kvit/core/time_zone.h"
#include "kvit/ledger/exchange_rate.h"

#include <string>
#include <string_view>
#include <vector>

namespace kvit::tables {

// Columns contract, start, minutes (1 to 1440), service, note [, ref].
//
// A row's key is "ref:" and its own ref; without one "row:", a hash of what it says, and "#k" for
// the k-th such row of the file: importing it again, or a file that overlaps, gives the same keys,
// and twins stay two. A ref that stands twice in the file with other content is refused.
core::Checked<std::vector<app::At<contract::WorkEntry>>> read_work(const std::string& file_name,
                                                                   std::string_view text,
                                                                   const core::TimeZone& zone);

// Columns client, at, channel, direction, minutes (0 to 1440), subject [, contract, ref].
core::Checked<std::vector<app::At<contract::Contact>>> read_contacts(const std::string& file_name,
                                                                     std::string_view text,
                                                                     const core::TimeZone& zone);

// Columns contract, asked_on, needed_by, what [, answered_on, ref]. The answer is no part of the
// key: a request imported again with its answer is the same request.
core::Checked<std::vector<app::At<contract::Request>>> read_requests(const std::string& file_name,
                                                                     std::string_view text);

// Columns date, currency, per, rate, bookkeeping_currency, source. `per` and `rate` are more than 0
// with at most 9 digits, 6 of them decimals: 100 HUF = 1.0912 PLN, or 1.0876 USD = 1 EUR. A row is
// known again by its date and currencies.
core::Checked<std::vector<app::At<ledger::ExchangeRate>>> read_exchange_rates(
    const std::string& file_name, std::string_view text);

}  // namespace kvit::tables
