#include "kvit/policy/decision.h"

#include "names.h"

namespace kvit::policy {

namespace {

constexpr Names<HeldBy, 5> held_by_names{{
    {HeldBy::nobody, ""},
    {HeldBy::dispute, "dispute"},
    {HeldBy::promise, "promise"},
    {HeldBy::hold, "hold"},
    {HeldBy::prepaid, "prepaid"},
}};

constexpr Names<WaitsFor, 5> waits_for_names{{
    {WaitsFor::nothing, ""},
    {WaitsFor::release, "release"},
    {WaitsFor::rate, "rate"},
    {WaitsFor::confirmation, "confirmation"},
    {WaitsFor::quote, "quote"},
}};

}  // namespace

std::string_view name_of(HeldBy held_by) { return name_in(held_by_names, held_by); }
std::string_view name_of(WaitsFor waits) { return name_in(waits_for_names, waits); }

}  // namespace kvit::policy
