#include "kvit/policy/decision.h"

#include "names.h"

namespace kvit::policy {

namespace {

constexpr Names<WaitsFor, 5> waits_for_names{{
    {WaitsFor::nothing, ""},
    {WaitsFor::release, "release"},
    {WaitsFor::rate, "rate"},
    {WaitsFor::confirmation, "confirmation"},
    {WaitsFor::quote, "quote"},
}};

}  // namespace

std::string_view name_of(WaitsFor waits) { return name_in(waits_for_names, waits); }

}  // namespace kvit::policy
