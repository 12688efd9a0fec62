#pragma once
// Values that are stored as JSON, for any store. Canonical: keys sorted, money as minor units and
// currency, days ISO, ratios "3/2"; encode(decode_x(text)) == text. Reading throws
// core::EnvironmentError "a stored document cannot be read: …": such text is the program's own, so
// it was damaged.

#include "kvit/contract/business.h"
#include "kvit/contract/client.h"
#include "kvit/contract/contract.h"
#include "kvit/document/document.h"
#include "kvit/document/message.h"
#include "kvit/policy/decision.h"
#include "kvit/policy/enforcement_policy.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kvit::json {

std::string encode(const document::Document& document);
document::Document decode_document(std::string_view text);

std::string encode(const document::Message& message);
document::Message decode_message(std::string_view text);

std::string encode(const contract::Terms& terms);
contract::Terms decode_terms(std::string_view text);

std::string encode(const policy::EnforcementPolicy& policy);
policy::EnforcementPolicy decode_policy(std::string_view text);

std::string encode(const std::vector<policy::Reason>& reasons);
std::vector<policy::Reason> decode_reasons(std::string_view text);

std::string encode(const policy::NoticeDecision& notice);
policy::NoticeDecision decode_notice_decision(std::string_view text);

// [["a",95],["b",60]]: names with a number each.
using Numbered = std::vector<std::pair<std::string, std::int64_t>>;
std::string encode(const Numbered& numbered);
Numbered decode_numbered(std::string_view text);

}  // namespace kvit::json
