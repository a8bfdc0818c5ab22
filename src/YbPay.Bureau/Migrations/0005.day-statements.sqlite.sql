-- One statement for each institution and day, without gaps from its first entry on. day: yyyy-MM-dd in China's time; ends_at: the
-- first millisecond after it. digest: hex SM3 of content; previous: the digest of the day before, empty on the first day.
CREATE TABLE day_statement (
  institution TEXT NOT NULL,
  day TEXT NOT NULL,
  ends_at BIGINT NOT NULL,
  entries BIGINT NOT NULL,
  medfee BIGINT NOT NULL,
  fund_sum BIGINT NOT NULL,
  account_paid BIGINT NOT NULL,
  cash BIGINT NOT NULL,
  hosp_part BIGINT NOT NULL,
  previous TEXT NOT NULL,
  digest TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (institution, day),
  UNIQUE (institution, ends_at)
);
CREATE TRIGGER day_statement_stay BEFORE UPDATE ON day_statement BEGIN SELECT RAISE(ABORT, 'statements are never changed'); END;
CREATE TRIGGER day_statement_keep BEFORE DELETE ON day_statement BEGIN SELECT RAISE(ABORT, 'statements are never removed'); END;

-- A day that has its statement takes no more entries.
CREATE TRIGGER ledger_day_closed BEFORE INSERT ON ledger_entries
WHEN EXISTS (SELECT 1 FROM day_statement WHERE institution = NEW.institution AND ends_at > NEW.posted_at)
BEGIN SELECT RAISE(ABORT, 'the day has its statement and takes no more entries'); END;
