#include "samples.h"

namespace kvit::port_contract {

using core::operator""_iso;

core::Currency eur() { return core::Currency::parse("EUR").value(); }
core::Currency pln() { return core::Currency::parse("PLN").value(); }
core::Country country(std::string_view code) { return core::Country::parse(code).value(); }

contract::Business business(const core::BusinessId& id) {
    return {.id = id,
            .name = "Studio Ada Adrianna Wójcik",
            .country = country("PL"),
            .tax_id = "6772310459",
            .address = {"ul. Długa 7/3", "Kraków", "31-147"},
            .email = "biuro@studio-ada.example",
            .phone = "+48 12 000 00 00",
            .booking_url = "https://ada.example/termin",
            .logo = "ada.png",
            .language = core::Language::pl,
            .timezone = "Europe/Warsaw",
            .currency = pln(),
            .vat = {false, "zwolnienie: art. 113 \"ust. 1\""},
            .numbering = {"FV/{yyyy}/{mm}/{n:3}", "KOR/{yyyy}/{n:3}", "NO/{yyyy}/{n:3}"},
            .accounts = {{pln(), "PL61109010140000071219812874", "WBKPPLPP"},
                         {eur(), "PL34109010140000071219812875", ""}}};
}

contract::Client client(const core::ClientId& id) {
    return {.id = id,
            .name = "Adria Travel d.o.o. – Šibenik",
            .country = country("HR"),
            .kind = contract::ClientKind::public_body,
            .tax_id = "69435151530",
            .language = core::Language::hr,
            .email = "racuni@adria.example",
            .address = {"Šetalište Petra Preradovića 11", "Split", "21000"},
            .virtual_accounts = {
                {core::Currency::parse("PLN").value(), "PL68109010140001000000000017", ""}}};
}

contract::Terms full_terms() {
    contract::Terms terms;
    terms.title = "Vođenje društvenih mreža";
    terms.billed = contract::Billed::advance;
    terms.payment = contract::NetDays{30, true};
    terms.policy = core::PolicyId("strict");
    terms.suspension_clause = "§ 7 ust. 2";
    terms.retainer = {euros(80'000), 1200, euros(4'800), 2};
    terms.scope = {"social", "newsletter"};
    terms.out_of_scope = contract::OutOfScope::bill;
    terms.paused_days = contract::PausedDays::bill;
    terms.rates = {{"social", euros(4'000)}, {"consulting", euros(9'000)}};
    terms.fixed = {{"Hosting pani Zofii", euros(1'900), contract::Per::once, true}};
    terms.channel = "email";
    terms.vat = {contract::VatCategory::S, core::Ratio(23, 1)};
    terms.availability = {{true, true, true, true, false, false, true}, 540, 1020};
    terms.after_hours = {core::Ratio(3, 2), 15, false, true};
    return terms;
}

contract::Contract contract_of(const core::ContractId& id, const core::ClientId& client) {
    contract::Terms amended = full_terms();
    amended.payment = contract::DayOfMonth{10};
    amended.retainer->overage.reset();
    amended.vat.reset();
    amended.fixed.clear();
    return {.id = id,
            .client = client,
            .currency = eur(),
            .from = "2026-01-01"_iso,
            .until = "2027-01-01"_iso,
            .cycle = contract::CyclePeriod::quarterly,
            .billing_day = 31,
            .law = country("PL"),
            .versions = {{"2026-01-01"_iso, "", full_terms()},
                         {"2026-07-01"_iso, "Aneks nr 1", amended},
                         {"2026-10-01"_iso, "Aneks nr 2", contract::Terms{}}}};
}

void apply_agreements(Subject& subject) {
    write(subject, "2026-01-01"_iso, [](app::Store& store) {
        store.put_business(business(ada));
        store.put_client(ada, client(adria));
        store.put_client(ada, client(verde));
        store.put_contract(ada, contract_of(adria_social, adria));
        store.put_contract(ada, contract_of(verde_hours, verde));
    });
}

ledger::Invoice invoice(const std::string& number, core::Date cycle_from, std::int64_t gross,
                        const core::ClientId& client, const core::ContractId& contract) {
    const core::Date until = core::add_months(cycle_from, 1, core::day_of(cycle_from));
    const core::Date due = until + date::days(14);
    const core::Money amount = euros(gross);
    return {.number = core::InvoiceNumber(number),
            .kind = ledger::InvoiceKind::invoice,
            .client = client,
            .contract = contract,
            .cycle_from = cycle_from,
            .cycle_until = until,
            .supplied_on = until - date::days(1),
            .issued_on = until,
            .due_on_raw = due,
            .due_on = due,
            .currency = eur(),
            .lines = {{.rated = {.kind = ledger::LineKind::fixed,
                                 .service = "",
                                 .title = "Hosting",
                                 .multiplier = {1, 1},
                                 .quantity = 1,
                                 .unit = ledger::Unit::item,
                                 .price = amount,
                                 .net = amount,
                                 .period_from = cycle_from,
                                 .period_until = until,
                                 .share = {},
                                 .paused_days = 0,
                                 .business_days = 0,
                                 .sources = {}},
                       .vat = {contract::VatCategory::AE, {}},
                       .text = "Hosting"}},
            .vat = {{{contract::VatCategory::AE, {}}, amount, euros(0)}},
            .net = amount,
            .tax = euros(0),
            .gross = amount};
}

ledger::Invoice full_invoice(const std::string& number) {
    ledger::Invoice full = invoice(number, "2026-03-15"_iso, 0);
    full.due_on_raw = "2026-04-26"_iso;
    full.lines.clear();
    using ledger::LineKind;
    for (const LineKind kind :
         {LineKind::retainer, LineKind::overage, LineKind::hourly, LineKind::fixed,
          LineKind::after_hours_work, LineKind::after_hours_contact}) {
        ledger::InvoiceLine line = invoice(number, "2026-03-15"_iso, 1'234).lines.front();
        line.rated.kind = kind;
        line.rated.service = "social";
        line.rated.title = "Održavanje \"web\"\n2. red";
        line.rated.multiplier = {3, 2};
        line.rated.quantity = 95;
        line.rated.unit = ledger::Unit::minute;
        line.rated.share = core::Ratio(17, 31);
        line.rated.paused_days = 3;
        line.rated.business_days = 22;
        line.rated.sources = {core::EntryKey("b-2"), core::EntryKey("a:\"1\"#1")};
        line.rated.source_minutes = {35, 60};
        line.rated.included_minutes = 1200;
        line.vat = {contract::VatCategory::S, core::Ratio(47, 2)};
        line.text = "Usluga, 15.03.2026.–14.04.2026. €";
        full.lines.push_back(line);
    }
    full.vat = {{{contract::VatCategory::S, core::Ratio(47, 2)}, euros(5'000), euros(1'175)},
                {{contract::VatCategory::Z, {}}, euros(2'404), euros(0)}};
    full.net = euros(7'404);
    full.tax = euros(1'175);
    full.gross = euros(8'579);
    return full;
}

ledger::ExchangeRate exchange_rate(core::Date on) {
    return {eur(), {1, 1}, {42'615, 10'000}, pln(), on, "NBP 189/A/NBP/2026"};
}

ledger::Invoice foreign_invoice(const std::string& number, core::Date on) {
    ledger::Invoice foreign = full_invoice(number);
    foreign.bookkeeping_tax = ledger::BookkeepingTax{{5'007, pln()}, exchange_rate(on)};
    return foreign;
}

ledger::Invoice credit_note(const std::string& number, const ledger::Invoice& invoice,
                            core::Date issued_on, std::int64_t gross) {
    ledger::Invoice note = invoice;
    note.number = core::InvoiceNumber(number);
    note.kind = ledger::InvoiceKind::credit_note;
    note.issued_on = note.due_on = note.due_on_raw = issued_on;
    note.lines.erase(note.lines.begin() + 1, note.lines.end());
    note.lines[0].rated.kind = ledger::LineKind::price_reduction;
    note.lines[0].rated.quantity = -1;
    note.lines[0].rated.price = euros(gross);
    note.lines[0].rated.net = note.net = note.gross = euros(-gross);
    note.lines[0].corrects_line = 1;
    note.tax = euros(0);
    note.vat = {{note.lines[0].vat, note.net, note.tax}};
    note.corrects = invoice.number;
    note.reason = "greška u satnici";
    return note;
}

void add_credit_note(app::Store& store, const ledger::Invoice& note, std::int64_t open) {
    store.add_invoice(ada, note, ledger::credit_entry(note, euros(open)));
}

void add_invoice(app::Store& store, const ledger::Invoice& invoice) {
    store.add_invoice(ada, invoice, ledger::issue_entry(invoice));
}

ledger::JournalEntry payment(const std::string& key, core::Date on, const std::string& number,
                             std::int64_t cents, const core::ClientId& client) {
    return {.key = core::EntryKey(key),
            .kind = ledger::EntryKind::application,
            .effective_on = on,
            .reverses = {},
            .postings = {{ledger::Account::bank, "EUR", euros(cents), {}},
                         {ledger::Account::receivable, client.str(), euros(-cents),
                          core::InvoiceNumber(number)}}};
}

ledger::JournalEntry reversal_of(const ledger::JournalEntry& entry, const std::string& key,
                                 core::Date on) {
    ledger::JournalEntry reversal = entry;
    reversal.key = core::EntryKey(key);
    reversal.kind = ledger::EntryKind::reversal;
    reversal.effective_on = on;
    reversal.reverses = entry.key;
    for (ledger::Posting& posting : reversal.postings) posting.amount = -posting.amount;
    return reversal;
}

contract::WorkEntry work(const std::string& key, std::string_view start, int minutes) {
    const core::LocalTime local = core::parse_local_time(start).value();
    return {.key = core::EntryKey(key),
            .contract = adria_social,
            .start = local,
            .start_at = core::Instant(local.time_since_epoch()) - std::chrono::seconds(3600),
            .minutes = minutes,
            .service = "social",
            .note = "objave i odgovori, Zofia"};
}

contract::Contact contact(const std::string& key, std::string_view at, int minutes) {
    const core::LocalTime local = core::parse_local_time(at).value();
    return {.key = core::EntryKey(key),
            .client = adria,
            .contract = adria_social,
            .at = local,
            .starts_at = core::Instant(local.time_since_epoch()),
            .channel = contract::Channel::chat,
            .direction = contract::Direction::out,
            .minutes = minutes,
            .subject = "hitno"};
}

app::Quote quote(const std::string& id, const std::vector<std::string>& keys) {
    ledger::RatedLine line{.kind = ledger::LineKind::hourly,
                           .service = "consulting",
                           .title = {},
                           .multiplier = core::Ratio(1, 1),
                           .quantity = 95,
                           .unit = ledger::Unit::minute,
                           .price = euros(9'000),
                           .net = euros(14'250),
                           .period_from = "2026-02-01"_iso,
                           .period_until = "2026-03-01"_iso,
                           .share = std::nullopt,
                           .sources = {}};
    for (const std::string& key : keys) {
        line.sources.emplace_back(key);
        line.source_minutes.push_back(95);
    }
    app::Quote quote;
    quote.id = id;
    quote.client = adria;
    quote.contract = adria_social;
    quote.cycle_from = "2026-02-01"_iso;
    quote.held_on = "2026-03-01"_iso;
    quote.held = {"consulting", true, {line}};
    return quote;
}

contract::Request request(const std::string& key) {
    return {.key = core::EntryKey(key),
            .contract = adria_social,
            .asked_on = "2026-04-02"_iso,
            .needed_by = "2026-04-07"_iso,
            .what = "fotografije za svibanj",
            .answered_on = {}};
}

statement::StatementEntry statement_entry() {
    return {.bank_reference = "2026/000123",
            .amount = euros(80'000),
            .booked_on = "2026-02-13"_iso,
            .value_on = "2026-02-12"_iso,
            .end_to_end_id = "E2E-77",
            .payer_name = "ADRIA TRAVEL D.O.O.",
            .payer_iban = "HR1210010051863000160",
            .remittance = {"FV/2026/02/001 hvala", "SCOR:RF18"},
            .credited_iban = "PL68109010140001000000000017"};
}

document::Document document_sample(const std::string& title) {
    document::Document sample;
    sample.language = core::Language::hr;
    sample.title = title;
    sample.author = "Studio Ada";
    sample.footer = "NIP 6772310459";
    sample.page_label = "Stranica {page} od {pages}";
    sample.landscape = true;
    sample.blocks = {
        document::Letterhead{"Studio Ada", {"ul. Długa 7/3", "31-147 Kraków"}},
        document::AddressAndFacts{"Kupac", {"Adria"}, {{"Datum", "01.02.2026.", true}, {}}},
        document::Heading{"Račun", 2},
        document::Paragraph{"Prvi red\nDrugi red", document::ParagraphStyle::small},
        document::Table{"Stavke",
                        {{"Naziv", document::Align::left, 3}, {"Iznos", document::Align::right, 0}},
                        {{{"Usluga", "800,00"}, false}, {{"Ukupno", "800,00"}, true}}},
        document::Totals{{{"Ukupno", "800,00 €", true}}},
        document::PaymentBox{"Plaćanje", {{"IBAN", "PL34", false}}},
        document::Chart{"Dani", {{"15.07.2026.", 14, false}, {"15.08.2026.", -2, true}}, "otvoren"},
        document::PageBreak{}};
    return sample;
}

document::Message message_sample(const std::string& subject) {
    return {.from_name = "Studio Ada",
            .from_email = "biuro@studio-ada.example",
            .to_name = "Adria",
            .to_email = "racuni@adria.example",
            .subject = subject,
            .text = "Poštovani,\n\nu prilogu je račun.\n",
            .attachments = {core::DocumentId("FV/1"), core::DocumentId("FV/2")}};
}

app::StoredDocument stored_document(const std::string& id) {
    return {.id = core::DocumentId(id),
            .kind = "friendly_reminder",
            .client = adria,
            .issued_on = "2026-02-16"_iso,
            .snapshot = document_sample(id),
            .file = "studio-ada/2026/" + id + ".pdf",
            .sha256 = "",
            .renderer = ""};
}

app::OutboxEntry outbox_entry(const std::string& id) {
    app::OutboxEntry entry;
    entry.id = core::DocumentId(id);
    entry.decided_on = "2026-02-16"_iso;
    entry.message = message_sample(id);
    return entry;
}

app::Notice notice(const std::string& id, const std::string& level) {
    return {.id = core::DocumentId(id),
            .client = adria,
            .currency = eur(),
            .contracts = {adria_social},
            .kind = policy::NoticeKind::suspension_warning,
            .level = level,
            .anchor = "2026-02-15"_iso,
            .round = 1,
            .decided_on = "2026-02-16"_iso,
            .announces_pause_on = "2026-02-23"_iso,
            .items = {{core::InvoiceNumber("FV/1"), euros(80'000)}},
            .state = app::MessageState::queued,
            .sent_on = {},
            .cancelled_because = ""};
}

}  // namespace kvit::port_contract
