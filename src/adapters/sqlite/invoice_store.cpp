// LedgerStore: invoices and their numbers.

#include "adapters/json/personal_codec.h"
#include "adapters/sqlite/pages.h"
#include "adapters/sqlite/sources.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/unit.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <utility>

namespace kvit::sqlite {

namespace {

// An invoice without its lines, and where its words are.
struct Head {
    ledger::Invoice invoice;
    std::int64_t sequence = 0;
    std::optional<std::string> personal;  // body; absent: erased
};

Head read_head(const Query& query) {
    Row row(query, "invoice");
    const auto number = row.id<core::InvoiceNumber>();
    const std::int64_t sequence = row.number();
    const auto kind = row.named<ledger::InvoiceKind>();
    const auto client = row.id<core::ClientId>();
    const auto contract = row.id<core::ContractId>();
    const core::Date cycle_from = row.day(), cycle_until = row.day();
    const core::Date supplied_on = row.day(), issued_on = row.day();
    const core::Date due_on_raw = row.day(), due_on = row.day();
    const core::Currency currency = row.currency();
    const core::Money net = row.money(currency), tax = row.money(currency);
    const core::Money gross = row.money(currency);
    return {.invoice = {number,
                        kind,
                        client,
                        contract,
                        cycle_from,
                        cycle_until,
                        supplied_on,
                        issued_on,
                        due_on_raw,
                        due_on,
                        currency,
                        {},
                        {},
                        net,
                        tax,
                        gross,
                        row.text(),
                        row.number(),
                        {},
                        row.maybe([&] { return row.id<core::InvoiceNumber>(); })
                            .value_or(core::InvoiceNumber()),
                        {}},
            .sequence = sequence,
            .personal = row.maybe([&] { return row.text(); })};
}

ledger::InvoiceLine read_line(const Query& query, core::Currency currency) {
    Row row(query, "a line of invoice");
    row.view();
    const auto kind = row.named<ledger::LineKind>();
    std::string service = row.text();
    const core::Ratio multiplier = row.ratio();
    const std::int64_t quantity = row.number();
    const auto unit = row.named<ledger::Unit>();
    const core::Money price = row.money(currency), net = row.money(currency);
    const core::Date period_from = row.day(), period_until = row.day();
    const auto share = row.maybe([&] { return row.ratio(); });
    const int paused_days = row.integer(), business_days = row.integer();
    const auto category = row.named<contract::VatCategory>();
    const core::Ratio percent = row.ratio();
    ledger::InvoiceLine line{.rated = {.kind = kind,
                                       .service = std::move(service),
                                       .title = {},
                                       .multiplier = multiplier,
                                       .quantity = quantity,
                                       .unit = unit,
                                       .price = price,
                                       .net = net,
                                       .period_from = period_from,
                                       .period_until = period_until,
                                       .share = share,
                                       .paused_days = paused_days,
                                       .business_days = business_days,
                                       .sources = {}},
                             .vat = {category, percent},
                             .text = {}};
    read_sources(row, line.rated);
    line.rated.included_minutes = row.number();
    line.corrects_line = row.integer();
    return line;
}

void check_currency(const ledger::Invoice& invoice) {
    const auto is_its = [&](core::Money amount) { return amount.currency() == invoice.currency; };
    KVIT_INVARIANT(is_its(invoice.net) && is_its(invoice.tax) && is_its(invoice.gross) &&
                       std::all_of(invoice.lines.begin(), invoice.lines.end(),
                                   [&](const ledger::InvoiceLine& line) {
                                       return is_its(line.rated.price) && is_its(line.rated.net);
                                   }) &&
                       std::all_of(invoice.vat.begin(), invoice.vat.end(),
                                   [&](const ledger::VatLine& vat) {
                                       return is_its(vat.base) && is_its(vat.tax);
                                   }),
                   "an invoice has one currency");
}

}  // namespace

std::optional<core::Date> Store::last_issued_on(const core::BusinessId& business,
                                                ledger::InvoiceKind kind) const {
    Query query(connection_, R"sql(
        SELECT $2, MAX(last_issued_on) FROM number_series
        WHERE business = $1 AND kind = $2)sql",
                business, kind);
    query.step();
    Row row(query, "number series");
    row.view();
    return row.maybe([&] { return row.day(); });
}

std::int64_t Store::take_number(const core::BusinessId& business, ledger::InvoiceKind kind,
                                const std::string& period, core::Date issued_on) {
    unit();
    const auto last = last_issued_on(business, kind);
    KVIT_INVARIANT(!last || *last <= issued_on, "the dates of a number series do not fall");
    {
        Query query(connection_, R"sql(
            UPDATE number_series SET last_number = last_number + 1, last_issued_on = $4
            WHERE business = $1 AND kind = $2 AND period = $3
            RETURNING last_number)sql",
                    business, kind, period, issued_on);
        if (query.step()) {
            const std::int64_t number = query.number(0);
            query.step();
            return number;
        }
    }
    run(connection_, R"sql(
        INSERT INTO number_series (business, kind, period, last_number, last_issued_on)
        VALUES ($1, $2, $3, 1, $4))sql",
        business, kind, period, issued_on);
    return 1;
}

void Store::add_invoice(const core::BusinessId& business, const ledger::Invoice& invoice,
                        const ledger::JournalEntry& entry) {
    unit();
    KVIT_INVARIANT(!invoice.number.empty(), "an issued invoice has a number");
    KVIT_INVARIANT(
        entry.kind == ledger::EntryKind::issue && entry.effective_on == invoice.issued_on,
        "an invoice's journal entry is its issue, on its issue date");
    KVIT_INVARIANT((invoice.kind == ledger::InvoiceKind::credit_note) == !invoice.corrects.empty(),
                   "a credit note, and only it, corrects an invoice");
    check_currency(invoice);
    const auto corrects = invoice.corrects.empty() ? std::nullopt : std::optional(invoice.corrects);
    const std::int64_t sequence = append_entry(business, entry);
    run(connection_, R"sql(
        INSERT INTO invoice (business, number, sequence, kind, client, contract, cycle_from,
            cycle_until, supplied_on, issued_on, due_on_raw, due_on, currency, net, tax, gross,
            series_period, series_number, corrects, personal)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
            $19, $20))sql",
        business, invoice.number, sequence, invoice.kind, invoice.client, invoice.contract,
        invoice.cycle_from, invoice.cycle_until, invoice.supplied_on, invoice.issued_on,
        invoice.due_on_raw, invoice.due_on, invoice.currency, invoice.net.minor(),
        invoice.tax.minor(), invoice.gross.minor(), invoice.series_period, invoice.series_number,
        corrects, add_personal(business, json::encode_personal(invoice)));
    add_invoice_lines(business, invoice);
    add_bookkeeping_tax(business, invoice);
    append_postings(business, sequence, entry);
}

void Store::add_invoice_lines(const core::BusinessId& business, const ledger::Invoice& invoice) {
    int number = 0;
    for (const ledger::InvoiceLine& line : invoice.lines)
        run(connection_, R"sql(
            INSERT INTO invoice_line (business, number, line, kind, service, multiplier, quantity,
                unit, price, net, period_from, period_until, share, paused_days, business_days,
                vat_category, vat_percent, sources, included_minutes, corrects_line)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                $18, $19, $20))sql",
            business, invoice.number, ++number, line.rated.kind, line.rated.service,
            line.rated.multiplier, line.rated.quantity, line.rated.unit, line.rated.price.minor(),
            line.rated.net.minor(), line.rated.period_from, line.rated.period_until,
            line.rated.share, line.rated.paused_days, line.rated.business_days, line.vat.category,
            line.vat.percent, encode_sources(line.rated), line.rated.included_minutes,
            line.corrects_line);
    number = 0;
    for (const ledger::VatLine& vat : invoice.vat)
        run(connection_, R"sql(
            INSERT INTO invoice_vat (business, number, line, category, percent, base, tax)
            VALUES ($1, $2, $3, $4, $5, $6, $7))sql",
            business, invoice.number, ++number, vat.treatment.category, vat.treatment.percent,
            vat.base.minor(), vat.tax.minor());
}

void Store::read_invoice_lines(const core::BusinessId& business, ledger::Invoice& invoice,
                               const std::optional<std::string>& personal) const {
    Query lines(connection_, R"sql(
        SELECT number, kind, service, multiplier, quantity, unit, price, net, period_from,
            period_until, share, paused_days, business_days, vat_category, vat_percent, sources,
            included_minutes, corrects_line
        FROM invoice_line WHERE business = $1 AND number = $2 ORDER BY line)sql",
                business, invoice.number);
    while (lines.step()) invoice.lines.push_back(read_line(lines, invoice.currency));
    Query groups(connection_, R"sql(
        SELECT number, category, percent, base, tax
        FROM invoice_vat WHERE business = $1 AND number = $2 ORDER BY line)sql",
                 business, invoice.number);
    while (groups.step()) {
        Row row(groups, "the VAT of invoice");
        row.view();
        invoice.vat.push_back({{row.named<contract::VatCategory>(), row.ratio()},
                               row.money(invoice.currency),
                               row.money(invoice.currency)});
    }
    invoice.bookkeeping_tax = bookkeeping_tax(business, invoice.number);
    if (!personal) return;
    try {
        json::decode_personal(*personal, invoice);
    } catch (const core::EnvironmentError& error) {
        throw core::EnvironmentError("the database " + connection_.path() +
                                     " is damaged: invoice \"" + invoice.number.str() +
                                     "\": " + error.what() + "; restore the last backup");
    }
}

std::optional<ledger::Invoice> Store::invoice(const core::BusinessId& business,
                                              const core::InvoiceNumber& number) const {
    std::optional<Head> head;
    {
        Query query(connection_, R"sql(
            SELECT i.number, i.sequence, i.kind, i.client, i.contract, i.cycle_from,
                i.cycle_until, i.supplied_on, i.issued_on, i.due_on_raw, i.due_on, i.currency,
                i.net, i.tax, i.gross, i.series_period, i.series_number, i.corrects, p.body
            FROM invoice i
            LEFT JOIN personal_data p ON p.business = i.business AND p.hash = i.personal
            WHERE i.business = $1 AND i.number = $2)sql",
                    business, number);
        if (!query.step()) return std::nullopt;
        head = read_head(query);
    }
    read_invoice_lines(business, head->invoice, head->personal);
    return std::move(head->invoice);
}

std::vector<ledger::Invoice> Store::credit_notes_of(const core::BusinessId& business,
                                                    const core::InvoiceNumber& number) const {
    std::vector<core::InvoiceNumber> numbers;
    {
        Query query(connection_, R"sql(
            SELECT number FROM invoice WHERE business = $1 AND corrects = $2
            ORDER BY issued_on, sequence)sql",
                    business, number);
        while (query.step()) numbers.emplace_back(std::string(query.text(0)));
    }
    std::vector<ledger::Invoice> notes;
    notes.reserve(numbers.size());
    for (const core::InvoiceNumber& note : numbers) notes.push_back(*invoice(business, note));
    return notes;
}

std::set<core::InvoiceNumber> Store::credited_in_full(const core::BusinessId& business,
                                                      core::Date as_of,
                                                      std::optional<core::Date> known_on) const {
    std::set<core::InvoiceNumber> numbers;
    Query query(connection_, R"sql(
        SELECT i.number
        FROM invoice n
        JOIN invoice i ON i.business = n.business AND i.number = n.corrects
        JOIN journal_entry e ON e.business = n.business AND e.sequence = n.sequence
        WHERE n.business = $1 AND n.corrects IS NOT NULL AND n.issued_on <= $2
            AND e.recorded_on <= $3
        GROUP BY i.number, i.gross HAVING SUM(n.gross) = -i.gross
        ORDER BY i.number)sql",
                business, as_of, known_on.value_or(core::end_of_days));
    while (query.step()) numbers.emplace(std::string(query.text(0)));
    return numbers;
}

void Store::for_each_invoice(const core::BusinessId& business,
                             const std::function<void(const ledger::Invoice&)>& visit) const {
    in_pages<Head>(
        [&](const Head* last) {
            std::vector<Head> page;
            Query query(connection_, R"sql(
                SELECT i.number, i.sequence, i.kind, i.client, i.contract, i.cycle_from,
                    i.cycle_until, i.supplied_on, i.issued_on, i.due_on_raw, i.due_on, i.currency,
                    i.net, i.tax, i.gross, i.series_period, i.series_number, i.corrects, p.body
                FROM invoice i
                LEFT JOIN personal_data p ON p.business = i.business AND p.hash = i.personal
                WHERE i.business = $1 AND (i.issued_on, i.sequence) > ($2, $3)
                ORDER BY i.issued_on, i.sequence LIMIT $4)sql",
                        business,
                        last != nullptr ? core::to_iso(last->invoice.issued_on) : std::string(),
                        last != nullptr ? last->sequence : std::int64_t{0}, page_rows);
            while (query.step()) page.push_back(read_head(query));
            for (Head& head : page) read_invoice_lines(business, head.invoice, head.personal);
            return page;
        },
        [&](const Head& head) { visit(head.invoice); });
}

void Store::for_each_invoice_number(
    const core::BusinessId& business,
    const std::function<void(const core::InvoiceNumber&)>& visit) const {
    in_pages<core::InvoiceNumber>(
        [&](const core::InvoiceNumber* last) {
            std::vector<core::InvoiceNumber> page;
            Query query(connection_, R"sql(
                SELECT number FROM invoice WHERE business = $1 AND number > $2
                ORDER BY number LIMIT $3)sql",
                        business, last != nullptr ? last->str() : std::string(), page_rows);
            while (query.step()) page.emplace_back(std::string(query.text(0)));
            return page;
        },
        visit);
}

bool Store::is_billed(const core::BusinessId& business, const core::ContractId& contract,
                      core::Date cycle_from) const {
    Query query(connection_, R"sql(
        SELECT 1 FROM invoice
        WHERE business = $1 AND contract = $2 AND cycle_from = $3 AND kind = 'invoice')sql",
                business, contract, cycle_from);
    return query.step();
}

std::int64_t Store::invoices_on(const core::BusinessId& business, core::Date day) const {
    Query query(connection_, R"sql(
        SELECT COUNT(*) FROM invoice
        WHERE business = $1 AND issued_on = $2 AND kind = 'invoice')sql",
                business, day);
    query.step();
    return query.number(0);
}

std::int64_t Store::most_invoices_before(const core::BusinessId& business, core::Date day) const {
    Query query(connection_, R"sql(
        SELECT COUNT(*) FROM invoice
        WHERE business = $1 AND issued_on < $2 AND kind = 'invoice'
        GROUP BY issued_on ORDER BY COUNT(*) DESC LIMIT 1)sql",
                business, day);
    return query.step() ? query.number(0) : 0;
}

std::set<core::Date> Store::billed_cycles(const core::BusinessId& business,
                                          const core::ContractId& contract) const {
    std::set<core::Date> cycles;
    Query query(connection_, R"sql(
        SELECT cycle_from FROM invoice
        WHERE business = $1 AND contract = $2 AND kind = 'invoice' ORDER BY cycle_from)sql",
                business, contract);
    while (query.step()) cycles.insert(Row(query, "an invoice's cycle").day());
    return cycles;
}

}  // namespace kvit::sqlite
