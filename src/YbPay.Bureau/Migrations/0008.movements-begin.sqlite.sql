-- Accounts that held money before movements were kept open with it: a statement begins somewhere.
INSERT INTO account_movement (account_id, number, reason, reference, change, balance, moved_at)
SELECT i.person_key || ':' || i.insutype, i.version, 'opened', '', i.account_balance, i.account_balance, COALESCE((SELECT MAX(posted_at) FROM ledger_entries), 0)
FROM insurance i
WHERE i.account_balance > 0 AND NOT EXISTS (SELECT 1 FROM account_movement m WHERE m.account_id = i.person_key || ':' || i.insutype);
