-- Settlements, cancellations and balances that are older than the core's ledger get their entries. When something was reversed
-- is not kept, so its entry bears the settlement's time.
CREATE TABLE line_of_before AS
SELECT s.entry || s.setl_id AS entry_id, s.reason, s.setl_id AS owner_id, s.institution, s.settled_at AS posted_at, s.line,
  CASE s.line
    WHEN 1 THEN 'fund:hifp' WHEN 2 THEN 'fund:cvlserv' WHEN 3 THEN 'fund:hifes' WHEN 4 THEN 'fund:hifmi' WHEN 5 THEN 'fund:hifob'
    WHEN 6 THEN 'fund:hifdm' WHEN 7 THEN 'fund:maf' WHEN 8 THEN 'fund:oth'
    WHEN 9 THEN 'personal:' || s.person_key || ':' || s.insutype WHEN 10 THEN 'bank:personal' WHEN 11 THEN 'bank-settlement'
    WHEN 12 THEN 'institution:' || s.institution WHEN 13 THEN 'cash:' || s.institution WHEN 14 THEN 'share:' || s.institution
    WHEN 15 THEN 'outside:' || s.institution END AS account,
  s.sign * CASE s.line
    WHEN 1 THEN s.hifp WHEN 2 THEN s.cvlserv WHEN 3 THEN s.hifes WHEN 4 THEN s.hifmi WHEN 5 THEN s.hifob WHEN 6 THEN s.hifdm WHEN 7 THEN s.maf WHEN 8 THEN s.oth
    WHEN 9 THEN s.account_paid WHEN 10 THEN -s.account_paid WHEN 11 THEN s.account_paid WHEN 12 THEN -(s.fund_sum + s.account_paid)
    WHEN 13 THEN s.cash WHEN 14 THEN s.hosp_part WHEN 15 THEN -(s.cash + s.hosp_part) END AS amount
FROM (
  SELECT settlement.*, l.column1 AS line, e.column1 AS sign,
    CASE WHEN origin_setl_id IS NULL THEN CASE WHEN e.column1 = 1 THEN 'settled:' ELSE 'reversed:' END
      ELSE CASE WHEN e.column1 = 1 THEN 'cancelled:' ELSE 'restored:' END END AS entry,
    CASE WHEN origin_setl_id IS NULL THEN CASE WHEN e.column1 = 1 THEN 'settlement' ELSE 'settlement reversed' END
      ELSE CASE WHEN e.column1 = 1 THEN 'settlement cancelled' ELSE 'cancellation reversed' END END AS reason
  FROM settlement
  CROSS JOIN (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) AS l
  CROSS JOIN (VALUES (1), (-1)) AS e
  WHERE e.column1 = 1 OR settlement.state = 4
) AS s;

INSERT INTO line_of_before (entry_id, reason, owner_id, institution, posted_at, line, account, amount)
SELECT 'opened:personal:' || b.person_key || ':' || b.insutype, 'opening balance', 'personal:' || b.person_key || ':' || b.insutype, '', b.began, l.column1,
  CASE l.column1 WHEN 1 THEN 'bank:personal' ELSE 'personal:' || b.person_key || ':' || b.insutype END,
  CASE l.column1 WHEN 1 THEN b.amount ELSE -b.amount END
FROM (
  SELECT i.person_key, i.insutype,
    i.account_balance + COALESCE((SELECT SUM(s.account_paid) FROM settlement s WHERE s.person_key = i.person_key AND s.insutype = i.insutype AND s.state IN (1, 2, 3)), 0) AS amount,
    COALESCE((SELECT MIN(settled_at) FROM settlement), 0) AS began
  FROM insurance i
) AS b
CROSS JOIN (VALUES (1), (2)) AS l
WHERE b.amount > 0;

INSERT INTO ledger_entries (entry_id, reason, owner_id, institution, lines, posted_at)
SELECT entry_id, reason, owner_id, institution, SUM(CASE WHEN amount = 0 THEN 0 ELSE 1 END), posted_at
FROM line_of_before GROUP BY entry_id, reason, owner_id, institution, posted_at;

INSERT INTO ledger_postings (entry_id, line, owner_id, account, amount, posted_at)
SELECT entry_id, line, owner_id, account, amount, posted_at FROM line_of_before WHERE amount <> 0;

DROP TABLE line_of_before;
