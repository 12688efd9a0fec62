-- SQLite only: the facts guard themselves, whoever opens the file. For every append-only table
-- three triggers refuse UPDATE, DELETE and an INSERT OR REPLACE over an existing row (which SQLite
-- would otherwise do without asking the DELETE trigger). A column that may change names its only
-- legal change.

-- personal_data: a body may be erased, never changed
CREATE TRIGGER personal_data_is_not_changed BEFORE UPDATE ON personal_data
BEGIN SELECT RAISE(ABORT, 'personal_data: a body is not changed'); END;
CREATE TRIGGER personal_data_is_not_replaced BEFORE INSERT ON personal_data
WHEN EXISTS (SELECT 1 FROM personal_data WHERE business = NEW.business AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'personal_data: a fact is not replaced'); END;

-- snapshot: a body may be erased, never changed
CREATE TRIGGER snapshot_is_not_changed BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshot: a body is not changed'); END;
CREATE TRIGGER snapshot_is_not_replaced BEFORE INSERT ON snapshot
WHEN EXISTS (SELECT 1 FROM snapshot WHERE business = NEW.business AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'snapshot: a fact is not replaced'); END;
