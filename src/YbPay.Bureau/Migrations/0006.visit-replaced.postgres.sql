-- 2203 replaces what a visit was about; what it replaced stays until a reversal wants it back. told_by: the 2203 that holds now, or did then.
ALTER TABLE visit ADD COLUMN told_by TEXT;
CREATE TABLE visit_replaced (
  msgid TEXT PRIMARY KEY,
  mdtrt_id TEXT NOT NULL,
  med_type TEXT NOT NULL,
  diagnoses BYTEA,
  told_by TEXT
);
CREATE UNIQUE INDEX visit_replaced_chain ON visit_replaced (told_by) WHERE told_by IS NOT NULL;
