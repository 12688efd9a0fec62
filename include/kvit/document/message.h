#pragma once
// An e-mail as it will leave: fixed when decided, built from one snapshot only.

#include "kvit/core/ids.h"

#include <string>
#include <vector>

namespace kvit::document {

struct Message {
    std::string from_name, from_email, to_name, to_email;
    std::string subject, text;                  // plain text, UTF-8, '\n' line ends
    std::vector<core::DocumentId> attachments;  // archived PDFs
    bool operator==(const Message&) const = default;
};

}  // namespace kvit::document
