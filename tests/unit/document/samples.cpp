#include "samples.h"

#include <algorithm>
#include <array>

namespace kvit::samples {

namespace {

using core::Language;

struct Row {
    Language language;
    std::string_view id, name, country, tax_id, street, postcode, city, email, currency;
    std::string_view first_title, second_title, fixed_title, once_title, clause;
};

constexpr std::array<Row, 6> rows{{
    {Language::pl, "lumen", "Lumen Oświetlenie Sp. z o.o.", "PL", "5272814305",
     "al. Jerozolimskie 100", "00-807", "Warszawa", "faktury@lumen.example", "PLN",
     "Asysta biurowa", "Redakcja tekstów", "Hosting", "Projekt logo", "§ 9"},
    {Language::hu, "balaton", "Balaton Webshop Kft.", "HU", "13456724-2-07", "Fő utca 12.", "8000",
     "Székesfehérvár", "szamla@balaton.example", "HUF", "Webshop ügyfélszolgálat",
     "Szövegszerkesztés", "Tárhely", "Logóterv", "9. §"},
    {Language::hr, "adria", "Adria Travel d.o.o.", "HR", "69435151530",
     "Šetalište Petra Preradovića 11", "21000", "Split", "racuni@adria.example", "EUR",
     "Vođenje društvenih mreža", "Uređivanje tekstova", "Hosting", "Dizajn logotipa",
     "čl. 7. st. 2."},
    {Language::it, "verde", "Verde Società Agricola S.r.l.", "IT", "07643520567",
     "Via dell'Università 3", "47121", "Forlì", "fatture@verde.example", "EUR",
     "Assistenza amministrativa", "Revisione testi", "Hosting", "Progetto logo", "art. 9"},
    {Language::de, "nord", "Nordlicht Müßiggang GmbH", "DE", "136695976", "Große Straße 5", "24937",
     "Flensburg", "rechnung@nordlicht.example", "EUR", "Büroassistenz", "Redaktionsdienst",
     "Hosting", "Logo-Entwurf", "Ziff. 6"},
    {Language::en, "finch", "Harbour & Finch Ltd", "GB", "365684514", "12 Quay Street", "BS1 4DJ",
     "Bristol", "accounts@finch.example", "EUR", "Office assistance", "Copy editing", "Hosting",
     "Logo design", "clause 9"},
}};

const Row& row_of(Language language) { return rows.at(static_cast<std::size_t>(language)); }

core::Money price(std::string_view amount, core::Currency currency) {
    // A hundred forint for each unit keeps the figures of the three currencies alike.
    const core::Money plain = core::parse_money(amount, currency).value();
    if (currency.code() != "HUF") return plain;
    return core::scale(plain, {100, 1}, core::Rounding::exact).value();
}

std::string reason_of(Language language) {
    switch (language) {
        case Language::pl:
            return "Projekt logo był już ujęty na fakturze FV/2026/09/004";
        case Language::hu:
            return "A logóterv már szerepelt az FV/2026/09/004 számú számlán";
        case Language::hr:
            return "Dizajn logotipa već je obračunat na računu FV/2026/09/004";
        case Language::it:
            return "Il progetto logo era già compreso nella fattura FV/2026/09/004";
        case Language::de:
            return "Der Logo-Entwurf war schon in der Rechnung FV/2026/09/004 enthalten";
        case Language::en:
            return "The logo design was already on invoice FV/2026/09/004";
    }
    return "";
}

contract::Contract contract_of(Language language, std::string_view title, std::string_view suffix,
                               std::string_view clause) {
    const Row& row = row_of(language);
    const core::Currency currency = currency_of(language);
    contract::Terms terms;
    terms.title = title;
    terms.suspension_clause = clause;
    terms.retainer =
        contract::Retainer{price("2400.00", currency), 960, price("160.00", currency), 0};
    terms.fixed = {{std::string(row.fixed_title), price("19.00", currency), contract::Per::cycle},
                   {std::string(row.once_title), price("500.00", currency), contract::Per::once}};
    return {core::ContractId(std::string(row.id) + std::string(suffix)),
            core::ClientId(std::string(row.id)),
            currency,
            day("2026-01-01"),
            {},
            contract::CyclePeriod::monthly,
            1,
            country("PL"),
            {{day("2026-01-01"), "", terms}}};
}

}  // namespace

contract::Business studio() {
    return {core::BusinessId("studio-ada"),
            "Studio Ada Adrianna Wójcik",
            country("PL"),
            "6772310459",
            {"ul. Długa 7/3", "Kraków", "31-147"},
            "biuro@studio-ada.example",
            "+48 12 000 00 00",
            "",
            "",
            Language::pl,
            "Europe/Warsaw",
            currency("PLN"),
            {},
            {},
            {{currency("PLN"), "PL61109010140000071219812874", "WBKPPLPP"},
             {currency("EUR"), "PL34109010140000071219812875", "WBKPPLPP"},
             {currency("HUF"), "PL07109010140000071219812876", "WBKPPLPP"}}};
}

core::Currency currency_of(Language language) { return currency(row_of(language).currency); }

contract::Client client_of(Language language) {
    const Row& row = row_of(language);
    return {core::ClientId(std::string(row.id)),
            std::string(row.name),
            country(row.country),
            contract::ClientKind::business,
            std::string(row.tax_id),
            language,
            std::string(row.email),
            {std::string(row.street), std::string(row.city), std::string(row.postcode)}};
}

contract::Contract first_contract(Language language) {
    return contract_of(language, row_of(language).first_title, "-1", row_of(language).clause);
}

contract::Contract second_contract(Language language) {
    return contract_of(language, row_of(language).second_title, "-2", "");
}

ledger::RatedLine line(ledger::LineKind kind, std::int64_t quantity, ledger::Unit unit,
                       core::Money unit_price) {
    ledger::RatedLine rated{kind,
                            "",
                            "",
                            {1, 1},
                            quantity,
                            unit,
                            unit_price,
                            unit_price,
                            day("2026-09-01"),
                            day("2026-10-01"),
                            {},
                            0,
                            0,
                            {}};
    const core::Ratio times{quantity, unit == ledger::Unit::minute ? 60 : 1};
    rated.net = core::round_to_step(core::scale(unit_price, times, core::Rounding::half_up).value(),
                                    unit_price.currency().invoice_step());
    return rated;
}

ledger::Invoice invoice_of(std::vector<ledger::RatedLine> lines, ledger::VatTreatment vat,
                           core::Currency currency) {
    core::Money net = core::Money::zero(currency);
    ledger::Invoice invoice{core::InvoiceNumber("FV/2026/10/001"),
                            ledger::InvoiceKind::invoice,
                            core::ClientId("client"),
                            core::ContractId("contract"),
                            day("2026-09-01"),
                            day("2026-10-01"),
                            day("2026-09-30"),
                            day("2026-10-01"),
                            day("2026-10-15"),
                            day("2026-10-15"),
                            currency,
                            {},
                            {},
                            net,
                            net,
                            net};
    for (ledger::RatedLine& rated : lines) {
        invoice.net += rated.net;
        invoice.lines.push_back({std::move(rated), vat, ""});
    }
    const core::Ratio share = vat.percent * core::Ratio(1, 100);
    invoice.tax = core::scale(invoice.net, share, core::Rounding::half_up).value();
    invoice.gross = invoice.net + invoice.tax;
    invoice.vat = {{vat, invoice.net, invoice.tax}};
    return invoice;
}

ledger::Invoice full_invoice(Language language) {
    using ledger::LineKind;
    using ledger::Unit;
    const Row& row = row_of(language);
    const core::Currency currency = currency_of(language);
    std::vector<ledger::RatedLine> lines;
    lines.push_back(line(LineKind::retainer, 1, Unit::item, price("1360.00", currency)));
    lines.back().period_from = day("2026-09-14");
    lines.back().share = core::Ratio(17, 30);
    lines.push_back(line(LineKind::fixed, 1, Unit::item, price("17.27", currency)));
    lines.back().title = row.fixed_title;
    lines.back().paused_days = 2;
    lines.back().business_days = 22;
    lines.push_back(line(LineKind::fixed, 1, Unit::item, price("500.00", currency)));
    lines.back().title = row.once_title;
    lines.push_back(line(LineKind::overage, 95, Unit::minute, price("160.00", currency)));
    lines.push_back(line(LineKind::hourly, 150, Unit::minute, price("220.00", currency)));
    lines.back().service = "consulting";
    lines.push_back(line(LineKind::after_hours_work, 60, Unit::minute, price("330.00", currency)));
    lines.back().service = "consulting";
    lines.back().multiplier = core::Ratio(3, 2);
    lines.push_back(
        line(LineKind::after_hours_contact, 15, Unit::minute, price("240.00", currency)));
    lines.back().multiplier = core::Ratio(3, 2);

    using contract::VatCategory;
    ledger::VatTreatment vat{VatCategory::AE, {0, 1}};
    if (row.country == "PL") vat = {VatCategory::S, {23, 1}};
    if (row.country == "GB") vat = {VatCategory::O, {0, 1}};
    return invoice_of(std::move(lines), vat, currency);
}

document::InvoiceSources full_sources(Language language, const document::Wording& wording) {
    document::InvoiceSources sources{full_invoice(language), {}, {}};
    const contract::Contract contract = first_contract(language);
    for (ledger::InvoiceLine& line : sources.invoice.lines)
        line.text =
            document::line_text(line.rated, contract.versions.front().terms, language, wording);
    sources.invoice.lines[0].rated.included_minutes = 544;  // 17/30 of 16:00
    const auto work = [](std::string_view start, std::int64_t minutes, int whole,
                         std::string service, std::string note) {
        const auto at = core::parse_local_time(start).value();
        return document::LineSource{core::EntryKey("w"),
                                    at,
                                    at + std::chrono::minutes(whole),
                                    minutes,
                                    whole,
                                    std::move(service),
                                    {},
                                    std::move(note)};
    };
    document::LineSource call =
        work("2026-09-19T20:10", 15, 5, "", row_of(language).once_title.data());
    call.channel = contract::Channel::phone;
    const std::string title(row_of(language).first_title);
    sources.lines = {{work("2026-09-14T09:30", 424, 424, "assistance", title),
                      work("2026-09-15T09:30", 120, 215, "assistance", title)},
                     {},
                     {},
                     {work("2026-09-15T09:30", 95, 215, "assistance", title)},
                     {work("2026-09-17T14:30", 150, 210, "consulting", "")},
                     {work("2026-09-17T14:30", 60, 210, "consulting", "")},
                     {call}};
    sources.without_line = {work("2026-08-28T23:30", 45, 45, "assistance", title)};
    return sources;
}

core::Money price(std::string_view amount, Language language) {
    return price(amount, currency_of(language));
}

CreditSample::CreditSample(Language language, const ledger::Credit& credit)
    : business(studio()),
      client(client_of(language)),
      contract(first_contract(language)),
      invoice(full_invoice(language)),
      note(ledger::draft_credit_note({invoice, {}, day("2026-10-20"), credit, reason_of(language)})
               .value()) {
    note.number = core::InvoiceNumber("KOR/2026/003");
}

document::CreditNoteView CreditSample::view(core::Money paid) const {
    const core::Money open = invoice.gross - paid;
    const core::Money settled = std::min(open, -note.gross);
    return {business,       client,
            contract,       note,
            invoice,        ledger::state_after(invoice, {}),
            open - settled, -note.gross - settled};
}

NoticeSample::NoticeSample(Language language, bool several)
    : business(studio()),
      client(client_of(language)),
      first(first_contract(language)),
      second(second_contract(language)),
      many(several) {}

document::NoticeView NoticeSample::view(policy::NoticeKind kind) const {
    using policy::NoticeKind;
    const core::Currency currency = first.currency;
    const bool early = kind == NoticeKind::courtesy_note;
    const bool resumed = kind == NoticeKind::resumption;
    const core::Date today = early ? day("2026-09-11") : day("2026-09-24");
    document::NoticeView view{business,
                              client,
                              today,
                              currency,
                              {},
                              {},
                              {},
                              core::Money::zero(currency),
                              core::Money::zero(currency),
                              {},
                              {}};
    view.notice.kind = kind;
    view.notice.anchor = day("2026-09-15");
    if (kind == NoticeKind::suspension_warning || (many && kind == NoticeKind::friendly_reminder))
        view.notice.announces_pause_on = day("2026-09-29");
    view.contracts = {&first};
    if (many) view.contracts.push_back(&second);
    if (resumed) {
        view.paused_since = many ? day("2026-09-03") : day("2026-09-23");
        return view;
    }
    const auto add = [&](std::string number, core::Date issued_on, core::Date due_on,
                         core::Money gross, core::Money open) {
        view.items.push_back({core::InvoiceNumber(std::move(number)), issued_on, due_on, gross,
                              open, core::days_between(due_on, today)});
        view.due += open;
    };
    add("FV/2026/09/001", day("2026-09-01"), day("2026-09-15"), price("2952.00", currency),
        price("2952.00", currency));
    if (many) {
        add("FV/2026/09/004", day("2026-09-02"), day("2026-09-23"), price("1230.00", currency),
            price("930.50", currency));
        view.unapplied = price("100.00", currency);
        view.due -= view.unapplied;
    }
    return view;
}

}  // namespace kvit::samples
