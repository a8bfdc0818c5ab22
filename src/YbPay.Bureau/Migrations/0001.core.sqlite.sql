-- The bureau's core. Personal texts are sealed by the column cipher; a *_key column is the keyed index of one and is what
-- rows refer to, so that no table but person, credential and visit holds anything about a person, and those only sealed.
CREATE TABLE institution (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  level SMALLINT NOT NULL,
  mobile_payment SMALLINT NOT NULL
);

CREATE TABLE catalogue_item (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  class SMALLINT NOT NULL CHECK (class IN (1, 2, 3)),
  price_limit BIGINT,
  first_own_share INTEGER NOT NULL,
  charge_type TEXT NOT NULL,
  list_type TEXT NOT NULL
);

CREATE TABLE person (
  person_key TEXT PRIMARY KEY,
  psn_type TEXT NOT NULL,
  admdvs TEXT NOT NULL,
  profile BLOB NOT NULL
);

CREATE TABLE credential (
  kind TEXT NOT NULL,
  number_key TEXT NOT NULL,
  person_key TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (kind, number_key)
);

CREATE TABLE insurance (
  person_key TEXT NOT NULL,
  insutype TEXT NOT NULL,
  state TEXT NOT NULL,
  account_balance BIGINT NOT NULL CHECK (account_balance >= 0),
  version BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (person_key, insutype)
);

-- What was used up: per year, and for a stay per visit (period = mdtrt_id).
CREATE TABLE accumulator (
  person_key TEXT NOT NULL,
  insutype TEXT NOT NULL,
  period TEXT NOT NULL,
  benefit_group TEXT NOT NULL,
  deductible BIGINT NOT NULL CHECK (deductible >= 0),
  fund BIGINT NOT NULL CHECK (fund >= 0),
  PRIMARY KEY (person_key, insutype, period, benefit_group)
);

CREATE TABLE sign_in (
  sign_key TEXT PRIMARY KEY,
  institution TEXT NOT NULL,
  issued_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

-- Every msgid that had an effect or was answered. state: 1 done, 2 reversed, 3 fenced (reversed before it arrived).
CREATE TABLE message (
  msgid TEXT PRIMARY KEY,
  institution TEXT NOT NULL,
  infno TEXT NOT NULL,
  person_key TEXT,
  target TEXT,
  state SMALLINT NOT NULL,
  received_at BIGINT NOT NULL
);

-- state: 1 open, 2 cancelled.
CREATE TABLE visit (
  mdtrt_id TEXT PRIMARY KEY,
  institution TEXT NOT NULL,
  person_key TEXT NOT NULL,
  insutype TEXT NOT NULL,
  med_type TEXT NOT NULL,
  inpatient SMALLINT NOT NULL,
  state SMALLINT NOT NULL,
  detail BLOB NOT NULL,
  diagnoses BLOB,
  cancelled_by TEXT,
  opened_at BIGINT NOT NULL
);

CREATE TABLE fee_line (
  mdtrt_id TEXT NOT NULL,
  feedetl_sn TEXT NOT NULL,
  msgid TEXT NOT NULL,
  chrg_bchno TEXT NOT NULL,
  item_code TEXT NOT NULL,
  item_class SMALLINT NOT NULL,
  quantity BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  own_paid BIGINT NOT NULL,
  over_limit BIGINT NOT NULL,
  first_own_paid BIGINT NOT NULL,
  in_scope BIGINT NOT NULL,
  setl_id TEXT,
  cancelled_by TEXT,
  PRIMARY KEY (mdtrt_id, feedetl_sn, msgid),
  CHECK (own_paid + over_limit + first_own_paid + in_scope = amount)
) WITHOUT ROWID;
CREATE UNIQUE INDEX fee_line_once ON fee_line (mdtrt_id, feedetl_sn) WHERE cancelled_by IS NULL;

-- state: 1 in force, 2 cancelled, 3 a cancellation (negative), 4 a cancellation that was itself reversed.
CREATE TABLE settlement (
  setl_id TEXT PRIMARY KEY,
  mdtrt_id TEXT NOT NULL,
  person_key TEXT NOT NULL,
  institution TEXT NOT NULL,
  chrg_bchno TEXT NOT NULL,
  once_key TEXT NOT NULL,
  msgid TEXT NOT NULL UNIQUE,
  origin_setl_id TEXT,
  state SMALLINT NOT NULL,
  insutype TEXT NOT NULL,
  med_type TEXT NOT NULL,
  clr_type TEXT NOT NULL,
  benefit_group TEXT NOT NULL,
  fund_year TEXT NOT NULL,
  deductible_period TEXT NOT NULL,
  mdtrt_cert_type TEXT NOT NULL,
  settled_at BIGINT NOT NULL,
  medfee BIGINT NOT NULL,
  own_paid BIGINT NOT NULL,
  over_limit BIGINT NOT NULL,
  first_own_paid BIGINT NOT NULL,
  in_scope BIGINT NOT NULL,
  deductible BIGINT NOT NULL,
  ratio INTEGER NOT NULL,
  hifp BIGINT NOT NULL,
  cvlserv BIGINT NOT NULL,
  hifes BIGINT NOT NULL,
  hifmi BIGINT NOT NULL,
  hifob BIGINT NOT NULL,
  hifdm BIGINT NOT NULL,
  maf BIGINT NOT NULL,
  oth BIGINT NOT NULL,
  fund_sum BIGINT NOT NULL,
  hosp_part BIGINT NOT NULL,
  person_part BIGINT NOT NULL,
  account_paid BIGINT NOT NULL,
  cash BIGINT NOT NULL,
  account_left BIGINT NOT NULL,
  funds TEXT NOT NULL,
  CHECK (own_paid + over_limit + first_own_paid + in_scope = medfee),
  CHECK (hifp + cvlserv + hifes + hifmi + hifob + hifdm + maf + oth = fund_sum),
  CHECK (account_paid + cash = person_part),
  CHECK (fund_sum + person_part + hosp_part = medfee)
);
CREATE UNIQUE INDEX settlement_once ON settlement (mdtrt_id, once_key) WHERE state = 1;
CREATE UNIQUE INDEX settlement_cancelled_once ON settlement (origin_setl_id) WHERE state = 3;
CREATE INDEX settlement_period ON settlement (institution, settled_at);

CREATE TABLE stored_file (
  file_no TEXT PRIMARY KEY,
  institution TEXT NOT NULL,
  name TEXT NOT NULL,
  content BLOB NOT NULL,
  stored_at BIGINT NOT NULL
);
