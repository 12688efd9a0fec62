-- SQLite only; see 0001_agreements.sqlite.sql.

-- document
CREATE TRIGGER document_is_not_changed BEFORE UPDATE OF business, turn, document, kind, client,
        issued_on, file, snapshot ON document
BEGIN SELECT RAISE(ABORT, 'document: a fact is not changed'); END;
CREATE TRIGGER document_moves_forward BEFORE UPDATE OF sha256, renderer ON document
WHEN NOT (OLD.sha256 = '' AND OLD.renderer = '' AND NEW.sha256 <> '' AND NEW.renderer <> '')
BEGIN SELECT RAISE(ABORT, 'document: a rendering is archived once'); END;
CREATE TRIGGER document_is_not_deleted BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'document: a fact is not deleted'); END;
CREATE TRIGGER document_is_not_replaced BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE business = NEW.business AND turn = NEW.turn)
    OR EXISTS (SELECT 1 FROM document WHERE business = NEW.business AND document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'document: a fact is not replaced'); END;

-- outbox
CREATE TRIGGER outbox_is_not_changed BEFORE UPDATE OF business, document, turn, decided_on,
        message ON outbox
BEGIN SELECT RAISE(ABORT, 'outbox: a fact is not changed'); END;
CREATE TRIGGER outbox_moves_forward BEFORE UPDATE OF state, sent_on, cancelled_because ON outbox
WHEN NOT (OLD.state = 'queued' AND (
    (NEW.state = 'sent' AND NEW.sent_on IS NOT NULL AND NEW.cancelled_because = '')
    OR (NEW.state = 'cancelled' AND NEW.sent_on IS NULL AND NEW.cancelled_because <> '')))
BEGIN SELECT RAISE(ABORT, 'outbox: only a queued message is sent or cancelled, once'); END;
CREATE TRIGGER outbox_is_not_deleted BEFORE DELETE ON outbox
BEGIN SELECT RAISE(ABORT, 'outbox: a fact is not deleted'); END;
CREATE TRIGGER outbox_is_not_replaced BEFORE INSERT ON outbox
WHEN EXISTS (SELECT 1 FROM outbox WHERE business = NEW.business AND document = NEW.document)
    OR EXISTS (SELECT 1 FROM outbox WHERE business = NEW.business AND turn = NEW.turn)
BEGIN SELECT RAISE(ABORT, 'outbox: a fact is not replaced'); END;
