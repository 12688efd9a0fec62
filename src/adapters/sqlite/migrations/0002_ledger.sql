-- Invoices, their numbers, the journal and what is open; bank statements.

-- Append-only. `sequence` counts 1, 2, … per business without gap.
CREATE TABLE journal_entry (
    business TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    entry_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    reverses TEXT,
    PRIMARY KEY (business, sequence),
    UNIQUE (business, entry_key),
    FOREIGN KEY (business) REFERENCES business (business),
    FOREIGN KEY (business, reverses) REFERENCES journal_entry (business, entry_key)
);

-- Append-only. Net, tax and gross in minor units of `currency`; `personal` has the words of the
-- lines and why a credit note was written. `corrects` is the invoice a credit note takes back.
CREATE TABLE invoice (
    business TEXT NOT NULL,
    number TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    kind TEXT NOT NULL,
    client TEXT NOT NULL,
    contract TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    cycle_until TEXT NOT NULL,
    supplied_on TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    due_on_raw TEXT NOT NULL,
    due_on TEXT NOT NULL,
    currency TEXT NOT NULL,
    net BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    gross BIGINT NOT NULL,
    series_period TEXT NOT NULL,
    series_number BIGINT NOT NULL,
    corrects TEXT,
    personal TEXT NOT NULL,
    PRIMARY KEY (business, number),
    FOREIGN KEY (business, sequence) REFERENCES journal_entry (business, sequence),
    FOREIGN KEY (business, corrects) REFERENCES invoice (business, number),
    FOREIGN KEY (business, client) REFERENCES client (business, client),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);
-- A cycle of a contract is billed once, for ever.
CREATE UNIQUE INDEX invoice_of_cycle ON invoice (business, contract, cycle_from)
    WHERE kind = 'invoice';
CREATE UNIQUE INDEX invoice_as_issued ON invoice (business, issued_on, sequence);
-- Unique by its number; said so, it gives items their order without sorting.
CREATE UNIQUE INDEX invoice_by_client ON invoice (business, client, currency, due_on, number);

CREATE INDEX invoice_corrections ON invoice (business, corrects, issued_on, sequence)
    WHERE corrects IS NOT NULL;

CREATE TABLE invoice_line (
    business TEXT NOT NULL,
    number TEXT NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    service TEXT NOT NULL,
    multiplier TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    unit TEXT NOT NULL,
    price BIGINT NOT NULL,
    net BIGINT NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT NOT NULL,
    share TEXT,
    paused_days INTEGER NOT NULL,
    business_days INTEGER NOT NULL,
    vat_category TEXT NOT NULL,
    vat_percent TEXT NOT NULL,
    sources TEXT NOT NULL,
    included_minutes BIGINT NOT NULL,
    corrects_line INTEGER NOT NULL,
    PRIMARY KEY (business, number, line),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number)
);

CREATE TABLE invoice_vat (
    business TEXT NOT NULL,
    number TEXT NOT NULL,
    line INTEGER NOT NULL,
    category TEXT NOT NULL,
    percent TEXT NOT NULL,
    base BIGINT NOT NULL,
    tax BIGINT NOT NULL,
    PRIMARY KEY (business, number, line),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number)
);

-- Append-only. Debit positive. The entry's two days stand here once more, so that what was open on
-- any day is read from one index in order; neither table can change, so they cannot drift apart.
CREATE TABLE posting (
    business TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    line INTEGER NOT NULL,
    account TEXT NOT NULL,
    subject TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount BIGINT NOT NULL,
    item TEXT,
    effective_on TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    PRIMARY KEY (business, sequence, line),
    FOREIGN KEY (business, sequence) REFERENCES journal_entry (business, sequence),
    FOREIGN KEY (business, item) REFERENCES invoice (business, number)
);
CREATE INDEX posting_of_item
    ON posting (business, item, effective_on, sequence, line, recorded_on, amount)
    WHERE item IS NOT NULL;
CREATE INDEX posting_unapplied
    ON posting (business, account, subject, currency, effective_on, recorded_on, amount)
    WHERE account = 'unapplied';

-- Projection of the journal, moved in the same transaction: items with something open. A settled
-- item has no row. It may be rebuilt from the journal at any time.
CREATE TABLE open_item (
    business TEXT NOT NULL,
    number TEXT NOT NULL,
    client TEXT NOT NULL,
    currency TEXT NOT NULL,
    due_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    contract TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    gross BIGINT NOT NULL,
    still_open BIGINT NOT NULL,
    PRIMARY KEY (business, number),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number)
);
CREATE INDEX open_item_by_client ON open_item
    (business, client, currency, due_on, number, kind, contract, issued_on, gross, still_open);

-- Why an entry was made, as the owner said.
CREATE TABLE entry_reason (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    personal TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES journal_entry (business, entry_key)
);

CREATE TABLE number_series (
    business TEXT NOT NULL,
    kind TEXT NOT NULL,
    period TEXT NOT NULL,
    last_number BIGINT NOT NULL,
    last_issued_on TEXT NOT NULL,
    PRIMARY KEY (business, kind, period),
    FOREIGN KEY (business) REFERENCES business (business)
);

-- Append-only; what became of an entry is in statement_entry_state.
CREATE TABLE statement_entry (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    bank_reference TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount BIGINT NOT NULL,
    booked_on TEXT NOT NULL,
    value_on TEXT NOT NULL,
    ordinal BIGINT NOT NULL,
    payer TEXT NOT NULL,
    personal TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    UNIQUE (business, ordinal),
    FOREIGN KEY (business) REFERENCES business (business)
);

CREATE TABLE statement_entry_state (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES statement_entry (business, entry_key)
);
CREATE INDEX statement_entry_unmatched ON statement_entry_state (business, entry_key)
    WHERE state IN ('unmatched', 'returning');
-- A returned payment looks for the receipt it takes back.
CREATE INDEX statement_entry_by_amount ON statement_entry (business, currency, amount);

-- An entry with what became of it and, unless that was erased, who paid and why.
CREATE VIEW statement_entry_so_far AS
SELECT e.business, e.entry_key, e.bank_reference, e.currency, e.amount, e.booked_on, e.value_on,
    s.state, s.note, e.ordinal, e.payer, p.body
FROM statement_entry e
JOIN statement_entry_state s ON s.business = e.business AND s.entry_key = e.entry_key
LEFT JOIN personal_data p ON p.business = e.business AND p.hash = e.personal;

-- Projection of the applications: whose invoices an account settled. The account is a digest.
CREATE TABLE payer_client (
    business TEXT NOT NULL,
    payer TEXT NOT NULL,
    client TEXT NOT NULL,
    PRIMARY KEY (business, payer, client),
    FOREIGN KEY (business, client) REFERENCES client (business, client)
);
