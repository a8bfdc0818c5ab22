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
  content BYTEA NOT NULL,
  PRIMARY KEY (institution, day),
  UNIQUE (institution, ends_at)
);
CREATE TRIGGER day_statement_stay BEFORE UPDATE OR DELETE ON day_statement FOR EACH ROW EXECUTE FUNCTION ledger_refuse();

-- A day that has its statement takes no more entries.
CREATE FUNCTION ledger_day_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM day_statement WHERE institution = NEW.institution AND ends_at > NEW.posted_at) THEN
    RAISE EXCEPTION 'the day has its statement and takes no more entries';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_day_closed BEFORE INSERT ON ledger_entries FOR EACH ROW EXECUTE FUNCTION ledger_day_closed();
