#pragma once
// What the policy does to the work of a contract. In order of severity.

#include "kvit/core/result.h"

#include <string_view>

namespace kvit::policy {

enum class WorkStatus { active, reminded, warned, paused, terminated };

std::string_view name_of(WorkStatus status);  // "active"
core::Result<WorkStatus> parse_work_status(std::string_view name);

}  // namespace kvit::policy
