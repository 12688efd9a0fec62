-- Snapshots of documents, their archived files, and the outbox.

-- `turn` is the order in which they were added. `sha256` and `renderer` are set once, when the
-- first rendering is archived. `snapshot` is the hash of its row there.
CREATE TABLE document (
    business TEXT NOT NULL,
    turn BIGINT NOT NULL,
    document TEXT NOT NULL,
    kind TEXT NOT NULL,
    client TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    file TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    renderer TEXT NOT NULL,
    PRIMARY KEY (business, turn),
    UNIQUE (business, document),
    FOREIGN KEY (business, client) REFERENCES client (business, client)
);
CREATE INDEX document_unrendered ON document (business, turn) WHERE sha256 = '';

-- Only queued may become sent or cancelled, once.
CREATE TABLE outbox (
    business TEXT NOT NULL,
    document TEXT NOT NULL,
    turn BIGINT NOT NULL,
    decided_on TEXT NOT NULL,
    message TEXT NOT NULL,
    state TEXT NOT NULL,
    sent_on TEXT,
    cancelled_because TEXT NOT NULL,
    PRIMARY KEY (business, document),
    UNIQUE (business, turn),
    FOREIGN KEY (business, document) REFERENCES document (business, document)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX outbox_queued ON outbox (business, turn) WHERE state = 'queued';
