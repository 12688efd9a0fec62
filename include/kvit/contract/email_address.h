#pragma once
// An e-mail address as kvit writes it into a To: line.

#include "kvit/core/result.h"

#include <string>
#include <string_view>

namespace kvit::contract {

// One plain address of RFC 5321 without quoted parts: nothing that could begin a second address or
// a second header line. The local part may have letters beyond ASCII (RFC 6531), so may the domain.
core::Result<std::string> checked_email_address(std::string_view text);

}  // namespace kvit::contract
