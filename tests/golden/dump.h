#pragma once
// Documents and messages as plain text, one line for each thing, so that a change of wording shows
// as a change of lines.

#include "kvit/document/document.h"
#include "kvit/document/message.h"

#include <string>

namespace kvit::golden {

std::string dump(const document::Document& document);
std::string dump(const document::Message& message);

// Compares with tests/golden/files/<name>; with KVIT_BLESS=1 in the environment writes it instead.
// Returns "" or what differs, and how to accept it.
std::string compare(const std::string& name, const std::string& text);

}  // namespace kvit::golden
