// Texts about people can be erased; everything else stays meaningful. And a text that was changed
// is found.

#include "adapters/archive/file_archive.h"
#include "adapters/html/html_renderer.h"
#include "adapters/rules/rules.h"
#include "adapters/sqlite/body.h"
#include "adapters/system/system_clock.h"
#include "adapters/templates/wording.h"
#include "kvit/app/report_sources.h"
#include "sqlite/temporary.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::port_contract;
using app::Added;
using core::operator""_iso;

namespace {

ledger::AddedRate reference_rate() {
    return {country("PL"), "BASE", "2026-07-02"_iso, {4, 1}, "Ewa, by telephone"};
}

void fill(app::Store& store) {
    const auto unit = store.begin("2026-03-02"_iso);
    store.put_business(business(ada));
    store.put_client(ada, client(adria));
    store.put_contract(ada, contract_of(adria_social, adria));
    store.add_work(ada, work("w", "2026-02-03T09:30"));
    store.add_contact(ada, contact("c", "2026-02-03T09:30"));
    store.add_request(ada, request("r"));
    add_invoice(store, full_invoice("FV/1"));
    add_credit_note(store, credit_note("KOR/1", full_invoice("FV/1"), "2026-04-20"_iso, 79), 8'579);
    store.add_statement_entry(ada, core::EntryKey("s"), "", statement_entry(),
                              app::EntryState::unmatched);
    store.add_exchange_rate(ada, exchange_rate("2026-02-27"_iso));
    store.add_reference_rate(ada, reference_rate());
    store.add_document(ada, stored_document("FV/1"));
    store.queue_message(ada, outbox_entry("FV/1"));
    unit->commit();
}

// Every table but the two that hold what can be erased.
std::string all_other_text(const std::string& path) {
    Raw raw(path);
    std::string text;
    for (const auto& table :
         raw.column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN"
                    " ('personal_data', 'snapshot')"))
        for (const auto& column : raw.column("SELECT name FROM pragma_table_info('" + table + "')"))
            for (const auto& value :
                 raw.column("SELECT CAST(" + column + " AS TEXT) FROM " + table))
                text += value + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite_erasure)

BOOST_AUTO_TEST_CASE(no_text_about_people_is_anywhere_else) {
    Database database;
    fill(*database.open());
    const std::string text = all_other_text(database.path());
    BOOST_TEST(text.find("adria-social") != std::string::npos);
    for (const char* personal : {"Adrianna",    "6772310459",   "Długa",
                                 "31-147",      "biuro@",       "+48",
                                 "ada.example", "ada.png",      "PL61109010140000071219812874",
                                 "art. 113",    "Travel",       "69435151530",
                                 "Petra",       "racuni@",      "Vođenje",
                                 "Zofii",       "Zofia",        "Aneks",
                                 "hitno",       "fotografije",  "Održavanje",
                                 "Usluga",      "ADRIA TRAVEL", "HR1210010051863000160",
                                 "hvala",       "E2E-77",       "Poštovani",
                                 "189/A/NBP",   "satnici"})
        BOOST_TEST(text.find(personal) == std::string::npos, std::string(personal));
}

BOOST_AUTO_TEST_CASE(erased_texts_read_as_empty_and_balances_stay) {
    Database database;
    fill(*database.open());
    BOOST_TEST(Raw(database.path()).execute("DELETE FROM personal_data; DELETE FROM snapshot") ==
               "");
    const auto store = database.open();
    BOOST_TEST(store->damage().empty());
    const auto erased = store->business(ada);
    BOOST_REQUIRE(erased.has_value());
    BOOST_TEST(erased->name == "");
    BOOST_TEST(erased->accounts.empty());
    BOOST_TEST(erased->timezone == "Europe/Warsaw");
    BOOST_TEST(erased->numbering.invoice == "FV/{yyyy}/{mm}/{n:3}");
    BOOST_TEST(store->client(ada, adria)->email == "");
    BOOST_TEST((store->client(ada, adria)->kind == contract::ClientKind::public_body));
    const auto contract = store->contract(ada, adria_social);
    BOOST_TEST(contract->versions.size() == 3U);
    BOOST_TEST(contract->versions[0].terms.title == "");
    BOOST_TEST((contract->versions[0].terms.retainer == full_terms().retainer));
    BOOST_TEST((contract->versions[0].terms.fixed.at(0).amount == euros(1'900)));
    BOOST_TEST(contract->versions[0].terms.suspension_clause == "§ 7 ust. 2");

    ledger::Invoice expected = full_invoice("FV/1");
    for (auto& line : expected.lines) line.text = line.rated.title = "";
    BOOST_TEST((store->invoice(ada, expected.number) == expected));
    BOOST_TEST((store->open_item(ada, expected.number)->open == euros(8'500)));
    BOOST_TEST(store->credit_notes_of(ada, expected.number).at(0).reason == "");
    BOOST_TEST((store->credit_notes_of(ada, expected.number).at(0).gross == euros(-79)));
    BOOST_TEST(store->unmatched_entries(ada).at(0).entry.payer_name == "");
    BOOST_TEST((store->unmatched_entries(ada).at(0).entry.amount == euros(80'000)));
    BOOST_TEST(
        store->unbilled_work(ada, adria_social, "2026-02-01"_iso, "2026-03-01"_iso).at(0).minutes ==
        60);
    contract::WorkEntry silent = work("w", "2026-02-03T09:30");
    silent.note = "";
    BOOST_TEST((store->work_entries(ada, {silent.key}) == std::vector{silent}));
    contract::Contact mute = contact("c", "2026-02-03T09:30");
    mute.subject = "";
    BOOST_TEST((store->contacts(ada, {mute.key}) == std::vector{mute}));
    BOOST_TEST(store->requests(ada, std::nullopt).at(0).what == "");
    BOOST_TEST((store->document(ada, core::DocumentId("FV/1"))->snapshot == document::Document{}));
    BOOST_TEST(store->unrendered(ada, 10).empty());
    BOOST_TEST(
        (store->queued_messages(ada, "2027-01-01"_iso, 10).at(0).message == document::Message{}));
}

BOOST_AUTO_TEST_CASE(a_fact_whose_text_is_erased_is_still_known) {
    Database database;
    fill(*database.open());
    Raw(database.path()).execute("DELETE FROM personal_data");
    const auto store = database.open();
    const auto unit = store->begin("2026-03-02"_iso);
    BOOST_TEST((store->add_work(ada, work("w", "2026-02-03T09:30")) == Added::already_known));
    BOOST_TEST((store->add_work(ada, work("w", "2026-02-03T09:31")) == Added::conflict));
    BOOST_TEST((store->add_contact(ada, contact("c", "2026-02-03T09:30")) == Added::already_known));
    BOOST_TEST((store->add_contact(ada, contact("c", "2026-02-03T09:30", 11)) == Added::conflict));
    BOOST_TEST((store->add_request(ada, request("r")) == Added::already_known));
    BOOST_TEST((store->add_statement_entry(ada, core::EntryKey("s"), "", statement_entry(), {}) ==
                Added::already_known));
    BOOST_TEST((store->add_reference_rate(ada, reference_rate()) == Added::already_known));
    BOOST_TEST(store->reference_rates(ada).at(0).source == "");
    auto other = statement_entry();
    other.amount += euros(1);
    BOOST_TEST(
        (store->add_statement_entry(ada, core::EntryKey("s"), "", other, {}) == Added::conflict));
}

BOOST_AUTO_TEST_CASE(a_timesheet_is_made_without_erased_texts_and_refused_without_the_document) {
    Database database;
    const auto store = database.open();
    fill(*store);
    ledger::Invoice billed = invoice("FV/2", "2026-02-01"_iso, 100);
    ledger::RatedLine& line = billed.lines.front().rated;
    line.kind = ledger::LineKind::hourly;
    line.sources = {core::EntryKey("w")};
    line.source_minutes = {45};
    const core::InvoiceNumber number("FV/2"), broken("FV/1");
    {
        const auto unit = store->begin("2026-03-02"_iso);
        add_invoice(*store, billed);
        store->mark_work_billed(ada, line.sources, number, 1);
        store->add_document(ada, stored_document("FV/2"));
        unit->commit();
    }
    Raw raw(database.path());
    BOOST_TEST(raw.execute("DELETE FROM personal_data") == "");

    const auto clock = system::system_clock();  // for its zones
    const auto wording = templates::built_in_wording();
    const auto html = html::html_renderer();
    const auto archive = archive::file_archive(database.folder().file("documents"));
    const auto rates = rules::vat_rates();
    const auto currencies = rules::vat_currencies();
    const app::Engine engine{*store,   *clock, rules::calendar(), rates, currencies,
                             *wording, *html,  *archive};
    const auto issuer = *store->business(ada);
    const auto sources = app::report_sources(*store, *clock, issuer, number).value();
    BOOST_REQUIRE(sources.lines.size() == 1U);
    BOOST_TEST(sources.lines[0].at(0).text == "");
    BOOST_TEST(sources.lines[0].at(0).minutes == 45);
    BOOST_TEST(sources.without_line.at(0).minutes == 15);
    const auto page = app::render_with_timesheet(engine, issuer, number, *html);
    BOOST_REQUIRE(page.has_value());
    BOOST_TEST(page->find("Evidencija radnih sati") != std::string::npos);

    BOOST_TEST(raw.execute("DELETE FROM snapshot") == "");
    const auto refused = app::render_with_timesheet(engine, issuer, number, *html);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(core::to_sentence(refused.error()) ==
               "the text of \"FV/2\" was erased; kvit show FV/2 --sources lists the entries.");
    // An entry that is gone is damage, not an erasure.
    BOOST_TEST(environment_error([&] {
                   (void)app::report_sources(*store, *clock, issuer, broken);
               }).find("the entry \"b-2\" that an invoice billed is missing") == 0U);
}

BOOST_AUTO_TEST_CASE(what_is_replaced_leaves_no_old_text) {
    Database database;
    const auto store = database.open();
    fill(*store);
    Raw raw(database.path());
    const std::string before = raw.value("SELECT COUNT(*) FROM personal_data");
    for (const char* city : {"Zadar", "Pula"}) {
        const auto unit = store->begin("2026-03-02"_iso);
        auto moved = client(adria);
        moved.address.city = city;
        store->put_client(ada, moved);
        auto issuer = business(ada);
        issuer.address.city = city;
        store->put_business(issuer);
        auto contract = contract_of(adria_social, adria);
        contract.versions[0].terms.title = city;
        store->put_contract(ada, contract);
        unit->commit();
    }
    BOOST_TEST(raw.value("SELECT COUNT(*) FROM personal_data") == before);
    BOOST_TEST(raw.value("SELECT COUNT(*) FROM personal_data WHERE body LIKE '%Zadar%'") == "0");
    BOOST_TEST(raw.value("SELECT COUNT(*) FROM personal_data WHERE body LIKE '%Pula%'") == "3");
}

BOOST_AUTO_TEST_CASE(equal_texts_have_different_hashes) {
    BOOST_TEST(sqlite::salted_hash("", "") ==
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(sqlite::salted_hash("a", "bc") ==
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    Database database;
    const auto store = database.open();
    fill(*store);
    const auto unit = store->begin("2026-03-02"_iso);
    store->add_work(ada, work("w-2", "2026-02-03T09:30"));
    unit->commit();
    Raw raw(database.path());
    BOOST_TEST(raw.value("SELECT COUNT(DISTINCT personal) FROM work_entry") == "2");
    BOOST_TEST(raw.value("SELECT MIN(length(salt)) FROM personal_data") == "32");
}

BOOST_AUTO_TEST_CASE(a_changed_text_is_damage) {
    Database database;
    fill(*database.open());
    Raw raw(database.path());
    raw.execute("DROP TRIGGER personal_data_is_not_changed; DROP TRIGGER snapshot_is_not_changed");
    BOOST_TEST(raw.execute("UPDATE personal_data SET body = 'niehitno' WHERE body = 'hitno'") ==
               "");
    BOOST_TEST(raw.execute("UPDATE snapshot SET salt = 'no hex' WHERE body LIKE '%blocks%'") == "");
    const auto damage = database.open()->damage();
    BOOST_REQUIRE(damage.size() == 2U);
    BOOST_TEST(damage[0].find("a text in personal_data of business \"studio-ada\" was changed: ") ==
               0U);
    BOOST_TEST(damage[1].find("a text in snapshot of business \"studio-ada\" was changed: ") == 0U);
}

BOOST_AUTO_TEST_CASE(a_row_that_is_missing_is_damage) {
    Database database;
    fill(*database.open());
    Raw raw(database.path());
    raw.execute("DROP TRIGGER journal_entry_is_not_deleted");
    BOOST_TEST(raw.execute("DELETE FROM journal_entry") == "");
    const auto damage = database.open()->damage();
    BOOST_REQUIRE(!damage.empty());
    BOOST_TEST(damage[0].find("refers to a row of journal_entry that is missing") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_row_that_cannot_be_read_is_named) {
    struct Case {
        const char* table;
        const char* change;
        const char* said;
    };
    const Case cases[] = {
        {"invoice", "kind = 'bill'",
         "invoice \"FV/1\" cannot be read (\"bill\" is not a known word)"},
        {"invoice", "due_on = '2026-02-30'",
         "invoice \"FV/1\" cannot be read (\"2026-02-30\" is not a day)"},
        {"invoice", "currency = 'XYZ'",
         "invoice \"FV/1\" cannot be read (\"XYZ\" is not a currency)"},
        {"invoice_line", "multiplier = '3/0'",
         "a line of invoice \"FV/1\" cannot be read (\"3/0\" is not a ratio)"},
        {"invoice_line", "paused_days = 3000000000",
         "a line of invoice \"FV/1\" cannot be read (3000000000 is too large)"},
        {"invoice_line", "sources = '[1]'",
         "a line of invoice \"FV/1\" cannot be read (a stored list cannot be read: a name "
         "with its number was expected)"},
        {"invoice_vat", "category = 'X'",
         "the VAT of invoice \"FV/1\" cannot be read (\"X\" is not a known word)"},
    };
    for (const Case& one : cases) {
        Database database;
        fill(*database.open());
        Raw raw(database.path());
        const std::string table = one.table;
        raw.execute("DROP TRIGGER " + table + "_is_not_changed");
        BOOST_TEST(raw.execute("UPDATE " + table + " SET " + one.change) == "");
        const auto store = database.open();
        BOOST_TEST(environment_error([&] { store->invoice(ada, core::InvoiceNumber("FV/1")); }) ==
                   "the database " + database.path() + " is damaged: " + one.said +
                       "; restore the last backup");
    }
}

BOOST_AUTO_TEST_SUITE_END()
