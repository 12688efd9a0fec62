-- Decisions of the policy step and the notices they wrote.

-- `turn` counts the decisions of one day from 1. `basis` is the policy and the facts of the moment:
-- the decision can be made again from them.
CREATE TABLE decision (
    business TEXT NOT NULL,
    client TEXT NOT NULL,
    currency TEXT NOT NULL,
    decided_for TEXT NOT NULL,
    turn INTEGER NOT NULL,
    level TEXT NOT NULL,
    anchor TEXT,
    notice TEXT,
    reasons TEXT NOT NULL,
    next_review TEXT,
    basis TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, client, currency, decided_for, turn),
    FOREIGN KEY (business, client) REFERENCES client (business, client)
);

CREATE TABLE decision_contract (
    business TEXT NOT NULL,
    client TEXT NOT NULL,
    currency TEXT NOT NULL,
    decided_for TEXT NOT NULL,
    turn INTEGER NOT NULL,
    place INTEGER NOT NULL,
    contract TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    since TEXT NOT NULL,
    held_by TEXT NOT NULL,
    waits_for TEXT NOT NULL,
    PRIMARY KEY (business, client, currency, decided_for, turn, place),
    FOREIGN KEY (business, client, currency, decided_for, turn)
        REFERENCES decision (business, client, currency, decided_for, turn),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);
CREATE INDEX decision_of_contract ON decision_contract (business, contract, decided_for, turn);

CREATE TABLE review_state (
    business TEXT NOT NULL,
    last_reviewed_on TEXT NOT NULL,
    PRIMARY KEY (business),
    FOREIGN KEY (business) REFERENCES business (business)
);

-- `round` counts the resumptions before it. `attempt` counts the cancelled notices of the same
-- client, currency, kind, level, anchor and round before it, so that among those not cancelled the
-- key is unique. `turn` is the order of decision.
CREATE TABLE notice (
    business TEXT NOT NULL,
    notice TEXT NOT NULL,
    turn BIGINT NOT NULL,
    client TEXT NOT NULL,
    currency TEXT NOT NULL,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    anchor TEXT NOT NULL,
    round INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    decided_on TEXT NOT NULL,
    announces_pause_on TEXT,
    PRIMARY KEY (business, notice),
    UNIQUE (business, turn),
    UNIQUE (business, client, currency, kind, level, anchor, round, attempt),
    FOREIGN KEY (business, client) REFERENCES client (business, client)
);

CREATE UNIQUE INDEX notice_of_client ON notice (business, client, turn);

CREATE TABLE notice_contract (
    business TEXT NOT NULL,
    notice TEXT NOT NULL,
    place INTEGER NOT NULL,
    contract TEXT NOT NULL,
    PRIMARY KEY (business, notice, place),
    FOREIGN KEY (business, notice) REFERENCES notice (business, notice),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract)
);

CREATE TABLE notice_item (
    business TEXT NOT NULL,
    notice TEXT NOT NULL,
    place INTEGER NOT NULL,
    number TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (business, notice, place),
    FOREIGN KEY (business, notice) REFERENCES notice (business, notice),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number)
);
CREATE INDEX notice_item_by_number ON notice_item (business, number);

-- What persons decided about enforcement, in the order in which they told it: a later word on the
-- same subject replaces an earlier one.
CREATE TABLE intervention (
    business TEXT NOT NULL,
    turn BIGINT NOT NULL,
    client TEXT NOT NULL,
    kind TEXT NOT NULL,
    contract TEXT,
    number TEXT,
    on_day TEXT NOT NULL,
    until_day TEXT,
    personal TEXT,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, turn),
    FOREIGN KEY (business, client) REFERENCES client (business, client),
    FOREIGN KEY (business, contract) REFERENCES contract (business, contract),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number)
);
CREATE INDEX intervention_of_client ON intervention (business, client, turn);
