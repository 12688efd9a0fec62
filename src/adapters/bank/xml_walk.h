#pragma once
// Walks an XML file from a stranger element by element, with expat: no DOCTYPE, hence no entities;
// bounded depth and text; only elements of the root's namespace are shown.

#include "kvit/core/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kvit::bank {

inline constexpr std::size_t max_depth = 64;
inline constexpr std::size_t max_text_bytes = 10'000;

// Where and what an element is. `path` holds local names from the root down: "Document/Stmt/Id".
struct XmlElement {
    std::string_view path;
    std::string_view name_space;
    std::string_view currency;  // attribute Ccy, at the begin only
    int line = 0;
};

class XmlVisitor {
  public:
    virtual ~XmlVisitor() = default;
    // A refusal from either stops the walk.
    virtual std::optional<core::Refusal> begin(const XmlElement& element) = 0;
    // `text` without white space around it; empty for an element that holds elements.
    virtual std::optional<core::Refusal> end(const XmlElement& element, std::string_view text) = 0;
};

// Nothing when the whole file was walked. `where` of a refusal is place_in().
std::optional<core::Refusal> walk_xml(const std::string& file_name, std::string_view xml,
                                      XmlVisitor& visitor);

// "FILE:LINE, element Ntry/Amt": the last two names of the path say enough beside the line.
std::string place_in(const std::string& file_name, int line, std::string_view path);

}  // namespace kvit::bank
