-- What a person said about the law of late payment.

-- Append-only. `percent` per year, as a fraction; `source` is the hash of a text somebody typed.
CREATE TABLE reference_rate (
    business TEXT NOT NULL,
    country TEXT NOT NULL,
    series TEXT NOT NULL,
    rate_from TEXT NOT NULL,
    percent TEXT NOT NULL,
    source TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, country, series, rate_from),
    FOREIGN KEY (business) REFERENCES business (business)
);

-- Append-only. A built-in row that a person confirmed; `content` is what it said then.
CREATE TABLE confirmed_row (
    business TEXT NOT NULL,
    country TEXT NOT NULL,
    series TEXT NOT NULL,
    since TEXT NOT NULL,
    content TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, country, series, since, content),
    FOREIGN KEY (business) REFERENCES business (business)
);
