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

}  // namespace

std::string_view name_of(WorkStatus status) { return name_in(names, status); }

core::Result<WorkStatus> parse_work_status(std::string_view name) {
    return parse_in(names, name, "work status");
}

}  // namespace kvit::policy
