#pragma once
// Hands messages over as files: one .eml (RFC 5322, MIME) per message in a folder, for a mail
// program or a mail system to pick up.

#include "kvit/app/ports/document_ports.h"

#include <memory>
#include <string>

namespace kvit::mail {

// A message's file name comes from its id alone and its bytes from the arguments of deliver()
// alone, so that delivering again writes the same file. Dated noon UTC of the day given. A line
// break in an address is a bug: addresses are checked when the agreement is read. Throws
// core::EnvironmentError when the folder cannot be written.
std::unique_ptr<app::MessageTransport> eml_folder(const std::string& folder);

}  // namespace kvit::mail
