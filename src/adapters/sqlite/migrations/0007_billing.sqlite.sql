-- SQLite only; see 0001_agreements.sqlite.sql.

-- hours_told
CREATE TRIGGER hours_told_is_not_changed BEFORE UPDATE ON hours_told
BEGIN SELECT RAISE(ABORT, 'hours_told: a fact is not changed'); END;
CREATE TRIGGER hours_told_is_not_deleted BEFORE DELETE ON hours_told
BEGIN SELECT RAISE(ABORT, 'hours_told: a fact is not deleted'); END;
CREATE TRIGGER hours_told_is_not_replaced BEFORE INSERT ON hours_told
WHEN EXISTS (SELECT 1 FROM hours_told WHERE business = NEW.business AND contract = NEW.contract
        AND cycle_from = NEW.cycle_from AND percent = NEW.percent)
BEGIN SELECT RAISE(ABORT, 'hours_told: a fact is not replaced'); END;

-- advance_told
CREATE TRIGGER advance_told_is_not_changed BEFORE UPDATE ON advance_told
BEGIN SELECT RAISE(ABORT, 'advance_told: a fact is not changed'); END;
CREATE TRIGGER advance_told_is_not_deleted BEFORE DELETE ON advance_told
BEGIN SELECT RAISE(ABORT, 'advance_told: a fact is not deleted'); END;
CREATE TRIGGER advance_told_is_not_replaced BEFORE INSERT ON advance_told
WHEN EXISTS (SELECT 1 FROM advance_told WHERE business = NEW.business AND contract = NEW.contract
        AND cycle_from = NEW.cycle_from)
BEGIN SELECT RAISE(ABORT, 'advance_told: a fact is not replaced'); END;

-- quote
CREATE TRIGGER quote_is_not_changed BEFORE UPDATE ON quote
BEGIN SELECT RAISE(ABORT, 'quote: a fact is not changed'); END;
CREATE TRIGGER quote_is_not_deleted BEFORE DELETE ON quote
BEGIN SELECT RAISE(ABORT, 'quote: a fact is not deleted'); END;
CREATE TRIGGER quote_is_not_replaced BEFORE INSERT ON quote
WHEN EXISTS (SELECT 1 FROM quote WHERE business = NEW.business AND quote = NEW.quote)
BEGIN SELECT RAISE(ABORT, 'quote: a fact is not replaced'); END;

-- quote_line
CREATE TRIGGER quote_line_is_not_changed BEFORE UPDATE ON quote_line
BEGIN SELECT RAISE(ABORT, 'quote_line: a fact is not changed'); END;
CREATE TRIGGER quote_line_is_not_deleted BEFORE DELETE ON quote_line
BEGIN SELECT RAISE(ABORT, 'quote_line: a fact is not deleted'); END;
CREATE TRIGGER quote_line_is_not_replaced BEFORE INSERT ON quote_line
WHEN EXISTS (SELECT 1 FROM quote_line WHERE business = NEW.business AND quote = NEW.quote
        AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'quote_line: a fact is not replaced'); END;

-- work_held
CREATE TRIGGER work_held_is_not_changed BEFORE UPDATE ON work_held
BEGIN SELECT RAISE(ABORT, 'work_held: a fact is not changed'); END;
CREATE TRIGGER work_held_is_not_deleted BEFORE DELETE ON work_held
BEGIN SELECT RAISE(ABORT, 'work_held: a fact is not deleted'); END;
CREATE TRIGGER work_held_is_not_replaced BEFORE INSERT ON work_held
WHEN EXISTS (SELECT 1 FROM work_held WHERE business = NEW.business AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'work_held: a fact is not replaced'); END;

-- quote_answer
CREATE TRIGGER quote_answer_is_not_changed BEFORE UPDATE ON quote_answer
BEGIN SELECT RAISE(ABORT, 'quote_answer: a fact is not changed'); END;
CREATE TRIGGER quote_answer_is_not_deleted BEFORE DELETE ON quote_answer
BEGIN SELECT RAISE(ABORT, 'quote_answer: a fact is not deleted'); END;
CREATE TRIGGER quote_answer_is_not_replaced BEFORE INSERT ON quote_answer
WHEN EXISTS (SELECT 1 FROM quote_answer WHERE business = NEW.business AND quote = NEW.quote)
BEGIN SELECT RAISE(ABORT, 'quote_answer: a fact is not replaced'); END;

-- quote_billed
CREATE TRIGGER quote_billed_is_not_changed BEFORE UPDATE ON quote_billed
BEGIN SELECT RAISE(ABORT, 'quote_billed: a fact is not changed'); END;
CREATE TRIGGER quote_billed_is_not_deleted BEFORE DELETE ON quote_billed
BEGIN SELECT RAISE(ABORT, 'quote_billed: a fact is not deleted'); END;
CREATE TRIGGER quote_billed_is_not_replaced BEFORE INSERT ON quote_billed
WHEN EXISTS (SELECT 1 FROM quote_billed WHERE business = NEW.business AND quote = NEW.quote)
BEGIN SELECT RAISE(ABORT, 'quote_billed: a fact is not replaced'); END;

CREATE TRIGGER quote_billed_after_its_yes BEFORE INSERT ON quote_billed
WHEN NOT EXISTS (SELECT 1 FROM quote_answer WHERE business = NEW.business AND quote = NEW.quote
        AND state = 'accepted')
BEGIN SELECT RAISE(ABORT, 'quote_billed: only an accepted quote is billed'); END;

-- included_minutes
CREATE TRIGGER included_minutes_is_not_changed BEFORE UPDATE OF business, contract, cycle_from,
        granted ON included_minutes
WHEN NEW.business <> OLD.business OR NEW.contract <> OLD.contract
    OR NEW.cycle_from <> OLD.cycle_from OR NEW.granted <> OLD.granted
BEGIN SELECT RAISE(ABORT, 'included_minutes: what was granted stays granted'); END;
CREATE TRIGGER included_minutes_only_grow BEFORE UPDATE OF used ON included_minutes
WHEN NEW.used < OLD.used
BEGIN SELECT RAISE(ABORT, 'included_minutes: what was used stays used'); END;
CREATE TRIGGER included_minutes_is_not_deleted BEFORE DELETE ON included_minutes
BEGIN SELECT RAISE(ABORT, 'included_minutes: a fact is not deleted'); END;
