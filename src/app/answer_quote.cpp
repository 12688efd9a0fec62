#include "kvit/app/answer_quote.h"

#include "billing_schedule.h"

namespace kvit::app {

namespace {

std::optional<core::Refusal> refuse(const Quote& quote, const QuoteAnswer& answer) {
    const std::string name = "quote " + quote.id;
    if (quote.answer) {
        const bool yes = quote.state() == QuoteState::accepted;
        return core::Refusal{name,
                             std::string("it was ") + (yes ? "accepted" : "declined") + " on " +
                                 core::to_iso(quote.answer->answered_on),
                             "an answer stands; agree on something new with an amendment"};
    }
    if (answer.answered_on < quote.held_on) {
        return core::Refusal{"--on",
                             core::to_iso(answer.answered_on) + " is before " + name +
                                 " was made on " + core::to_iso(quote.held_on),
                             "write the day of the client's answer"};
    }
    if (answer.state == QuoteState::declined) return std::nullopt;
    if (answer.hourly && !answer.hourly->is_positive()) {
        return core::Refusal{"--hourly", core::to_decimal(*answer.hourly) + " is no price",
                             "write the rate the client agreed to; declined work is not billed"};
    }
    if (quote.held.priced && answer.hourly) {
        return core::Refusal{"--hourly", name + " has its price by the agreement",
                             "leave --hourly out; a new rate is an amendment"};
    }
    if (!quote.held.priced && !answer.hourly) {
        return core::Refusal{name,
                             "the agreement has no hourly rate for \"" + quote.held.service + "\"",
                             "add the rate the client agreed to, --hourly AMOUNT"};
    }
    return std::nullopt;
}

}  // namespace

core::Result<Quote> answer_quote(const Engine& engine, const core::BusinessId& business,
                                 const std::string& id, const QuoteAnswer& answer, core::Date day) {
    auto quote = engine.store.quote(business, id);
    if (!quote) {
        return core::refuse("quote " + id, "there is no such quote", "kvit quote list shows them");
    }
    if (auto refusal = refuse(*quote, answer)) return tl::unexpected(*refusal);
    if (answer.hourly) {
        auto priced = ledger::priced_at(quote->held, *answer.hourly);
        if (!priced) return tl::unexpected(priced.error());
    }
    const auto unit = engine.store.begin(day);
    engine.store.answer_quote(business, id, answer);
    if (answer.state == QuoteState::accepted) {
        schedule_for_quote(engine.store, business,
                           *engine.store.contract(business, quote->contract), answer.answered_on);
    }
    unit->commit();
    quote->answer = answer;
    return std::move(*quote);
}

}  // namespace kvit::app
