-- Ratios by segment and caps per stay count over a deductible's span: how far the segments are filled, what the fund paid in it.
ALTER TABLE accumulator ADD COLUMN shared BIGINT NOT NULL DEFAULT 0 CHECK (shared >= 0);
ALTER TABLE accumulator ADD COLUMN span_fund BIGINT NOT NULL DEFAULT 0 CHECK (span_fund >= 0);

-- The calculation as it was made, so that it can be explained and taken back whatever the policy says later. JSON; absent in
-- cancellations, whose origin has it, and in settlements older than this column.
ALTER TABLE settlement ADD COLUMN reckoning TEXT;

-- Identities that supplements are granted to (psn_idet_type), by day as yyyy-MM-dd; ends empty for no end.
CREATE TABLE person_identity (
  person_key TEXT NOT NULL,
  psn_idet_type TEXT NOT NULL,
  begins TEXT NOT NULL,
  ends TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (person_key, psn_idet_type, begins)
);
