-- Work, contacts and requests, and what has been billed or held of them.

CREATE TABLE work_entry (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    contract TEXT NOT NULL,
    starts TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    service TEXT NOT NULL,
    personal TEXT,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);
CREATE INDEX work_entry_in_order ON work_entry (business, contract, starts, entry_key);

CREATE TABLE work_billed (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    number TEXT NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES work_entry (business, entry_key),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE contact (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    client TEXT NOT NULL,
    contract TEXT,
    starts TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    personal TEXT,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, client) REFERENCES client (business, client),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);
CREATE INDEX contact_in_order ON contact (business, client, starts, entry_key);

CREATE TABLE contact_billed (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    number TEXT NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES contact (business, entry_key),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number)
        DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE request (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    contract TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    needed_by TEXT NOT NULL,
    personal TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);

CREATE TABLE request_answer (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES request (business, entry_key)
);

-- How many of the included minutes of a cycle its invoices have used: a counter, moved at billing.
CREATE TABLE included_minutes (
    business TEXT NOT NULL,
    contract TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    PRIMARY KEY (business, contract, cycle_from),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);

-- Only `state` may change, once, from held.
CREATE TABLE quote (
    business TEXT NOT NULL,
    quote TEXT NOT NULL,
    client TEXT NOT NULL,
    contract TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    held_on TEXT NOT NULL,
    service TEXT NOT NULL,
    currency TEXT NOT NULL,
    hourly BIGINT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (business, quote),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);

-- A quote grows by parts as more work of its cycle arrives.
CREATE TABLE quote_part (
    business TEXT NOT NULL,
    quote TEXT NOT NULL,
    part INTEGER NOT NULL,
    minutes BIGINT NOT NULL,
    net BIGINT NOT NULL,
    PRIMARY KEY (business, quote, part),
    FOREIGN KEY (business, quote) REFERENCES quote (business, quote)
);

CREATE TABLE work_held (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    quote TEXT NOT NULL,
    part INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (business, entry_key),
    UNIQUE (business, quote, part, place),
    FOREIGN KEY (business, entry_key) REFERENCES work_entry (business, entry_key),
    FOREIGN KEY (business, quote, part) REFERENCES quote_part (business, quote, part)
);
