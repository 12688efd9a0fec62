#pragma once
// The names under which enumerations are stored, in order of their values. They are a file format:
// a name, once used, never changes its meaning, whatever the program calls the value later.

#include "kvit/app/ports/store.h"
#include "kvit/contract/client.h"
#include "kvit/document/document.h"
#include "kvit/ledger/invoice.h"
#include "kvit/ledger/journal.h"
#include "kvit/policy/decision.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kvit::json {

template <std::size_t n>
using Names = std::array<std::string_view, n>;

template <class Enum>
inline constexpr auto stored_names = nullptr;

template <>
inline constexpr Names<6> stored_names<core::Language>{"pl", "hu", "hr", "it", "de", "en"};

template <>
inline constexpr Names<3> stored_names<contract::ClientKind>{"business", "consumer", "public"};
template <>
inline constexpr Names<5> stored_names<contract::CyclePeriod>{"weekly", "monthly", "quarterly",
                                                              "yearly", "once"};
template <>
inline constexpr Names<2> stored_names<contract::Billed>{"arrears", "advance"};
template <>
inline constexpr Names<2> stored_names<contract::OutOfScope>{"quote", "bill"};
template <>
inline constexpr Names<2> stored_names<contract::PausedDays>{"prorate", "bill"};
template <>
inline constexpr Names<2> stored_names<contract::Per>{"cycle", "once"};
template <>
inline constexpr Names<7> stored_names<contract::VatCategory>{"S", "Z", "E", "AE", "K", "G", "O"};
template <>
inline constexpr Names<4> stored_names<contract::Channel>{"email", "phone", "chat", "meeting"};
template <>
inline constexpr Names<2> stored_names<contract::Direction>{"in", "out"};

template <>
inline constexpr Names<3> stored_names<ledger::InvoiceKind>{"invoice", "credit_note",
                                                            "interest_note"};
template <>
inline constexpr Names<8> stored_names<ledger::LineKind>{"retainer",         "overage",
                                                         "hourly",           "fixed",
                                                         "after_hours_work", "after_hours_contact",
                                                         "price_reduction",  "credited_before"};
template <>
inline constexpr Names<2> stored_names<ledger::Unit>{"item", "minute"};
template <>
inline constexpr Names<6> stored_names<ledger::Account>{"receivable", "unapplied", "bank",
                                                        "income",     "vat",       "write_off"};
template <>
inline constexpr Names<7> stored_names<ledger::EntryKind>{
    "issue", "receipt", "application", "reversal", "write_off", "refund", "set_off"};

template <>
inline constexpr Names<5> stored_names<policy::WorkStatus>{"active", "reminded", "warned", "paused",
                                                           "terminated"};
template <>
inline constexpr Names<8> stored_names<policy::NoticeKind>{
    "courtesy_note", "friendly_reminder", "second_reminder", "suspension_warning",
    "suspension",    "resumption",        "final_demand",    "termination"};
template <>
inline constexpr Names<2> stored_names<policy::Claim>{"interest", "compensation"};
template <>
inline constexpr Names<2> stored_names<policy::Release>{"automatic", "human"};
template <>
inline constexpr Names<2> stored_names<policy::SendOn>{"any-day", "business-days"};
template <>
inline constexpr Names<5> stored_names<policy::HeldBy>{"nobody", "dispute", "promise", "hold",
                                                       "prepaid"};
template <>
inline constexpr Names<5> stored_names<policy::WaitsFor>{"nothing", "release", "rate",
                                                         "confirmation", "quote"};

template <>
inline constexpr Names<8> stored_names<policy::InterventionKind>{
    "dispute", "resolved", "promise", "hold", "hold_ended", "release", "resume", "terminate"};
template <>
inline constexpr Names<5> stored_names<ledger::TrendClass>{"insufficient", "punctual", "steady",
                                                           "slipping", "improving"};
template <>
inline constexpr Names<3> stored_names<ledger::TrendFlag>{"none", "rising_4", "trend"};

template <>
inline constexpr Names<7> stored_names<app::EntryState>{
    "unmatched", "matched", "not_ours", "returned", "outgoing", "returning", "booked_out"};
template <>
inline constexpr Names<3> stored_names<app::QuoteState>{"held", "accepted", "declined"};
template <>
inline constexpr Names<3> stored_names<app::MessageState>{"queued", "sent", "cancelled"};

template <>
inline constexpr Names<3> stored_names<document::ParagraphStyle>{"body", "strong", "small"};
template <>
inline constexpr Names<2> stored_names<document::Align>{"left", "right"};

template <class Enum>
concept Stored = requires {
    stored_names<Enum>.size();
};

template <Stored Enum>
std::string_view name(Enum value) {
    return stored_names<Enum>.at(static_cast<std::size_t>(value));
}

// Nothing where no value is stored under this name.
template <Stored Enum>
std::optional<Enum> named(std::string_view text) {
    for (std::size_t i = 0; i < stored_names<Enum>.size(); ++i)
        if (stored_names<Enum>[i] == text) return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace kvit::json
