-- Of a personal account's balance: what may not be touched, and what is held for a deduction on its way to the bank.
ALTER TABLE insurance ADD COLUMN account_frozen BIGINT NOT NULL DEFAULT 0 CHECK (account_frozen >= 0);
ALTER TABLE insurance ADD COLUMN account_held BIGINT NOT NULL DEFAULT 0 CHECK (account_held >= 0 AND account_frozen + account_held <= account_balance);

-- kind: 0 personal (its money stands in insurance), 1 mutual aid, 2 wallet. number: the bank's account number, sealed.
CREATE TABLE account (
  account_id TEXT PRIMARY KEY,
  kind SMALLINT NOT NULL CHECK (kind IN (0, 1, 2)),
  person_key TEXT NOT NULL,
  insutype TEXT,
  bank_type TEXT NOT NULL,
  bank_code TEXT NOT NULL,
  bank_name TEXT NOT NULL,
  number BYTEA NOT NULL,
  balance BIGINT CHECK (balance >= 0),
  frozen BIGINT NOT NULL DEFAULT 0 CHECK (frozen >= 0),
  held BIGINT NOT NULL DEFAULT 0 CHECK (held >= 0),
  version BIGINT NOT NULL DEFAULT 0,
  CHECK ((kind = 0) = (balance IS NULL) AND (kind = 0) = (insutype IS NOT NULL)),
  CHECK (frozen + held <= balance)
);
CREATE INDEX account_of_person ON account (person_key, kind);

-- The mutual-aid accounts that a person may use, in the agreed order.
CREATE TABLE mutual_aid (
  person_key TEXT NOT NULL,
  place SMALLINT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (account_id),
  PRIMARY KEY (person_key, place),
  UNIQUE (person_key, account_id)
);

-- An account's statement: rows are only ever added. number grows with the account's version.
CREATE TABLE account_movement (
  account_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  reason TEXT NOT NULL,
  reference TEXT NOT NULL,
  change BIGINT NOT NULL,
  balance BIGINT NOT NULL CHECK (balance >= 0),
  moved_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, number),
  UNIQUE (account_id, reason, reference)
);

-- Money that may not be spent, until it is released. An account's frozen amount is the sum of what is not released.
CREATE TABLE account_freeze (
  freeze_id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (account_id),
  amount BIGINT NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL,
  frozen_at BIGINT NOT NULL,
  released_at BIGINT
);
CREATE INDEX account_freeze_of_account ON account_freeze (account_id);

CREATE TABLE account_year (
  account_id TEXT NOT NULL,
  year TEXT NOT NULL,
  opening BIGINT NOT NULL CHECK (opening >= 0),
  income BIGINT NOT NULL CHECK (income >= 0),
  outgo BIGINT NOT NULL CHECK (outgo >= 0),
  PRIMARY KEY (account_id, year),
  CHECK (opening + income - outgo >= 0)
);

-- What is still owed of a settlement's cash: there from the first deduction on.
-- cash - owed = what live deductions reserve, hold and have taken.
CREATE TABLE paydown (
  setl_id TEXT PRIMARY KEY REFERENCES settlement (setl_id),
  cash BIGINT NOT NULL CHECK (cash >= 0),
  owed BIGINT NOT NULL CHECK (owed >= 0),
  CHECK (owed <= cash)
);

-- state: 1 under way, 2 done, 3 undone, 4 took nothing. answer: the first answer, sealed.
CREATE TABLE deduction (
  deduction_id TEXT PRIMARY KEY,
  setl_id TEXT NOT NULL REFERENCES settlement (setl_id),
  kind SMALLINT NOT NULL CHECK (kind IN (0, 1, 2)),
  msgid TEXT NOT NULL,
  owed_before BIGINT NOT NULL CHECK (owed_before > 0),
  reserved BIGINT NOT NULL CHECK (reserved >= 0),
  state SMALLINT NOT NULL CHECK (state BETWEEN 1 AND 4),
  answer BYTEA,
  made_at BIGINT NOT NULL,
  CHECK (reserved = 0 OR state = 1)
);
CREATE UNIQUE INDEX deduction_once ON deduction (setl_id, kind) WHERE state IN (1, 2);
CREATE INDEX deduction_of_settlement ON deduction (setl_id);

-- One account's part, and its leg. state: 1 held, 2 taken, 3 refused, 4 on its way back, 5 back.
CREATE TABLE deduction_part (
  leg_id TEXT PRIMARY KEY REFERENCES legs (leg_id),
  deduction_id TEXT NOT NULL REFERENCES deduction (deduction_id),
  setl_id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (account_id),
  amount BIGINT NOT NULL CHECK (amount > 0),
  state SMALLINT NOT NULL CHECK (state BETWEEN 1 AND 5),
  note TEXT,
  made_at BIGINT NOT NULL,
  UNIQUE (deduction_id, account_id)
);
CREATE UNIQUE INDEX deduction_part_once ON deduction_part (setl_id, account_id) WHERE state IN (1, 2);
CREATE INDEX deduction_part_of_account ON deduction_part (account_id);

CREATE FUNCTION account_movement_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed or removed', TG_TABLE_NAME;
END $$;
CREATE TRIGGER account_movement_stay BEFORE UPDATE OR DELETE ON account_movement FOR EACH ROW EXECUTE FUNCTION account_movement_refuse();
