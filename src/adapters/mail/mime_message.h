#pragma once
// A message as the bytes of an .eml file.

#include "kvit/app/ports/document_ports.h"

#include <string>
#include <vector>

namespace kvit::mail {

// CRLF line ends; same arguments, same bytes.
std::string mime_message(const std::string& message_id, core::Date on,
                         const document::Message& message,
                         const std::vector<app::Attachment>& attachments);

// Letters, digits, '-' and single dots inside as they are, any other byte as '_' and two
// hexadecimal digits: safe in file names and message ids, and no two ids share one. Longer than 150
// bytes: cut, with the id's SHA-256 after it.
std::string safe_name(const std::string& message_id);

}  // namespace kvit::mail
