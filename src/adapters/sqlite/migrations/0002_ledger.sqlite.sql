-- SQLite only; see 0001_agreements.sqlite.sql.

-- journal_entry
CREATE TRIGGER journal_entry_is_not_changed BEFORE UPDATE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'journal_entry: a fact is not changed'); END;
CREATE TRIGGER journal_entry_is_not_deleted BEFORE DELETE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'journal_entry: a fact is not deleted'); END;
CREATE TRIGGER journal_entry_is_not_replaced BEFORE INSERT ON journal_entry
WHEN EXISTS (SELECT 1 FROM journal_entry WHERE business = NEW.business
        AND sequence = NEW.sequence)
    OR EXISTS (SELECT 1 FROM journal_entry WHERE business = NEW.business
        AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'journal_entry: a fact is not replaced'); END;

-- posting
CREATE TRIGGER posting_is_not_changed BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'posting: a fact is not changed'); END;
CREATE TRIGGER posting_is_not_deleted BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'posting: a fact is not deleted'); END;
CREATE TRIGGER posting_is_not_replaced BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM posting WHERE business = NEW.business AND sequence = NEW.sequence
        AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'posting: a fact is not replaced'); END;

-- invoice
CREATE TRIGGER invoice_is_not_changed BEFORE UPDATE ON invoice
BEGIN SELECT RAISE(ABORT, 'invoice: a fact is not changed'); END;
CREATE TRIGGER invoice_is_not_deleted BEFORE DELETE ON invoice
BEGIN SELECT RAISE(ABORT, 'invoice: a fact is not deleted'); END;
CREATE TRIGGER invoice_is_not_replaced BEFORE INSERT ON invoice
WHEN EXISTS (SELECT 1 FROM invoice WHERE business = NEW.business AND number = NEW.number)
    OR EXISTS (SELECT 1 FROM invoice
        WHERE business = NEW.business AND issued_on = NEW.issued_on AND sequence = NEW.sequence)
    OR (NEW.kind = 'invoice' AND EXISTS (SELECT 1 FROM invoice WHERE business = NEW.business
        AND contract = NEW.contract AND cycle_from = NEW.cycle_from AND kind = 'invoice'))
BEGIN SELECT RAISE(ABORT, 'invoice: a fact is not replaced'); END;

-- invoice_line
CREATE TRIGGER invoice_line_is_not_changed BEFORE UPDATE ON invoice_line
BEGIN SELECT RAISE(ABORT, 'invoice_line: a fact is not changed'); END;
CREATE TRIGGER invoice_line_is_not_deleted BEFORE DELETE ON invoice_line
BEGIN SELECT RAISE(ABORT, 'invoice_line: a fact is not deleted'); END;
CREATE TRIGGER invoice_line_is_not_replaced BEFORE INSERT ON invoice_line
WHEN EXISTS (SELECT 1 FROM invoice_line WHERE business = NEW.business AND number = NEW.number
        AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'invoice_line: a fact is not replaced'); END;

-- invoice_vat
CREATE TRIGGER invoice_vat_is_not_changed BEFORE UPDATE ON invoice_vat
BEGIN SELECT RAISE(ABORT, 'invoice_vat: a fact is not changed'); END;
CREATE TRIGGER invoice_vat_is_not_deleted BEFORE DELETE ON invoice_vat
BEGIN SELECT RAISE(ABORT, 'invoice_vat: a fact is not deleted'); END;
CREATE TRIGGER invoice_vat_is_not_replaced BEFORE INSERT ON invoice_vat
WHEN EXISTS (SELECT 1 FROM invoice_vat WHERE business = NEW.business AND number = NEW.number
        AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'invoice_vat: a fact is not replaced'); END;

-- entry_reason
CREATE TRIGGER entry_reason_is_not_changed BEFORE UPDATE ON entry_reason
BEGIN SELECT RAISE(ABORT, 'entry_reason: a fact is not changed'); END;
CREATE TRIGGER entry_reason_is_not_deleted BEFORE DELETE ON entry_reason
BEGIN SELECT RAISE(ABORT, 'entry_reason: a fact is not deleted'); END;
CREATE TRIGGER entry_reason_is_not_replaced BEFORE INSERT ON entry_reason
WHEN EXISTS (SELECT 1 FROM entry_reason WHERE business = NEW.business
        AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'entry_reason: a fact is not replaced'); END;

-- statement_entry
CREATE TRIGGER statement_entry_is_not_changed BEFORE UPDATE ON statement_entry
BEGIN SELECT RAISE(ABORT, 'statement_entry: a fact is not changed'); END;
CREATE TRIGGER statement_entry_is_not_deleted BEFORE DELETE ON statement_entry
BEGIN SELECT RAISE(ABORT, 'statement_entry: a fact is not deleted'); END;
CREATE TRIGGER statement_entry_is_not_replaced BEFORE INSERT ON statement_entry
WHEN EXISTS (SELECT 1 FROM statement_entry WHERE business = NEW.business
        AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'statement_entry: a fact is not replaced'); END;

-- The journal counts without gap, and an entry is closed once the next one stands.
CREATE TRIGGER journal_entry_has_no_gap BEFORE INSERT ON journal_entry
WHEN NEW.sequence <> 1 + COALESCE(
    (SELECT MAX(sequence) FROM journal_entry WHERE business = NEW.business), 0)
BEGIN SELECT RAISE(ABORT, 'journal_entry: the next number is the last one and 1'); END;
CREATE TRIGGER journal_entry_is_recorded_in_order BEFORE INSERT ON journal_entry
WHEN NEW.recorded_on < (SELECT recorded_on FROM journal_entry
    WHERE business = NEW.business AND sequence = NEW.sequence - 1)
BEGIN SELECT RAISE(ABORT, 'journal_entry: recorded before the entry before it'); END;
CREATE TRIGGER posting_joins_the_last_entry BEFORE INSERT ON posting
WHEN NEW.sequence <> (SELECT MAX(sequence) FROM journal_entry WHERE business = NEW.business)
BEGIN SELECT RAISE(ABORT, 'posting: the entry is closed'); END;
CREATE TRIGGER posting_has_its_entrys_days BEFORE INSERT ON posting
WHEN NOT EXISTS (SELECT 1 FROM journal_entry WHERE business = NEW.business
    AND sequence = NEW.sequence AND effective_on = NEW.effective_on
    AND recorded_on = NEW.recorded_on)
BEGIN SELECT RAISE(ABORT, 'posting: its days are those of its entry'); END;

-- statement_entry_state
CREATE TRIGGER statement_entry_state_is_not_changed BEFORE UPDATE OF business,
        entry_key ON statement_entry_state
BEGIN SELECT RAISE(ABORT, 'statement_entry_state: a fact is not changed'); END;
CREATE TRIGGER statement_entry_state_moves_forward BEFORE UPDATE OF state,
        note ON statement_entry_state
WHEN (OLD.state IN ('outgoing', 'returning', 'booked_out'))
    <> (NEW.state IN ('outgoing', 'returning', 'booked_out'))
BEGIN SELECT RAISE(ABORT, 'statement_entry_state: a payment in is no payment out'); END;
CREATE TRIGGER statement_entry_state_is_not_deleted BEFORE DELETE ON statement_entry_state
BEGIN SELECT RAISE(ABORT, 'statement_entry_state: a fact is not deleted'); END;
CREATE TRIGGER statement_entry_state_is_not_replaced BEFORE INSERT ON statement_entry_state
WHEN EXISTS (SELECT 1 FROM statement_entry_state WHERE business = NEW.business
        AND entry_key = NEW.entry_key)
BEGIN SELECT RAISE(ABORT, 'statement_entry_state: a fact is not replaced'); END;

-- number_series
CREATE TRIGGER number_series_is_not_changed BEFORE UPDATE OF business, kind,
        period ON number_series
BEGIN SELECT RAISE(ABORT, 'number_series: a fact is not changed'); END;
CREATE TRIGGER number_series_moves_forward BEFORE UPDATE OF last_number,
        last_issued_on ON number_series
WHEN NEW.last_number <> OLD.last_number + 1 OR NEW.last_issued_on < OLD.last_issued_on
BEGIN SELECT RAISE(ABORT, 'number_series: numbers and their dates go up'); END;
CREATE TRIGGER number_series_is_not_deleted BEFORE DELETE ON number_series
BEGIN SELECT RAISE(ABORT, 'number_series: a fact is not deleted'); END;
CREATE TRIGGER number_series_is_not_replaced BEFORE INSERT ON number_series
WHEN EXISTS (SELECT 1 FROM number_series WHERE business = NEW.business AND kind = NEW.kind
        AND period = NEW.period)
BEGIN SELECT RAISE(ABORT, 'number_series: a fact is not replaced'); END;
CREATE TRIGGER number_series_starts_at_one BEFORE INSERT ON number_series
WHEN NEW.last_number <> 1
BEGIN SELECT RAISE(ABORT, 'number_series: the first number is 1'); END;
