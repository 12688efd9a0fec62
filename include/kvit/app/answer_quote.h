#pragma once
// The client's answer to a quote goes on record. An accepted quote is billed with the contract's
// next invoice whose issue date is the answer's day or later; a declined one never.

#include "kvit/app/engine.h"

namespace kvit::app {

// Refuses an unknown or answered quote, a day before it was held, an hourly price for a quote that
// has one, none for a quote that has none, and one in another currency or not above zero.
core::Result<Quote> answer_quote(const Engine& engine, const core::BusinessId& business,
                                 const std::string& id, const QuoteAnswer& answer, core::Date day);

}  // namespace kvit::app
