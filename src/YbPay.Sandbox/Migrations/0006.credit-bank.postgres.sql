-- The bank behind the huimin platform: accounts of four kinds, agreements, payments, refunds. Whose an account is stands here only as an index under a key. Amounts are fen.
CREATE TABLE credit_account (
  account_no TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  holder TEXT NOT NULL,
  acc_type TEXT NOT NULL CHECK (acc_type IN ('01', '02', '03', '04')),
  label TEXT NOT NULL,
  opening BIGINT NOT NULL CHECK (opening >= 0),
  available BIGINT NOT NULL CHECK (available >= 0 AND available <= opening),
  coupon TEXT NOT NULL,
  coupon_from BIGINT NOT NULL CHECK (coupon_from >= 0),
  coupon_off BIGINT NOT NULL CHECK (coupon_off >= 0 AND (coupon_off = 0 OR coupon_off < coupon_from)),
  coupon_left BIGINT NOT NULL CHECK (coupon_left >= 0)
);
CREATE INDEX credit_account_of_person ON credit_account (person);
CREATE TABLE credit_order (
  merchant TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('AGREEMENT', 'PAYMENT', 'REFUND')),
  account_no TEXT NOT NULL,
  holder TEXT NOT NULL,
  agreement_no TEXT NOT NULL,
  payment TEXT NOT NULL,
  amount BIGINT NOT NULL CHECK (amount >= 0 AND (amount > 0) = (kind <> 'AGREEMENT')),
  discount BIGINT NOT NULL DEFAULT 0 CHECK (discount >= 0 AND discount <= amount),
  refunded BIGINT NOT NULL DEFAULT 0 CHECK (refunded >= 0 AND refunded <= amount),
  purpose TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('WAITING', 'DONE', 'REFUSED')),
  due_at BIGINT,
  bank_no TEXT NOT NULL UNIQUE,
  message TEXT NOT NULL,
  digest TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  done_at BIGINT NOT NULL,
  PRIMARY KEY (merchant, number),
  CHECK ((status = 'WAITING') = (due_at IS NOT NULL)),
  CHECK (refunded = 0 OR (kind = 'PAYMENT' AND status = 'DONE'))
);
CREATE INDEX credit_order_due ON credit_order (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX credit_order_done ON credit_order (merchant, done_at);
CREATE TABLE credit_agreement (
  merchant TEXT NOT NULL,
  agreement_no TEXT NOT NULL,
  account_no TEXT NOT NULL REFERENCES credit_account (account_no),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (merchant, agreement_no)
);
