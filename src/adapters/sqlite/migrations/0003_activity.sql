-- Work, contacts and requests, and what has been billed of them.
--
-- The two tables of pending rows are projections: what no invoice or quote has taken yet. A billing
-- run reads them alone, so that it costs the same after ten years as in the first month.

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

CREATE TABLE work_pending (
    business TEXT NOT NULL,
    contract TEXT NOT NULL,
    starts TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    PRIMARY KEY (business, contract, starts, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES work_entry (business, entry_key)
);

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

-- Taken up by the included hours of a cycle that had nothing to pay, and so no invoice.
CREATE TABLE work_covered (
    business TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    cycle_from TEXT NOT NULL,
    PRIMARY KEY (business, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES work_entry (business, entry_key)
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

CREATE TABLE contact_pending (
    business TEXT NOT NULL,
    client TEXT NOT NULL,
    starts TEXT NOT NULL,
    entry_key TEXT NOT NULL,
    PRIMARY KEY (business, client, starts, entry_key),
    FOREIGN KEY (business, entry_key) REFERENCES contact (business, entry_key)
);

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
