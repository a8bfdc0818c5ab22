-- The bank that keeps the insured people's accounts; whose they are is not its business here. Amounts are fen; an order's number is the core's own.
CREATE TABLE bank_account (
  account_no TEXT PRIMARY KEY,
  bank_code TEXT NOT NULL,
  opening BIGINT NOT NULL CHECK (opening >= 0),
  balance BIGINT NOT NULL CHECK (balance >= 0),
  blocked SMALLINT NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1))
);
CREATE TABLE bank_account_order (
  number TEXT PRIMARY KEY,
  place BIGINT NOT NULL,
  merchant TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('DEDUCT', 'CREDIT')),
  account_no TEXT NOT NULL,
  amount BIGINT NOT NULL CHECK (amount > 0),
  purpose TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('DONE', 'REFUSED')),
  bank_no TEXT NOT NULL UNIQUE,
  message TEXT NOT NULL,
  digest TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX bank_account_order_of_account ON bank_account_order (account_no, created_at);
CREATE INDEX bank_account_order_in_order ON bank_account_order (place);
