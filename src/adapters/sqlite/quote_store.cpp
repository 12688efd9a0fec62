// ActivityStore: out-of-scope work held until it is agreed.

#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

namespace kvit::sqlite {

namespace {

app::Quote read_quote(const Query& query) {
    Row row(query, "quote");
    std::string id = row.text();
    const auto client = row.id<core::ClientId>();
    const auto contract = row.id<core::ContractId>();
    const core::Date cycle_from = row.day(), held_on = row.day();
    const auto state = row.named<app::QuoteState>();
    std::string service = row.text();
    const core::Currency currency = row.currency();
    const core::Money hourly = row.money(currency);
    const std::int64_t minutes = row.number();
    const core::Money net = row.money(currency);
    return {std::move(id),
            client,
            contract,
            cycle_from,
            held_on,
            state,
            {std::move(service), minutes, hourly, net, {}}};
}

}  // namespace

void Store::add_quote(const core::BusinessId& business, const app::Quote& quote) {
    unit();
    KVIT_INVARIANT(quote.held.net.currency() == quote.held.hourly.currency(),
                   "a quote has one currency");
    int part = 1;
    {
        Query query(connection_, R"sql(
            SELECT q.state, q.currency, COALESCE(MAX(p.part), 0) + 1
            FROM quote q
            JOIN quote_part p ON p.business = q.business AND p.quote = q.quote
            WHERE q.business = $1 AND q.quote = $2
            GROUP BY q.state, q.currency)sql",
                    business, quote.id);
        if (query.step()) {
            Row row(query, "quote");
            KVIT_INVARIANT(row.named<app::QuoteState>() == app::QuoteState::held,
                           "only a held quote grows");
            KVIT_INVARIANT(row.currency() == quote.held.net.currency(), "a quote has one currency");
            part = row.integer();
        }
    }
    if (part == 1)
        run(connection_, R"sql(
            INSERT INTO quote (business, quote, client, contract, cycle_from, held_on, service,
                currency, hourly, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
            business, quote.id, quote.client, quote.contract, quote.cycle_from, quote.held_on,
            quote.held.service, quote.held.hourly.currency(), quote.held.hourly.minor(),
            quote.state);
    run(connection_, R"sql(
        INSERT INTO quote_part (business, quote, part, minutes, net)
        VALUES ($1, $2, $3, $4, $5))sql",
        business, quote.id, part, quote.held.minutes, quote.held.net.minor());
    int place = 0;
    for (const core::EntryKey& key : quote.held.sources)
        run(connection_, R"sql(
            INSERT INTO work_held (business, entry_key, quote, part, place)
            VALUES ($1, $2, $3, $4, $5))sql",
            business, key, quote.id, part, ++place);
}

std::vector<app::Quote> Store::quotes(const core::BusinessId& business,
                                      app::QuoteState state) const {
    std::vector<app::Quote> quotes;
    Query query(connection_, R"sql(
        SELECT q.quote, q.client, q.contract, q.cycle_from, q.held_on, q.state, q.service,
            q.currency, q.hourly, CAST(SUM(p.minutes) AS BIGINT), CAST(SUM(p.net) AS BIGINT)
        FROM quote q
        JOIN quote_part p ON p.business = q.business AND p.quote = q.quote
        WHERE q.business = $1 AND q.state = $2
        GROUP BY q.quote, q.client, q.contract, q.cycle_from, q.held_on, q.state, q.service,
            q.currency, q.hourly
        ORDER BY q.held_on, q.quote)sql",
                business, state);
    while (query.step()) quotes.push_back(read_quote(query));
    for (app::Quote& quote : quotes) {
        Query sources(connection_, R"sql(
            SELECT entry_key FROM work_held
            WHERE business = $1 AND quote = $2 ORDER BY part, place)sql",
                      business, quote.id);
        while (sources.step()) quote.held.sources.emplace_back(std::string(sources.text(0)));
    }
    return quotes;
}

}  // namespace kvit::sqlite
