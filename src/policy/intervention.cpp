#include "kvit/policy/intervention.h"

#include "names.h"

#include <algorithm>

namespace kvit::policy {

namespace {

constexpr Names<InterventionKind, 8> names{{
    {InterventionKind::dispute, "dispute"},
    {InterventionKind::resolved, "resolved"},
    {InterventionKind::promise, "promise"},
    {InterventionKind::hold, "hold"},
    {InterventionKind::hold_ended, "hold_ended"},
    {InterventionKind::release, "release"},
    {InterventionKind::resume, "resume"},
    {InterventionKind::terminate, "terminate"},
}};

}  // namespace

std::string_view name_of(InterventionKind kind) { return name_in(names, kind); }

const std::string& subject_of(const Intervention& intervention) {
    if (!intervention.invoice.empty()) return intervention.invoice.str();
    if (!intervention.contract.empty()) return intervention.contract.str();
    return intervention.client.str();
}

const Intervention* last_told(std::span<const Intervention> told,
                              std::span<const InterventionKind> kinds, const std::string& subject,
                              core::Date day) {
    const Intervention* last = nullptr;
    for (const Intervention& one : told) {
        const bool asked = std::ranges::find(kinds, one.kind) != kinds.end();
        if (asked && one.on <= day && subject_of(one) == subject) last = &one;
    }
    return last;
}

}  // namespace kvit::policy
