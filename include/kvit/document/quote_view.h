#pragma once
// A quote: work found outside the agreement, with its price, for the client to accept or decline.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"
#include "kvit/document/wording.h"
#include "kvit/ledger/rating.h"

namespace kvit::document {

struct QuoteView {
    const contract::Business& business;
    const contract::Client& client;
    const contract::Contract& contract;
    const std::string& id;
    core::Date held_on;
    const ledger::HeldQuote& held;  // priced
};

Document compose_quote(const QuoteView& view, const Wording& wording);
Message quote_message(const QuoteView& view, const Wording& wording);

}  // namespace kvit::document
