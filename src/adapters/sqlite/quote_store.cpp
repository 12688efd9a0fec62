// BillingStore: out-of-scope work held until it is agreed.

#include "adapters/sqlite/sources.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

#include <set>

namespace kvit::sqlite {

namespace {

struct Head {
    app::Quote quote;
    core::Currency currency;
};

Head read_head(const Query& query) {
    Row row(query, "quote");
    app::Quote quote;
    quote.id = row.text();
    quote.client = row.id<core::ClientId>();
    quote.contract = row.id<core::ContractId>();
    quote.cycle_from = row.day();
    quote.held_on = row.day();
    quote.held.service = row.text();
    const core::Currency currency = row.currency();
    quote.held.priced = row.flag();
    if (const auto state = row.maybe([&] { return row.named<app::QuoteState>(); })) {
        const core::Date answered_on = row.day();
        const auto hourly = row.maybe([&] { return row.money(currency); });
        const auto note = row.maybe([&] { return row.text(); });
        quote.answer = app::QuoteAnswer{*state, answered_on, hourly, note.value_or("")};
    } else {
        constexpr int rest_of_answer = 3;
        row.skip(rest_of_answer);
    }
    if (const auto number = row.maybe([&] { return row.id<core::InvoiceNumber>(); }))
        quote.invoice = *number;
    return {std::move(quote), currency};
}

ledger::RatedLine read_line(const Query& query, const Head& head) {
    Row row(query, "a line of quote");
    row.view();
    const auto kind = row.named<ledger::LineKind>();
    const core::Ratio multiplier = row.ratio();
    const std::int64_t minutes = row.number();
    const core::Money price = row.money(head.currency), net = row.money(head.currency);
    const core::Date period_from = row.day(), period_until = row.day();
    ledger::RatedLine line{.kind = kind,
                           .service = head.quote.held.service,
                           .title = {},
                           .multiplier = multiplier,
                           .quantity = minutes,
                           .unit = ledger::Unit::minute,
                           .price = price,
                           .net = net,
                           .period_from = period_from,
                           .period_until = period_until,
                           .share = std::nullopt,
                           .sources = {}};
    read_sources(row, line);
    return line;
}

}  // namespace

std::vector<app::Quote> Store::read_quotes(const core::BusinessId& business, Query& query) const {
    std::vector<Head> heads;
    while (query.step()) heads.push_back(read_head(query));
    std::vector<app::Quote> quotes;
    quotes.reserve(heads.size());
    for (Head& head : heads) {
        Query lines(connection_, R"sql(
            SELECT quote, kind, multiplier, minutes, price, net, period_from, period_until, sources
            FROM quote_line WHERE business = $1 AND quote = $2 ORDER BY line)sql",
                    business, head.quote.id);
        while (lines.step()) head.quote.held.lines.push_back(read_line(lines, head));
        quotes.push_back(std::move(head.quote));
    }
    return quotes;
}

void Store::add_quote(const core::BusinessId& business, const app::Quote& quote) {
    unit();
    KVIT_INVARIANT(!quote.held.lines.empty() && !quote.answer, "a new quote is held, with work");
    const core::Currency currency = ledger::net_of(quote.held).currency();
    run(connection_, R"sql(
        INSERT INTO quote (business, quote, client, contract, cycle_from, held_on, service,
            currency, priced)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
        business, quote.id, quote.client, quote.contract, quote.cycle_from, quote.held_on,
        quote.held.service, currency, quote.held.priced);
    int number = 0;
    std::set<core::EntryKey> sources;
    for (const ledger::RatedLine& line : quote.held.lines) {
        sources.insert(line.sources.begin(), line.sources.end());
        run(connection_, R"sql(
            INSERT INTO quote_line (business, quote, line, kind, multiplier, minutes, price, net,
                period_from, period_until, sources)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql",
            business, quote.id, ++number, line.kind, line.multiplier, line.quantity,
            line.price.minor(), line.net.minor(), line.period_from, line.period_until,
            encode_sources(line));
    }
    for (const core::EntryKey& key : sources) {
        run(connection_, R"sql(
            INSERT INTO work_held (business, entry_key, quote) VALUES ($1, $2, $3))sql",
            business, key, quote.id);
        remove_pending_work(business, key);
    }
}

std::optional<app::Quote> Store::quote(const core::BusinessId& business,
                                       const std::string& id) const {
    Query query(connection_, R"sql(
        SELECT quote, client, contract, cycle_from, held_on, service, currency, priced, state,
            answered_on, hourly, note, number
        FROM quote_so_far WHERE business = $1 AND quote = $2)sql",
                business, id);
    auto quotes = read_quotes(business, query);
    if (quotes.empty()) return std::nullopt;
    return std::move(quotes.front());
}

std::vector<app::Quote> Store::quotes(const core::BusinessId& business,
                                      const std::optional<core::ContractId>& contract) const {
    if (contract) {
        Query query(connection_, R"sql(
        SELECT quote, client, contract, cycle_from, held_on, service, currency, priced, state,
            answered_on, hourly, note, number
        FROM quote_so_far WHERE business = $1 AND contract = $2
        ORDER BY held_on, quote)sql",
                    business, *contract);
        return read_quotes(business, query);
    }
    Query query(connection_, R"sql(
        SELECT quote, client, contract, cycle_from, held_on, service, currency, priced, state,
            answered_on, hourly, note, number
        FROM quote_so_far WHERE business = $1
        ORDER BY held_on, quote)sql",
                business);
    return read_quotes(business, query);
}

std::vector<app::Quote> Store::held_quotes(const core::BusinessId& business) const {
    Query query(connection_, R"sql(
        SELECT quote, client, contract, cycle_from, held_on, service, currency, priced, state,
            answered_on, hourly, note, number
        FROM quote_so_far WHERE business = $1 AND state IS NULL
        ORDER BY held_on, quote)sql",
                business);
    return read_quotes(business, query);
}

std::vector<app::Quote> Store::accepted_quotes(const core::BusinessId& business,
                                               const core::ContractId& contract) const {
    Query query(connection_, R"sql(
        SELECT quote, client, contract, cycle_from, held_on, service, currency, priced, state,
            answered_on, hourly, note, number
        FROM quote_so_far WHERE business = $1 AND contract = $2 AND state = 'accepted'
            AND number IS NULL
        ORDER BY answered_on, quote)sql",
                business, contract);
    return read_quotes(business, query);
}

void Store::answer_quote(const core::BusinessId& business, const std::string& id,
                         const app::QuoteAnswer& answer) {
    unit();
    KVIT_INVARIANT(answer.state != app::QuoteState::held, "an answer is yes or no");
    std::optional<std::int64_t> hourly;
    if (answer.hourly) hourly = answer.hourly->minor();
    run(connection_, R"sql(
        INSERT INTO quote_answer (business, quote, state, answered_on, hourly, personal,
            recorded_on, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql",
        business, id, answer.state, answer.answered_on, hourly, add_text(business, answer.note),
        unit().recorded_on(), unit().recorded_at());
}

void Store::mark_quote_billed(const core::BusinessId& business, const std::string& id,
                              const core::InvoiceNumber& invoice) {
    unit();
    run(connection_, R"sql(
        INSERT INTO quote_billed (business, quote, number) VALUES ($1, $2, $3))sql",
        business, id, invoice);
}

}  // namespace kvit::sqlite
