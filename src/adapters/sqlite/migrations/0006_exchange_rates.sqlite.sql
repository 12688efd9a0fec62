-- SQLite only; see 0001_agreements.sqlite.sql.

-- exchange_rate
CREATE TRIGGER exchange_rate_is_not_changed BEFORE UPDATE ON exchange_rate
BEGIN SELECT RAISE(ABORT, 'exchange_rate: a fact is not changed'); END;
CREATE TRIGGER exchange_rate_is_not_deleted BEFORE DELETE ON exchange_rate
BEGIN SELECT RAISE(ABORT, 'exchange_rate: a fact is not deleted'); END;
CREATE TRIGGER exchange_rate_is_not_replaced BEFORE INSERT ON exchange_rate
WHEN EXISTS (SELECT 1 FROM exchange_rate WHERE business = NEW.business
        AND currency = NEW.currency AND bookkeeping_currency = NEW.bookkeeping_currency
        AND rate_on = NEW.rate_on)
BEGIN SELECT RAISE(ABORT, 'exchange_rate: a fact is not replaced'); END;

-- invoice_bookkeeping_tax
CREATE TRIGGER invoice_bookkeeping_tax_is_not_changed BEFORE UPDATE ON invoice_bookkeeping_tax
BEGIN SELECT RAISE(ABORT, 'invoice_bookkeeping_tax: a fact is not changed'); END;
CREATE TRIGGER invoice_bookkeeping_tax_is_not_deleted BEFORE DELETE ON invoice_bookkeeping_tax
BEGIN SELECT RAISE(ABORT, 'invoice_bookkeeping_tax: a fact is not deleted'); END;
CREATE TRIGGER invoice_bookkeeping_tax_is_not_replaced BEFORE INSERT ON invoice_bookkeeping_tax
WHEN EXISTS (SELECT 1 FROM invoice_bookkeeping_tax WHERE business = NEW.business
        AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'invoice_bookkeeping_tax: a fact is not replaced'); END;
