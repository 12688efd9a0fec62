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

-- work_covered
CREATE TRIGGER work_covered_is_not_changed BEFORE UPDATE ON work_covered
BEGIN SELECT RAISE(ABORT, 'work_covered: a fact is not changed'); END;
CREATE TRIGGER work_covered_is_not_deleted BEFORE DELETE ON work_covered
BEGIN SELECT RAISE(ABORT, 'work_covered: a fact is not deleted'); END;
CREATE TRIGGER work_covered_is_not_replaced BEFORE INSERT ON work_covered
WHEN EXISTS (SELECT 1 FROM work_covered WHERE business = NEW.business AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'work_covered: a fact is not replaced'); END;

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
