-- SQLite only; see 0001_agreements.sqlite.sql.

-- decision
CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decision: a fact is not changed'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision: a fact is not deleted'); END;
CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE business = NEW.business AND client = NEW.client
        AND currency = NEW.currency AND decided_for = NEW.decided_for AND turn = NEW.turn)
BEGIN SELECT RAISE(ABORT, 'decision: a fact is not replaced'); END;

-- decision_contract
CREATE TRIGGER decision_contract_is_not_changed BEFORE UPDATE ON decision_contract
BEGIN SELECT RAISE(ABORT, 'decision_contract: a fact is not changed'); END;
CREATE TRIGGER decision_contract_is_not_deleted BEFORE DELETE ON decision_contract
BEGIN SELECT RAISE(ABORT, 'decision_contract: a fact is not deleted'); END;
CREATE TRIGGER decision_contract_is_not_replaced BEFORE INSERT ON decision_contract
WHEN EXISTS (SELECT 1 FROM decision_contract WHERE business = NEW.business
        AND client = NEW.client AND currency = NEW.currency AND decided_for = NEW.decided_for
        AND turn = NEW.turn AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'decision_contract: a fact is not replaced'); END;

-- notice
CREATE TRIGGER notice_is_not_changed BEFORE UPDATE ON notice
BEGIN SELECT RAISE(ABORT, 'notice: a fact is not changed'); END;
CREATE TRIGGER notice_is_not_deleted BEFORE DELETE ON notice
BEGIN SELECT RAISE(ABORT, 'notice: a fact is not deleted'); END;
CREATE TRIGGER notice_is_not_replaced BEFORE INSERT ON notice
WHEN EXISTS (SELECT 1 FROM notice WHERE business = NEW.business AND notice = NEW.notice)
    OR EXISTS (SELECT 1 FROM notice WHERE business = NEW.business AND turn = NEW.turn)
    OR EXISTS (SELECT 1 FROM notice WHERE business = NEW.business AND client = NEW.client
        AND currency = NEW.currency AND kind = NEW.kind AND level = NEW.level
        AND anchor = NEW.anchor AND round = NEW.round AND attempt = NEW.attempt)
BEGIN SELECT RAISE(ABORT, 'notice: a fact is not replaced'); END;

-- notice_contract
CREATE TRIGGER notice_contract_is_not_changed BEFORE UPDATE ON notice_contract
BEGIN SELECT RAISE(ABORT, 'notice_contract: a fact is not changed'); END;
CREATE TRIGGER notice_contract_is_not_deleted BEFORE DELETE ON notice_contract
BEGIN SELECT RAISE(ABORT, 'notice_contract: a fact is not deleted'); END;
CREATE TRIGGER notice_contract_is_not_replaced BEFORE INSERT ON notice_contract
WHEN EXISTS (SELECT 1 FROM notice_contract WHERE business = NEW.business
        AND notice = NEW.notice AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'notice_contract: a fact is not replaced'); END;

-- notice_item
CREATE TRIGGER notice_item_is_not_changed BEFORE UPDATE ON notice_item
BEGIN SELECT RAISE(ABORT, 'notice_item: a fact is not changed'); END;
CREATE TRIGGER notice_item_is_not_deleted BEFORE DELETE ON notice_item
BEGIN SELECT RAISE(ABORT, 'notice_item: a fact is not deleted'); END;
CREATE TRIGGER notice_item_is_not_replaced BEFORE INSERT ON notice_item
WHEN EXISTS (SELECT 1 FROM notice_item WHERE business = NEW.business AND notice = NEW.notice
        AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'notice_item: a fact is not replaced'); END;

-- intervention
CREATE TRIGGER intervention_is_not_changed BEFORE UPDATE ON intervention
BEGIN SELECT RAISE(ABORT, 'intervention: a fact is not changed'); END;
CREATE TRIGGER intervention_is_not_deleted BEFORE DELETE ON intervention
BEGIN SELECT RAISE(ABORT, 'intervention: a fact is not deleted'); END;
CREATE TRIGGER intervention_is_not_replaced BEFORE INSERT ON intervention
WHEN EXISTS (SELECT 1 FROM intervention WHERE business = NEW.business AND turn = NEW.turn)
BEGIN SELECT RAISE(ABORT, 'intervention: a fact is not replaced'); END;
