#pragma once
// Every command registers itself here: one file per verb, parse, call one use case, print, exit
// code.

#include "cli/invocation.h"

namespace kvit::cli {

void add_init(CLI::App& app, Invocation& call);
void add_apply(CLI::App& app, Invocation& call);
void add_import(CLI::App& app, Invocation& call);
void add_bill(CLI::App& app, Invocation& call);
void add_review(CLI::App& app, Invocation& call);
void add_send(CLI::App& app, Invocation& call);
void add_day(CLI::App& app, Invocation& call);
void add_status(CLI::App& app, Invocation& call);
void add_aging(CLI::App& app, Invocation& call);
void add_requests(CLI::App& app, Invocation& call);
void add_interest(CLI::App& app, Invocation& call);
void add_lateness(CLI::App& app, Invocation& call);
void add_statement(CLI::App& app, Invocation& call);
void add_clients(CLI::App& app, Invocation& call);
void add_invoices(CLI::App& app, Invocation& call);
void add_notices(CLI::App& app, Invocation& call);
void add_pay(CLI::App& app, Invocation& call);
void add_allocate(CLI::App& app, Invocation& call);
void add_refund(CLI::App& app, Invocation& call);
void add_write_off(CLI::App& app, Invocation& call);
void add_explain(CLI::App& app, Invocation& call);
void add_dispute(CLI::App& app, Invocation& call);
void add_promise(CLI::App& app, Invocation& call);
void add_hold(CLI::App& app, Invocation& call);
void add_release(CLI::App& app, Invocation& call);
void add_resume(CLI::App& app, Invocation& call);
void add_terminate(CLI::App& app, Invocation& call);
void add_credit(CLI::App& app, Invocation& call);
void add_show(CLI::App& app, Invocation& call);
void add_letter(CLI::App& app, Invocation& call);
void add_clauses(CLI::App& app, Invocation& call);
void add_quote(CLI::App& app, Invocation& call);
void add_rate(CLI::App& app, Invocation& call);
void add_render(CLI::App& app, Invocation& call);
void add_verify(CLI::App& app, Invocation& call);

}  // namespace kvit::cli
