#include "report_parts.h"

#include "kvit/document/number_format.h"

#include <cmath>
#include <cstdint>

namespace kvit::document {

Document report_document(const std::string& title, const contract::Business& business,
                         const Wording& wording) {
    Document document;
    document.language = business.language;
    document.title = title;
    document.author = business.name;
    document.footer = business.name;
    document.page_label = wording.word(business.language, "document.page");
    document.landscape = true;
    document.blocks = {Letterhead{business.name, {}}, Heading{title, 1}};
    return document;
}

std::string number(core::Language language, double value, int decimals) {
    std::int64_t steps = 1;
    for (int i = 0; i < decimals; ++i) steps *= 10;
    const std::int64_t whole = std::llround(std::abs(value) * static_cast<double>(steps));
    const std::string text = decimal(language, core::Ratio(whole, steps));
    return value < 0 && whole != 0 ? "−" + text : text;
}

std::string percent(core::Language language, double share, const Wording& wording) {
    return number(language, share * 100, 0) + wording.word(language, "format.percent");
}

}  // namespace kvit::document
