#include "kvit/document/template_forms.h"

namespace kvit::document {

namespace {

using Names = std::vector<std::string_view>;

const Names letter_sections{"title", "subject", "opening", "closing", "email"};

const Names notice_text{
    "business",  "client",   "phone",        "day",         "sum",
    "numbers",   "due_on",   "items",        "payment",     "invoice_count",
    "contracts", "pause_on", "paused_since", "paused_days", "paused_days_number",
    "next_step", "next_on",  "ends_on",      "reason"};

const Names notice_flags{"has_phone",      "one_invoice",     "many_invoices", "one_contract",
                         "many_contracts", "announces_pause", "paused_before", "has_next_step",
                         "has_reason",     "to_pay",          "unpaid"};

TemplateForm notice(std::string_view name, Names must_mention) {
    return {name, letter_sections, notice_text, notice_flags, std::move(must_mention)};
}

// A letter about one contract (kvit letter): `more` besides the values that all of them have.
TemplateForm agreement_letter(std::string_view name, Names more, Names flags, Names must_mention) {
    Names text{"business", "client", "phone", "day", "contract"};
    text.insert(text.end(), more.begin(), more.end());
    flags.push_back("has_phone");
    return {name, letter_sections, std::move(text), std::move(flags), std::move(must_mention)};
}

std::vector<TemplateForm> make_forms() {
    return {
        {"invoice",
         {"subject", "closing", "email"},
         {"business", "client", "phone", "number", "sum", "due_on", "period", "contract",
          "payment"},
         {"has_phone", "to_pay"},
         {}},
        {"quote",
         letter_sections,
         {"business", "client", "phone", "quote", "contract", "period", "sum"},
         {"has_phone"},
         {}},
        {"credit_note",
         {"subject", "closing", "email"},
         {"business", "client", "phone", "number", "corrected", "corrected_on", "sum", "reason",
          "left", "credit", "payment"},
         {"has_phone", "full", "to_pay", "to_account", "nothing_left"},
         {"corrected"}},
        // How a line of an invoice or a credit note reads; `details` follows each.
        {"line",
         {"retainer", "overage", "hourly", "after_hours_work", "after_hours_contact", "fixed",
          "price_reduction", "credited_before", "details"},
         {"title", "service", "multiplier", "period", "days", "whole_days", "paused_days",
          "business_days", "quote"},
         {"has_service", "has_period", "prorated", "paused", "quoted"},
         {}},
        // One invoice within the text of an e-mail.
        {"notice_item",
         {"email"},
         {"number", "issued_on", "due_on", "gross", "open", "days"},
         {"late"},
         {}},
        // Why a decision was made, by reason code (kvit/policy/decision.h).
        {"reasons",
         {"days_past_due",
          "wait_days",
          "amount_overdue",
          "overdue_invoices",
          "not_a_business_day",
          "pause_announced_for",
          "no_suspension_clause",
          "release_by_person",
          "paid_ahead",
          "set_off",
          "small_remainder",
          "nothing_overdue",
          "claim_waits",
          "termination_waits",
          "disputed",
          "promised",
          "promise_broken",
          "hold",
          "resumed_by_person",
          "ended_by_person"},
         {"value", "threshold", "value_days", "value_invoices"},
         {"has_value", "has_threshold", "negative"},
         {}},
        // Why a client stands where it stands (kvit explain).
        {"explain",
         {"standing", "contract", "pay", "step", "person_step", "no_step", "same_again", "differs"},
         {"day", "policy", "level", "anchor", "contract", "status", "since", "waits", "held", "sum",
          "on", "letter", "next_review"},
         {"has_level", "has_anchor", "has_waits", "has_held", "has_review"},
         {}},
        // Letters that a person asks for (kvit letter); `item` is one request within the e-mail.
        {"nudge",
         {"title", "subject", "opening", "closing", "email", "item"},
         {"business", "client", "phone", "day", "items", "what", "contract", "asked_on",
          "needed_by", "days"},
         {"has_phone", "waited"},
         {}},
        // What late invoices have accrued, on a note of its own.
        {"interest_note",
         letter_sections,
         {"business", "client", "phone", "number", "day", "through", "due_on", "sum", "items",
          "payment", "bases"},
         {"has_phone", "has_compensation", "has_bases"},
         {"through", "due_on", "sum"}},
        // Wording for the agreement (kvit clauses); the first line of a section is its heading.
        {"clauses",
         {"title", "payment", "suspension", "office_hours", "scope", "channel"},
         {"contract", "days", "day_of_month", "pause_days", "pause_days_number", "days_of_week",
          "from", "until", "timezone", "multiplier", "min_minutes", "services", "channel",
          "address"},
         {"net_days", "end_of_month", "same_day", "on_day", "prorate", "work_and_contacts",
          "only_work", "only_contacts", "has_minimum", "package", "quoted", "has_address"},
         {}},
        agreement_letter(
            "office_hours",
            {"items", "days", "from", "until", "timezone", "multiplier", "min_minutes", "package"},
            {"work_and_contacts", "only_work", "only_contacts", "has_minimum"},
            {"days", "from", "until", "multiplier", "package"}),
        agreement_letter("agreed_channel", {"channel", "address"}, {"has_address"}, {"channel"}),
        agreement_letter("price", {"items"}, {}, {"contract"}),
        agreement_letter("extra_hours", {"hours", "included", "from", "rate", "sum"}, {},
                         {"hours", "from", "rate", "sum"}),
        agreement_letter("scope", {"items", "quote", "sum", "booking_url"}, {"has_booking"},
                         {"quote", "sum", "booking_url"}),
        notice("courtesy_note", {"due_on", "day", "sum", "pause_on"}),
        notice("friendly_reminder", {"day", "sum", "pause_on"}),
        notice("second_reminder", {"day", "sum", "pause_on"}),
        notice("suspension_warning", {"day", "sum", "pause_on"}),
        notice("suspension", {"day", "sum"}),
        notice("resumption", {"day", "paused_since"}),
        notice("final_demand", {"day", "sum"}),
        notice("termination", {"ends_on", "reason", "day", "sum"}),
    };
}

}  // namespace

std::span<const TemplateForm> template_forms() {
    static const std::vector<TemplateForm> forms = make_forms();
    return forms;
}

}  // namespace kvit::document
