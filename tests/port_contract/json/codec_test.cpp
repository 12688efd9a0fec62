// What is stored as JSON comes back as it was, in one canonical form; what is not that is refused.

#include "adapters/json/names.h"
#include "adapters/json/personal_codec.h"
#include "adapters/json/snapshot_codec.h"
#include "adapters/json/values.h"
#include "samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;
using namespace kvit::port_contract;
using core::operator""_iso;

namespace {

template <class Value, class Decode>
void round_trip(const Value& value, Decode decode) {
    const std::string text = json::encode(value);
    BOOST_TEST((decode(text) == value), text);
    BOOST_TEST(json::encode(decode(text)) == text);
}

template <class Work>
std::string refusal_of(Work work) {
    try {
        work();
    } catch (const core::EnvironmentError& error) {
        return error.what();
    }
    return "";
}

template <class Enum>
void names_round_trip() {
    for (std::size_t i = 0; i < json::stored_names<Enum>.size(); ++i) {
        const auto value = static_cast<Enum>(i);
        BOOST_TEST((json::named<Enum>(json::name(value)) == value));
    }
    BOOST_TEST((json::named<Enum>("no such word") == std::nullopt));
}

policy::EnforcementPolicy own_policy() {
    policy::EnforcementPolicy own{core::PolicyId("own"),
                                  {{eur(), euros(500)}, {pln(), {2'000, pln()}}},
                                  policy::SendOn::any_day,
                                  {}};
    own.levels.push_back({.name = "pause",
                          .status = policy::WorkStatus::paused,
                          .notice = policy::NoticeKind::suspension,
                          .days_past_due_min = -3,
                          .wait_days_min = 7,
                          .amount_overdue_min = {{eur(), euros(1'000)}},
                          .overdue_invoices_min = 2,
                          .claim = {policy::Claim::interest, policy::Claim::compensation},
                          .announces_pause = true,
                          .release = policy::Release::human});
    return own;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_codec)

BOOST_AUTO_TEST_CASE(values_come_back_as_they_were) {
    round_trip(document_sample("Račun \"1\" \\ \t € 😀"), json::decode_document);
    round_trip(document::Document{}, json::decode_document);
    round_trip(message_sample("Račun"), json::decode_message);
    round_trip(document::Message{}, json::decode_message);
    round_trip(full_terms(), json::decode_terms);
    round_trip(contract::Terms{}, json::decode_terms);
    for (const auto& version : contract_of(adria_social, adria).versions)
        round_trip(version.terms, json::decode_terms);
    round_trip(own_policy(), json::decode_policy);
    for (const auto& policy : policy::built_in_policies()) round_trip(policy, json::decode_policy);
    const auto made = decision("2026-02-20"_iso, {}, {}).decision;
    round_trip(made.reasons, json::decode_reasons);
    round_trip(std::vector<policy::Reason>{}, json::decode_reasons);
    round_trip(*made.notice, json::decode_notice_decision);
    round_trip(policy::NoticeDecision{}, json::decode_notice_decision);
    round_trip(json::Numbered{}, json::decode_numbered);
    round_trip(json::Numbered{{"a", 0}, {"", -1}, {"\"b\"", 1}, {"ż", INT64_MAX}},
               json::decode_numbered);
}

BOOST_AUTO_TEST_CASE(the_form_is_canonical) {
    BOOST_TEST(json::encode(document::Document{}) ==
               R"({"author":"","blocks":[],"footer":"","landscape":false,"language":"en",)"
               R"("page_label":"","title":""})");
    BOOST_TEST(json::encode(std::vector<policy::Reason>{{"days_past_due", "5", "8"}}) ==
               R"([{"code":"days_past_due","threshold":"8","value":"5"}])");
    contract::Terms terms;
    terms.payment = contract::DayOfMonth{10};
    terms.retainer = {euros(80'000), 1200, {}, 0};
    terms.after_hours = {core::Ratio(3, 2), 15, true, false};
    BOOST_TEST(
        json::encode(terms) ==
        R"({"after_hours":{"applies_to_contacts":false,"applies_to_work":true,"min_minutes":15,)"
        R"("multiplier":"3/2"},"availability":null,"billed":"arrears","channel":"","fixed":[],)"
        R"("out_of_scope":"quote","paused_days":"prorate","payment":{"day_of_month":10},)"
        R"("policy":"standard","rates":[],"retainer":{"fee":{"currency":"EUR","minor":80000},)"
        R"("included_minutes":1200,"overage":null,"rollover_cycles":0},"scope":[],)"
        R"("suspension_clause":"","title":"","vat":null})");
}

BOOST_AUTO_TEST_CASE(personal_parts_fill_what_the_rest_left_out) {
    contract::Business issuer = business(ada), blank = business(ada);
    blank.name = blank.tax_id = blank.email = blank.phone = blank.booking_url = blank.logo = "";
    blank.address = {};
    blank.accounts = {};
    blank.vat.exemption = "";
    json::decode_personal(json::encode_personal(issuer), blank);
    BOOST_TEST((blank == issuer));

    contract::TermsVersion version{"2026-01-01"_iso, "Aneks", full_terms()};
    contract::TermsVersion bare{version.since, "", json::without_personal(version.terms)};
    BOOST_TEST(json::encode(bare.terms).find("Zofii") == std::string::npos);
    json::decode_personal(json::encode_personal(version), bare);
    BOOST_TEST((bare == version));

    ledger::Invoice full = full_invoice("FV/1"), other = invoice("FV/1", "2026-01-01"_iso, 5);
    BOOST_TEST(refusal_of([&] { json::decode_personal(json::encode_personal(full), other); }) ==
               "a stored invoice cannot be read: \"lines\" are not 1");
}

BOOST_AUTO_TEST_CASE(what_is_not_ours_is_refused) {
    struct Case {
        const char* text;
        const char* said;
    };
    const Case cases[] = {
        {R"([])", "a stored document cannot be read: an object was expected"},
        {R"({})", "a stored document cannot be read: \"language\" is missing"},
        {R"({"language":"xx"})", "a stored document cannot be read: \"xx\" is not a known word"},
        {R"({"language":7})", "a stored document cannot be read: \"language\" is not text"},
        {R"({"author":"","blocks":{},"footer":"","landscape":false,"language":"en","page_label":"","title":""})",
         "a stored document cannot be read: \"blocks\" is not a list"},
        {R"({"author":"","blocks":[],"footer":"","landscape":0,"language":"en","page_label":"","title":""})",
         "a stored document cannot be read: \"landscape\" is not yes or no"},
        {R"({"author":"","blocks":[{"type":"image"}],"footer":"","landscape":false,"language":"en","page_label":"","title":""})",
         "a stored document cannot be read: \"image\" is not a kind of block"},
        {R"({"author":"","blocks":[{"type":"heading","text":"","level":1.5}],"footer":"","landscape":false,"language":"en","page_label":"","title":""})",
         "a stored document cannot be read: \"level\" is not a whole number"},
        {R"({"author":"","blocks":[{"type":"heading","text":"","level":2147483648}],"footer":"","landscape":false,"language":"en","page_label":"","title":""})",
         "a stored document cannot be read: \"level\" is too large"},
    };
    for (const Case& one : cases)
        BOOST_TEST(refusal_of([&] { json::decode_document(one.text); }) == one.said);
    BOOST_TEST(refusal_of([] {
                   json::decode_document("{\"a\":");
               }).find("a stored document cannot be read: ") == 0U);
    BOOST_TEST(refusal_of([] { json::decode_reasons("[\"a\"]"); }) ==
               "a stored list of reasons cannot be read: an object was expected");
    for (const char* wrong : {"{\"a\":1}", "[1]", "[[\"a\"]]", "[[\"a\",1.5]]", "[[\"a\",1,2]]"})
        BOOST_TEST(refusal_of([&] { json::decode_numbered(wrong); }) ==
                   "a stored list cannot be read: a name with its number was expected");
    BOOST_TEST(refusal_of([] { json::decode_numbered("[[1,2]]"); }) ==
               "a stored list cannot be read: text was expected");
}

BOOST_AUTO_TEST_CASE(ratios_and_days_are_read_to_their_bounds) {
    BOOST_TEST((json::ratio_from("17/31") == core::Ratio(17, 31)));
    BOOST_TEST((json::ratio_from("-1/2") == core::Ratio(-1, 2)));
    BOOST_TEST(
        (json::ratio_from("4611686018427387903/1") == core::Ratio((std::int64_t{1} << 62) - 1, 1)));
    for (const char* wrong :
         {"", "/", "1", "1/", "/2", "1/0", "1/-2", "1/2 ", " 1/2", "1.5/2", "4611686018427387904/1",
          "1/4611686018427387904", "9223372036854775808/1"})
        BOOST_CHECK_THROW(json::ratio_from(wrong), json::Unreadable);
    BOOST_CHECK_THROW(json::date_from("2026-02-29"), json::Unreadable);
    BOOST_CHECK_THROW(json::currency_from("eur"), json::Unreadable);
}

BOOST_AUTO_TEST_CASE(every_value_has_one_stored_name) {
    names_round_trip<core::Language>();
    names_round_trip<contract::ClientKind>();
    names_round_trip<contract::CyclePeriod>();
    names_round_trip<contract::Billed>();
    names_round_trip<contract::OutOfScope>();
    names_round_trip<contract::PausedDays>();
    names_round_trip<contract::Per>();
    names_round_trip<contract::VatCategory>();
    names_round_trip<contract::Channel>();
    names_round_trip<contract::Direction>();
    names_round_trip<ledger::InvoiceKind>();
    names_round_trip<ledger::LineKind>();
    names_round_trip<ledger::Unit>();
    names_round_trip<ledger::Account>();
    names_round_trip<ledger::EntryKind>();
    names_round_trip<policy::WorkStatus>();
    names_round_trip<policy::NoticeKind>();
    names_round_trip<policy::Claim>();
    names_round_trip<policy::Release>();
    names_round_trip<policy::SendOn>();
    names_round_trip<policy::HeldBy>();
    names_round_trip<policy::WaitsFor>();
    names_round_trip<app::EntryState>();
    names_round_trip<app::QuoteState>();
    names_round_trip<app::MessageState>();
    names_round_trip<document::ParagraphStyle>();
    names_round_trip<document::Align>();
}

BOOST_AUTO_TEST_SUITE_END()
