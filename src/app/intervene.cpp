#include "kvit/app/intervene.h"

#include "billing_schedule.h"
#include "kvit/app/gather_facts.h"
#include "kvit/app/review_accounts.h"
#include "kvit/policy/evaluate.h"

#include <algorithm>

namespace kvit::app {

namespace {

using core::Result;
using policy::Intervention;
using policy::InterventionKind;

bool is_about_an_invoice(InterventionKind kind) {
    return kind == InterventionKind::dispute || kind == InterventionKind::resolved ||
           kind == InterventionKind::promise;
}

bool is_about_a_client(InterventionKind kind) {
    return kind == InterventionKind::hold || kind == InterventionKind::hold_ended;
}

class Intervening {
  public:
    Intervening(Store& store, const core::BusinessCalendar& calendar,
                const core::BusinessId& business, const InterventionRequest& request)
        : store_(store), calendar_(calendar), business_(business), request_(request) {}

    Result<Intervention> checked() const {
        if (auto said = check_words(); !said) return tl::unexpected(said.error());
        if (is_about_an_invoice(request_.kind)) return about_invoice();
        return is_about_a_client(request_.kind) ? about_client() : about_contract();
    }

    // The contract ends with its termination; the agreement's file may still say otherwise.
    void end_contract(const Intervention& intervention) {
        auto contract = store_.contract(business_, intervention.contract);
        contract->until = intervention.on;
        store_.put_contract(business_, *contract);
        schedule_from_start(store_, business_, *contract);
    }

  private:
    std::string where() const {
        return std::string(policy::name_of(request_.kind)) + " of " + request_.subject;
    }
    Intervention intervention(const core::ClientId& client) const {
        return {request_.kind, client, {}, {}, request_.on, request_.until, request_.reason};
    }

    Result<void> check_words() const {
        if (request_.reason.find_first_not_of(" \t\r\n") == std::string::npos)
            return core::refuse(where(), "the reason is empty", "say why with --reason");
        if (request_.until && *request_.until < request_.on)
            return core::refuse(
                where(),
                core::to_iso(*request_.until) + " lies before " + core::to_iso(request_.on),
                "give --until a day that is still to come");
        return {};
    }

    Result<Intervention> about_invoice() const {
        const auto item = store_.open_item(business_, core::InvoiceNumber(request_.subject));
        if (!item || item->kind == ledger::InvoiceKind::credit_note)
            return core::refuse("", "there is no invoice \"" + request_.subject + "\"",
                                "kvit invoices lists them");
        if (request_.kind == InterventionKind::resolved) {
            if (!stands(InterventionKind::dispute, InterventionKind::resolved, item->client))
                return core::refuse(where(), "it is not disputed", "nothing is to be done");
        } else if (!item->open.is_positive()) {
            return core::refuse(where(), "nothing is open on it", "kvit aging shows what is");
        }
        Intervention result = intervention(item->client);
        result.invoice = item->number;
        return result;
    }

    Result<Intervention> about_client() const {
        const core::ClientId client(request_.subject);
        if (!store_.client(business_, client))
            return core::refuse("", "there is no client \"" + request_.subject + "\"",
                                "kvit clients lists them");
        const bool ends = request_.kind == InterventionKind::hold_ended;
        if (ends && !stands(InterventionKind::hold, InterventionKind::hold_ended, client))
            return core::refuse(where(), "nothing is held for it", "nothing is to be done");
        return intervention(client);
    }

    // Whether the last word of the two is the first, and its time is not over.
    bool stands(InterventionKind begun, InterventionKind ended,
                const core::ClientId& client) const {
        const auto told = store_.interventions(business_, client);
        const InterventionKind kinds[] = {begun, ended};
        const auto* last = policy::last_told(told, kinds, request_.subject, request_.on);
        return last != nullptr && last->kind == begun &&
               (!last->until || *last->until >= request_.on);
    }

    Result<Intervention> about_contract() const {
        const auto contract = store_.contract(business_, core::ContractId(request_.subject));
        if (!contract)
            return core::refuse("", "there is no contract \"" + request_.subject + "\"",
                                "kvit status lists them");
        if (contract->until && *contract->until <= request_.on)
            return core::refuse(where(), "the contract ended on " + core::to_iso(*contract->until),
                                "nothing is to be done");
        if (request_.kind == InterventionKind::resume && !is_paused(*contract))
            return core::refuse(where(), "its work is not paused on " + core::to_iso(request_.on),
                                "kvit status shows what is paused");
        if (request_.kind == InterventionKind::terminate) {
            if (auto may_end = check_end(*contract); !may_end)
                return tl::unexpected(may_end.error());
        }
        Intervention result = intervention(contract->client);
        result.contract = contract->id;
        return result;
    }

    bool is_paused(const contract::Contract& contract) const {
        const auto history = store_.status_history(business_, contract.id, request_.on);
        return !history.empty() && history.back().status == policy::WorkStatus::paused;
    }

    Result<void> check_end(const contract::Contract& contract) const {
        if (request_.on <= contract.from)
            return core::refuse(where(), "the contract begins on " + core::to_iso(contract.from),
                                "give --on a later day");
        const auto billed_until = last_billed_day(contract);
        if (billed_until && request_.on < *billed_until)
            return core::refuse(where(), "it is billed until " + core::to_iso(*billed_until),
                                "end it on that day, or credit the invoice first and end the "
                                "contract in the agreement");
        if (request_.early) return {};
        const auto earliest = earliest_termination(contract);
        if (earliest && request_.on < *earliest)
            return core::refuse(where(),
                                "the time that the last demand leaves to pay is not over before " +
                                    core::to_iso(*earliest),
                                "end it on that day, or add --early");
        return {};
    }

    // Exclusive, of cycles in arrears and in advance.
    std::optional<core::Date> last_billed_day(const contract::Contract& contract) const {
        std::optional<core::Date> until;
        for (const core::Date from : store_.billed_cycles(business_, contract.id)) {
            if (const auto cycle = ledger::cycle_at(contract, from))
                until = std::max(until.value_or(cycle->until), cycle->until);
        }
        return until;
    }

    // Where invoices are overdue: the first day on which the ladder leads to it, if all notices
    // before it have left.
    std::optional<core::Date> earliest_termination(const contract::Contract& contract) const {
        const auto basis =
            store_.decision_basis(business_, contract.client, contract.currency, request_.on);
        return basis ? policy::earliest_termination(basis->policy, basis->facts, calendar_)
                     : std::nullopt;
    }

    Store& store_;
    const core::BusinessCalendar& calendar_;
    const core::BusinessId& business_;
    const InterventionRequest& request_;
};

}  // namespace

Result<Intervention> intervene(Store& store, const core::BusinessCalendar& calendar,
                               const core::BusinessId& business, const InterventionRequest& request,
                               core::Date day) {
    const auto unit = store.begin(day);
    Intervening intervening(store, calendar, business, request);
    auto intervention = intervening.checked();
    if (!intervention) return intervention;
    store.add_intervention(business, *intervention);
    if (intervention->kind == InterventionKind::terminate) intervening.end_contract(*intervention);
    unit->commit();
    return intervention;
}

}  // namespace kvit::app
