// Whoever opens the file, with whatever program: facts are not changed, deleted or replaced.

#include "sqlite/temporary.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace kvit;
using namespace kvit::port_contract;
using core::operator""_iso;

namespace {

// A database with a row in every table.
struct Filled {
    Database database;

    Filled() {
        const auto store = database.open();
        const auto unit = store->begin("2026-03-02"_iso);
        store->put_business(business(ada));
        store->put_client(ada, client(adria));
        store->put_contract(ada, contract_of(adria_social, adria));
        store->put_policy(ada, {core::PolicyId("own"), {}, policy::SendOn::any_day, {}});
        for (const char* key : {"w-1", "w-2", "w-3", "w-4"})
            store->add_work(ada, work(key, "2026-02-03T09:30"));
        store->add_contact(ada, contact("c-1", "2026-02-03T09:30"));
        store->add_contact(ada, contact("c-2", "2026-02-03T09:30"));
        contract::Request answered = request("r-1");
        answered.answered_on = "2026-04-16"_iso;
        store->add_request(ada, answered);
        store->add_request(ada, request("r-2"));
        store->put_included_minutes(ada, adria_social, {"2026-02-01"_iso, 1200, 60});
        store->schedule(ada, {"2026-04-01"_iso, adria, adria_social, "2026-03-01"_iso});
        store->tell_hours(ada, adria_social, "2026-02-01"_iso, 80);
        store->tell_advance(ada, adria_social, "2026-03-01"_iso);
        store->mark_work_covered(ada, {core::EntryKey("w-4")}, "2026-02-01"_iso);
        store->take_number(ada, ledger::InvoiceKind::invoice, "2026", "2026-03-01"_iso);
        add_invoice(*store, invoice("FV/1", "2026-02-01"_iso, 500));
        store->add_exchange_rate(ada, exchange_rate("2026-02-27"_iso));
        add_invoice(*store, foreign_invoice("FV/2", "2026-02-27"_iso));
        store->add_reference_rate(ada, {country("PL"), "BASE", "2026-07-02"_iso, {4, 1}, "seen"});
        store->confirm_row(ada, {country("AT"), "BASE", "2026-01-01"_iso, "1.53 %"});
        store->mark_work_billed(ada, {core::EntryKey("w-1")}, core::InvoiceNumber("FV/1"), 1);
        store->mark_contacts_billed(ada, {core::EntryKey("c-1")}, core::InvoiceNumber("FV/1"), 1);
        store->add_quote(ada, quote("q-1", {"w-2"}));
        store->answer_quote(ada, "q-1",
                            {app::QuoteState::accepted, "2026-03-02"_iso, std::nullopt, "yes"});
        store->mark_quote_billed(ada, "q-1", core::InvoiceNumber("FV/1"));
        store->add_statement_entry(ada, core::EntryKey("s-1"), "", statement_entry(),
                                   app::EntryState::unmatched);
        store->put_payer(ada, "digest", adria);
        store->add_reason(ada, ledger::issue_key(core::InvoiceNumber("FV/1")), "why");
        const auto made =
            decision("2026-03-02"_iso, policy::WorkStatus::active, policy::WorkStatus::reminded);
        store->add_decision(ada, made, decision_basis(made));
        store->add_intervention(ada, intervention(policy::InterventionKind::hold));
        store->set_last_reviewed_on(ada, "2026-03-02"_iso);
        store->add_notice(ada, notice("n-1"));
        store->add_document(ada, stored_document("n-1"));
        store->queue_message(ada, outbox_entry("n-1"));
        unit->commit();
    }
};

const std::set<std::string> facts{
    "journal_entry",  "posting",           "invoice",       "invoice_line",
    "invoice_vat",    "work_entry",        "work_billed",   "contact",
    "contact_billed", "request",           "quote_line",    "request_answer",
    "work_held",      "statement_entry",   "entry_reason",  "decision",
    "quote",          "quote_answer",      "quote_billed",  "hours_told",
    "advance_told",   "work_covered",      "notice",        "notice_contract",
    "notice_item",    "decision_contract", "exchange_rate", "invoice_bookkeeping_tax",
    "reference_rate", "confirmed_row",     "intervention"};
// Facts with a part that moves, by their own rules below.
const std::set<std::string> moving{"document", "outbox", "statement_entry_state", "number_series",
                                   "included_minutes"};
// What was agreed, as last applied; projections; erasable texts; the schema's own record.
const std::set<std::string> replaceable{
    "business",     "client",          "contract",         "contract_version",   "open_item",
    "work_pending", "contact_pending", "billing_schedule", "enforcement_policy", "review_state",
    "payer_client", "personal_data",   "snapshot",         "schema_migration"};

bool is_refused(const std::string& message, const std::string& table) {
    return message.rfind(table + ": ", 0) == 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sqlite_append_only)

BOOST_AUTO_TEST_CASE(every_table_is_of_one_kind_and_has_a_row) {
    Filled filled;
    Raw raw(filled.database.path());
    std::set<std::string> known;
    for (const auto& part : {facts, moving, replaceable}) known.insert(part.begin(), part.end());
    const auto tables = raw.column("SELECT name FROM sqlite_master WHERE type = 'table'");
    BOOST_TEST((std::set<std::string>(tables.begin(), tables.end()) == known));
    for (const auto& table : tables)
        BOOST_TEST(raw.value("SELECT COUNT(*) > 0 FROM " + table) == "1", table);
}

BOOST_AUTO_TEST_CASE(every_key_begins_with_the_business) {
    Filled filled;
    Raw raw(filled.database.path());
    for (const auto& table : raw.column("SELECT name FROM sqlite_master WHERE type = 'table'"))
        BOOST_TEST(raw.value("SELECT name FROM pragma_table_info('" + table + "') WHERE pk = 1") ==
                       "business",
                   table);
}

BOOST_AUTO_TEST_CASE(facts_are_not_changed_deleted_or_replaced) {
    Filled filled;
    Raw raw(filled.database.path());
    for (const auto& table : facts) {
        const auto columns = raw.column("SELECT name FROM pragma_table_info('" + table + "')");
        for (const auto& column : columns)
            BOOST_TEST(
                is_refused(raw.execute("UPDATE " + table + " SET " + column + " = " + column),
                           table),
                table + "." + column);
        BOOST_TEST(is_refused(raw.execute("DELETE FROM " + table), table), table);
        BOOST_TEST(is_refused(raw.execute("INSERT OR REPLACE INTO " + table + " SELECT * FROM " +
                                          table + " WHERE business = 'studio-ada'"),
                              table),
                   table);
    }
}

BOOST_AUTO_TEST_CASE(what_moves_is_not_deleted_or_replaced_and_keeps_its_facts) {
    Filled filled;
    Raw raw(filled.database.path());
    const std::set<std::string> may_move{"state",  "note",           "sent_on",
                                         "sha256", "renderer",       "last_number",
                                         "used",   "last_issued_on", "cancelled_because"};
    for (const auto& table : moving) {
        for (const auto& column : raw.column("SELECT name FROM pragma_table_info('" + table + "')"))
            if (!may_move.contains(column) && table != "included_minutes")
                BOOST_TEST(
                    is_refused(raw.execute("UPDATE " + table + " SET " + column + " = " + column),
                               table),
                    table + "." + column);
        BOOST_TEST(is_refused(raw.execute("DELETE FROM " + table), table), table);
        if (table == "included_minutes") continue;
        BOOST_TEST(is_refused(raw.execute("INSERT OR REPLACE INTO " + table + " SELECT * FROM " +
                                          table + " WHERE business = 'studio-ada'"),
                              table),
                   table);
    }
}

BOOST_AUTO_TEST_CASE(only_the_legal_moves_are_accepted) {
    struct Move {
        const char* sql;
        bool legal;
    };
    // Each on a database of its own state: they run in order.
    const Move moves[] = {
        {"UPDATE document SET sha256 = 'ab'", false},
        {"UPDATE document SET renderer = 'pdf'", false},
        {"UPDATE document SET sha256 = 'ab', renderer = 'pdf'", true},
        {"UPDATE document SET sha256 = 'ab', renderer = 'pdf'", false},
        {"UPDATE document SET sha256 = '', renderer = ''", false},
        {"UPDATE outbox SET state = 'sent'", false},
        {"UPDATE outbox SET state = 'cancelled'", false},
        {"UPDATE outbox SET state = 'lost', sent_on = '2026-03-03'", false},
        {"UPDATE outbox SET sent_on = '2026-03-03'", false},
        {"UPDATE outbox SET state = 'sent', sent_on = '2026-03-03'", true},
        {"UPDATE outbox SET state = 'queued', sent_on = NULL", false},
        {"UPDATE outbox SET state = 'cancelled', cancelled_because = 'paid'", false},
        {"UPDATE outbox SET sent_on = '2026-03-04'", false},
        {"UPDATE statement_entry_state SET state = 'outgoing'", false},
        {"UPDATE statement_entry_state SET note = 'two clients'", true},
        {"UPDATE statement_entry_state SET state = 'matched', note = ''", true},
        {"UPDATE statement_entry_state SET state = 'unmatched'", true},
        {"UPDATE number_series SET last_number = 3", false},
        {"UPDATE number_series SET last_number = 1", false},
        {"UPDATE number_series SET last_number = 2, last_issued_on = '2026-02-28'", false},
        {"UPDATE number_series SET last_number = 2, last_issued_on = '2026-03-01'", true},
        {"INSERT INTO number_series VALUES ('studio-ada', 'invoice', '2027', 2, '2027-01-01')",
         false},
        {"UPDATE included_minutes SET used = 59", false},
        {"UPDATE included_minutes SET used = 61", true},
        {"UPDATE included_minutes SET granted = 1201", false},
    };
    Filled filled;
    Raw raw(filled.database.path());
    for (const Move& move : moves)
        BOOST_TEST((raw.execute(move.sql) == "") == move.legal, std::string(move.sql));
}

BOOST_AUTO_TEST_CASE(the_journal_takes_only_the_next_entry) {
    Filled filled;
    Raw raw(filled.database.path());
    const auto insert = [&](const std::string& sequence, const std::string& recorded_on) {
        return raw.execute("INSERT INTO journal_entry VALUES ('studio-ada', " + sequence + ", 'x" +
                           sequence + "', 'receipt', '2026-01-01', '" + recorded_on +
                           "', '2026-01-01T00:00:00Z', NULL)");
    };
    BOOST_TEST(insert("4", "2026-03-02") == "journal_entry: the next number is the last one and 1");
    BOOST_TEST(insert("0", "2026-03-02") == "journal_entry: the next number is the last one and 1");
    BOOST_TEST(insert("3", "2026-03-01") == "journal_entry: recorded before the entry before it");
    BOOST_TEST(insert("3", "2026-03-02") == "");
    const auto post = [&](const std::string& sequence, const std::string& effective_on) {
        return raw.execute("INSERT INTO posting VALUES ('studio-ada', " + sequence +
                           ", 9, 'bank', 'EUR', 'EUR', 1, NULL, '" + effective_on +
                           "', '2026-03-02')");
    };
    BOOST_TEST(post("1", "2026-03-01") == "posting: the entry is closed");
    BOOST_TEST(post("3", "2026-01-02") == "posting: its days are those of its entry");
    BOOST_TEST(post("3", "2026-01-01") == "");
}

BOOST_AUTO_TEST_CASE(erasable_texts_may_go_but_not_change) {
    Filled filled;
    Raw raw(filled.database.path());
    for (const std::string table : {"personal_data", "snapshot"}) {
        for (const std::string column : {"business", "hash", "salt", "body"})
            BOOST_TEST(raw.execute("UPDATE " + table + " SET " + column + " = " + column) ==
                       table + ": a body is not changed");
        BOOST_TEST(is_refused(
            raw.execute("INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table), table));
        BOOST_TEST(raw.execute("DELETE FROM " + table) == "");
    }
}

BOOST_AUTO_TEST_SUITE_END()
