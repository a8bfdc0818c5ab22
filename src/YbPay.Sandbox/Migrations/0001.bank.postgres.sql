CREATE TABLE bank_payment (
  merchant TEXT NOT NULL,
  out_trade_no TEXT NOT NULL,
  trade_no TEXT NOT NULL UNIQUE,
  pay_ord_id TEXT NOT NULL,
  amount BIGINT NOT NULL CHECK (amount > 0),
  subject TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('WAIT', 'DECLINED', 'PAID', 'CLOSED')),
  expire_at BIGINT NOT NULL,
  notify_url TEXT,
  return_url TEXT,
  digest TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  paid_at BIGINT,
  refunded BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant, out_trade_no),
  CHECK ((status = 'PAID') = (paid_at IS NOT NULL)),
  CHECK (refunded >= 0 AND refunded <= amount AND (refunded = 0 OR status = 'PAID'))
);
CREATE INDEX bank_payment_order ON bank_payment (pay_ord_id);
CREATE INDEX bank_payment_paid ON bank_payment (merchant, paid_at);
CREATE TABLE bank_refund (
  merchant TEXT NOT NULL,
  out_refund_no TEXT NOT NULL,
  refund_no TEXT NOT NULL UNIQUE,
  out_trade_no TEXT NOT NULL,
  amount BIGINT NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('DONE', 'REFUSED')),
  digest TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (merchant, out_refund_no),
  FOREIGN KEY (merchant, out_trade_no) REFERENCES bank_payment (merchant, out_trade_no)
);
CREATE INDEX bank_refund_made ON bank_refund (merchant, created_at);
