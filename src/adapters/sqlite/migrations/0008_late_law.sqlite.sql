-- SQLite only; see 0001_agreements.sqlite.sql.

-- reference_rate
CREATE TRIGGER reference_rate_is_not_changed BEFORE UPDATE ON reference_rate
BEGIN SELECT RAISE(ABORT, 'reference_rate: a fact is not changed'); END;
CREATE TRIGGER reference_rate_is_not_deleted BEFORE DELETE ON reference_rate
BEGIN SELECT RAISE(ABORT, 'reference_rate: a fact is not deleted'); END;
CREATE TRIGGER reference_rate_is_not_replaced BEFORE INSERT ON reference_rate
WHEN EXISTS (SELECT 1 FROM reference_rate WHERE business = NEW.business
        AND country = NEW.country AND series = NEW.series AND rate_from = NEW.rate_from)
BEGIN SELECT RAISE(ABORT, 'reference_rate: a fact is not replaced'); END;

-- confirmed_row
CREATE TRIGGER confirmed_row_is_not_changed BEFORE UPDATE ON confirmed_row
BEGIN SELECT RAISE(ABORT, 'confirmed_row: a fact is not changed'); END;
CREATE TRIGGER confirmed_row_is_not_deleted BEFORE DELETE ON confirmed_row
BEGIN SELECT RAISE(ABORT, 'confirmed_row: a fact is not deleted'); END;
CREATE TRIGGER confirmed_row_is_not_replaced BEFORE INSERT ON confirmed_row
WHEN EXISTS (SELECT 1 FROM confirmed_row WHERE business = NEW.business
        AND country = NEW.country AND series = NEW.series AND since = NEW.since
        AND content = NEW.content)
BEGIN SELECT RAISE(ABORT, 'confirmed_row: a fact is not replaced'); END;
