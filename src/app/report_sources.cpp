#include "kvit/app/report_sources.h"

#include "kvit/core/environment_error.h"
#include "kvit/core/invariant.h"

#include <algorithm>
#include <map>

namespace kvit::app {

namespace {

using document::InvoiceSources;
using document::LineSource;

class Collector {
  public:
    Collector(const Store& store, const core::BusinessId& business, const core::TimeZone& zone)
        : store_(store), business_(business), zone_(zone) {}

    InvoiceSources collect(ledger::Invoice invoice);

  private:
    LineSource source(const contract::WorkEntry& entry, std::int64_t minutes) const;
    LineSource source(const contract::Contact& contact, std::int64_t minutes) const;
    template <class Entry>
    std::vector<LineSource> sources_of(const ledger::RatedLine& line,
                                       const std::vector<Entry>& entries) const;

    const Store& store_;
    const core::BusinessId& business_;
    const core::TimeZone& zone_;
    std::map<core::EntryKey, std::int64_t> on_lines_;  // minutes of work entries
};

LineSource Collector::source(const contract::WorkEntry& entry, std::int64_t minutes) const {
    return {entry.key,
            entry.start,
            zone_.to_local(entry.start_at + std::chrono::minutes(entry.minutes)),
            minutes,
            entry.minutes,
            entry.service,
            std::nullopt,
            entry.note};
}

LineSource Collector::source(const contract::Contact& contact, std::int64_t minutes) const {
    return {contact.key,
            contact.at,
            zone_.to_local(contact.starts_at + std::chrono::minutes(contact.minutes)),
            minutes,
            contact.minutes,
            "",
            contact.channel,
            contact.subject};
}

template <class Entry>
std::vector<LineSource> Collector::sources_of(const ledger::RatedLine& line,
                                              const std::vector<Entry>& entries) const {
    std::vector<LineSource> sources;
    for (std::size_t i = 0; i < line.sources.size(); ++i) {
        const auto found = std::ranges::find(entries, line.sources[i], &Entry::key);
        if (found == entries.end()) {
            throw core::EnvironmentError("the entry \"" + line.sources[i].str() +
                                         "\" that an invoice billed is missing from the database; "
                                         "restore the last backup");
        }
        sources.push_back(source(*found, line.source_minutes.at(i)));
    }
    return sources;
}

InvoiceSources Collector::collect(ledger::Invoice invoice) {
    InvoiceSources result{std::move(invoice), {}, {}};
    for (const ledger::InvoiceLine& line : result.invoice.lines) {
        const ledger::RatedLine& rated = line.rated;
        if (rated.kind == ledger::LineKind::after_hours_contact) {
            result.lines.push_back(sources_of(rated, store_.contacts(business_, rated.sources)));
            continue;
        }
        result.lines.push_back(sources_of(rated, store_.work_entries(business_, rated.sources)));
        for (const LineSource& entry : result.lines.back()) on_lines_[entry.key] += entry.minutes;
    }
    // What is left of an entry billed by this invoice is covered by hours paid before.
    for (const auto& entry : store_.work_billed_by(business_, result.invoice.number)) {
        const std::int64_t left = entry.minutes - on_lines_[entry.key];
        if (left > 0) result.without_line.push_back(source(entry, left));
    }
    return result;
}

core::Result<void> check_texts(const InvoiceSources& sources, const DocumentRenderer& renderer) {
    const auto check = [&](const std::vector<LineSource>& entries) -> core::Result<void> {
        for (const LineSource& entry : entries) {
            for (const std::string& text : {entry.service, entry.text}) {
                if (auto drawn = renderer.can_draw(text); !drawn) {
                    return core::refuse("the entry of " + core::to_iso(entry.start),
                                        drawn.error().what,
                                        "--format html shows it, in the fonts of the browser");
                }
            }
        }
        return {};
    };
    for (const auto& line : sources.lines) {
        if (auto checked = check(line); !checked) return checked;
    }
    return check(sources.without_line);
}

bool has_entries(const InvoiceSources& sources) {
    return !sources.without_line.empty() ||
           std::ranges::any_of(sources.lines, [](const auto& line) { return !line.empty(); });
}

}  // namespace

core::Result<InvoiceSources> report_sources(const Store& store, const Clock& clock,
                                            const contract::Business& business,
                                            const core::InvoiceNumber& number) {
    auto invoice = store.invoice(business.id, number);
    if (!invoice) {
        const core::DocumentId id(number.str());
        if (!store.document(business.id, id)) {
            return core::refuse("", "there is no document \"" + id.str() + "\"",
                                "kvit invoices and kvit notices list them");
        }
        return core::refuse("", "\"" + id.str() + "\" is a notice and has no lines",
                            "name an invoice; kvit invoices lists them");
    }
    if (invoice->lines.empty()) {
        return core::refuse("", "\"" + number.str() + "\" has no lines",
                            "name an invoice that bills something");
    }
    const auto zone = clock.time_zone(business.timezone);
    KVIT_INVARIANT(zone.has_value(), "a stored business has a known time zone");
    return Collector(store, business.id, **zone).collect(std::move(*invoice));
}

core::Result<std::string> render_with_timesheet(const Engine& engine,
                                                const contract::Business& business,
                                                const core::InvoiceNumber& number,
                                                DocumentRenderer& renderer) {
    const auto sources = report_sources(engine.store, engine.clock, business, number);
    if (!sources) return tl::unexpected(sources.error());
    const std::string& id = number.str();
    if (!has_entries(*sources)) {
        return core::refuse("", "\"" + id + "\" bills no work and no contacts",
                            "leave out --timesheet: kvit render " + id + " -o FILE");
    }
    auto issued = engine.store.document(business.id, core::DocumentId(id));
    if (!issued || issued->snapshot.blocks.empty()) {
        return core::refuse("", "the text of \"" + id + "\" was erased",
                            "kvit show " + id + " --sources lists the entries");
    }
    if (auto drawn = check_texts(*sources, renderer); !drawn) return tl::unexpected(drawn.error());
    return renderer.render(
        document::with_timesheet(std::move(issued->snapshot), *sources, engine.wording));
}

}  // namespace kvit::app
