-- What is to be billed: the schedule of the next cycles, included hours, and work held as quotes.

-- Projection of contracts and invoices: the first cycle of a contract that no run has dealt with. A
-- billing run reads what is due from it in its order, and nothing else.
CREATE TABLE billing_schedule (
    business TEXT NOT NULL,
    contract TEXT NOT NULL,
    client TEXT NOT NULL,
    issue_on TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    PRIMARY KEY (business, contract),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);
CREATE UNIQUE INDEX billing_schedule_in_order
    ON billing_schedule (business, issue_on, client, contract, cycle_from);

-- The included minutes of a cycle: what its retainer granted when it was billed, and a counter of
-- what work has drawn, of this cycle or of later ones to which it was carried over.
CREATE TABLE included_minutes (
    business TEXT NOT NULL,
    contract TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    granted BIGINT NOT NULL,
    used BIGINT NOT NULL,
    PRIMARY KEY (business, contract, cycle_from),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);

-- That so many per cent of a cycle's included hours are used was told to the owner.
CREATE TABLE hours_told (
    business TEXT NOT NULL,
    contract TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    percent INTEGER NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, contract, cycle_from, percent),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);

-- That a contract should be billed in advance was told to the owner in a cycle.
CREATE TABLE advance_told (
    business TEXT NOT NULL,
    contract TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, contract, cycle_from),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);

CREATE TABLE quote (
    business TEXT NOT NULL,
    quote TEXT NOT NULL,
    client TEXT NOT NULL,
    contract TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    held_on TEXT NOT NULL,
    service TEXT NOT NULL,
    currency TEXT NOT NULL,
    priced INTEGER NOT NULL,
    PRIMARY KEY (business, quote),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);
CREATE INDEX quote_of_contract ON quote (business, contract, held_on, quote);

CREATE TABLE quote_line (
    business TEXT NOT NULL,
    quote TEXT NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    multiplier TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    price BIGINT NOT NULL,
    net BIGINT NOT NULL,
    period_from TEXT NOT NULL,
    period_until TEXT NOT NULL,
    sources TEXT NOT NULL,
    PRIMARY KEY (business, quote, line),
    FOREIGN KEY (business, quote) REFERENCES quote (business, quote)
);

-- Work is held once; an entry that is split over lines stands once.
CREATE TABLE work_held (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES work_entry (business, entry_key),
    FOREIGN KEY (business, quote) REFERENCES quote (business, quote)
);

CREATE TABLE quote_answer (
    business TEXT NOT NULL,
    quote TEXT NOT NULL,
    state TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    hourly BIGINT,
    personal TEXT,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, quote),
    FOREIGN KEY (business, quote) REFERENCES quote (business, quote)
);

CREATE TABLE quote_billed (
    business TEXT NOT NULL,
    quote TEXT NOT NULL,
    number TEXT NOT NULL,
    PRIMARY KEY (business, quote),
    FOREIGN KEY (business, quote) REFERENCES quote_answer (business, quote),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number)
        DEFERRABLE INITIALLY DEFERRED
);

-- A quote with its answer and its invoice, where it has them.
CREATE VIEW quote_so_far AS
SELECT q.business, q.quote, q.client, q.contract, q.cycle_from, q.held_on, q.service, q.currency,
    q.priced, a.state, a.answered_on, a.hourly, p.body AS note, b.number
FROM quote q
LEFT JOIN quote_answer a ON a.business = q.business AND a.quote = q.quote
LEFT JOIN personal_data p ON p.business = a.business AND p.hash = a.personal
LEFT JOIN quote_billed b ON b.business = q.business AND b.quote = q.quote;
