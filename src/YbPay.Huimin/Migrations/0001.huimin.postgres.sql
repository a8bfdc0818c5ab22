-- Amounts are fen, times milliseconds since 1970 UTC. Columns of persons and accounts are sealed; *_key are keyed indexes.

-- Numbers of requests (platformSeqId): each is used once.
CREATE TABLE sequences (
  platform_id TEXT   NOT NULL,
  seq_id      TEXT   NOT NULL,
  used_at     BIGINT NOT NULL,
  PRIMARY KEY (platform_id, seq_id)
);
CREATE INDEX sequences_used_at ON sequences (used_at);

-- A person's contract for credit payment; one for each person. state: 0 signing, 1 active, 9 frozen, 8 ended.
CREATE TABLE enrolments (
  enrolment_id  TEXT     NOT NULL PRIMARY KEY,
  person_key    TEXT     NOT NULL,
  person        BYTEA    NOT NULL,
  state         SMALLINT NOT NULL CHECK (state IN (0, 1, 8, 9)),
  version       BIGINT   NOT NULL DEFAULT 0,
  token_hash    TEXT     NOT NULL UNIQUE,
  acc_type      TEXT     NOT NULL,
  account_label TEXT     NOT NULL,
  account       BYTEA    NULL,
  agreement     BYTEA    NULL,
  insutype      TEXT     NULL,
  credit_pay    TEXT     NOT NULL DEFAULT '01',
  sign_leg      TEXT     NULL,
  hospital_id   TEXT     NOT NULL,
  note          TEXT     NULL,
  created_at    BIGINT   NOT NULL,
  updated_at    BIGINT   NOT NULL,
  signed_at     BIGINT   NULL,
  CHECK (state = 0 OR state = 8 OR (agreement IS NOT NULL AND signed_at IS NOT NULL))
);
CREATE UNIQUE INDEX enrolments_of_person ON enrolments (person_key) WHERE state <> 8;

-- An address of the signing page, given to a hospital for one person. The address itself is kept as a hash.
CREATE TABLE enrolment_pages (
  page_hash    TEXT     NOT NULL PRIMARY KEY,
  hospital_id  TEXT     NOT NULL,
  visit_no     TEXT     NOT NULL,
  city_code    TEXT     NOT NULL,
  person_key   TEXT     NOT NULL,
  person       BYTEA    NOT NULL,
  accounts     BYTEA    NULL,
  tries        BIGINT   NOT NULL DEFAULT 0 CHECK (tries >= 0 AND tries <= 5),
  insutype     TEXT     NULL,
  enrolment_id TEXT     NULL REFERENCES enrolments (enrolment_id),
  created_at   BIGINT   NOT NULL,
  expires_at   BIGINT   NOT NULL
);
CREATE INDEX enrolment_pages_expires_at ON enrolment_pages (expires_at);

-- Whose visit it is, as the hospital has told with HOS00001 or HOS00025.
CREATE TABLE visits (
  hospital_id TEXT   NOT NULL,
  visit_no    TEXT   NOT NULL,
  person_key  TEXT   NOT NULL,
  person      BYTEA  NOT NULL,
  told_at     BIGINT NOT NULL,
  PRIMARY KEY (hospital_id, visit_no)
);
CREATE INDEX visits_of_person ON visits (hospital_id, person_key, told_at);

-- A hospital's order numbers: payments, refunds, discharges and their cancellations share one space.
CREATE TABLE order_numbers (
  hospital_id TEXT   NOT NULL,
  order_id    TEXT   NOT NULL,
  kind        TEXT   NOT NULL CHECK (kind IN ('CP', 'CR', 'DS', 'DC')),
  query_id    TEXT   NOT NULL UNIQUE,
  created_at  BIGINT NOT NULL,
  PRIMARY KEY (hospital_id, order_id)
);

-- Credit payments. state as CreditPaymentState; amt = insured + psn_amt; held: refunds done and on their way.
-- claim_setl, social, third_party: what the hospital told for a direct claim; quoted and claimed: what the insurer offered, and what it settled.
CREATE TABLE payments (
  query_id      TEXT     NOT NULL PRIMARY KEY,
  hospital_id   TEXT     NOT NULL,
  order_id      TEXT     NOT NULL,
  digest        TEXT     NOT NULL,
  city_code     TEXT     NOT NULL,
  enrolment_id  TEXT     NOT NULL REFERENCES enrolments (enrolment_id),
  person_key    TEXT     NOT NULL,
  order_type    TEXT     NOT NULL,
  mdtrt_id      TEXT     NOT NULL,
  setl_id       TEXT     NOT NULL,
  visit_no      TEXT     NULL,
  state         BIGINT   NOT NULL,
  version       BIGINT   NOT NULL DEFAULT 0,
  amt           BIGINT   NOT NULL CHECK (amt >= 0),
  insured       BIGINT   NOT NULL DEFAULT 0 CHECK (insured >= 0),
  psn_amt       BIGINT   NOT NULL CHECK (psn_amt >= 0),
  discount      BIGINT   NOT NULL DEFAULT 0 CHECK (discount >= 0 AND discount <= psn_amt),
  held          BIGINT   NOT NULL DEFAULT 0,
  refunded      BIGINT   NOT NULL DEFAULT 0,
  acc_type      TEXT     NULL,
  card_label    TEXT     NULL,
  pay_leg       TEXT     NULL,
  trade_no      TEXT     NULL,
  claim_setl    TEXT     NULL,
  social        BIGINT   NOT NULL DEFAULT 0,
  third_party   BIGINT   NOT NULL DEFAULT 0,
  quote_id      TEXT     NULL,
  quoted        BIGINT   NOT NULL DEFAULT 0 CHECK (quoted >= 0 AND quoted <= amt),
  claimed       BIGINT   NOT NULL DEFAULT 0 CHECK (claimed >= 0),
  insurer_leg   TEXT     NULL,
  insurance_id  TEXT     NULL,
  discharge_id  TEXT     NULL,
  consumed      BIGINT   NOT NULL DEFAULT 0,
  msg           TEXT     NOT NULL DEFAULT '',
  created_at    BIGINT   NOT NULL,
  updated_at    BIGINT   NOT NULL,
  paid_at       BIGINT   NULL,
  UNIQUE (hospital_id, order_id),
  CHECK (amt = insured + psn_amt),
  CHECK (refunded >= 0 AND refunded <= held AND held + consumed <= psn_amt AND consumed >= 0)
);
CREATE INDEX payments_of_hospital ON payments (hospital_id, paid_at);
CREATE INDEX payments_of_discharge ON payments (discharge_id) WHERE discharge_id IS NOT NULL;

-- Refunds of credit payments, asked for by a hospital or by a discharge. state as CreditRefundState. order_id is the hospital's number;
-- a discharge's surplus, which has none, carries the number of the payment that it goes back from.
CREATE TABLE refunds (
  query_id     TEXT     NOT NULL PRIMARY KEY,
  leg_id       TEXT     NOT NULL UNIQUE,
  hospital_id  TEXT     NOT NULL,
  order_id     TEXT     NOT NULL,
  digest       TEXT     NOT NULL,
  payment_id   TEXT     NOT NULL REFERENCES payments (query_id),
  discharge_id TEXT     NULL,
  round        BIGINT   NOT NULL DEFAULT 0,
  state        BIGINT   NOT NULL,
  version      BIGINT   NOT NULL DEFAULT 0,
  amount       BIGINT   NOT NULL CHECK (amount > 0),
  trade_no     TEXT     NULL,
  msg          TEXT     NOT NULL DEFAULT '',
  created_at   BIGINT   NOT NULL,
  updated_at   BIGINT   NOT NULL,
  done_at      BIGINT   NULL
);
CREATE INDEX refunds_of_payment ON refunds (payment_id);
-- A discharge gives a deposit's surplus back once in each round; a round more each time the hospital sends the order again.
CREATE UNIQUE INDEX refunds_of_discharge ON refunds (discharge_id, payment_id, round) WHERE discharge_id IS NOT NULL;
CREATE INDEX refunds_of_hospital ON refunds (hospital_id, done_at);

-- Trials of discharge settlements (HOST0014). A trial is settled at most once.
CREATE TABLE trials (
  hospital_id     TEXT   NOT NULL,
  trial_id        TEXT   NOT NULL,
  digest          TEXT   NOT NULL,
  visit_no        TEXT   NOT NULL,
  setl_id         TEXT   NOT NULL,
  person_key      TEXT   NOT NULL,
  settle_amt      BIGINT NOT NULL CHECK (settle_amt >= 0),
  non_credit      BIGINT NOT NULL CHECK (non_credit >= 0 AND non_credit <= settle_amt),
  social          BIGINT NOT NULL DEFAULT 0,
  third_party     BIGINT NOT NULL DEFAULT 0,
  psn_amt         BIGINT NOT NULL CHECK (psn_amt >= 0),
  budget          BIGINT NOT NULL CHECK (budget >= 0 AND non_credit + budget <= settle_amt),
  supplement      BIGINT NOT NULL CHECK (supplement >= 0),
  refund          BIGINT NOT NULL CHECK (refund >= 0),
  quote_id        TEXT   NULL,
  insurance_id    TEXT   NULL,
  insurance_name  TEXT   NULL,
  discharge_id    TEXT   NULL,
  created_at      BIGINT NOT NULL,
  PRIMARY KEY (hospital_id, trial_id),
  CHECK (supplement = 0 OR refund = 0)
);

-- Discharge settlements (HOS00014). state as DischargeState.
CREATE TABLE discharges (
  query_id     TEXT     NOT NULL PRIMARY KEY,
  hospital_id  TEXT     NOT NULL,
  order_id     TEXT     NOT NULL,
  digest       TEXT     NOT NULL,
  trial_id     TEXT     NOT NULL,
  visit_no     TEXT     NOT NULL,
  setl_id      TEXT     NOT NULL,
  person_key   TEXT     NOT NULL,
  state        BIGINT   NOT NULL,
  version      BIGINT   NOT NULL DEFAULT 0,
  round        BIGINT   NOT NULL DEFAULT 0,
  stands       SMALLINT NOT NULL DEFAULT 1 CHECK (stands IN (0, 1)),
  settle_amt   BIGINT   NOT NULL,
  non_credit   BIGINT   NOT NULL,
  third_party  BIGINT   NOT NULL DEFAULT 0,
  mi_amt       BIGINT   NOT NULL,
  budget       BIGINT   NOT NULL,
  gr_amt       BIGINT   NOT NULL,
  psn_amt      BIGINT   NOT NULL,
  insured      BIGINT   NOT NULL DEFAULT 0,
  supplement   BIGINT   NOT NULL DEFAULT 0,
  refund       BIGINT   NOT NULL DEFAULT 0,
  insurer_leg  TEXT     NULL,
  msg          TEXT     NOT NULL DEFAULT '',
  created_at   BIGINT   NOT NULL,
  updated_at   BIGINT   NOT NULL,
  settled_at   BIGINT   NULL,
  UNIQUE (hospital_id, order_id),
  CHECK (supplement = 0 OR refund = 0)
);
-- One discharge of a visit stands: under way, settled, or failed with something done.
CREATE UNIQUE INDEX discharges_standing ON discharges (hospital_id, visit_no) WHERE stands = 1;

-- The deposits a discharge is paid from: what each held when it began, and what goes back of it.
CREATE TABLE discharge_deposits (
  discharge_id TEXT   NOT NULL REFERENCES discharges (query_id),
  payment_id   TEXT   NOT NULL REFERENCES payments (query_id),
  place        BIGINT NOT NULL,
  held         BIGINT NOT NULL CHECK (held >= 0),
  refund       BIGINT NOT NULL DEFAULT 0 CHECK (refund >= 0 AND refund <= held),
  PRIMARY KEY (discharge_id, payment_id)
);

-- Cancellations of discharge settlements (HOS00015, retired).
CREATE TABLE discharge_cancellations (
  query_id     TEXT   NOT NULL PRIMARY KEY,
  hospital_id  TEXT   NOT NULL,
  order_id     TEXT   NOT NULL,
  discharge_id TEXT   NOT NULL REFERENCES discharges (query_id),
  state        BIGINT NOT NULL,
  msg          TEXT   NOT NULL DEFAULT '',
  created_at   BIGINT NOT NULL,
  updated_at   BIGINT NOT NULL,
  UNIQUE (hospital_id, order_id)
);

-- Insurance cases. status as ClaimStatus (0 withdrawn); the relief fund's cases have kind 1.
CREATE TABLE cases (
  case_id        TEXT     NOT NULL PRIMARY KEY,
  hospital_id    TEXT     NOT NULL,
  visit_no       TEXT     NOT NULL,
  person_key     TEXT     NOT NULL,
  person         BYTEA    NOT NULL,
  kind           SMALLINT NOT NULL DEFAULT 0 CHECK (kind IN (0, 1)),
  claim_type     TEXT     NOT NULL CHECK (claim_type IN ('1', '2')),
  insurance_id   TEXT     NOT NULL,
  insurance_name TEXT     NOT NULL,
  status         BIGINT   NOT NULL,
  version        BIGINT   NOT NULL DEFAULT 0,
  amount         BIGINT   NULL,
  note           TEXT     NULL,
  trial_id       TEXT     NULL,
  told_node      TEXT     NULL,
  created_at     BIGINT   NOT NULL,
  updated_at     BIGINT   NOT NULL,
  ended_at       BIGINT   NULL
);
CREATE UNIQUE INDEX cases_of_visit ON cases (hospital_id, visit_no) WHERE status <> 0;
CREATE INDEX cases_of_withdrawn_visit ON cases (hospital_id, visit_no, created_at);

-- What the hospital sent for a case (HOS00020 to HOS00024): the clear message, sealed. doc_key tells apart what may come several times.
CREATE TABLE case_documents (
  case_id     TEXT   NOT NULL REFERENCES cases (case_id),
  trans_code  TEXT   NOT NULL,
  doc_key     TEXT   NOT NULL,
  body        BYTEA  NOT NULL,
  received_at BIGINT NOT NULL,
  PRIMARY KEY (case_id, trans_code, doc_key)
);

-- Document images (HOS00028) and authorisation letters: the file lies sealed in the image folder under file_id, to which its seals are bound. One file of a
-- case and digest, whatever it is called.
CREATE TABLE case_images (
  case_id       TEXT   NOT NULL REFERENCES cases (case_id),
  digest        TEXT   NOT NULL,
  image_type    TEXT   NOT NULL,
  file_type     TEXT   NOT NULL CHECK (file_type IN ('jpg', 'png', 'pdf')),
  file_id       TEXT   NOT NULL,
  size          BIGINT NOT NULL CHECK (size > 0),
  verify_status TEXT   NOT NULL,
  received_at   BIGINT NOT NULL,
  PRIMARY KEY (case_id, digest, image_type)
);
CREATE INDEX case_images_file ON case_images (file_id);

-- Day statements (HOS00013), made once: the same file whenever it is asked for.
CREATE TABLE statements (
  hospital_id TEXT   NOT NULL,
  day         TEXT   NOT NULL,
  file        BYTEA  NOT NULL,
  digest      TEXT   NOT NULL,
  lines       BIGINT NOT NULL,
  made_at     BIGINT NOT NULL,
  PRIMARY KEY (hospital_id, day)
);
