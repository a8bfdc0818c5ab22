-- The commercial insurer behind the huimin platform. Persons stand here only as an index under a key, of a case's documents only the sums and codes that decide. Amounts are fen.
CREATE TABLE insurer_policy (
  person TEXT NOT NULL,
  insurance_id TEXT NOT NULL,
  holder TEXT NOT NULL,
  cap BIGINT NOT NULL CHECK (cap >= 0),
  used BIGINT NOT NULL DEFAULT 0 CHECK (used >= 0 AND used <= cap),
  PRIMARY KEY (person, insurance_id)
);
CREATE TABLE insurer_order (
  merchant TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('QUOTE', 'SETTLEMENT', 'CANCELLATION', 'CASE', 'WITHDRAWAL')),
  person TEXT NOT NULL,
  reference TEXT NOT NULL,
  visit_no TEXT NOT NULL,
  insurance_id TEXT NOT NULL,
  asked BIGINT NOT NULL CHECK (asked >= 0),
  amount BIGINT NOT NULL DEFAULT 0 CHECK (amount >= 0),
  spent SMALLINT NOT NULL DEFAULT 0 CHECK (spent IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('WAITING', 'DONE', 'REFUSED')),
  due_at BIGINT,
  insurer_no TEXT NOT NULL UNIQUE,
  message TEXT NOT NULL,
  content TEXT NOT NULL,
  digest TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  done_at BIGINT NOT NULL,
  PRIMARY KEY (merchant, number),
  CHECK ((status = 'WAITING') = (due_at IS NOT NULL)),
  CHECK (spent = 0 OR (status = 'DONE' AND kind IN ('QUOTE', 'SETTLEMENT')))
);
CREATE INDEX insurer_order_due ON insurer_order (due_at) WHERE due_at IS NOT NULL;
CREATE TABLE insurer_case (
  merchant TEXT NOT NULL,
  case_no TEXT NOT NULL,
  person TEXT NOT NULL,
  holder TEXT NOT NULL,
  insurance_id TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('RECEIVED', 'DECLARED', 'COSTED', 'ASSESSED', 'SETTLED', 'PAID', 'REFUSED', 'WITHDRAWN', 'APPROVED', 'GRANTED')),
  stage_at BIGINT NOT NULL,
  next_at BIGINT,
  base BIGINT NOT NULL CHECK (base >= 0),
  refusal TEXT NOT NULL,
  amount BIGINT NOT NULL DEFAULT 0 CHECK (amount >= 0),
  message TEXT NOT NULL,
  PRIMARY KEY (merchant, case_no),
  CHECK ((stage IN ('PAID', 'REFUSED', 'WITHDRAWN', 'GRANTED')) = (next_at IS NULL))
);
CREATE INDEX insurer_case_due ON insurer_case (next_at) WHERE next_at IS NOT NULL;
