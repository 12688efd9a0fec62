-- SQLite only; see 0001_agreements.sqlite.sql.

-- work_entry
CREATE TRIGGER work_entry_is_not_changed BEFORE UPDATE ON work_entry
BEGIN SELECT RAISE(ABORT, 'work_entry: a fact is not changed'); END;
CREATE TRIGGER work_entry_is_not_deleted BEFORE DELETE ON work_entry
BEGIN SELECT RAISE(ABORT, 'work_entry: a fact is not deleted'); END;
CREATE TRIGGER work_entry_is_not_replaced BEFORE INSERT ON work_entry
WHEN EXISTS (SELECT 1 FROM work_entry WHERE business = NEW.business AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'work_entry: a fact is not replaced'); END;

-- work_billed
CREATE TRIGGER work_billed_is_not_changed BEFORE UPDATE ON work_billed
BEGIN SELECT RAISE(ABORT, 'work_billed: a fact is not changed'); END;
CREATE TRIGGER work_billed_is_not_deleted BEFORE DELETE ON work_billed
BEGIN SELECT RAISE(ABORT, 'work_billed: a fact is not deleted'); END;
CREATE TRIGGER work_billed_is_not_replaced BEFORE INSERT ON work_billed
WHEN EXISTS (SELECT 1 FROM work_billed WHERE business = NEW.business
        AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'work_billed: a fact is not replaced'); END;

-- contact
CREATE TRIGGER contact_is_not_changed BEFORE UPDATE ON contact
BEGIN SELECT RAISE(ABORT, 'contact: a fact is not changed'); END;
CREATE TRIGGER contact_is_not_deleted BEFORE DELETE ON contact
BEGIN SELECT RAISE(ABORT, 'contact: a fact is not deleted'); END;
CREATE TRIGGER contact_is_not_replaced BEFORE INSERT ON contact
WHEN EXISTS (SELECT 1 FROM contact WHERE business = NEW.business AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'contact: a fact is not replaced'); END;

-- contact_billed
CREATE TRIGGER contact_billed_is_not_changed BEFORE UPDATE ON contact_billed
BEGIN SELECT RAISE(ABORT, 'contact_billed: a fact is not changed'); END;
CREATE TRIGGER contact_billed_is_not_deleted BEFORE DELETE ON contact_billed
BEGIN SELECT RAISE(ABORT, 'contact_billed: a fact is not deleted'); END;
CREATE TRIGGER contact_billed_is_not_replaced BEFORE INSERT ON contact_billed
WHEN EXISTS (SELECT 1 FROM contact_billed WHERE business = NEW.business
        AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'contact_billed: a fact is not replaced'); END;

-- request
CREATE TRIGGER request_is_not_changed BEFORE UPDATE ON request
BEGIN SELECT RAISE(ABORT, 'request: a fact is not changed'); END;
CREATE TRIGGER request_is_not_deleted BEFORE DELETE ON request
BEGIN SELECT RAISE(ABORT, 'request: a fact is not deleted'); END;
CREATE TRIGGER request_is_not_replaced BEFORE INSERT ON request
WHEN EXISTS (SELECT 1 FROM request WHERE business = NEW.business AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'request: a fact is not replaced'); END;

-- request_answer
CREATE TRIGGER request_answer_is_not_changed BEFORE UPDATE ON request_answer
BEGIN SELECT RAISE(ABORT, 'request_answer: a fact is not changed'); END;
CREATE TRIGGER request_answer_is_not_deleted BEFORE DELETE ON request_answer
BEGIN SELECT RAISE(ABORT, 'request_answer: a fact is not deleted'); END;
CREATE TRIGGER request_answer_is_not_replaced BEFORE INSERT ON request_answer
WHEN EXISTS (SELECT 1 FROM request_answer WHERE business = NEW.business
        AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'request_answer: a fact is not replaced'); END;

-- quote_part
CREATE TRIGGER quote_part_is_not_changed BEFORE UPDATE ON quote_part
BEGIN SELECT RAISE(ABORT, 'quote_part: a fact is not changed'); END;
CREATE TRIGGER quote_part_is_not_deleted BEFORE DELETE ON quote_part
BEGIN SELECT RAISE(ABORT, 'quote_part: a fact is not deleted'); END;
CREATE TRIGGER quote_part_is_not_replaced BEFORE INSERT ON quote_part
WHEN EXISTS (SELECT 1 FROM quote_part WHERE business = NEW.business AND quote = NEW.quote
        AND part = NEW.part)
BEGIN SELECT RAISE(ABORT, 'quote_part: a fact is not replaced'); END;

-- work_held
CREATE TRIGGER work_held_is_not_changed BEFORE UPDATE ON work_held
BEGIN SELECT RAISE(ABORT, 'work_held: a fact is not changed'); END;
CREATE TRIGGER work_held_is_not_deleted BEFORE DELETE ON work_held
BEGIN SELECT RAISE(ABORT, 'work_held: a fact is not deleted'); END;
CREATE TRIGGER work_held_is_not_replaced BEFORE INSERT ON work_held
WHEN EXISTS (SELECT 1 FROM work_held WHERE business = NEW.business AND entry_key = NEW.entry_key)
    OR EXISTS (SELECT 1 FROM work_held WHERE business = NEW.business AND quote = NEW.quote
        AND part = NEW.part AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'work_held: a fact is not replaced'); END;

-- quote
CREATE TRIGGER quote_is_not_changed BEFORE UPDATE OF business, quote, client, contract,
        cycle_from, held_on, service, currency, hourly ON quote
BEGIN SELECT RAISE(ABORT, 'quote: a fact is not changed'); END;
CREATE TRIGGER quote_moves_forward BEFORE UPDATE OF state ON quote
WHEN NOT (OLD.state = 'held' AND NEW.state IN ('accepted', 'declined'))
BEGIN SELECT RAISE(ABORT, 'quote: only a held quote is answered, once'); END;
CREATE TRIGGER quote_is_not_deleted BEFORE DELETE ON quote
BEGIN SELECT RAISE(ABORT, 'quote: a fact is not deleted'); END;
CREATE TRIGGER quote_is_not_replaced BEFORE INSERT ON quote
WHEN EXISTS (SELECT 1 FROM quote WHERE business = NEW.business AND quote = NEW.quote)
BEGIN SELECT RAISE(ABORT, 'quote: a fact is not replaced'); END;

-- included_minutes
CREATE TRIGGER included_minutes_only_grow BEFORE UPDATE ON included_minutes
WHEN NEW.minutes < OLD.minutes
BEGIN SELECT RAISE(ABORT, 'included_minutes: what was used stays used'); END;
CREATE TRIGGER included_minutes_is_not_deleted BEFORE DELETE ON included_minutes
BEGIN SELECT RAISE(ABORT, 'included_minutes: a fact is not deleted'); END;
