#pragma once
// The two messages that are read, and what differs between them.

#include <optional>
#include <string_view>

namespace kvit::bank {

struct CamtMessage {
    std::string_view name;             // "camt.053"
    std::string_view name_space_stem;  // before the two digits of the version
    std::string_view path;             // of the element that holds the items
    std::string_view item;             // local name of one statement or notification
    std::string_view words;            // for refusals
    bool has_balances = true;
};

inline constexpr CamtMessage camt_messages[] = {
    {"camt.053", "urn:iso:std:iso:20022:tech:xsd:camt.053.001.", "Document/BkToCstmrStmt/", "Stmt",
     "camt.053 statement", true},
    {"camt.054", "urn:iso:std:iso:20022:tech:xsd:camt.054.001.", "Document/BkToCstmrDbtCdtNtfctn/",
     "Ntfctn", "camt.054 notification", false},
};

// Versions 02 (2009) to 13; 01 had other root elements.
inline const CamtMessage* camt_message(std::string_view name_space) {
    for (const CamtMessage& message : camt_messages) {
        if (!name_space.starts_with(message.name_space_stem)) continue;
        const std::string_view version = name_space.substr(message.name_space_stem.size());
        if (version.size() == 2 && version >= "02" && version <= "13") return &message;
    }
    return nullptr;
}

}  // namespace kvit::bank
