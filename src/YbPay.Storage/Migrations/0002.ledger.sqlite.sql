-- Positive amounts are debits, negative ones credits. Entries are only ever added.

CREATE TABLE ledger_entries (
  entry_id    TEXT   NOT NULL PRIMARY KEY,
  reason      TEXT   NOT NULL,
  owner_id    TEXT   NOT NULL,
  institution TEXT   NOT NULL,
  lines       BIGINT NOT NULL CHECK (lines >= 0),
  posted_at   BIGINT NOT NULL
);
CREATE INDEX ledger_entries_of_owner ON ledger_entries (owner_id, posted_at);
CREATE INDEX ledger_entries_of_institution ON ledger_entries (institution, posted_at);

CREATE TABLE ledger_postings (
  entry_id  TEXT   NOT NULL REFERENCES ledger_entries (entry_id),
  line      BIGINT NOT NULL,
  owner_id  TEXT   NOT NULL,
  account   TEXT   NOT NULL,
  amount    BIGINT NOT NULL,
  posted_at BIGINT NOT NULL,
  PRIMARY KEY (entry_id, line)
) WITHOUT ROWID;
CREATE INDEX ledger_postings_of_owner ON ledger_postings (owner_id, account, amount);
-- By time within an account, so that new rows join at its end; the amount lets sums be read from the index alone.
CREATE INDEX ledger_postings_of_account ON ledger_postings (account, posted_at, amount);

CREATE TRIGGER ledger_entries_stay BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger entries are never changed'); END;
CREATE TRIGGER ledger_entries_keep BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'ledger entries are never removed'); END;
CREATE TRIGGER ledger_postings_stay BEFORE UPDATE ON ledger_postings BEGIN SELECT RAISE(ABORT, 'ledger postings are never changed'); END;
CREATE TRIGGER ledger_postings_keep BEFORE DELETE ON ledger_postings BEGIN SELECT RAISE(ABORT, 'ledger postings are never removed'); END;
