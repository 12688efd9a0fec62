-- The schema's first part. The text is one that SQLite and PostgreSQL both read; what only SQLite
-- knows (triggers that guard the facts) is in the .sqlite.sql file of the same name.
--
-- Conventions
--   * Every key begins with `business`: one database holds many, and nothing crosses between them.
--   * Days are ISO text ("2026-09-15"): it sorts as days do and people can read it. Wall times are
--     "2026-09-15T09:30", instants "2026-09-15T07:30:00Z". Amounts are whole minor units.
--   * Ratios are text "3/2". Enumerations are their stored names (adapters/json/names.h).
--
-- Texts about people
--   Whatever names or describes a person, and every free text somebody typed, is in
--   `personal_data`: names, addresses, e-mails, tax numbers, IBANs, remittances, subjects, notes,
--   what was asked for, and the titles and texts of agreements and invoice lines, which may name
--   one. Documents and messages as they were written are in `snapshot`. A fact refers to such a
--   text by `hash`, the SHA-256 of a random salt and the body, in hex. The salt goes when the body
--   goes, so an erased text cannot be guessed from its hash; ids, dates, amounts and codes stay,
--   and every balance with them. A hash without its row is an erased text and reads as empty.
--   Bodies may be deleted, never changed.

CREATE TABLE personal_data (
    business TEXT NOT NULL,
    hash TEXT NOT NULL,
    salt TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (business, hash)
);

CREATE TABLE snapshot (
    business TEXT NOT NULL,
    hash TEXT NOT NULL,
    salt TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (business, hash)
);

-- What was agreed, as last applied.

CREATE TABLE business (
    business TEXT NOT NULL,
    country TEXT NOT NULL,
    language TEXT NOT NULL,
    timezone TEXT NOT NULL,
    currency TEXT NOT NULL,
    vat_registered INTEGER NOT NULL,
    invoice_pattern TEXT NOT NULL,
    credit_note_pattern TEXT NOT NULL,
    interest_note_pattern TEXT NOT NULL,
    personal TEXT NOT NULL,
    PRIMARY KEY (business)
);

CREATE TABLE client (
    business TEXT NOT NULL,
    client TEXT NOT NULL,
    country TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    personal TEXT NOT NULL,
    PRIMARY KEY (business, client),
    FOREIGN KEY (business) REFERENCES business (business)
);

CREATE TABLE contract (
    business TEXT NOT NULL,
    contract TEXT NOT NULL,
    client TEXT NOT NULL,
    currency TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    cycle TEXT NOT NULL,
    billing_day INTEGER NOT NULL,
    law TEXT NOT NULL,
    PRIMARY KEY (business, contract),
    FOREIGN KEY (business, client) REFERENCES client (business, client)
);
CREATE INDEX contract_of_client ON contract (business, client, contract);

-- One version of a contract's terms. `terms` is JSON without the words; `personal` has those.
CREATE TABLE contract_version (
    business TEXT NOT NULL,
    contract TEXT NOT NULL,
    since TEXT NOT NULL,
    terms TEXT NOT NULL,
    personal TEXT NOT NULL,
    PRIMARY KEY (business, contract, since),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);

CREATE TABLE enforcement_policy (
    business TEXT NOT NULL,
    policy TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (business, policy),
    FOREIGN KEY (business) REFERENCES business (business)
);
