#include "kvit/policy/work_status.h"

#include "names.h"

namespace kvit::policy {

namespace {

constexpr Names<WorkStatus, 5> names{{
    {WorkStatus::active, "active"},
    {WorkStatus::reminded, "reminded"},
    {WorkStatus::warned, "warned"},
    {WorkStatus::paused, "paused"},
    {WorkStatus::terminated, "terminated"},
}};

constexpr Names<HeldBy, 5> held_by_names{{
    {HeldBy::nobody, ""},
    {HeldBy::dispute, "dispute"},
    {HeldBy::promise, "promise"},
    {HeldBy::hold, "hold"},
    {HeldBy::prepaid, "prepaid"},
}};

}  // namespace

std::string_view name_of(WorkStatus status) { return name_in(names, status); }
std::string_view name_of(HeldBy held_by) { return name_in(held_by_names, held_by); }

core::Result<WorkStatus> parse_work_status(std::string_view name) {
    return parse_in(names, name, "work status");
}

}  // namespace kvit::policy
