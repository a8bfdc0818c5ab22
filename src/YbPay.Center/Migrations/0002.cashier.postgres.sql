-- How an order is being paid: '' by 6202, 'cashier' on the patient's page, 'card' by 6205.
ALTER TABLE orders ADD COLUMN via TEXT NOT NULL DEFAULT '';

-- A patient's visit to the cashier. Cookies and addresses hashed; nothing personal. An address serves the browser that opened it first.
CREATE TABLE cashier_visits (
  visit_hash    TEXT   NOT NULL PRIMARY KEY,
  address_hash  TEXT   NOT NULL UNIQUE,
  pay_ord_id    TEXT   NOT NULL,
  deposit       BIGINT NOT NULL CHECK (deposit >= 0),
  confirm_until BIGINT NOT NULL,
  expires_at    BIGINT NOT NULL
);

CREATE INDEX cashier_visits_expires_at ON cashier_visits (expires_at);
