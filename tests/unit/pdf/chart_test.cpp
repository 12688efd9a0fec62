#include "adapters/pdf/pdf_renderer.h"
#include "pdf/poppler.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace kvit;
using document::ChartBar;

namespace {

document::Document charts(int count, const std::vector<ChartBar>& bars) {
    document::Document document;
    document.title = "Payment behaviour";
    for (int i = 0; i < count; ++i)
        document.blocks.emplace_back(document::Chart{"Days late", bars, "Outlined: open"});
    return document;
}

std::vector<ChartBar> twelve() {
    std::vector<ChartBar> bars;
    for (int i = 0; i < 12; ++i)
        bars.push_back({"2026. 0" + std::to_string(i % 10) + ". 15.", 10 * i - 20, i == 11});
    return bars;
}

const poppler::Word& word(const poppler::Geometry& seen, const std::string& text) {
    const auto found = std::ranges::find(seen.words, text, &poppler::Word::text);
    BOOST_REQUIRE_MESSAGE(found != seen.words.end(), text << " is not on the page");
    return *found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_chart)

BOOST_AUTO_TEST_CASE(every_bar_has_its_value_and_label) {
    const std::string file = pdf::pdf_renderer()->render(
        charts(1, {{"Jan", 10, false}, {"Feb", -5, false}, {"Mar", 0, true}}));
    const poppler::Geometry seen = poppler::geometry(file);
    const double jan = word(seen, "Jan").left, feb = word(seen, "Feb").left;
    BOOST_TEST(jan < feb);
    BOOST_TEST(word(seen, "10").top < word(seen, "0").top);  // above the line
    BOOST_TEST(word(seen, "-5").top > word(seen, "0").top);  // below it
    BOOST_TEST(word(seen, "-5").bottom <= word(seen, "Feb").top + 2);
    BOOST_TEST(word(seen, "Jan").bottom <= word(seen, "Outlined:").top + 2);
    BOOST_TEST(word(seen, "Days").bottom <= word(seen, "10").top + 2);
}

BOOST_AUTO_TEST_CASE(twelve_bars_stay_within_the_margins_and_apart) {
    const poppler::Geometry seen =
        poppler::geometry(pdf::pdf_renderer()->render(charts(1, twelve())));
    std::vector<poppler::Word> years;
    for (const auto& one : seen.words) {
        BOOST_TEST(one.left >= 56);
        BOOST_TEST(one.right <= seen.page_widths.at(0) - 56);
        if (one.text.starts_with("2026.")) years.push_back(one);
    }
    BOOST_TEST(years.size() == 12u);
    for (std::size_t i = 1; i < years.size(); ++i)
        BOOST_TEST(years[i - 1].right <= years[i].left + 0.1);
}

BOOST_AUTO_TEST_CASE(a_chart_is_not_cut_by_the_end_of_a_page) {
    const std::string file = pdf::pdf_renderer()->render(charts(9, twelve()));
    const poppler::Geometry seen = poppler::geometry(file);
    BOOST_TEST(seen.page_widths.size() > 1u);
    for (const auto& page : poppler::pages(file)) {
        const auto count = [&](const std::string& part) {
            std::size_t found = 0;
            for (std::size_t at = 0; (at = page.find(part, at)) != std::string::npos; ++at) ++found;
            return found;
        };
        BOOST_TEST(count("Days late") == count("Outlined: open"));
    }
    BOOST_TEST((pdf::pdf_renderer()->render(charts(9, twelve())) == file));
}

BOOST_AUTO_TEST_CASE(no_bars_no_chart) {
    const std::string file = pdf::pdf_renderer()->render(charts(1, {}));
    BOOST_TEST(poppler::pages(file).at(0).find("Days late") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
