// What clients have not answered: in the letter that asks again, and in the owner's status report.

#include "adapters/templates/wording.h"
#include "dump.h"
#include "kvit/document/nudge_view.h"
#include "kvit/document/status_view.h"
#include "samples.h"

#include <boost/test/unit_test.hpp>

using namespace kvit;

namespace {

struct Fixture {
    std::unique_ptr<document::Wording> wording = templates::built_in_wording();
};

std::string nudge_dump(const document::Wording& wording, core::Language language, bool late) {
    const contract::Business business = samples::studio();
    const contract::Client client = samples::client_of(language);
    const contract::Contract first = samples::first_contract(language);
    const contract::Contract second = samples::second_contract(language);
    document::NudgeView view{business,
                             client,
                             core::DocumentId(client.id.str() + "-nudge-2026-09-16"),
                             samples::day("2026-09-16"),
                             {}};
    const int days = late ? 9 : 0;
    view.items.push_back({first, "Logo (SVG)\nFoto 1–12", samples::day("2026-09-01"),
                          late ? samples::day("2026-09-07") : samples::day("2026-09-18"), days});
    if (late) {
        view.items.push_back(
            {second, "Login", samples::day("2026-09-10"), samples::day("2026-09-30"), 0});
    }
    const document::Letter letter = document::nudge_letter(view, wording);
    return golden::dump(document::compose_letter(letter, wording)) +
           golden::dump(document::letter_message(letter, wording));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(requests, Fixture)

BOOST_AUTO_TEST_CASE(a_nudge) {
    for (const core::Language language : core::all_languages()) {
        const std::string text = "#### in time\n" + nudge_dump(*wording, language, false) +
                                 "\n#### one of two is late\n" +
                                 nudge_dump(*wording, language, true);
        const std::string name = std::string(core::code_of(language)) + "/nudge.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_CASE(the_status_report_with_open_requests) {
    for (const core::Language language : core::all_languages()) {
        contract::Business business = samples::studio();
        business.language = language;
        document::StatusReport report{samples::day("2026-09-16"), {}};
        report.open_requests = {
            {"Adria Travel d.o.o.", core::ContractId("adria-social"), "fotografije",
             samples::day("2026-09-01"), samples::day("2026-09-07"), 9},
            {"Verde S.r.l.", core::ContractId("verde-ore"), "accesso", samples::day("2026-09-10"),
             samples::day("2026-09-30"), 0}};
        const std::string text = golden::dump(document::compose_status(report, business, *wording));
        const std::string name = std::string(core::code_of(language)) + "/status_requests.txt";
        BOOST_CHECK_EQUAL(golden::compare(name, text), "");
    }
}

BOOST_AUTO_TEST_SUITE_END()
