#include "pdf/sample_documents.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string_view>
#include <variant>

namespace kvit::samples {
namespace {

using namespace document;

// No-break spaces as the number formats have them.
constexpr std::string_view nbsp = "\u00A0";

struct Words {
    core::Language language;
    std::string invoice, seller, client, street, city, buyer;
    std::array<std::string, 4> facts;    // number, issued, supplied, due
    std::array<std::string, 5> columns;  // text, quantity, price, VAT, net
    std::string line;
    std::array<std::string, 3> totals;  // net, VAT, gross
    std::string pay;
    std::array<std::string, 4> payment;  // amount, account, by, reference
    std::string thanks, footer, page;
    std::string amount;
    std::string currency;
};

const std::array<Words, 6>& all_words() {
    static const std::array<Words, 6> words{{
        {core::Language::pl,
         "Faktura",
         "Studio Ada Adrianna Wójcik",
         "Żółć i Gęślą sp. z o.o.",
         "ul. Źródlana 12/4",
         "31-123 Kraków",
         "Nabywca",
         {"Numer", "Data wystawienia", "Data dostawy", "Termin płatności"},
         {"Opis usługi", "Ilość", "Cena netto", "VAT", "Wartość netto"},
         "Prowadzenie mediów społecznościowych – ścieżka „Łódź”",
         {"Razem netto", "VAT 23%", "Do zapłaty"},
         "Zapłata",
         {"Kwota", "Numer rachunku", "Płatne do", "Tytuł przelewu"},
         "Dziękujemy za współpracę. Prosimy o zapłatę w terminie; po nim naliczamy odsetki "
         "ustawowe "
         "za opóźnienie w transakcjach handlowych.",
         "Studio Ada Adrianna Wójcik · NIP 676-000-00-00 · biuro@studio-ada.example",
         "Strona {page} z {pages}",
         "2\u00A0952,00",
         "PLN"},
        {core::Language::hu,
         "Számla",
         "Kék Ösvény Műhely Kft.",
         "Tűzoltó Őrség Bt.",
         "Árvíztűrő utca 7.",
         "1094 Budapest",
         "Vevő",
         {"Számlaszám", "Kelt", "Teljesítés", "Fizetési határidő"},
         {"Megnevezés", "Mennyiség", "Nettó egységár", "Áfa", "Nettó érték"},
         "Közösségimédia-kezelés – „őszi” kampány",
         {"Nettó összesen", "Áfa 27%", "Fizetendő"},
         "Fizetés",
         {"Összeg", "Bankszámlaszám", "Határidő", "Közlemény"},
         "Köszönjük az együttműködést. Kérjük, szíveskedjenek határidőre fizetni.",
         "Kék Ösvény Műhely Kft. · Adószám 12345676-2-42",
         "{page}. oldal, összesen {pages}",
         "1\u00A0250\u00A0000",
         "HUF"},
        {core::Language::hr,
         "Račun",
         "Obrt Lučić",
         "Adria Travel d.o.o.",
         "Šetalište Žrtava 3",
         "21000 Split",
         "Kupac",
         {"Broj računa", "Datum izdavanja", "Datum isporuke", "Datum dospijeća"},
         {"Opis", "Količina", "Cijena", "PDV", "Iznos"},
         "Vođenje društvenih mreža – đačka čežnja",
         {"Ukupno bez PDV-a", "PDV 25%", "Za platiti"},
         "Plaćanje",
         {"Iznos", "IBAN", "Platiti do", "Poziv na broj"},
         "Hvala na suradnji. Molimo da iznos platite do datuma dospijeća.",
         "Obrt Lučić · OIB 69435151530",
         "Stranica {page} od {pages}",
         "1.234,50",
         "EUR"},
        {core::Language::it,
         "Fattura",
         "Studio Perché S.r.l.",
         "Città più Università S.p.A.",
         "Via dell’Unità 8",
         "00184 Roma",
         "Cliente",
         {"Numero", "Data di emissione", "Data di fornitura", "Scadenza"},
         {"Descrizione", "Quantità", "Prezzo", "IVA", "Importo"},
         "Gestione dei canali social – attività d’estate",
         {"Imponibile", "IVA 22%", "Totale da pagare"},
         "Pagamento",
         {"Importo", "IBAN", "Entro il", "Causale"},
         "Grazie per la collaborazione. È gradito il pagamento entro la scadenza.",
         "Studio Perché S.r.l. · P. IVA 00743110157",
         "Pagina {page} di {pages}",
         "1.234,50",
         "EUR"},
        {core::Language::de,
         "Rechnung",
         "Büro Größe & Söhne GmbH",
         "Straßenbau Müller-Lüdenscheidt",
         "Königsallee 99",
         "40212 Düsseldorf",
         "Rechnungsempfänger",
         {"Rechnungsnummer", "Rechnungsdatum", "Leistungsdatum", "Zahlbar bis"},
         {"Leistung", "Menge", "Einzelpreis", "USt.", "Nettobetrag"},
         "Betreuung der sozialen Medien – „Grüße aus Fußach“",
         {"Nettosumme", "Umsatzsteuer 19%", "Zu zahlen"},
         "Zahlung",
         {"Betrag", "IBAN", "Zahlbar bis", "Verwendungszweck"},
         "Vielen Dank für die gute Zusammenarbeit. Bitte überweisen Sie den Betrag fristgerecht.",
         "Büro Größe & Söhne GmbH · USt-IdNr. DE136695976",
         "Seite {page} von {pages}",
         "1.234,50",
         "EUR"},
        {core::Language::en,
         "Invoice",
         "Studio Ada Ltd",
         "O’Hara & Sons",
         "14 Baker’s Row",
         "London E1 6AN",
         "Billed to",
         {"Number", "Issued on", "Supplied on", "Due on"},
         {"Description", "Quantity", "Unit price", "VAT", "Net amount"},
         "Social media – “autumn” campaign, “first light”",
         {"Net total", "VAT 20%", "To pay"},
         "How to pay",
         {"Amount", "IBAN", "Pay by", "Reference"},
         "Thank you for working with us. Please pay by the due date.",
         "Studio Ada Ltd · VAT GB 123 4567 82",
         "Page {page} of {pages}",
         "1,234.50",
         "EUR"},
    }};
    return words;
}

Table lines_table(const Words& w, int lines) {
    Table table;
    table.columns = {{w.columns[0], Align::left, 1},
                     {w.columns[1], Align::right, 0},
                     {w.columns[2], Align::right, 0},
                     {w.columns[3], Align::right, 0},
                     {w.columns[4], Align::right, 0}};
    for (int i = 1; i <= lines; ++i)
        table.rows.push_back(
            {{fmt::format("{}, {}", w.line, i), fmt::format("{}:{:02}", 1 + i % 40, i * 7 % 60),
              w.amount, "23%", w.amount}});
    return table;
}

void append(std::string& out, const std::string& text) { out += text + '\n'; }

struct TextCollector {
    std::string& out;
    void operator()(const Letterhead& head) {
        append(out, head.name);
        for (const auto& detail : head.details) append(out, detail);
    }
    void operator()(const AddressAndFacts& block) {
        append(out, block.label);
        for (const auto& line : block.address) append(out, line);
        pairs(block.facts);
    }
    void operator()(const Heading& heading) { append(out, heading.text); }
    void operator()(const Paragraph& paragraph) { append(out, paragraph.text); }
    void operator()(const Table& table) {
        append(out, table.title);
        for (const auto& column : table.columns) append(out, column.title);
        for (const auto& row : table.rows)
            for (const auto& cell : row.cells) append(out, cell);
    }
    void operator()(const Totals& totals) { pairs(totals.rows); }
    void operator()(const PageBreak&) {}
    void operator()(const Chart& chart) {
        out += chart.title + "\n" + chart.note + "\n";
        for (const ChartBar& bar : chart.bars)
            out += bar.label + "\n" + std::to_string(bar.value) + "\n";
    }
    void operator()(const PaymentBox& box) {
        append(out, box.title);
        pairs(box.rows);
    }
    void pairs(const std::vector<LabelledValue>& rows) {
        for (const auto& row : rows) {
            append(out, row.label);
            append(out, row.value);
        }
    }
};

}  // namespace

Document invoice(core::Language language, int lines) {
    const Words* words = nullptr;
    for (const Words& candidate : all_words())
        if (candidate.language == language) words = &candidate;
    const Words& w = *words;
    const std::string money = w.amount + std::string(nbsp) + w.currency;
    const std::string number = "FV/2026/09/001";
    Document document;
    document.language = language;
    document.title = w.invoice + " " + number;
    document.author = w.seller;
    document.footer = w.footer;
    document.page_label = w.page;
    document.blocks = {
        Letterhead{w.seller,
                   {"ul. Długa 5, 30-001 Kraków", "NIP 676-000-00-00", "biuro@studio-ada.example",
                    "+48 12 000 00 00"}},
        AddressAndFacts{w.buyer,
                        {w.client, w.street, w.city, "PL 5260001246"},
                        {{w.facts[0], number, true},
                         {w.facts[1], "01.10.2026"},
                         {w.facts[2], "30.09.2026"},
                         {w.facts[3], "15.10.2026", true}}},
        Heading{w.invoice + " " + number, 1},
        Paragraph{w.thanks, ParagraphStyle::body},
        lines_table(w, lines),
        Totals{{{w.totals[0], money}, {w.totals[1], money}, {w.totals[2], money, true}}},
        PaymentBox{w.pay,
                   {{w.payment[0], money, true},
                    {w.payment[1],
                     "PL61\u00A01090\u00A01014\u00A00000\u00A00712\u00A01981\u00A02874", true},
                    {w.payment[2], "15.10.2026"},
                    {w.payment[3], number}}},
        Paragraph{w.thanks, ParagraphStyle::small}};
    return document;
}

Document notice() {
    const std::string money = "2\u00A0952,00\u00A0PLN";
    Document document;
    document.language = core::Language::pl;
    document.title = "Wezwanie do zapłaty 7/2026";
    document.author = "Studio Ada Adrianna Wójcik";
    document.footer = "Studio Ada Adrianna Wójcik · NIP 676-000-00-00";
    document.page_label = "Strona {page} z {pages}";
    Table items;
    items.title = "Zaległe faktury";
    items.columns = {{"Numer faktury", Align::left, 1},    {"Wystawiona", Align::left, 0},
                     {"Termin płatności", Align::left, 0}, {"Dni po terminie", Align::right, 0},
                     {"Kwota faktury", Align::right, 0},   {"Do zapłaty", Align::right, 0}};
    items.rows = {
        {{"FV/2026/07/003", "01.08.2026", "17.08.2026", "45", money, money}},
        {{"FV/2026/08/001", "01.09.2026", "15.09.2026", "16", money, money}},
        {{"Razem", "", "", "", "5\u00A0904,00\u00A0PLN", "5\u00A0904,00\u00A0PLN"}, true}};
    document.blocks = {
        Letterhead{"Studio Ada Adrianna Wójcik",
                   {"ul. Długa 5, 30-001 Kraków", "NIP 676-000-00-00", "biuro@studio-ada.example"}},
        AddressAndFacts{"Adresat",
                        {"Żółć i Gęślą sp. z o.o.", "ul. Źródlana 12/4", "31-123 Kraków"},
                        {{"Data", "01.10.2026"}, {"Numer sprawy", "7/2026"}}},
        Heading{"Uprzedzenie o wstrzymaniu prac", 1},
        Paragraph{"Szanowni Państwo,", ParagraphStyle::body},
        Paragraph{
            "mimo przypomnienia z 17 września 2026 r. nie otrzymaliśmy zapłaty za faktury "
            "wymienione poniżej. Prosimy o wpłatę całej kwoty w ciągu 7 dni. Jeżeli zapłata nie "
            "wpłynie do 8 października 2026 r., z dniem 9 października wstrzymamy prace na "
            "podstawie § 7 ust. 2 umowy. Po zaksięgowaniu wpłaty wznowimy je niezwłocznie.",
            ParagraphStyle::body},
        items,
        PaymentBox{"Prosimy o zapłatę",
                   {{"Kwota", "5\u00A0904,00\u00A0PLN", true},
                    {"Numer rachunku",
                     "PL61\u00A01090\u00A01014\u00A00000\u00A00712\u00A01981\u00A02874", true},
                    {"Płatne do", "08.10.2026"},
                    {"Tytuł przelewu", "FV/2026/07/003, FV/2026/08/001"}}},
        Heading{"Podstawa prawna", 2},
        Paragraph{"Ustawa z dnia 8 marca 2013 r. o przeciwdziałaniu nadmiernym opóźnieniom w "
                  "transakcjach handlowych, art. 7 ust. 1 i art. 10 ust. 1.",
                  ParagraphStyle::small},
        Paragraph{"Adrianna Wójcik", ParagraphStyle::strong}};
    return document;
}

Document crowded() {
    std::string name;
    for (int i = 0; i < 12; ++i) name += fmt::format("Żelazowoń{} ", i % 10);
    name.resize(name.size() - 1);
    std::string unbroken;
    for (int i = 0; i < 12; ++i) unbroken += fmt::format("Gżegżółka{}", i % 10);
    Document document = invoice(core::Language::pl, 2);
    document.title += " " + name;
    document.author = name;
    document.footer = name + " · " + name + " · " + unbroken;
    std::get<Letterhead>(document.blocks[0]).name = name;
    std::get<Letterhead>(document.blocks[0]).details = {name, unbroken, "NIP 676-000-00-00"};
    auto& address = std::get<AddressAndFacts>(document.blocks[1]);
    address.address = {name,
                       unbroken,
                       "Dział Księgowości i Sprawozdawczości",
                       "Budynek B, piętro 4",
                       "ul. Bardzo Długiej Nazwy Ulicy 123/456",
                       "31-123 Kraków",
                       "Polska"};
    address.facts.push_back({"Numer zamówienia zamawiającego", "ZAM/2026/" + unbroken});
    std::get<Heading>(document.blocks[2]).text += " " + name;
    auto& table = std::get<Table>(document.blocks[4]);
    table.rows.push_back({{name + " " + unbroken, "123:45", "123\u00A0456\u00A0789,00", "23%",
                           "123\u00A0456\u00A0789\u00A0012,00"}});
    auto& totals = std::get<Totals>(document.blocks[5]);
    totals.rows[0].label = name;
    totals.rows[2].value = "123\u00A0456\u00A0789\u00A0012,00\u00A0PLN";
    std::get<PaymentBox>(document.blocks[6]).rows.push_back({name, unbroken});
    return document;
}

Document report() {
    Document document;
    document.language = core::Language::en;
    document.title = "Open items by age, 30 September 2026";
    document.author = "Studio Ada Ltd";
    document.landscape = true;
    document.page_label = "Page {page} of {pages}";
    Table table;
    table.columns = {{"Client", Align::left, 0},         {"Currency", Align::left, 0},
                     {"Not due", Align::right, 0},       {"1 to 30 days", Align::right, 0},
                     {"31 to 60 days", Align::right, 0}, {"61 to 90 days", Align::right, 0},
                     {"Over 90 days", Align::right, 0},  {"Total", Align::right, 0},
                     {"Not allocated", Align::right, 0}};
    for (const char* client : {"Adria Travel d.o.o.", "Żółć i Gęślą sp. z o.o.", "O’Hara & Sons",
                               "Straßenbau Müller-Lüdenscheidt", "Tűzoltó Őrség Bt."})
        table.rows.push_back({{client, "EUR", "1,234.50", "0.00", "12,345.67", "0.00", "98.10",
                               "13,678.27", "0.00"}});
    table.rows.push_back({{"All clients", "EUR", "6,172.50", "0.00", "61,728.35", "0.00", "490.50",
                           "68,391.35", "0.00"},
                          true});
    document.blocks = {Heading{"Open items by age", 1},
                       Paragraph{"Studio Ada Ltd, as of 30 September 2026", ParagraphStyle::small},
                       table};
    return document;
}

std::string all_text(const Document& document) {
    std::string out;
    TextCollector collect{out};
    for (const Block& block : document.blocks) std::visit(collect, block);
    return out;
}

}  // namespace kvit::samples
