#pragma once
// What the policy does to the work of a contract. In order of severity.

#include "kvit/core/result.h"

#include <string_view>

namespace kvit::policy {

enum class WorkStatus { active, reminded, warned, paused, terminated };

// What keeps enforcement from a contract: a disputed or promised invoice, a person, a cycle that is
// paid ahead.
enum class HeldBy { nobody, dispute, promise, hold, prepaid };

std::string_view name_of(WorkStatus status);  // "active"
std::string_view name_of(HeldBy held_by);     // "" for nobody
core::Result<WorkStatus> parse_work_status(std::string_view name);

}  // namespace kvit::policy
