#include "kvit/app/document_file.h"

namespace kvit::app {

std::string document_file(const core::BusinessId& business, core::Date issued_on,
                          const core::DocumentId& id) {
    std::string name = id.str();
    for (char& c : name) {
        const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        if (!safe) c = '-';
    }
    if (name.starts_with('.')) name.front() = '-';  // neither hidden nor a way out of the folder
    return business.str() + "/" + std::to_string(core::year_of(issued_on)) + "/" + name + ".pdf";
}

}  // namespace kvit::app
