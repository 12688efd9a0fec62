-- Exchange rates as imported, and the VAT told in the bookkeeping currency at one of them.

-- Append-only. `per` units of `currency` are `rate` units of `bookkeeping_currency`; `source` is
-- the hash of a text somebody typed.
CREATE TABLE exchange_rate (
    business TEXT NOT NULL,
    currency TEXT NOT NULL,
    bookkeeping_currency TEXT NOT NULL,
    rate_on TEXT NOT NULL,
    per TEXT NOT NULL,
    rate TEXT NOT NULL,
    source TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (business, currency, bookkeeping_currency, rate_on),
    FOREIGN KEY (business) REFERENCES business (business)
);

-- Append-only; only for an invoice whose law asks for it. `tax` in minor units of
-- `bookkeeping_currency`; the other three name the rate.
CREATE TABLE invoice_bookkeeping_tax (
    business TEXT NOT NULL,
    number TEXT NOT NULL,
    tax BIGINT NOT NULL,
    currency TEXT NOT NULL,
    bookkeeping_currency TEXT NOT NULL,
    rate_on TEXT NOT NULL,
    PRIMARY KEY (business, number),
    FOREIGN KEY (business, number) REFERENCES invoice (business, number),
    FOREIGN KEY (business, currency, bookkeeping_currency, rate_on)
        REFERENCES exchange_rate (business, currency, bookkeeping_currency, rate_on)
);
